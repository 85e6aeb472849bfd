"""Fields for which Akoma Ntoso has no element, as elements of our own.

A map is an element with elements in it, a list one with `item`s, a text one with a language. What
is written reads back as the same tree.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from lxml import etree

from gollanma.exchange.akn.prose import Element, folded
from gollanma.exchange.akn.vocabulary import LANG, SPACE, own
from gollanma.model import Part, Text
from gollanma.model.walk import Slot, slots

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
