"""Translations beside the words that decide: about as long, and not ahead of them."""

import math
from collections.abc import Iterator, Mapping
from statistics import median

from gollanma.checks.finding import Finding, check
from gollanma.checks.standing import spoken_in
from gollanma.diagnostics import Severity, Value
from gollanma.graph import Graph
from gollanma.languages import (
    Languages,
    dates_agree,
    numbers_agree,
    numbers_said,
    units_agree,
)
from gollanma.model import Record, Text
from gollanma.model.state import place_of
from gollanma.model.walk import Path, printed

FEWEST_LETTERS = 60
"""Shorter texts differ in length for any reason."""
FEWEST_TEXTS = 20
TO_DEVIATION = 1.4826
"""A median distance times this is the standard deviation of what is spread normally."""
SPREAD = 0.15
"""The least spread of the logarithm of a ratio of lengths that is taken for usual."""
FARTHEST = 4.5
"""So many times the usual spread away, about half or twice as long, is no accident."""


@check("I18N014", Severity.INFO)
def much_shorter_or_longer(graph: Graph) -> Iterator[Finding]:
    """A translation is about half or twice as long as translations here are.

    Half of it may be missing, and nobody who reads it can know.
    """
    ratios: dict[tuple[str, str], list[tuple[float, str, Path]]] = {}
    for key, path, text in graph.printed:
        own = spoken_in(graph, key)
        for code, words in text.items() if own in text else ():
            if code != own and max(len(words), len(text[own])) >= FEWEST_LETTERS:
                ratio = math.log(len(words) / len(text[own]))
                ratios.setdefault((own, code), []).append((ratio, key, path))
    for (own, code), found in sorted(ratios.items()):
        usual, spread = _usual([ratio for ratio, _, _ in found])
        for ratio, key, path in found:
            away = (ratio - usual) / spread
            if abs(away) > FARTHEST:
                values: dict[str, Value] = {"language": code, "source": own}
                values["percent"] = round(100 * math.exp(ratio))
                yield Finding(key, (*path, code), "short" if away < 0 else "long", values)


def _usual(ratios: list[float]) -> tuple[float, float]:
    """Give the usual ratio and its spread by their medians, which no outlier moves.

    Of few translations nothing follows: then they are taken to be about as long.
    """
    if len(ratios) < FEWEST_TEXTS:
        return 0.0, SPREAD
    usual = median(ratios)
    spread = TO_DEVIATION * median(abs(each - usual) for each in ratios)
    return usual, max(spread, SPREAD)


@check("I18N020")
def translation_is_ahead(graph: Graph) -> Iterator[Finding]:
    """A translation has got another number or duty since the last release, and no other text has.

    The office changed the page that nobody may rely on, and left the rule as it was.
    """
    for key, version in _newest(graph).items():
        name = f"{key}@{version}"
        new, old = graph.library.records[key], graph.library.state.released[name]
        own = spoken_in(graph, key)
        before = {place: text for _, place, text in _placed(graph, name, old)}
        for path, place, text in _placed(graph, key, new):
            earlier = before.get(place)
            if earlier is None or own not in text or text[own] != earlier.get(own):
                continue
            for code, words in text.items():
                told = earlier.get(code, words)
                if words != told and _is_new(graph.languages, (own, text[own]), code, told, words):
                    values = {"language": code, "source": own, "version": version}
                    yield Finding(key, (*path, code), "ahead", values)


def _newest(graph: Graph) -> Mapping[str, str]:
    """Give the newest released version of each record that is still here."""
    found: dict[str, str] = {}
    for name in graph.library.state.released:
        key, _, version = name.partition("@")
        if key in graph.library.records and _age(found.get(key, "")) <= _age(version):
            found[key] = version
    return found


def _age(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in version.split(".") if each.isdigit())


def _placed(graph: Graph, key: str, record: Record) -> Iterator[tuple[Path, str, Text]]:
    """Yield the texts of a record with the names of their places, which no version changes."""
    fragments = {path: place for place, path in graph.library.fragments_of(key).items()}
    return ((path, place_of(fragments, path), text) for path, text in printed(record))


def _is_new(languages: Languages, own: tuple[str, str], code: str, told: str, words: str) -> bool:
    """Say whether a translation agreed with the words that decide and does so no more."""
    before, after = dict([own, (code, told)]), dict([own, (code, words)])
    return _differ(languages, after) and not _differ(languages, before)


def _differ(languages: Languages, text: Mapping[str, str]) -> bool:
    said = numbers_said(languages, text)
    counted = any(each(said) for each in (numbers_agree, units_agree, dates_agree))
    forces = [languages[code].senses.forces_in(words) for code, words in text.items()]
    return counted or (all(forces) and forces[0].isdisjoint(forces[1]))
