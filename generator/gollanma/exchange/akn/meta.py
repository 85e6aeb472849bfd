"""What stands before the text: addresses, life, periods, offices, notes, and our own fields."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from gollanma.exchange.akn.fields import put_fields
from gollanma.exchange.akn.identification import ISSUER, MAKER, Identification
from gollanma.exchange.akn.periods import Event, Times
from gollanma.exchange.akn.prose import Way, put_words
from gollanma.exchange.akn.subject import Subject
from gollanma.exchange.akn.vocabulary import (
    FIRST_DAY,
    LAST_DAY,
    REMARKS,
    SAMPLE,
    akn,
    own,
)
from gollanma.exchange.markup import Element
from gollanma.model import Record, Text
from gollanma.model.kinds.acts import ChangeKind
from gollanma.model.project import Effect
from gollanma.model.walk import Path
from gollanma.views.outline import Placed, tops_of

TYPES: Mapping[Effect, str] = {
    Effect.ADOPTION: "generation",
    Effect.SIGNATURE: "generation",
    Effect.PUBLICATION: "generation",
    Effect.REGISTRATION: "generation",
    Effect.COMMENCEMENT: "generation",
    Effect.END: "repeal",
}
CHANGES: Mapping[ChangeKind, str] = {
    ChangeKind.INSERT: "insertion",
    ChangeKind.REPLACE: "substitution",
    ChangeKind.WORDS: "substitution",
    ChangeKind.REPEAL: "repeal",
    ChangeKind.RENUMBER: "renumbering",
    ChangeKind.MOVE: "renumbering",
}
IN_TEXT = frozenset({"in_force", "preamble", "note", "body", "signature"})
"""Fields of an edition for which Akoma Ntoso has elements of its own."""
IN_UNITS = frozenset(
    {"id", "unit", "number", "heading", "text", "in_force", "repealed", "contains", *REMARKS}
)
"""Fields of a provision of the same kind."""


@dataclass(frozen=True)
class Meta:
    """Writes the metadata of one edition in one language."""

    of: Subject
    times: Times
    eids: Mapping[Path, str]
    way: Way

    def put(self, into: Element) -> None:
        """Add the metadata to a document."""
        meta = etree.SubElement(into, akn("meta"))
        Identification(self.of).put(meta)
        self._publication(meta)
        self._life(meta)
        self._changes(meta)
        self._periods(meta)
        self._references(meta)
        self._notes(meta)
        self._own(meta)

    def _group(self, into: Element, name: str) -> Element:
        return etree.SubElement(into, akn(name), source=f"#{MAKER}")

    # --- when it binds

    def _publication(self, meta: Element) -> None:
        dated = next((each for each in self.of.act.gazette if each.day), None)
        if dated and dated.day:
            words = self._words(dated.text)
            day = dated.day.isoformat()
            etree.SubElement(meta, akn("publication"), date=day, name="gazette", showAs=words)

    def _words(self, text: Text | None) -> str:
        """Give words as one line, of another language where there are none in this one."""
        return self.of.voice.plain(text)

    def _life(self, meta: Element) -> None:
        if not self.times.events:
            return
        group = self._group(meta, "lifecycle")
        for each in self.times.events:
            event = etree.SubElement(group, akn("eventRef"), eId=each.eid)
            event.set("date", each.day.isoformat())
            event.set("source", f"#{MAKER}")
            kind = self._type(each)
            if kind:
                event.set("type", kind)
            if each.happening:
                event.set("refersTo", f"#{_stage(each.happening.stage)}")

    def _type(self, event: Event) -> str | None:
        rules = self.of.kind
        stage = rules.stage(event.happening.stage) if rules and event.happening else None
        return TYPES.get(stage.effect) if stage else None

    def _changes(self, meta: Element) -> None:
        """Add the changes that the edition declares against the one before it."""
        if not self.of.edition.changes:
            return
        group = etree.SubElement(self._group(meta, "analysis"), akn("passiveModifications"))
        work = self.of.work
        places = {placed.provision.id: self.eids[placed.path] for placed in self._placed()}
        for number, each in enumerate(self.of.edition.changes, 1):
            eid = f"mod_{number}"
            change = etree.SubElement(group, akn("textualMod"), type=CHANGES[each.kind], eId=eid)
            etree.SubElement(change, akn("source"), href=work)
            place = places.get(each.target)
            href = f"#{place}" if place else f"{work}/~{each.target}"
            etree.SubElement(change, akn("destination"), href=href)

    def _placed(self) -> Iterator[Placed]:
        for top in tops_of(self.of.edition):
            yield from top.all()

    def _periods(self, meta: Element) -> None:
        if not self.times.groups:
            return
        data = self._group(meta, "temporalData")
        for period, eid in self.times.groups.items():
            group = etree.SubElement(data, akn("temporalGroup"), eId=eid)
            interval = etree.SubElement(group, akn("timeInterval"))
            for name, day in (("start", period.from_), ("end", period.to)):
                if day:
                    interval.set(name, f"#{self.times.event_of(day)}")
            interval.set("refersTo", f"#{LAST_DAY if period.to else FIRST_DAY}")

    # --- who and what is named

    def _references(self, meta: Element) -> None:
        group, say = self._group(meta, "references"), self.of.voice.say
        name = self._words(self.of.voice.project.site.name)
        self._named(group, "TLCOrganization", MAKER, "/akn/ontology/organisation/handbook", name)
        if self.of.act.issuer:
            title = self.of.voice.title(self.of.act.issuer.record).words
            href = self.of.addresses.concept(self.of.act.issuer)
            self._named(group, "TLCOrganization", ISSUER, href, title)
        rules = self.of.kind
        for stage in dict.fromkeys(each.stage for each in self.of.act.lifecycle):
            rule = rules.stage(stage) if rules else None
            shown = self._words(rule.name) if rule else stage
            self._named(group, "TLCEvent", _stage(stage), f"/akn/ontology/event/{stage}", shown)
        for each in self._ends():
            shown = say(f"akn.{each}")
            self._named(group, "TLCConcept", each, f"/akn/ontology/concept/{each}", shown)

    def _ends(self) -> Iterator[str]:
        periods = self.times.groups
        if any(each.to is None for each in periods):
            yield FIRST_DAY
        if any(each.to for each in periods):
            yield LAST_DAY

    def _named(self, group: Element, name: str, eid: str, href: str, shown: str) -> None:
        etree.SubElement(group, akn(name), eId=eid, href=href, showAs=shown)

    # --- what explains it

    def _notes(self, meta: Element) -> None:
        notes = [
            (placed, name, text[self.of.language])
            for placed in self._placed()
            for name in REMARKS
            if (text := getattr(placed.provision, name)) and self.of.language in text
        ]
        if not notes and not self.of.is_sample:
            return
        group = self._group(meta, "notes")
        if self.of.is_sample:
            note = etree.SubElement(group, akn("note"), {"class": SAMPLE, "eId": "not_sample"})
            put_words(note, self.of.voice.say("act.sample"), self.way)
        for number, (placed, name, words) in enumerate(notes, 1):
            note = etree.SubElement(group, akn("note"), {"class": name, "eId": f"not_{number}"})
            note.set("placementBase", f"#{self.eids[placed.path]}")
            note.set(own("of"), placed.provision.id)
            put_words(note, words, self.way)

    # --- what only we know

    def _own(self, meta: Element) -> None:
        block = self._group(meta, "proprietary")
        _filled(block, "edition", lambda into: self._fields(into, self.of.edition, IN_TEXT))
        for placed in self._placed():
            provision = placed.provision
            unit = etree.SubElement(block, own("provision"), of=provision.id)
            if not put_fields(unit, provision, self.of.language, IN_UNITS):
                block.remove(unit)

    def _fields(self, into: Element, record: Record, besides: frozenset[str]) -> bool:
        return put_fields(into, record, self.of.language, besides)


def _filled(into: Element, name: str, fill: Callable[[Element], bool]) -> None:
    """Add an element if something can be put into it."""
    element = etree.SubElement(into, own(name))
    if not fill(element):
        into.remove(element)


def _stage(stage: str) -> str:
    return f"stage_{stage}"
