"""Numbers in typed citations: of links with words of their own, and of what was left behind."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from gollanma.checks.acts import earlier, rules_of, words_of
from gollanma.checks.finding import Finding, Words, check
from gollanma.checks.standing import is_over
from gollanma.checks.typed import CitedText, cited_text, typed
from gollanma.graph import Graph, Link
from gollanma.languages import roman
from gollanma.law import Unit, chain_of, units
from gollanma.model.kinds import Edition
from gollanma.model.project import Numbering

COUNTED = frozenset({Numbering.ARABIC, Numbering.ROMAN, Numbering.WORDS})
"""Letters differ from script to script."""


@check("LAW103")
def cites_a_former_number(graph: Graph) -> Iterator[Finding]:
    """Typed words cite a number that the provision no longer has.

    Whoever follows them reads another rule and takes it for the one that was meant.
    """
    for link, unit, written, now in _misnumbered(graph):
        former = _former(graph, link, unit)
        if any(_is_same(written, each) for each in former):
            values = {"value": link.words or "", "was": written, "now": now}
            yield Finding(link.source, link.path, "link", values, words=words_of(link))
    for key, edition in graph.library.keyed(Edition):
        rules, before = rules_of(graph, key), earlier(graph, key, edition)
        if rules and before:
            yield from _left_behind(
                graph, key, cited_text(edition, rules), cited_text(before[0], rules)
            )


def _former(graph: Graph, link: Link, unit: str) -> set[str]:
    """Give the numbers that a unit around the target of a link had in earlier editions."""
    target = link.target
    edition = graph.library.records.get(target.holder) if target else None
    if target is None or target.fragment is None or not isinstance(edition, Edition):
        return set()
    placed = (units(each) for each in earlier(graph, target.holder, edition))
    chains = (
        chain_of(target.fragment, each, frozenset({unit}))
        for each in placed
        if target.fragment in each
    )
    return {number for chain in chains for _, number in chain}


def _left_behind(graph: Graph, key: str, now: CitedText, before: CitedText) -> Iterator[Finding]:
    """Yield what a text still cites by the number that a provision had in the edition before."""
    for place, unit in now.placed.items():
        was = before.placed.get(place)
        text, old = unit.provision.text, was.provision.text if was else None
        for code, each in typed(graph, text, now.units) if text and old else ():
            words = text[code][each.start : each.end] if text else ""
            meant = before.meant(each, place)
            if meant is None or words not in (old.get(code, "") if old else ""):
                continue
            if meant in now.placed and now.meant(each, place) != meant:
                found = Words(code, each.start, each.end)
                values = {"value": words, "place": meant}
                yield Finding(key, (*unit.path, "text"), "text", values, words=found)


@check("LAW104")
def cited_number_differs(graph: Graph) -> Iterator[Finding]:
    """The words of a link name another number than the provision has to which it leads.

    One reader goes by the words and another by the link, and they apply two rules.
    """
    for link, unit, written, now in _misnumbered(graph):
        values = {"value": link.words or "", "unit": unit, "written": written, "number": now}
        yield Finding(link.source, link.path, "number", values, words=words_of(link))


def _misnumbered(graph: Graph) -> Iterator[tuple[Link, str, str, str]]:
    """Yield links whose words give a unit another number: the unit, this number, the right one."""
    placed = cache(lambda holder: _placed(graph, holder))
    for key, links in graph.links.items():
        for link in links if not is_over(graph.library.records[key]) else ():
            if link.words and link.language and link.target and link.target.fragment:
                yield from _wrong_numbers(graph, link, placed)


def _placed(graph: Graph, holder: str) -> Mapping[str, Unit]:
    edition = graph.library.records.get(holder)
    return units(edition) if isinstance(edition, Edition) else {}


def _wrong_numbers(
    graph: Graph, link: Link, placed: Callable[[str], Mapping[str, Unit]]
) -> Iterator[tuple[Link, str, str, str]]:
    target, rules = link.target, rules_of(graph, link.target.key) if link.target else None
    if target is None or target.fragment is None or rules is None:
        return
    here = placed(target.holder)
    if target.fragment not in here:
        return
    named = frozenset(each.id for each in rules.units if each.numbering in COUNTED)
    right = dict(chain_of(target.fragment, here, named))
    language = graph.languages[link.language or ""]
    for citation in language.citations_in(link.words or "", named):
        for each in citation.units:
            now = right.get(each.unit, "")
            if len(each.numbers) == 1 and now and not _is_same(each.numbers[0], now):
                yield link, each.unit, each.numbers[0], now
                return


def _is_same(one: str, other: str) -> bool:
    """Say whether two numbers are the same, in figures or in Roman letters."""
    return roman(one) == roman(other)
