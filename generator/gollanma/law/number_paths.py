"""Paths of numbers: what Akoma Ntoso calls a place in a text, `art_8__para_2`."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind
from gollanma.model.walk import Path

ELEMENTS = {
    "division": "division",
    "chapter": "chapter",
    "article": "article",
    "part": "paragraph",
    "point": "point",
    "subpoint": "subparagraph",
    "paragraph": "alinea",
}
"""The element of each unit of an act; any other unit is a container that carries its name."""
CONTAINER = "hcontainer"
SHORT = {
    "division": "dvs",
    "chapter": "chp",
    "article": "art",
    "paragraph": "para",
    "subparagraph": "subpara",
    "alinea": "al",
}
"""How the naming convention shortens elements; any other stands in full."""
BETWEEN = "__"
UNNUMBERED = "nn"
"""Stands before the place of a unit that has no number, as the naming convention asks."""
NOT_IN_NUMBERS = re.compile(r"[^0-9A-Za-z]+")


def element_of(unit: str) -> str:
    """Give the element that stands for a unit."""
    return ELEMENTS.get(unit, CONTAINER)


def eids(edition: Edition, kind: ActKind | None) -> Mapping[Path, str]:
    """Give the eId of each provision by its place; no two are equal."""
    return dict(_Namer(kind).named(edition.body, ("body",), ""))


class _Namer:
    """Names provisions one after the other, and remembers which names are taken."""

    def __init__(self, kind: ActKind | None) -> None:
        self._kind = kind
        self._taken: set[str] = set()

    def named(
        self, provisions: Sequence[Provision], path: Path, above: str
    ) -> Iterator[tuple[Path, str]]:
        counted: Counter[str] = Counter()
        for index, each in enumerate(provisions):
            counted[each.unit] += 1
            name = self._free(above + _own(each, counted[each.unit]))
            here = (*path, index)
            yield here, name
            prefix = f"{name}{BETWEEN}" if self._is_in_path(each.unit) else above
            yield from self.named(each.contains, (*here, "contains"), prefix)

    def _free(self, name: str) -> str:
        free, more = name, 1
        while free in self._taken:
            more += 1
            free = f"{name}-{more}"
        self._taken.add(free)
        return free

    def _is_in_path(self, unit: str) -> bool:
        """Say whether the numbers inside a unit begin anew in each."""
        rule = self._kind.unit(unit) if self._kind else None
        return rule is None or rule.in_path


def _own(provision: Provision, count: int) -> str:
    element = element_of(provision.unit)
    short = provision.unit if element == CONTAINER else SHORT.get(element, element)
    number = NOT_IN_NUMBERS.sub("-", provision.number or "").strip("-")
    return f"{short}_{number or f'{UNNUMBERED}{count}'}"
