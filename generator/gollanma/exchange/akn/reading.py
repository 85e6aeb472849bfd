"""One document as the tree of an edition with words in one language."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from lxml import etree

from gollanma.diagnostics import Diagnostic
from gollanma.exchange.akn.fields import fields_of
from gollanma.exchange.akn.findings import loss, misfit
from gollanma.exchange.akn.meta import IN_TEXT, IN_UNITS
from gollanma.exchange.akn.nodes import Maker
from gollanma.exchange.akn.prose import Known, line_of, words_of
from gollanma.exchange.akn.units import id_of, is_in_path, number_of, unit_of
from gollanma.exchange.akn.vocabulary import (
    AKN,
    HIERARCHY,
    LAST_DAY,
    NOTE,
    OFFICE,
    OWN,
    PLACE,
    REMARKS,
    REMOVED,
    SAMPLE,
    akn,
    own,
)
from gollanma.exchange.markup import Element
from gollanma.model.project import ActKind
from gollanma.source import Mapping as Map
from gollanma.source import Node

NAMES = {"a": AKN, "g": OWN}
NO_PLACE = ("subheading", "wrapUp", "crossHeading", "componentRef")
"""Words in these stand where our acts have none."""
BLOCKS = frozenset(map(akn, ("p", "block", "tocItem")))
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Reader:
    """Reads one document."""

    make: Maker
    language: str
    kind: ActKind | None
    """The rules of the act's kind; absent: any unit will do."""
    known: Known
    found: list[Diagnostic] = field(default_factory=list)

    def edition(self) -> Map:
        """Give the tree of the edition; what has no place in it is found."""
        kept = self._kept
        fields: list[tuple[str, Node | None]] = [] if kept is None else self._own(kept, IN_TEXT)
        fields += [
            ("sample", self._sample(kept)),
            ("in_force", self._period(self._one("a:body"))),
            ("preamble", self._text(self._one("a:preamble"), self._all("a:preamble/a:p"))),
            ("note", self._text(self._top, self._all(f"a:preface/a:p[@class='{NOTE}']"))),
            ("body", self._body()),
            ("signature", self._signature()),
        ]
        self._left_out()
        return self.make.fields(self._top, fields)

    # --- ways through the document

    @cached_property
    def _top(self) -> Element:
        """The act or bill; the document itself where it is neither."""
        root = self.make.markup.root
        return root[0] if len(root) else root

    def _all(self, path: str) -> list[Element]:
        return self._top.findall(path, NAMES)

    def _one(self, path: str) -> Element | None:
        return self._top.find(path, NAMES)

    def _note(self, element: Element, key: str, **values: str) -> None:
        self.found.append(misfit(self.make.markup.span(element), key, **values))

    def _left_out(self) -> None:
        """Find the notes of strangers: no field of ours says what they are."""
        notes = [each for each in self._all("a:meta/a:notes/a:note") if not _is_ours(each)]
        for each in (*notes, *self._top.iter(akn("authorialNote"))):
            self.found.append(loss(self.make.markup.span(each), "note"))

    # --- what only we write

    @cached_property
    def _kept(self) -> Element | None:
        return self._one("a:meta/a:proprietary/g:edition")

    @cached_property
    def _provisions(self) -> Mapping[str, Element]:
        """Our own fields of each provision, by its id."""
        kept = self._all("a:meta/a:proprietary/g:provision")
        return {each.get("of", ""): each for each in kept}

    def _own(self, kept: Element, besides: Iterable[str]) -> list[tuple[str, Node | None]]:
        return [each for each in fields_of(self.make, kept) if each[0] not in besides]

    def _sample(self, kept: Element | None) -> Node | None:
        """Give the mark of a sample that stands in the text, where the fields are gone."""
        mark = self._one(f"a:preface/a:p[@class='{SAMPLE}']")
        return self.make.flag(mark, "true") if mark is not None and kept is None else None

    # --- words

    def _text(self, at: Element | None, paragraphs: Iterable[Element]) -> Node | None:
        words = words_of(paragraphs, self.known)
        return self._said(at, words) if at is not None else None

    def _said(self, at: Element, words: str) -> Node | None:
        if not words.strip():
            return None
        return self.make.fields(at, [(self.language, self.make.words(at, words))])

    def _signature(self) -> Node | None:
        conclusions = self._one("a:conclusions")
        if conclusions is None:
            return None
        places = self._all(f"a:conclusions/a:p[@class='{PLACE}']")
        offices = [each for each in self._all("a:conclusions/a:p") if each not in places]
        parts = ((OFFICE, offices), (PLACE, places))
        return self.make.fields(
            conclusions, [(name, self._text(conclusions, each)) for name, each in parts]
        )

    # --- periods

    def _period(self, element: Element | None) -> Node | None:
        name = element.get("period", "").removeprefix("#") if element is not None else ""
        if element is None or not name:
            return None
        interval = self._intervals.get(name)
        if interval is None:
            self._note(element, "no-period", value=name)
            return None
        ends = (("from", self._day(interval, "start")), ("to", self._last(interval)))
        days = ((key, self.make.words(interval, day) if day else None) for key, day in ends)
        return self.make.fields(interval, days)

    def _day(self, interval: Element, end: str) -> str:
        return self._days.get(interval.get(end, "").removeprefix("#"), "")

    @cached_property
    def _intervals(self) -> Mapping[str, Element]:
        """The first interval of each group of them."""
        groups = self._all("a:meta/a:temporalData/a:temporalGroup")
        return {each.get("eId", ""): each[0] for each in reversed(groups) if len(each)}

    @cached_property
    def _days(self) -> Mapping[str, str]:
        """The day of each event; none has no name."""
        events = self._all("a:meta/a:lifecycle/a:eventRef")
        return {eid: each.get("date", "") for each in events if (eid := each.get("eId"))}

    def _last(self, interval: Element) -> str:
        """Give the last day that counts; elsewhere an interval ends on the day after it."""
        day = self._day(interval, "end")
        if not day or f"#{LAST_DAY}" in interval.get("refersTo", "").split():
            return day
        try:
            return (date.fromisoformat(day[:10]) - DAY).isoformat()
        except (ValueError, OverflowError):
            return day

    # --- provisions

    def _body(self) -> Node | None:
        body = self._one("a:body")
        if body is None:
            self._note(self._top, "no-body")
            return None
        return self._inside(body, "")

    def _inside(self, element: Element, above: str) -> Node | None:
        counted: Counter[str] = Counter()
        units = []
        for each in element:
            name = etree.QName(each).localname
            if name in NO_PLACE:
                self._note(each, "no-place", name=name)
            if name in HIERARCHY and not _is_filler(each):
                counted[name] += 1
                units.append(self._provision(each, above, counted[name]))
        return self.make.items(element, units) if units else None

    def _provision(self, element: Element, above: str, count: int) -> Map:
        unit = unit_of(element)
        if self.kind and self.kind.unit(unit) is None:
            known = ", ".join(each.id for each in self.kind.units)
            self._note(element, "no-unit", name=unit or etree.QName(element).localname, known=known)
        printed = element.find(akn("num"))
        number = number_of(printed, line_of(printed, self.known) if printed is not None else "")
        own_id = id_of(element, unit, number, above, count)
        prefix = own_id if is_in_path(self.kind, unit) else above
        content = self._content(element)
        fields: list[tuple[str, Node | None]] = [
            ("id", self.make.words(element, own_id)),
            ("unit", self.make.words(element, unit)),
            ("number", self.make.words(element, number) if number else None),
            ("heading", self._heading(element.find(akn("heading")))),
            ("text", None if content is None else self._said(content, self._words(content))),
            ("in_force", self._period(element)),
            ("repealed", self._flag(element, is_so=element.get("status") == REMOVED)),
            *self._remarks(element, own_id),
            *self._kept_of(own_id),
            ("sample", self._flag(element, is_so=_marked(content))),
            ("contains", self._inside(element, prefix)),
        ]
        return self.make.fields(element, fields)

    def _heading(self, heading: Element | None) -> Node | None:
        return None if heading is None else self._said(heading, line_of(heading, self.known))

    def _flag(self, element: Element, *, is_so: bool) -> Node | None:
        return self.make.flag(element, "true") if is_so else None

    def _content(self, element: Element) -> Element | None:
        content = element.find(akn("content"))
        return element.find(akn("intro")) if content is None else content

    def _words(self, content: Element) -> str:
        blocks = [each for each in content if each.get("class") != SAMPLE]
        for each in blocks:
            if each.tag not in BLOCKS:
                span, name = self.make.markup.span(each), etree.QName(each).localname
                self.found.append(loss(span, "flattened", name=name))
        return words_of(blocks, self.known)

    def _kept_of(self, own_id: str) -> list[tuple[str, Node | None]]:
        kept = self._provisions.get(own_id)
        return [] if kept is None else self._own(kept, IN_UNITS)

    @cached_property
    def _notes(self) -> Mapping[str, list[Element]]:
        """The notes on each provision, by its id; those of strangers by `#` and its eId."""
        found: dict[str, list[Element]] = {}
        for each in self._all("a:meta/a:notes/a:note"):
            if each.get("class") in REMARKS:
                place = each.get(own("of"), each.get("placementBase", ""))
                found.setdefault(place, []).append(each)
        return found

    def _remarks(self, element: Element, own_id: str) -> Iterator[tuple[str, Node | None]]:
        """Yield what the notes say of a provision."""
        for place in (own_id, f"#{element.get('eId')}"):
            for each in self._notes.get(place, ()):
                yield each.get("class", ""), self._text(each, each.findall(akn("p")))


def _is_ours(note: Element) -> bool:
    return note.get("class") in {*REMARKS, SAMPLE}


def _is_filler(element: Element) -> bool:
    """Say whether an element only fills a body without provisions, as the schema wants."""
    return element.get("eId") == "body_empty"


def _marked(content: Element | None) -> bool:
    return content is not None and any(each.get("class") == SAMPLE for each in content)
