"""Units of amounts as they stand beside a number in a text."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from gollanma.languages.formats import Measure
from gollanma.languages.words import words

_GAP = re.compile(r"[\s\u00a0\u202f-]*")
_LOOK_AHEAD = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A unit and where its words end."""

    name: str
    end: int


@dataclass(frozen=True)
class Units:
    """The units of a language by the stems of their words."""

    measures: Mapping[str, Measure]
    analyse: Callable[[str], str]

    @cached_property
    def phrases(self) -> Mapping[tuple[str, ...], str]:
        """Units by the stems of their words; many a command never asks for them."""
        found: dict[tuple[str, ...], str] = {}
        for name, measure in self.measures.items():
            for form in _forms(measure):
                stems = tuple(self.analyse(word) for *_, word in words(form))
                found.setdefault(stems, measure.like or name)
        return found

    @cached_property
    def longest(self) -> int:
        """How many words the longest has."""
        return max(map(len, self.phrases), default=0)

    @cached_property
    def signs(self) -> Mapping[str, str]:
        """Units by their signs."""
        return {sign: name for name, each in self.measures.items() for sign in each.signs}

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """What a unit measures: `money`, `percent`."""
        return {name: each.kind for name, each in self.measures.items() if each.kind}

    def around(self, text: str, start: int, end: int) -> str | None:
        """Give the unit of the number between start and end."""
        sign = self._sign(text[end : end + _LOOK_AHEAD].lstrip(), str.startswith)
        if sign is not None:
            return sign
        following = self.following(text, end)
        if following is not None:
            return following.name
        return self._sign(text[max(start - _LOOK_AHEAD, 0) : start].rstrip(), str.endswith)

    def following(self, text: str, start: int) -> Found | None:
        """Give the unit that the words from a place on name, the longest first."""
        gap = _GAP.match(text, start)
        begin = gap.end() if gap else start
        run = list(islice(self._run(text, begin), self.longest))
        for count in range(len(run), 0, -1):
            name = self.phrases.get(tuple(stem for stem, _ in run[:count]))
            if name is not None:
                return Found(name, run[count - 1][1])
        return None

    def _run(self, text: str, begin: int) -> Iterator[tuple[str, int]]:
        last = begin
        for start, end, word in words(text[begin : begin + _LOOK_AHEAD]):
            if not _GAP.fullmatch(text, last, begin + start):
                return
            last = begin + end
            yield self.analyse(word), last

    def _sign(self, text: str, has: Callable[[str, str], bool]) -> str | None:
        return next((unit for sign, unit in self.signs.items() if has(text, sign)), None)


def _forms(measure: Measure) -> Iterator[str]:
    for by_case in measure.forms.values():
        yield from by_case
    yield from measure.read
