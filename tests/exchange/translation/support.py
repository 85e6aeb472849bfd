"""Translations sent out and taken back, without a folder."""

from collections.abc import Callable, Mapping
from functools import cache

from lxml import etree

from gollanma.exchange.records import as_yaml
from gollanma.exchange.translation import document, passages
from gollanma.exchange.translation.vocabulary import xliff
from gollanma.graph import Graph
from gollanma.model import Text
from gollanma.model.base import Part
from gollanma.model.places import file_of
from gollanma.source import Document
from tests.support.projects import small

SOP = "sop/visit"


@cache
def whole() -> Graph:
    """Give the small project."""
    return small().graph


def without(value: object, code: str) -> object:
    """Give a part, or what stands in one, without the words of a language."""
    if isinstance(value, Text):
        return Text({each: words for each, words in value.items() if each != code})
    if isinstance(value, tuple):
        return tuple(without(each, code) for each in value)
    if isinstance(value, Part):
        names = type(value).model_fields
        return value.model_copy(
            update={name: without(getattr(value, name), code) for name in names}
        )
    return value


def in_blocks(key: str, *lacks: str) -> dict[str, str]:
    """Give the file of a record of the small project as editors write it, without languages."""
    record = whole().library.records[key]
    for code in lacks:
        copy = without(record, code)
        assert isinstance(copy, type(record))
        record = copy
    return {file_of(key): as_yaml(record, file_of(key), whole().library.project.languages.all)}


def sent(graph: Graph, key: str, code: str) -> bytes:
    """Give the document with all passages of a record."""
    return document(graph, code, tuple(passages(graph.library, key, code)))


def filled(data: bytes, words: Callable[[str, str], str | None]) -> bytes:
    """Give a document as a translator sends it back; `words` are asked with place and source."""
    root = etree.fromstring(data)
    for unit in root.iter(xliff("trans-unit")):
        source, target = unit.find(xliff("source")), unit.find(xliff("target"))
        assert source is not None
        assert target is not None
        given = words(str(unit.get("id")), str(source.text))
        if given is not None:
            target.text = given
            target.set("state", "translated")
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def files_of(document: Document) -> Mapping[str, str]:
    """Give the files in which a record stands."""
    return {each.path: each.text for each in document.files}
