"""Ids for the provisions that an amending act puts in, and what stays of those stated anew."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gollanma.languages import arabic
from gollanma.law.amending.blocks import Quoted
from gollanma.law.amending.instructions import Place, Where
from gollanma.law.units import Unit
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind, Numbering
from gollanma.model.text import Text

_UNFIT = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Namer:
    """Names new provisions as the handbook does: a8 for Article 8, a8.2 for its part 2.

    A name that another provision of the text has or had here is never given again.
    """

    units: Mapping[str, Unit]
    kind: ActKind
    given: set[str] = field(default_factory=set)

    def inserted(self, place: Place, new: Iterable[Quoted], language: str) -> tuple[Provision, ...]:
        """Give provisions that come to a place."""
        beside = place.target
        holder = self.units[beside].parent if place.where is Where.AFTER else beside
        return tuple(self._provision(each, self._root(holder), language) for each in new)

    def restated(self, target: str, new: Quoted, language: str) -> Provision:
        """Give a provision stated anew in a language; what it says in others stays.

        What it holds keeps its id where unit and number are the same.
        """
        return self._merged(self.units[target].provision, new, language)

    def _provision(self, new: Quoted, root: str, language: str) -> Provision:
        place = self._name(new, root)
        inside = place if self._is_cited(new.unit) else root
        return Provision(
            id=place,
            unit=new.unit,
            number=new.number or None,
            heading=_text(None, new.heading, language),
            text=_text(None, new.text, language),
            repealed=new.is_repealed,
            contains=tuple(self._provision(each, inside, language) for each in new.contains),
        )

    def _merged(self, was: Provision, new: Quoted, language: str) -> Provision:
        left, root = list(was.contains), self._root(was.id)
        inside = []
        for each in new.contains:
            old = next((one for one in left if _is_same(one, each)), None)
            if old:
                left.remove(old)
                inside.append(self._merged(old, each, language))
            else:
                inside.append(self._provision(each, root, language))
        values = {
            "number": new.number or None,
            "heading": _text(was.heading, new.heading, language),
            "text": _text(was.text, new.text, language),
            "repealed": new.is_repealed,
            "contains": tuple(inside),
        }
        return was.model_copy(update=values)

    def _root(self, holder: str) -> str:
        """Give the id to which those inside a provision add their number; empty for none."""
        above = (*self.units[holder].above, holder) if holder else ()
        cited = [each for each in above if self._is_cited(self.units[each].provision.unit)]
        return cited[-1] if cited else ""

    def _is_cited(self, unit: str) -> bool:
        rule = self.kind.unit(unit)
        return rule is None or rule.in_path

    def _figures(self, new: Quoted) -> str:
        rule = self.kind.unit(new.unit)
        is_roman = rule is not None and rule.numbering is Numbering.ROMAN
        return arabic(new.number) if is_roman else new.number

    def _name(self, new: Quoted, root: str) -> str:
        number = _UNFIT.sub("-", self._figures(new).lower()).strip("-") or new.unit
        is_inside = root and self._is_cited(new.unit)
        name = f"{root}.{number}" if is_inside else f"{new.unit[0]}{number}"
        free, count = name, 1
        while free in self.units or free in self.given:
            count += 1
            free = f"{name}-{count}"
        self.given.add(free)
        return free


def _is_same(was: Provision, new: Quoted) -> bool:
    return (was.unit, was.number or "") == (new.unit, new.number)


def _text(was: Text | None, words: str, language: str) -> Text | None:
    said = {**(was or {}), language: words}
    left = {code: each for code, each in said.items() if each}
    return Text(left) if left else None
