"""Citations in the texts of law that are no references, and what they mean where they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gollanma.graph import Graph, running
from gollanma.languages import Citation
from gollanma.law import Chain, Unit, chain_of, cited_places, path_units, place_meant, units
from gollanma.model import Text
from gollanma.model.kinds import Edition
from gollanma.model.project import ActKind
from gollanma.model.walk import Path


@dataclass(frozen=True, slots=True)
class CitedText:
    """An edition as citations see it."""

    placed: Mapping[str, Unit]
    units: frozenset[str]
    places: Mapping[Chain, str]

    def meant(self, citation: Citation, here: str | None) -> str | None:
        """Give the id of the provision that a citation names, read in another."""
        if any(len(each.numbers) != 1 for each in citation.units):
            return None
        cited = tuple((each.unit, each.numbers[0]) for each in citation.units)
        around = chain_of(here, self.placed, self.units) if here else ()
        return place_meant(cited, around, self.places)


def cited_text(edition: Edition, rules: ActKind) -> CitedText:
    """Give an edition with the numbers by which its provisions are cited."""
    placed, named = units(edition), path_units(rules)
    return CitedText(placed, named, cited_places(placed, named))


def typed(graph: Graph, text: Text, named: frozenset[str]) -> Iterator[tuple[str, Citation]]:
    """Yield the citations of a text that are no references, with their languages."""
    for code, words in text.items():
        found = graph.languages[code].citations_in(words, named)
        plain = list(running(words)) if found else []
        for each in found:
            if any(start <= each.start and each.end <= end for start, end in plain):
                yield code, each


def provisions_of(edition: Edition) -> Iterator[tuple[str, Path, Text]]:
    """Yield the words of each provision with its id."""
    for place, unit in units(edition).items():
        for field, text in (("heading", unit.provision.heading), ("text", unit.provision.text)):
            if text:
                yield place, (*unit.path, field), text
