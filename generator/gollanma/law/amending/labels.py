"""The numbers and names with which provisions begin in print, written and read."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from gollanma.languages import Language, lowered, raised
from gollanma.law.amending.numbers import number_in
from gollanma.model.project import ActKind, Numbering, UnitRule

_NAME = re.compile(r"(?P<name>[^.]+)\.(?: (?P<rest>.*))?")
_HOLE = "\N{NULL}"
_UNPRINTED = frozenset({Numbering.NONE, Numbering.WORDS})
_FIGURES = re.compile(r"[0-9].*")
_SHAPES = {
    Numbering.ROMAN: re.compile(r"[IVXLCDM]+.*"),
    Numbering.LETTER: re.compile(r"[^\W\d_].*"),
}


@dataclass(frozen=True, slots=True)
class Inside:
    """Where a line stands, and so which units it may begin."""

    holder: str
    """The unit that holds it; empty for the act."""
    unit: str = ""
    """The one unit that is meant; empty where it may be any inside the holder."""


@dataclass(frozen=True)
class Labels:
    """How the units of a kind of act begin in one language."""

    language: Language
    kind: ActKind
    _patterns: dict[str, re.Pattern[str]] = field(default_factory=dict, repr=False, compare=False)

    def label(self, unit: str, number: str) -> str:
        """Give what stands before the words of a unit; nothing where it has no number."""
        if unit in self._called:
            said = self.language.cite(((unit, number),), self._case)
            return said[0].upper() + said[1:] + "."
        return self._numeral(unit, raised(number)) if number else ""

    def read(self, unit: str, line: str) -> tuple[str, str] | None:
        """Give the number with which a line begins as a unit does, and the rest of the line."""
        return self._read_name(unit, line) if unit in self._called else self._read(unit, line)

    def numbered(self, line: str, inside: Inside) -> tuple[str, str, str] | None:
        """Give unit, number and rest of a line that begins with a number or a name."""
        for rule in self._units(inside):
            found = self.read(rule.id, line)
            if found and self._is_shaped(rule, found[0]):
                return rule.id, *found
        return None

    def new(self, line: str, inside: Inside) -> tuple[str, str, str] | None:
        """Give unit, number and rest of a line that begins a provision, numbered or not."""
        found = self.numbered(line, inside)
        if found:
            return found
        plain = inside.unit or next(
            (
                rule.id
                for rule in self._units(inside)
                if rule.numbering in _UNPRINTED and rule.id not in self._called
            ),
            "",
        )
        return (plain, "", line) if plain else None

    def unit_called(self, word: str, inside: Inside) -> str:
        """Give the unit that a word means; nothing where it means none."""
        case = self._case
        rules = (*self._units(inside), *self.kind.units)
        called = (each.id for each in rules if self.language.unit_word(each.id, case) == word)
        return next(called, "")

    @property
    def _case(self) -> str:
        return self.language.cases[0]

    @cached_property
    def _called(self) -> frozenset[str]:
        return self.language.amending.titled | self.language.amending.named

    def _units(self, inside: Inside) -> tuple[UnitRule, ...]:
        """Give the units that may stand somewhere, the outermost first."""
        names = [each.id for each in self.kind.units]
        if inside.unit:
            return tuple(each for each in self.kind.units if each.id == inside.unit)
        holder = inside.holder
        return self.kind.units[names.index(holder) + 1 :] if holder in names else self.kind.units

    def _is_shaped(self, rule: UnitRule, number: str) -> bool:
        shape = _SHAPES.get(rule.numbering, _FIGURES)
        return rule.id in self._called or bool(shape.fullmatch(number))

    def _numeral(self, unit: str, number: str) -> str:
        key = f"act.number.{unit}"
        key = key if self.language.says(key) else "act.number.other"
        return self.language.say(key, number=number)

    def _read(self, unit: str, line: str) -> tuple[str, str] | None:
        if unit not in self._patterns:
            shape = re.escape(self._numeral(unit, _HOLE)).replace(re.escape(_HOLE), r"(?P<n>\S+?)")
            self._patterns[unit] = re.compile(rf"{shape}(?: (?P<rest>.*))?")
        match = self._patterns[unit].fullmatch(line)
        if not match or raised(lowered(match["n"])) != match["n"]:
            return None
        return lowered(match["n"]), match["rest"] or ""

    def _read_name(self, unit: str, line: str) -> tuple[str, str] | None:
        match = _NAME.fullmatch(line)
        if not match:
            return None
        name = match["name"]
        for said in (name, name[0].lower() + name[1:]):
            number = number_in(self.language, unit, said, self._case)
            if number is not None:
                return number, match["rest"] or ""
        return None
