"""Citations without a reference: nothing leads from them, and nothing keeps them right."""

from collections.abc import Iterator

from gollanma.checks.acts import rules_of
from gollanma.checks.finding import Finding, Words, check
from gollanma.checks.standing import spoken_in
from gollanma.checks.typed import CitedText, cited_text, provisions_of, typed
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, mentions, running
from gollanma.graph.occurrences import is_heading
from gollanma.languages import Citation
from gollanma.law import path_units
from gollanma.model import Text
from gollanma.model.kinds import Comment, Edition
from gollanma.model.walk import Path

LAW_TEXT = frozenset({"text", "preamble"})
"""Fields of an edition in which a part or a point is one of the act itself."""
VERBATIM = frozenset({"amendment_note", "gazette"})
"""Fields that repeat what was printed elsewhere: nobody may change a word of them."""


@check("LAW105", Severity.WARNING)
def citation_without_a_link(graph: Graph) -> Iterator[Finding]:
    """A provision is cited in typed words that are no reference.

    The page cannot lead there, and when the number changes nobody is told.
    """
    outer = _outer_units(graph)
    texts = {
        key: cited_text(edition, rules)
        for key, edition in graph.library.keyed(Edition)
        if (rules := rules_of(graph, key))
    }
    for key, path, text in graph.printed:
        if VERBATIM.intersection(path) or is_heading(path):
            continue
        if isinstance(graph.library.records[key], Comment):
            continue
        own = texts.get(key)
        named = outer | own.units if own and LAW_TEXT.intersection(path[-1:]) else outer
        for code, each in typed(graph, text, named):
            yield _unmarked(key, path, text, code, each, own)


def _outer_units(graph: Graph) -> frozenset[str]:
    """Give the units that alone say that an act is cited: an article, not a part or a point."""
    inner: set[str] = set()
    outer: set[str] = set()
    for kind in graph.project.act_kinds:
        named = [each.id for each in kind.units if each.in_path]
        outer.update(named[:1])
        inner.update(named[1:])
    return frozenset(outer - inner)


def _unmarked(  # noqa: PLR0913, PLR0917 - a citation and where it stands
    key: str, path: Path, text: Text, code: str, citation: Citation, own: CitedText | None
) -> Finding:
    """Give the finding; within an act it offers the reference that the words mean."""
    value = text[code][citation.start : citation.end]
    found = Words(code, citation.start, citation.end)
    meant = own.meant(citation, _around(path, own)) if own else None
    if meant is None:
        return Finding(key, path, "elsewhere", {"value": value}, words=found)
    return Finding(key, path, "own", {"value": value, "ref": f"#{meant}"}, words=found)


def _around(path: Path, own: CitedText) -> str | None:
    """Give the id of the provision in which a text stands."""
    return next((place for place, unit in own.placed.items() if unit.path == path[:-1]), None)


@check("LAW106", Severity.WARNING)
def citations_differ(graph: Graph) -> Iterator[Finding]:
    """A provision cites one thing in one language and another in the other.

    Two offices apply the same part with two different exceptions.
    """
    for key, edition in graph.library.keyed(Edition):
        rules = rules_of(graph, key)
        own = cited_text(edition, rules) if rules else None
        for place, path, text in provisions_of(edition) if own else ():
            if own and len(text) > 1:
                yield from _differing(graph, key, path, text, own, place)


def _differing(  # noqa: PLR0913, PLR0917 - a text and where it stands
    graph: Graph, key: str, path: Path, text: Text, law: CitedText, place: str
) -> Iterator[Finding]:
    """Yield one citation of each translation that the words that decide lack, or have alone."""
    own = spoken_in(graph, key)
    named = law.units | _outer_units(graph)
    plain = list(typed(graph, text, named)) if own in text else []
    found = {code: {each.written: each.written for each in mentions(text[code])} for code in text}
    for code, each in plain:
        meant = law.meant(each, place)
        name = f"#{meant}" if meant else str([(one.unit, one.numbers) for one in each.units])
        found[code][name] = text[code][each.start : each.end]
    for code, said in found.items() if plain else ():
        lacking = [name for name in found[own] if name not in said]
        alone = [name for name in said if name not in found[own]]
        for sentence, words in (
            *(("missing", found[own][name]) for name in lacking[:1]),
            *(("alone", said[name]) for name in alone[:1] if not lacking),
        ):
            values = {"value": words, "language": code}
            yield Finding(key, (*path, code), sentence, values)


@check("LAW108", Severity.WARNING)
def relative_citation(graph: Graph) -> Iterator[Finding]:
    """A provision points to this article or to the following part without a reference.

    When it moves, or something comes in between, the words point to another rule.
    """
    for key, edition in graph.library.keyed(Edition):
        rules = rules_of(graph, key)
        named = _outer_units(graph) | (path_units(rules) if rules else frozenset())
        for _, path, text in provisions_of(edition):
            for code, words in text.items():
                found = list(graph.languages[code].relative_in(words, named))
                plain = list(running(words)) if found else []
                for start, end in found:
                    if any(first <= start and end <= last for first, last in plain):
                        values = {"value": words[start:end]}
                        place = Words(code, start, end)
                        yield Finding(key, path, "relative", values, words=place)
