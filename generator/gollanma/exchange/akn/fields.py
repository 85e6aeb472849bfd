"""Fields for which Akoma Ntoso has no element, as elements of our own.

A map is an element with elements in it, a list one with `item`s, a text one with a language. What
is written reads back as the same tree.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from lxml import etree

from gollanma.exchange.akn.nodes import Maker
from gollanma.exchange.akn.prose import folded
from gollanma.exchange.akn.vocabulary import LANG, OWN, SPACE, own
from gollanma.exchange.markup import Element
from gollanma.model import Part, Text
from gollanma.model.walk import Slot, slots
from gollanma.source import Node

ITEM = own("item")
ENTRY = own("entry")
"""A field of a map whose keys are no names: languages."""
KEY = "key"
FLAG = "flag"
"""A yes or no, which is no word."""


def put_fields(into: Element, part: Part, language: str, besides: Iterable[str]) -> bool:
    """Add the fields of a part that say something; say whether there were any.

    Texts give their words in one language alone.
    """
    found = False
    for slot, value in said(part):
        if slot.name in besides or (isinstance(value, Text) and language not in value):
            continue
        _put(etree.SubElement(into, own(slot.key)), value, language)
        found = True
    return found


def said(part: Part) -> Iterator[tuple[Slot, object]]:
    """Yield the fields of a part that differ from what an absent one means."""
    fields = type(part).model_fields
    for slot in slots(type(part)):
        value, field = getattr(part, slot.name), fields[slot.name]
        if field.is_required() or value != field.get_default(call_default_factory=True):
            yield slot, value


def _put(into: Element, value: object, language: str) -> None:
    match value:
        case Part():
            put_fields(into, value, language, ())
        case Text():
            if language in value:
                into.set(LANG, language)
                _put_letters(into, value[language])
        case Mapping():
            for key, each in value.items():
                _put(etree.SubElement(into, ENTRY, {KEY: str(key)}), each, language)
        case tuple():
            for each in value:
                _put(etree.SubElement(into, ITEM), each, language)
        case bool():
            into.set(FLAG, str(value).lower())
        case StrEnum():
            into.text = value.value
        case _:
            _put_letters(into, str(value))


def _put_letters(into: Element, words: str) -> None:
    if words != folded(words):
        into.set(SPACE, "preserve")
    into.text = words


# --- back


def tree_of(make: Maker, element: Element) -> Node:
    """Give the value of a field as it was before it was written."""
    if FLAG in element.attrib:
        return make.flag(element, element.get(FLAG, ""))
    if LANG in element.attrib:
        return make.fields(
            element, [(element.get(LANG, ""), make.words(element, _letters(element)))]
        )
    if len(element) and all(each.tag == ITEM for each in element):
        return make.items(element, (tree_of(make, each) for each in element))
    words = "" if len(element) else _letters(element)
    return make.words(element, words) if words else make.fields(element, fields_of(make, element))


def fields_of(make: Maker, element: Element) -> Iterator[tuple[str, Node]]:
    """Yield the fields inside an element, with their names."""
    for each in element:
        name = etree.QName(each)
        if name.namespace == OWN:
            yield each.get(KEY) or name.localname, tree_of(make, each)


def _letters(element: Element) -> str:
    words = element.text or ""
    return words if element.get(SPACE) == "preserve" else folded(words)
