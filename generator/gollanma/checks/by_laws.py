"""By-laws and the provisions that they rest on."""

from collections.abc import Iterator
from datetime import date

from gollanma.checks.acts import days_of, first_day
from gollanma.checks.finding import Finding, binding, check
from gollanma.checks.standing import status_of
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, Target
from gollanma.law import promises
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import Effect
from gollanma.model.walk import at


@check("LAW004", Severity.WARNING)
def promised_by_law_is_missing(graph: Graph) -> Iterator[Finding]:
    """A provision promises a by-law that no record is.

    A family is told that the order is still to come, and nobody knows that it never came.
    """
    for each in promises(graph):
        if each.act is None:
            weight = binding(status_of(graph.library.records[each.edition]), Severity.WARNING)
            values = {"place": each.unit.provision.id}
            yield Finding(each.edition, each.path, "no-act", values, weight)


@check("LAW110", Severity.WARNING)
def by_law_without_ground(graph: Graph) -> Iterator[Finding]:
    """A by-law binds earlier than the provision under which it was made, or outlives it.

    What an office did under it can be undone by whoever complains.
    """
    for key, act in graph.library.keyed(Act):
        start = _start(graph, key, act)
        for index, ref in enumerate(act.enabled_by):
            link = graph.link_at.get((key, ("enabled_by", index)))
            if link and link.target:
                yield from _ground(graph, key, index, start, link.target, str(ref))


def _ground(  # noqa: PLR0913, PLR0917 - a by-law and what it rests on
    graph: Graph, key: str, index: int, start: date | None, target: Target, written: str
) -> Iterator[Finding]:
    path = ("enabled_by", index)
    if _is_gone(graph, target):
        yield Finding(key, path, "repealed", {"value": written})
        return
    ground = _since(graph, target)
    if start and ground and start < ground:
        values = {"value": written, "day": start.isoformat(), "ground": ground.isoformat()}
        yield Finding(key, path, "too-early", values)


def _start(graph: Graph, key: str, act: Act) -> date | None:
    """Give the day from which an act binds, by its life or else by its first edition."""
    days = days_of(graph, act, Effect.COMMENCEMENT)
    editions = (first_day(edition) for _, edition in graph.library.editions(key))
    return min(days or filter(None, editions), default=None)


def _since(graph: Graph, target: Target) -> date | None:
    """Give the day since which the enabling provision binds."""
    for key, edition in graph.library.editions(target.key):
        day, places = first_day(edition), graph.library.fragments_of(key)
        if day and (target.fragment is None or target.fragment in places):
            part = at(edition, places[target.fragment]) if target.fragment else None
            own = part.in_force.from_ if isinstance(part, Provision) and part.in_force else None
            return own or day
    return None


def _is_gone(graph: Graph, target: Target) -> bool:
    """Say whether the enabling act has ended, or the provision or what holds it is repealed."""
    act, edition = graph.library.records[target.key], graph.library.records.get(target.holder)
    ends = days_of(graph, act, Effect.END) if isinstance(act, Act) else []
    if any(day <= graph.today for day in ends):
        return True
    around = (target.path[:length] for length in range(2, len(target.path) + 1, 2))
    parts = (at(edition, path) for path in around) if isinstance(edition, Edition) else ()
    return any(isinstance(each, Provision) and each.repealed for each in parts)
