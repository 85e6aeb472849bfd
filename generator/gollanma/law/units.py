"""The provisions of an edition by their ids, each with its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.walk import Path


@dataclass(frozen=True, slots=True)
class Unit:
    """One provision in its place in an edition."""

    provision: Provision
    path: Path
    above: tuple[str, ...]
    """The ids of what holds it, the outermost first."""
    index: int
    """Its place among its siblings, from 0."""
    after: str
    """The id of the sibling before it; empty for the first."""

    @property
    def parent(self) -> str:
        """The id of what holds it; empty for the outermost."""
        return self.above[-1] if self.above else ""


def units(edition: Edition) -> Mapping[str, Unit]:
    """Give every provision by its id, in the order of the text; of equal ids the first."""
    found: dict[str, Unit] = {}
    for unit in _walk(edition.body, ("body",), ()):
        found.setdefault(unit.provision.id, unit)
    return found


def spoken_languages(edition: Edition) -> frozenset[str]:
    """Give the languages that any provision of an edition speaks."""
    texts = (
        text
        for unit in units(edition).values()
        for text in (unit.provision.heading, unit.provision.text)
    )
    return frozenset(code for text in texts for code in text or ())


def inner(unit: Unit) -> Iterator[str]:
    """Yield the ids of all that a provision holds, in the order of the text."""
    for each in _walk(unit.provision.contains, unit.path, ()):
        yield each.provision.id


def _walk(provisions: Sequence[Provision], path: Path, above: tuple[str, ...]) -> Iterator[Unit]:
    after = ""
    for index, each in enumerate(provisions):
        place = (*path, index)
        yield Unit(each, place, above, index, after)
        yield from _walk(each.contains, (*place, "contains"), (*above, each.id))
        after = each.id
