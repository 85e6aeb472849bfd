"""What stands around the words of an edited line: its number, its name, and that it is repealed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gollanma.exchange.word.plain import Line
from gollanma.languages import lowered
from gollanma.law import Unit
from gollanma.model.kinds.acts import Provision
from gollanma.views.outline import unit_name
from gollanma.views.voice import Voice

MARK = re.compile(r"(?P<number>[0-9]{1,4}[⁰¹²³⁴⁵⁶⁷⁸⁹]*|[IVXLCDM]{1,8}|\w)[.)](?:\s+|$)")
"""A number as it stands before words: `2.`, `12¹)`, `a)`."""
FIGURES = re.compile(r"[0-9]+[⁰¹²³⁴⁵⁶⁷⁸⁹]*|\b[IVXLCDM]+[⁰¹²³⁴⁵⁶⁷⁸⁹]*\b")
TAGS = re.compile(r"\s*\[(?P<tags>[^\[\]]+)\]$")
"""What a reader must know before relying on a line, as it stands at its end."""
STOP = ". "


def split_number(text: str) -> tuple[str | None, str]:
    """Give the number before the words of a new paragraph, if it has one, and the words."""
    found = MARK.match(text)
    return (lowered(found["number"]), text[found.end() :]) if found else (None, text)


def without_marks(line: Line, text: str) -> tuple[str | None, str]:
    """Give the number that an edited line has now, None for the one it had, and its words alone."""
    words = text.removesuffix(line.after).rstrip(" ") if line.after else text
    if not line.before:
        return None, words
    if words == line.before or words.startswith(f"{line.before} "):
        return None, words[len(line.before) :].lstrip(" ")
    return _renumbered(line, words)


def _renumbered(line: Line, words: str) -> tuple[str | None, str]:
    """Read a number that is not the old one; a line that lost it has words alone."""
    if " " not in line.before:
        return split_number(words)
    name, stop, rest = words.partition(STOP)
    found = FIGURES.search(name)
    if not found or (not stop and line.words):
        return None, words
    return lowered(found[0]), rest


@dataclass(frozen=True, slots=True)
class Added:
    """A new paragraph, taken apart."""

    unit: str
    """The unit that it names; empty where it names none."""
    number: str | None
    words: str


@dataclass(frozen=True)
class Names:
    """What the provisions of an edition are called in a language, and that they are repealed."""

    voice: Voice
    units: Mapping[str, Unit]

    def added(self, text: str) -> Added:
        """Read a paragraph that may begin as the edition names its units: `Article 12¹. Help`."""
        found = FIGURES.search(text.partition(STOP)[0])
        number = lowered(found[0]) if found else ""
        for unit in self._titled if found else ():
            name = unit_name(self.voice, Provision(id="new", unit=unit, number=number))
            rest = text.removeprefix(name)
            if rest != text and (not rest or rest.startswith(".")):
                return Added(unit, number, rest.removeprefix(".").strip(" "))
        return Added("", *split_number(text))

    @cached_property
    def _titled(self) -> tuple[str, ...]:
        """The units whose name stands before their heading."""
        says = self.voice.language.says
        kinds = dict.fromkeys(each.provision.unit for each in self.units.values())
        return tuple(each for each in kinds if not says(f"act.number.{each}"))

    def inside(self, unit: str) -> str:
        """Give the unit of what a unit holds; of one that holds nothing its own."""
        held = (
            each.provision.contains[0].unit
            for each in self.units.values()
            if each.provision.unit == unit and each.provision.contains
        )
        return next(held, unit)

    def is_repealed(self, text: str) -> bool:
        """Say whether a line ends in the words that it is repealed."""
        found = TAGS.search(text)
        return found is not None and self.voice.say("status.repealed") in found["tags"].split(" · ")


def without_tags(text: str) -> str:
    """Give a line without what a reader must know of it."""
    return TAGS.sub("", text)
