"""What the checks of law share: the rules, the days and the editions of an act, places of links."""

from datetime import date

from gollanma.checks.finding import Words
from gollanma.graph import Graph, Link
from gollanma.law import bases_of
from gollanma.model.kinds import Act, Edition
from gollanma.model.project import ActKind, Effect, StageRule


def rules_of(graph: Graph, key: str) -> ActKind | None:
    """Give the rules of the kind of an act, by its key or that of one of its editions."""
    act = graph.library.act_of(key)
    return graph.project.act_kind(act.act_kind) if act else None


def days_of(graph: Graph, act: Act, effect: Effect) -> list[date]:
    """Give the days on which an act passed a stage with an effect, in order."""
    rules = graph.project.act_kind(act.act_kind)
    stages = {each.id for each in rules.stages if each.effect is effect} if rules else set()
    return sorted(each.day for each in act.lifecycle if each.stage in stages)


def stage_of(graph: Graph, key: str, edition: Edition) -> StageRule | None:
    """Give the rule of the stage at which an edition stands; None where the kind has no such."""
    rules = rules_of(graph, key)
    return rules.stage(edition.stage) if rules and edition.stage else None


def first_day(edition: Edition) -> date | None:
    """Give the day from which an edition binds; None where it says none."""
    return edition.in_force.from_ if edition.in_force else None


def earlier(graph: Graph, key: str, edition: Edition) -> tuple[Edition, ...]:
    """Give the editions before one, the nearest first: those on which it stands, then older ones.

    An edition that names none stands on the one that binds before it.
    """
    library = graph.library
    editions = dict(library.editions(key.partition("@")[0]))
    chain = list(bases_of(library, key))
    day = first_day(editions[chain[-1]] if chain else edition)
    older = [
        other
        for other, each in editions.items()
        if other not in chain and (start := first_day(each)) and day and start < day
    ]
    return tuple(editions[each] for each in (*chain, *reversed(older)))


def words_of(link: Link) -> Words | None:
    """Give the place of a reference in running words; None for a field."""
    return Words(link.language, link.start, link.end) if link.language else None
