"""What stands around the words of an edited line: its number, its name, and that it is repealed."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from gollanma.exchange.lawtext.lines import seen
from gollanma.exchange.lawtext.roles import Roles
from gollanma.exchange.word.plain import Line
from gollanma.languages import lowered, raised
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
    """The unit that its name or number tells; empty where several have such numbers, or none."""
    number: str | None
    words: str
    is_heading: bool = False


@dataclass(frozen=True)
class Names:
    """What the provisions of an edition are called in a language, and that they are repealed."""

    voice: Voice
    units: Mapping[str, Unit]
    roles: Roles

    def added(self, text: str) -> Added:
        """Read a paragraph that may begin as the edition names its units: `Article 12¹. Help`."""
        text = seen(text)
        found = FIGURES.search(text.partition(STOP)[0])
        number = lowered(found[0]) if found else ""
        for unit in self._units(is_titled=True) if found else ():
            name = unit_name(self.voice, Provision(id="new", unit=unit, number=number))
            rest = text.removeprefix(name)
            if rest != text and (not rest or rest.startswith(".")):
                return Added(unit, number, rest.removeprefix(".").strip(" "), is_heading=True)
        numbered = self._numbered(text)
        return numbered if numbered.unit else self._as_in_print(text, numbered)

    def _numbered(self, text: str) -> Added:
        """Read a paragraph that may begin with a number: parts have `2.`, points `2)`."""
        number, words = split_number(text)
        mark = text.removesuffix(words).strip(" ")
        units = [
            each
            for each in self._units(is_titled=False)
            if number and self.voice.say(f"act.number.{each}", number=raised(number)) == mark
        ]
        return Added(units[0] if len(units) == 1 else "", number, words)

    def _as_in_print(self, text: str, read: Added) -> Added:
        """Read a paragraph that begins as acts do in print, with a unit that the edition lacks."""
        opening = self.roles.opening(text)
        if opening is None:
            return read
        if opening.has_word and opening.number:
            return Added(opening.unit, opening.number, opening.rest, is_heading=True)
        if opening.number and read.number in {None, opening.number}:
            return Added(opening.unit, opening.number, opening.rest)
        return read

    def _units(self, *, is_titled: bool) -> tuple[str, ...]:
        """Give the numbered units of the edition that are called by a name, or the others."""
        says = self.voice.language.says
        provisions = (each.provision for each in self.units.values())
        kinds = dict.fromkeys(each.unit for each in provisions if each.number is not None)
        return tuple(each for each in kinds if says(f"act.number.{each}") is not is_titled)

    def inside(self, unit: str) -> str:
        """Give the unit of what a unit holds as a rule; of one that holds nothing its own."""
        provisions = (each.provision for each in self.units.values() if each.provision.contains)
        held = Counter(each.contains[0].unit for each in provisions if each.unit == unit)
        return max(held, key=held.__getitem__, default=unit)

    def is_repealed(self, text: str) -> bool:
        """Say whether a line ends in the words that it is repealed."""
        found = TAGS.search(text)
        return found is not None and self.voice.say("status.repealed") in found["tags"].split(" · ")


def without_tags(text: str) -> str:
    """Give a line without what a reader must know of it."""
    return TAGS.sub("", text)
