"""Numbers, units, days and sums that the languages of a text say differently."""

from collections.abc import Callable, Iterator

from gollanma.checks.finding import Finding, Words, check
from gollanma.checks.standing import spoken_in
from gollanma.diagnostics import Value
from gollanma.graph import Graph
from gollanma.languages.parity import (
    Difference,
    Found,
    dates_agree,
    money_agrees,
    numbers_agree,
    units_agree,
)
from gollanma.model.walk import Path

Compare = Callable[[Found], tuple[Difference, ...]]


def _differences(graph: Graph, compare: Compare) -> Iterator[tuple[str, Path, Difference]]:
    for key, path, said in graph.numbers:
        for each in compare(said):
            yield key, path, each


def _count(
    graph: Graph, place: tuple[str, Path], difference: Difference, sentence: str, value: str
) -> Finding:
    """Give the finding for something that one language says more often than another.

    The words that decide are taken to be right: the place is in the translation to be mended.
    """
    key, path = place
    own = spoken_in(graph, key)
    counts = {code: len(numbers) for code, numbers in difference.found.items()}
    most = [code for code, count in counts.items() if count == max(counts.values())]
    fewest = [code for code, count in counts.items() if count == min(counts.values())]
    there, other = _first(most, own), _first(fewest, own)
    values: dict[str, Value] = {"value": value, "language": there, "other": other}
    if there == own:
        return Finding(key, (*path, other), sentence, values)
    number = difference.found[there][0]
    return Finding(key, path, sentence, values, words=Words(there, number.start, number.end))


def _first(codes: list[str], own: str) -> str:
    return own if own in codes else codes[0]


def _unit(graph: Graph, key: str, path: Path, difference: Difference) -> Finding:
    """Give the finding for a number whose unit differs."""
    own = spoken_in(graph, key)
    said = {code: units for code, units in difference.units.items() if units}
    own = own if own in said else next(iter(said))
    ours = said[own]
    other = next((code for code in said if said[code] != ours), own)
    number = difference.found[other][0]
    values: dict[str, Value] = {
        "value": str(difference.value),
        "unit": ", ".join(ours),
        "other": ", ".join(said[other]),
        "language": other,
    }
    return Finding(key, path, "unit", values, words=Words(other, number.start, number.end))


@check("I18N003")
def numbers_differ(graph: Graph) -> Iterator[Finding]:
    """A number stands in one language and not in another.

    One reader waits 24 hours and the other 48, and both believe that they keep the rule.
    """
    for key, path, each in _differences(graph, numbers_agree):
        yield _count(graph, (key, path), each, "number", f"{each.value}{each.raised}")


@check("I18N004")
def units_differ(graph: Graph) -> Iterator[Finding]:
    """A number has another unit in another language.

    Five working days are a week; five calendar days may be three.
    """
    for key, path, each in _differences(graph, units_agree):
        yield _unit(graph, key, path, each)


@check("I18N005")
def days_differ(graph: Graph) -> Iterator[Finding]:
    """A date stands in one language and not in another.

    Somebody claims a right before it begins, or after it has ended.
    """
    for key, path, each in _differences(graph, dates_agree):
        yield _count(graph, (key, path), each, "day", _day(f"{each.value}"))


def _day(figures: str) -> str:
    """Give a day of figures YYYYMMDD as authors write it; a part of a day stays as it is."""
    whole = len(figures) == len("YYYYMMDD")
    return f"{figures[:4]}-{figures[4:6]}-{figures[6:]}" if whole else figures


@check("I18N006")
def sums_differ(graph: Graph) -> Iterator[Finding]:
    """A sum of money has another currency, or is no money, in another language.

    A family counts on a sum that nobody will pay.
    """
    for key, path, each in _differences(graph, money_agrees):
        yield _unit(graph, key, path, each)
