"""Citations of law: of what is in force, of what exists, in the words of the act."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from gollanma.checks.acts import days_of, words_of
from gollanma.checks.finding import Also, Finding, check
from gollanma.checks.quoted import TITLE
from gollanma.checks.standing import is_over
from gollanma.graph import Graph, Link, Problem, standing_in
from gollanma.model import Ref
from gollanma.model.base import Period
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import Effect
from gollanma.model.walk import Path, at, parts

if TYPE_CHECKING:
    from gollanma.diagnostics import Value

NUMBER = re.compile(r"[0-9]+")


def _law_links(graph: Graph) -> Iterator[Link]:
    for key, links in graph.links.items():
        if not is_over(graph.library.records[key]):
            yield from (link for link in links if link.ref and _points_at_act(link))


def _points_at_act(link: Link) -> bool:
    return link.ref is not None and link.ref.within(link.source).kind == Act.kind


@check("LAW001")
def cites_repealed_provision(graph: Graph) -> Iterator[Finding]:
    """A record cites a provision that does not bind any more.

    A family is refused or promised something by a rule that was repealed.
    """
    for link in _law_links(graph):
        target = link.target
        if target is None or link.source.partition("@")[0] == target.key:
            continue
        ended = _act_end(graph, target.key)
        if ended is not None and ended <= graph.today and link.ref and link.ref.at is None:
            values = {"value": link.written, "day": ended.isoformat()}
            yield Finding(link.source, link.path, "act-repealed", values, words=words_of(link))
        elif _is_repealed(graph, target.holder, target.path):
            values = {"value": link.written, "edition": target.holder}
            yield Finding(
                link.source, link.path, "provision-repealed", values, words=words_of(link)
            )


def _act_end(graph: Graph, key: str) -> date | None:
    act = graph.library.records[key]
    days = days_of(graph, act, Effect.END) if isinstance(act, Act) else []
    return min(days) if days else None


def _is_repealed(graph: Graph, holder: str, path: Path) -> bool:
    """Say whether the provision, or one that holds it, is repealed or over on the day."""
    edition = graph.library.records.get(holder)
    if not isinstance(edition, Edition):
        return False
    around = [at(edition, path[:length]) for length in range(1, len(path) + 1)]
    provisions = [each for each in around if isinstance(each, Provision)]
    return any(each.repealed or _is_past(each.in_force, graph.today) for each in provisions)


def _is_past(period: Period | None, day: date) -> bool:
    return period is not None and period.to is not None and period.to < day


@check("LAW003")
def no_such_provision(graph: Graph) -> Iterator[Finding]:
    """A citation names an article or part that the act does not have, or labels it wrongly.

    Whoever looks it up finds nothing, and stops trusting the page.
    """
    for link in _law_links(graph):
        if link.problem is Problem.NO_PLACE and link.ref and link.ref.fragment:
            yield _out_of_range(graph, link, link.ref.within(link.source))
        elif link.target and link.words and link.target.fragment:
            yield from _mislabelled(graph, link, link.words, link.target.fragment)


def _out_of_range(graph: Graph, link: Link, ref: Ref) -> Finding:
    holder = graph.library.edition_for(ref) or ref.record
    there = "`, `".join(map(str, standing_in(graph.library, ref)))
    if there:
        place: dict[str, Value] = {"value": link.written, "held": holder, "where": there}
        return Finding(link.source, link.path, "elsewhere", place, words=words_of(link))
    above, _, _ = (ref.fragment or "").rpartition(".")
    siblings = [
        each
        for each in graph.library.fragments_of(holder)
        if each.rpartition(".")[0] == above and (above or each.startswith("a"))
    ]
    if not siblings:
        values: dict[str, Value] = {"value": link.written}
        return Finding(link.source, link.path, "nothing-inside", values, words=words_of(link))
    values = {"value": link.written, "count": len(siblings), "last": siblings[-1]}
    return Finding(link.source, link.path, "out-of-range", values, words=words_of(link))


def _mislabelled(graph: Graph, link: Link, words: str, fragment: str) -> Iterator[Finding]:
    written = set(NUMBER.findall(TITLE.sub("", words)))
    provisions = _numbers(graph, link)
    if written and not written <= provisions:
        values = {"value": words, "place": fragment}
        yield Finding(link.source, link.path, "mislabelled", values, words=words_of(link))


def _numbers(graph: Graph, link: Link) -> set[str]:
    """Give every number that a right label may hold: of the provision, those above, the act."""
    target = link.target
    edition = graph.library.records.get(target.holder) if target else None
    act = graph.library.records.get(target.key) if target else None
    around = (
        [at(edition, target.path[:n]) for n in range(1, len(target.path) + 1)]
        if (target and isinstance(edition, Edition))
        else []
    )
    numbers = [each.number or "" for each in around if isinstance(each, Provision)]
    numbers.append((act.number or "") if isinstance(act, Act) else "")
    return {found for number in numbers for found in NUMBER.findall(number)}


@check("LAW006")
def cited_title_differs(graph: Graph) -> Iterator[Finding]:
    """The title in a citation is not the act's title in that language.

    Readers look for a law that does not exist under this name.
    """
    for link in _law_links(graph):
        act = graph.library.records.get(link.target.key) if link.target else None
        if not isinstance(act, Act) or not link.words or not link.language:
            continue
        title = act.name.get(link.language, "")
        for quoted in TITLE.finditer(link.words):
            if title and quoted["title"].strip() != title:
                values = {"value": quoted["title"], "title": title}
                yield Finding(link.source, link.path, "title", values, words=words_of(link))


@check("LAW007")
def dates_out_of_order(graph: Graph) -> Iterator[Finding]:
    """An act binds before it was adopted, or its editions overlap or leave a gap.

    On such a day nobody can say which words bind.
    """
    for key, act in graph.library.keyed(Act):
        adopted = days_of(graph, act, Effect.ADOPTION)
        for index, each in enumerate(act.lifecycle):
            commences = each.day in days_of(graph, act, Effect.COMMENCEMENT)
            if commences and adopted and each.day < adopted[0]:
                values = {"day": each.day.isoformat(), "adopted": adopted[0].isoformat()}
                yield Finding(key, ("lifecycle", index, "day"), "before-adoption", values)
        yield from _intervals(graph, key)
    for key, record in graph.library.records.items():
        for path, part in parts(record):
            if isinstance(part, Period) and part.from_ and part.to and part.to < part.from_:
                values = {"from": part.from_.isoformat(), "to": part.to.isoformat()}
                yield Finding(key, (*path, "to"), "ends-before-start", values)


def _intervals(graph: Graph, act: str) -> Iterator[Finding]:
    dated = [
        (key, edition.in_force)
        for key, edition in graph.library.editions(act)
        if edition.in_force is not None
    ]
    for (before, first), (after, second) in pairwise(dated):
        yield from _meeting(before, first, after, second)


def _meeting(before: str, first: Period, after: str, second: Period) -> Iterator[Finding]:
    if second.from_ is None:
        return
    also = (Also(before, ("in_force",), "previous"),)
    values = {"before": before, "after": after, "day": second.from_.isoformat()}
    path = ("in_force", "from")
    if first.to is None or first.to >= second.from_:
        yield Finding(after, path, "overlap", values, also=also)
    elif (second.from_ - first.to).days > 1:
        yield Finding(after, path, "gap", values, also=also)
