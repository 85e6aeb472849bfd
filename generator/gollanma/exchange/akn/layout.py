"""The bytes of a document: indented where white space says nothing, never within words."""

from lxml import etree

from gollanma.exchange.akn.vocabulary import AKN
from gollanma.exchange.markup import Element

STEP = "  "
LINES = frozenset({"p", "heading", "num"})
"""Elements whose white space belongs to the words."""


def laid_out(root: Element) -> bytes:
    """Give the bytes of a document, equal for equal trees."""
    _indent(root, 0)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _indent(element: Element, depth: int) -> None:
    name = etree.QName(element)
    if not len(element) or (name.namespace == AKN and name.localname in LINES):
        return
    element.text = f"\n{STEP * (depth + 1)}"
    for each in element:
        _indent(each, depth + 1)
        each.tail = f"\n{STEP * (depth + 1)}"
    element[-1].tail = f"\n{STEP * depth}"
