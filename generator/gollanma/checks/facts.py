"""Numbers that the handbook states."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from gollanma.checks.finding import Also, Finding, Words, check
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, running
from gollanma.languages import Number
from gollanma.model import Ref, Text
from gollanma.model.kinds import Edition, Fact

HUNDRED = Decimal(100)
TOLERANCE = Decimal("0.5")
SMALLEST = 10
"""Smaller numbers are too common to belong to a fact."""
AROUND = 60
"""How many characters around a number are searched for words of a fact's title."""


@check("FACT001")
def contradiction(graph: Graph) -> Iterator[Finding]:
    """Two sources state different values for one thing on one day.

    Whoever plans by the wrong one plans for too few people.
    """
    for key, fact in graph.library.keyed(Fact):
        first: dict[tuple[object, object], int] = {}
        for index, each in enumerate(fact.statements):
            place = (each.as_of, each.scope)
            earlier = first.setdefault(place, index)
            other = fact.statements[earlier]
            if other.value != each.value and other.approximate == each.approximate:
                values = {"value": str(each.value), "other": str(other.value)}
                also = (Also(key, ("statements", earlier, "value"), "other", values),)
                yield Finding(
                    key, ("statements", index, "value"), "contradiction", values, also=also
                )


@check("FACT002")
def total_is_not_the_sum(graph: Graph) -> Iterator[Finding]:
    """A stated total is not the sum of its parts.

    One of the numbers is wrong, and nobody knows which.
    """
    for key, fact in graph.library.keyed(Fact):
        total = fact.shown
        parts = [_value(graph, ref) for ref in fact.total_of]
        known = [each for each in parts if each is not None]
        if total and known and len(known) == len(parts) and total.approximate is None:
            added = sum(known, Decimal(0))
            if added != total.value:
                values = {"value": str(total.value), "sum": str(added)}
                yield Finding(key, ("total_of",), "sum", values)


def _value(graph: Graph, ref: Ref) -> Decimal | None:
    fact = graph.library.get(ref)
    statement = fact.shown if isinstance(fact, Fact) else None
    return statement.value if statement else None


@check("FACT003", Severity.WARNING)
def shares_do_not_make_a_whole(graph: Graph) -> Iterator[Finding]:
    """The shares of one split do not make 100 percent.

    A group of people is missing from the count, or counted twice.
    """
    shares: dict[str, list[str]] = {}
    for key, fact in graph.library.keyed(Fact):
        if fact.split_of is not None:
            shares.setdefault(fact.split_of.record, []).append(key)
    for whole, keys in sorted(shares.items()):
        values = [_value(graph, Ref.parse(key) or Ref()) for key in keys]
        known = [each for each in values if each is not None]
        added = sum(known, Decimal(0))
        if len(keys) > 1 and len(known) == len(keys) and abs(added - HUNDRED) > TOLERANCE:
            yield Finding(keys[0], ("split_of",), "shares", {"sum": str(added), "whole": whole})


@check("FACT004", Severity.INFO)
def number_not_bound_to_its_fact(graph: Graph) -> Iterator[Finding]:
    """A number stands in prose although a fact holds it.

    When the fact changes, this page goes on saying the old number.
    """
    facts = _known(graph)
    said = {(key, path): found for key, path, found in graph.numbers} if facts else {}
    for key, path, text in graph.printed if facts else ():
        if isinstance(graph.library.records[key], Fact | Edition):
            continue
        for code, words in text.items():
            for number in _numbers(graph, text, code, said.get((key, path), {})):
                fact = _meant(graph, facts.get(number.value, ()), code, words, number.start)
                if fact and any(s <= number.start < e for s, e in running(words)):
                    place = Words(code, number.start, number.end)
                    values = {"value": str(number.value), "fact": fact}
                    yield Finding(key, path, "unbound", values, words=place)


def _numbers(
    graph: Graph, text: Text, code: str, said: Mapping[str, tuple[Number, ...]]
) -> Iterator[Number]:
    """Yield the sure numbers of a text in a language; those of several languages are known."""
    if len(text) == 1:
        return iter(graph.languages[code].numbers_in(text[code]))
    return (each for each in said.get(code, ()) if each.sure)


def _known(graph: Graph) -> dict[Decimal, tuple[str, ...]]:
    found: dict[Decimal, tuple[str, ...]] = {}
    for key, fact in graph.library.whole.keyed(Fact):
        statement = fact.shown
        if statement and statement.value >= SMALLEST:
            found[statement.value] = (*found.get(statement.value, ()), key)
    return found


def _meant(graph: Graph, facts: tuple[str, ...], code: str, words: str, place: int) -> str | None:
    """Give the fact whose title shares a word with the number's surroundings."""
    language = graph.languages[code]
    near = words[max(0, place - AROUND) : place + AROUND]
    stems = {language.analyse(word) for _, _, word in language.words(near)}
    for key in facts:
        title = graph.library.name(key).get(code, "")
        own = [language.analyse(word) for _, _, word in language.words(title) if len(word) > 3]  # noqa: PLR2004 - shorter words say nothing of a subject
        if own and all(stem in stems for stem in own[:2]):
            return key
    return None
