"""Searches a built index: what the browser does, for the command line and for tests."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from gollanma.languages import Analyser, Languages
from gollanma.search.files import FOLDER, Value, value_of
from gollanma.search.ranking import BLOCK, Found, nearness, ranked
from gollanma.search.reader import Hit, Index
from gollanma.search.understanding import Reader, Understood

CLOSER = 32
"""A page whose words stand side by side gains a quarter of its score."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked."""

    words: str
    """As they were typed."""
    lang: str
    """The language of the page on which they were typed."""
    across: bool = True
    """Whether the words of other languages are understood too."""
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The values chosen for each facet: a result carries one of each."""
    limit: int = 10
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """A page that answers a query."""

    hit: Hit
    url: str
    score: int
    why: tuple[str, ...]
    """What else was searched for than the words that were typed."""


class MissingIndexError(LookupError):
    """A site has no index, or not all of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search gives."""

    understood: Understood
    total: int
    results: tuple[Result, ...]
    is_of_another_program: bool
    """The index was made with another analyser than this one: it may miss words."""


@dataclass(frozen=True)
class Engine:
    """Searches the site whose files `read` gives by their address."""

    languages: Languages
    read: Callable[[str], str]

    def search(self, asked: Query) -> Answer:
        """Give the pages that answer a query, the best first."""
        understood = self._reader.understood(asked.words, asked.lang, across=asked.across)
        index, own = self._indexes[understood.lang], self._indexes[asked.lang]
        found = ranked(index, understood.slots, understood.exact, _allowed(own, asked.facets))
        found = [each for each in found if own.hit(each.page)]
        last = asked.offset + asked.limit
        ordered: list[Found] = []
        for first in range(0, min(len(found), last), BLOCK):
            ordered += self._in_order(found[first : first + BLOCK], index, own, understood)
        why = tuple(
            f"{each.typed} → {each.label}" if each.label else each.typed
            for each in understood.across
        )
        results = tuple(_result(own, index, each, why) for each in ordered[asked.offset : last])
        is_other = index.meta["analyser"] != self._shared[understood.lang]["analyser"].hash
        return Answer(understood, len(found), results, is_other)

    def _in_order(
        self, block: Sequence[Found], index: Index, own: Index, understood: Understood
    ) -> list[Found]:
        """Give the pages of a block, those first in which the words stand near each other."""
        analyser = self._shared[understood.lang]["analyser"]
        names = [
            frozenset(name.key for name in slot.names) for slot in understood.slots if slot.names
        ]
        nearer = [self._nearer(each, index, analyser, names) for each in block]
        return sorted(nearer, key=lambda each: (-each.score, _ref(own, each)))

    def _nearer(
        self, found: Found, index: Index, analyser: Analyser, names: Sequence[frozenset[str]]
    ) -> Found:
        place, hit = index.place(found.section), index.hit(found.page)
        texts = (hit.title if hit else "", f"{place.heading} {place.text}")
        near = max(nearness(_row(analyser, text), names) for text in texts)
        score = found.score + found.score * near // CLOSER
        return Found(found.page, score, found.section, found.others)

    @cached_property
    def _indexes(self) -> Mapping[str, Index]:
        return {code: Index(self._file(code)) for code in self.languages}

    def _file(self, code: str) -> Callable[[str], Value]:
        return lambda name: self._value(f"{code}/{name}")

    def _value(self, name: str) -> Value:
        return value_of(self.read(f"{FOLDER}/{name}.js"))[1]

    @cached_property
    def _shared(self) -> Mapping[str, Any]:
        words: Any = self._value("words")
        return {
            code: {
                **words[code],
                "analyser": self.languages[code].analyser,
                "labels": _labels(words[code]["labels"]),
            }
            for code in self.languages
        }

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._indexes, self._shared, self.languages.keyboards)


def _labels(text: str) -> Mapping[str, list[tuple[str, str]]]:
    """Read the labels of the glossary: by their stems, the concepts and words."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in filter(None, text.split("\n")):
        stems, concept, words = row.split("\t")
        found.setdefault(stems, []).append((concept, words))
    return found


def _allowed(index: Index, facets: Mapping[str, Sequence[str]]) -> frozenset[int] | None:
    """Give the pages that carry one of the chosen values of each facet; None: all may answer."""
    chosen = (
        [
            frozenset().union(*(pages for value, _, pages in values if value in facets[name]))
            for name, _, values in index.facets
            if facets.get(name)
        ]
        if facets
        else []
    )
    return frozenset.intersection(*chosen) if chosen else None


def _row(analyser: Analyser, text: str) -> list[str]:
    """Give the stems of a text without those that say nothing."""
    return [analyser.analyse(form) for form in analyser.forms(text) if not analyser.is_stop(form)]


def _ref(index: Index, found: Found) -> str:
    hit = index.hit(found.page)
    return hit.ref if hit else ""


def _result(own: Index, index: Index, found: Found, why: tuple[str, ...]) -> Result:
    hit = own.hit(found.page)
    assert hit is not None  # noqa: S101 - pages without one were left out
    anchor = index.place(found.section).anchor
    url = own.meta["prefix"] + hit.address + (f"#{anchor}" if anchor else "")
    return Result(hit, url, found.score, why)
