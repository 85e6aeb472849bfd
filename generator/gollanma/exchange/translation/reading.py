"""What came back from a translator, read against the library as it is now.

A document that is not whole or not XLIFF is refused. Of a good one each passage is taken by itself:
one whose original has changed since waits for a person, and the others need not wait for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from gollanma.diagnostics import Diagnostic, Severity, Span, Value, in_order
from gollanma.exchange.markup import Element, Markup, parse
from gollanma.exchange.translation.passages import Need, Passage, own_language, passages
from gollanma.exchange.translation.vocabulary import ORIGINALS, TRANSLATED, xliff
from gollanma.model import Library

MARKER = "mrk"
"""Programs of translators put it around sentences; it says nothing of the words."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A passage with the words of a translator."""

    passage: Passage
    language: str
    words: str
    span: Span
    """Where they stand in the document."""


def read(
    library: Library, path: str, data: bytes
) -> tuple[tuple[Returned, ...], tuple[Diagnostic, ...]]:
    """Give the passages that a document brings, and what was found in it.

    Nothing is brought where a finding is an error. A passage that says what stands there already
    is brought where its translator stands by it: then it is no longer older than its original.
    """
    markup = parse(path, data, unreadable)
    if isinstance(markup, Diagnostic):
        return (), (markup,)
    name = etree.QName(markup.root)
    if name.namespace != ORIGINALS or markup.root.tag != xliff("xliff"):
        return (), (unreadable(markup.span(markup.root), "other", name=name.localname),)
    reader = _Reader(library, markup)
    returned = tuple(reader.returned())
    found = tuple(in_order(reader.found))
    if any(each.severity is Severity.ERROR for each in found):
        return (), found
    return returned, found


def unreadable(span: Span, key: str, **values: Value) -> Diagnostic:
    """Give an error: no XLIFF, or a file that we refuse to open."""
    return Diagnostic(span, "TRL001", Severity.ERROR, key, values)


class _Reader:
    """Goes through one document; what is wrong is found on the way."""

    def __init__(self, library: Library, markup: Markup) -> None:
        self._library = library
        self._markup = markup
        self._seen: dict[tuple[str, str, str], Span] = {}
        self.found: list[Diagnostic] = []

    def returned(self) -> Iterator[Returned]:
        """Yield what each file of the document brings."""
        for file in self._markup.root.iter(xliff("file")):
            key, language = file.get("original", ""), file.get("target-language", "")
            known = self._known(file, key, language)
            for unit in file.iter(xliff("trans-unit")) if known is not None else ():
                yield from self._unit(unit, language, known or {})

    def _known(self, file: Element, key: str, language: str) -> Mapping[str, Passage] | None:
        """Give the passages that a file may bring, by place; nothing where it may bring none."""
        library = self._library
        if key not in library.records:
            self._misfit(file, "no-record", value=key)
        elif language not in library.project.languages.all:
            known = ", ".join(library.project.languages.all)
            self._misfit(file, "no-language", value=language, known=known)
        elif language == own_language(library, library.records[key]):
            self._misfit(file, "own-language", value=key, language=language)
        else:
            return {each.place: each for each in passages(library, key, language)}
        return None

    def _unit(
        self, unit: Element, language: str, known: Mapping[str, Passage]
    ) -> Iterator[Returned]:
        target = unit.find(xliff("target"))
        place, words = unit.get("id", ""), self._words(target)
        if target is None or not words:
            return
        passage = known.get(place)
        source = self._words(unit.find(xliff("source")))
        if passage is None:
            self._aside(unit, "no-place", value=place)
        elif source != passage.source:
            self._aside(unit, "changed", value=place)
        elif words == passage.target and not _stands_by(target, passage):
            return
        elif self._is_first(unit, passage, language):
            yield Returned(passage, language, words, self._markup.span(target))

    def _words(self, element: Element | None) -> str:
        """Give the words of an element; codes inside them are found, for we gave out none."""
        if element is None:
            return ""
        codes = [each for each in element.iter() if each is not element]
        for each in codes:
            name = etree.QName(each).localname
            if name != MARKER:
                self._misfit(each, "code", name=name)
        return "".join(map(str, element.itertext())).strip()

    def _is_first(self, unit: Element, passage: Passage, language: str) -> bool:
        name, span = (passage.key, passage.place, language), self._markup.span(unit)
        first = self._seen.setdefault(name, span)
        if first is not span:
            self._misfit(unit, "twice", value=passage.place, line=first.line)
        return first is span

    def _misfit(self, at: Element, key: str, **values: Value) -> None:
        span = self._markup.span(at)
        self.found.append(Diagnostic(span, "TRL002", Severity.ERROR, key, values))

    def _aside(self, at: Element, key: str, **values: Value) -> None:
        span = self._markup.span(at)
        self.found.append(Diagnostic(span, "TRL003", Severity.WARNING, key, values))


def _stands_by(target: Element, passage: Passage) -> bool:
    """Say whether words that were too old are right as they are."""
    return passage.need is Need.BEHIND and target.get("state") in TRANSLATED
