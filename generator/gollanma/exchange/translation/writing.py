"""Passages as XLIFF 1.2: one `file` for each record, one `trans-unit` for each passage.

The words are plain text: references and numbers from data stay in their brackets, as editors write
them. Beside a passage stand the terms of the glossary that occur in it, with their equivalents.
"""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from gollanma.exchange.markup import Element
from gollanma.exchange.translation.passages import Need, Passage, own_language
from gollanma.exchange.translation.vocabulary import ORIGINALS, SPACE, xliff
from gollanma.graph import Graph
from gollanma.graph.occurrences import Labels
from gollanma.model.kinds import Term
from gollanma.model.kinds.terms import LabelStatus

EMPTY = f'<xliff xmlns="{ORIGINALS}" version="1.2"/>'
STATES: Mapping[Need, str] = {
    Need.MISSING: "needs-translation",
    Need.BEHIND: "needs-review-translation",
    Need.DONE: "translated",
}


def document(graph: Graph, language: str, passages: Sequence[Passage]) -> bytes:
    """Give the document with which passages go to a translator. Same input, same bytes."""
    root = etree.fromstring(EMPTY)
    wanted = _Equivalents(graph, language)
    for key in dict.fromkeys(each.key for each in passages):
        own = own_language(graph.library, graph.library.records[key])
        names = {"original": key, "source-language": own, "target-language": language}
        file = etree.SubElement(root, xliff("file"), {**names, "datatype": "plaintext"})
        body = etree.SubElement(file, xliff("body"))
        for each in passages:
            if each.key == key:
                _unit(body, each, tuple(wanted.of(own, each.source)))
    etree.indent(root)
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return text + b"\n"


def _unit(body: Element, passage: Passage, terms: Sequence[str]) -> None:
    unit = etree.SubElement(body, xliff("trans-unit"), {"id": passage.place, SPACE: "preserve"})
    etree.SubElement(unit, xliff("source")).text = passage.source
    target = etree.SubElement(unit, xliff("target"), {"state": STATES[passage.need]})
    target.text = passage.target
    if terms:
        etree.SubElement(unit, xliff("note"), {"from": "gollanma"}).text = "; ".join(terms)


class _Equivalents:
    """What the terms of a text are called in another language."""

    def __init__(self, graph: Graph, language: str) -> None:
        self._graph = graph
        self._language = language
        self._labels: dict[str, Labels] = {}
        """By language."""

    def of(self, own: str, words: str) -> Iterator[str]:
        """Yield each term that occurs in a text, once, with its equivalent."""
        if own not in self._labels:
            self._labels[own] = Labels(self._graph.library, self._graph.languages[own])
        found = (each.term for _, _, each in self._labels[own].found(words))
        for key in dict.fromkeys(found):
            names = self._name(key, own), self._name(key, self._language)
            if all(names):
                yield " → ".join(names)

    def _name(self, key: str, language: str) -> str:
        term = self._graph.library.records.get(key)
        labels = term.labels.get(language, ()) if isinstance(term, Term) else ()
        return next((each.label for each in labels if each.status is LabelStatus.PREFERRED), "")
