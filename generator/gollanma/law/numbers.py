"""How provisions are cited: by the numbers of what holds them, in the edition that one reads."""

from collections.abc import Iterator, Mapping

from gollanma.law.units import Unit
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind, Numbering

Chain = tuple[tuple[str, str], ...]
"""Units and numbers, the outermost first: `(("article", "12"), ("part", "3"))`."""


def number_of(provision: Provision) -> str:
    """Give the number by which a provision is cited; of one without any its place, if it has one.

    The second part of an article is the second whether the number is printed or not; a note
    alone is the note.
    """
    place = provision.id.rpartition(".")[2]
    return provision.number or (place if place[:1].isdigit() else "")


def path_units(rules: ActKind) -> frozenset[str]:
    """Give the units whose numbers belong to a citation."""
    return frozenset(
        each.id for each in rules.units if each.in_path and each.numbering is not Numbering.NONE
    )


def chain_of(place: str, placed: Mapping[str, Unit], units: frozenset[str]) -> Chain:
    """Give the units and numbers by which a provision is cited, of these units alone."""
    return tuple(_chain(place, placed, units))


def _chain(
    place: str, placed: Mapping[str, Unit], units: frozenset[str]
) -> Iterator[tuple[str, str]]:
    for each in (*placed[place].above, place):
        provision = placed[each].provision
        if provision.unit in units:
            yield provision.unit, number_of(provision)


def cited_places(placed: Mapping[str, Unit], units: frozenset[str]) -> Mapping[Chain, str]:
    """Give the id of every provision by how it is cited; of two that are cited alike the first."""
    found: dict[Chain, str] = {}
    for place, unit in placed.items():
        if unit.provision.unit in units:
            found.setdefault(chain_of(place, placed, units), place)
    return found


def place_meant(cited: Chain, here: Chain, places: Mapping[Chain, str]) -> str | None:
    """Give the id that a citation means, read in a provision; None where there is no such.

    Part 2, read in Article 5, is part 2 of Article 5.
    """
    ways = (here[:length] + cited for length in range(len(here), -1, -1))
    return next((places[each] for each in ways if each in places), None)
