"""The clause that ends an amending act: from when it is in force, written and read back.

The provisions that it names stand in the text as amended, with the numbers that they have there:
those that come anew have no others. The act is named with each of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from gollanma.languages import Language
from gollanma.law.amending.commencement import Commencement, Own
from gollanma.law.amending.express import Amended, InexpressibleError
from gollanma.law.amending.frame import Frame
from gollanma.law.amending.patterns import Hole, fill, readings
from gollanma.law.amending.places import Places, Spot
from gollanma.model.kinds import Edition

INDENT = "  "
_OWN = "-own"
"""Ends the name of the sentence behind which exceptions stand."""
_FROM = "-from"
"""Ends the name of a sentence that names a day; without it, it is that of publication."""


class UnreadableClauseError(ValueError):
    """A line says of no provision, or not clearly, from when it is in force."""


@dataclass(frozen=True)
class Clause:
    """Writes and reads from when an act is in force that makes some texts."""

    frame: Frame
    acts: Sequence[Amended]
    texts: Sequence[Edition]
    """The acts as amended, in the same order."""

    def lines(self, said: Commencement) -> tuple[str, ...]:
        """Give the clause; refuse a provision that is cited as another one is."""
        name = "commencement" + (_OWN if said.own else "")
        last = len(said.own) - 1
        return (
            self._said(name, said.day, ""),
            *(
                f"{INDENT}{number + 1}) {self._item(each)}{'.' if number == last else ';'}"
                for number, each in enumerate(said.own)
            ),
        )

    def read(self, lines: Sequence[str]) -> Commencement:
        """Give what a clause says, its first line first; refuse what it is not understood to."""
        day, has_own = opening(self.frame, lines[0]) or _refuse(lines[0])
        items = [each for each in lines[1:] if each.startswith(INDENT)]
        if has_own != bool(items):
            raise UnreadableClauseError(lines[0])
        return Commencement(day, tuple(map(self._own, items)))

    def _item(self, own: Own) -> str:
        words = self._cite(own.act, own.place)
        if self._places.get(words) is None:
            key = self.acts[own.act].key
            raise InexpressibleError("inexpressible", key, own.place, self._language.code)
        return self._said("own", own.day, words)

    def _own(self, line: str) -> Own:
        _, _, item = line.strip().partition(") ")
        found = {
            Own(*place, day)
            for name, day, words in _found(self.frame, "own", item[:-1])
            if (place := self._places.get(words)) is not None
        }
        if len(found) != 1:
            raise UnreadableClauseError(line)
        return next(iter(found))

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, str] | None]:
        """What each citation names; None where it is that of several provisions."""
        found: dict[str, tuple[int, str] | None] = {}
        for index, text in enumerate(self._citing):
            for place in ("", *text.units):
                words = self._cite(index, place)
                found[words] = None if words in found else (index, place)
        return found

    def _cite(self, act: int, place: str) -> str:
        ways = self._citing[act].ways
        units = [(each.unit, each.number) for each in ways[Spot(place)]] if place else []
        cited, case = self.frame.cited_act(self.acts[act]), self._language.cases[0]
        return (
            self._language.cite(units, case, cited)
            if units
            else self._language.citations.act(cited, case)
        )

    @cached_property
    def _citing(self) -> tuple[Places, ...]:
        both = zip(self.texts, self.acts, strict=True)
        return tuple(Places(text, each.kind, self._language) for text, each in both)

    def _said(self, name: str, day: date | None, words: str) -> str:
        def say(hole: Hole) -> str:
            if hole.name == "day" and day:
                return self._language.date(day, hole.case)
            return words if hole.name == "provision" else self.frame.say_kind(hole)

        return fill(self._language.amending.act[name + (_FROM if day else "")], say)

    @property
    def _language(self) -> Language:
        return self.frame.language


def opening(frame: Frame, line: str) -> tuple[date | None, bool] | None:
    """Give the day that the first line of a clause names, and whether exceptions follow it.

    None for a line that begins no clause.
    """
    for name in ("commencement", "commencement" + _OWN):
        for _, day, _ in _found(frame, name, line):
            return day, name.endswith(_OWN)
    return None


def _found(frame: Frame, name: str, line: str) -> Iterator[tuple[str, date | None, str]]:
    """Yield each way in which a line is a sentence: its name, the day, the provision."""
    for key in (name, name + _FROM):
        pattern = frame.language.amending.act[key]
        for words in readings(pattern, line, lambda hole: _choice(frame, hole)):
            said = {hole.name: each for hole, each in words.items()}
            case = next((hole.case for hole in words if hole.name == "day"), "")
            day = _day(frame.language, said["day"], case) if "day" in said else None
            if ("day" in said) == (day is not None):
                yield key, day, said.get("provision", "")


def _choice(frame: Frame, hole: Hole) -> tuple[str, ...] | None:
    return None if hole.name in {"day", "provision"} else (frame.say_kind(hole),)


def _day(language: Language, words: str, case: str) -> date | None:
    """Give the day that some words name, and nothing but it."""
    for each in language.dates_in(words):
        figures = f"{int(each.value):08}"
        try:
            day = date(int(figures[:4]), int(figures[4:6]), int(figures[6:]))
        except ValueError:
            continue
        if language.date(day, case) == words:
            return day
    return None


def _refuse(line: str) -> tuple[date | None, bool]:
    raise UnreadableClauseError(line)
