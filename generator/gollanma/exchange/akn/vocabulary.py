"""The words of Akoma Ntoso 3.0 that we write and read, and the names of what is ours in it."""

from typing import Final

from gollanma.law.number_paths import CONTAINER, ELEMENTS

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN: Final = "urn:gollanma:akn:1"
"""Of what Akoma Ntoso has no element for: inclusion, treaties, modality, variants …"""
XML: Final = "http://www.w3.org/XML/1998/namespace"
LANG: Final = f"{{{XML}}}lang"
SPACE: Final = f"{{{XML}}}space"

UNITS: Final = {element: unit for unit, element in ELEMENTS.items()}
NAMED: Final = frozenset({"division", "chapter", "article"})
"""Units that a text prints by their names: Article 8, not 8."""
HIERARCHY: Final = frozenset(
    {
        *("clause", "section", "part", "paragraph", "chapter", "title", "article", "book"),
        *("tome", "division", "list", "point", "indent", "alinea", "rule", "subrule", "proviso"),
        *("subsection", "subpart", "subparagraph", "subchapter", "subtitle", "subdivision"),
        *("subclause", "sublist", "level", "transitional", CONTAINER),
    }
)
"""Every element that stands for a unit of an act."""

SAMPLE: Final = "sample"
NOTE: Final = "note"
OFFICE: Final = "office"
PLACE: Final = "place"
EXPLANATION: Final = "explanation"
AMENDMENT: Final = "amendment_note"
REMARKS: Final = (EXPLANATION, AMENDMENT)
"""Classes by which we know our paragraphs and notes again."""

REMOVED: Final = "removed"
"""The status of a provision that binds nobody any more."""
FIRST_DAY: Final = "first-day"
LAST_DAY: Final = "last-day"
"""An interval ends on this day, which still counts; elsewhere it ends before it."""
ALIAS: Final = "gollanma"
"""The name of the alias that is our own key."""


def akn(name: str) -> str:
    """Give the whole name of an element of Akoma Ntoso."""
    return f"{{{AKN}}}{name}"


def own(name: str) -> str:
    """Give the whole name of an element or attribute of ours."""
    return f"{{{OWN}}}{name}"
