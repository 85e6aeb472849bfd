"""What the units of an act's kind do in a text, worked out from the project and the pack."""

import re
from dataclasses import dataclass
from functools import cached_property

from gollanma.languages import Language, LawForm, Opening
from gollanma.model.project import ActKind, Numbering, UnitRule

_HOLE = "\N{NULL}"


@dataclass(frozen=True)
class Roles:
    """The units of a kind of act, outermost first, and how a language prints them."""

    kind: ActKind
    language: Language
    marks: tuple[str, str]
    """The sentences that mark a sample: a whole text, and one provision."""

    @property
    def form(self) -> LawForm:
        """How the language prints acts."""
        return self.language.law_form

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The names of the units."""
        return tuple(each.id for each in self.kind.units)

    def rank(self, unit: str) -> int:
        """Give the place of a unit, from 0 for the outermost."""
        return self.units.index(unit)

    def rule(self, unit: str) -> UnitRule:
        """Give the rule of a unit."""
        return self.kind.units[self.rank(unit)]

    @cached_property
    def running(self) -> str:
        """The unit of a paragraph of its own: the outermost that is printed without a word."""
        return next((each.id for each in self.kind.units if self._is_running(each)), self.units[-1])

    @cached_property
    def inner(self) -> str:
        """The unit of a paragraph inside another; empty where the kind has none."""
        return next((each.id for each in self.kind.units if each.numbering is Numbering.WORDS), "")

    @cached_property
    def named(self) -> frozenset[str]:
        """The units whose lines name them, and which have headings."""
        return frozenset(each.id for each in self.kind.units if self._is_named(each))

    @cached_property
    def article(self) -> str:
        """The innermost unit of citations that has a heading; empty where the kind has none."""
        named = [each.id for each in self.kind.units if each.in_path and self._is_named(each)]
        return named[-1] if named else ""

    @cached_property
    def notes(self) -> frozenset[str]:
        """The units that belong to what stands before them and hold nothing."""
        return frozenset(each.id for each in self.kind.units if each.numbering is Numbering.NONE)

    def opening(self, line: str) -> Opening | None:
        """Give how a line begins a provision, or None when it does not."""
        return next(self.form.openings(line, self.units), None)

    def variant_mark(self, name: str) -> str:
        """Give what stands before one of several wordings: a mark in brackets."""
        return f"[{self.language.say('act.open-variant', name=name.upper())}]"

    def variant(self, line: str) -> tuple[str, str] | None:
        """Give the name of a wording and its words; None for a line that is no open wording."""
        found = self._variants.fullmatch(line) if line.startswith("[") else None
        return (found["name"].lower(), found["words"]) if found else None

    @cached_property
    def _variants(self) -> re.Pattern[str]:
        before, _, after = re.escape(self.variant_mark(_HOLE)).partition(_HOLE)
        name = r"(?P<name>[A-Z0-9]+(?:-[A-Z0-9]+)*)"
        return re.compile(rf"{before}{name}{after} ?(?P<words>.*)")

    def _is_named(self, rule: UnitRule) -> bool:
        ways = self.form.ways.get(rule.id, ())
        return rule.numbering is not Numbering.NONE and any(each.has_word for each in ways)

    def _is_running(self, rule: UnitRule) -> bool:
        ways = self.form.ways.get(rule.id, ())
        return rule.in_path and bool(ways) and not ways[0].has_word


def roles_of(kind: ActKind, language: Language) -> Roles:
    """Give what the units of a kind of act do in a language."""
    marks = (language.say("act.sample"), language.say("status.sample"))
    return Roles(kind, language, marks)
