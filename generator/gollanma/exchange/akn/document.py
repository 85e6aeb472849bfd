"""One edition in one language as a document of Akoma Ntoso."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import count

from lxml import etree

from gollanma.exchange.akn.layout import laid_out
from gollanma.exchange.akn.meta import Meta
from gollanma.exchange.akn.periods import Times
from gollanma.exchange.akn.prose import Pointing, Way, put_line, put_words
from gollanma.exchange.akn.subject import Subject
from gollanma.exchange.akn.vocabulary import (
    AKN,
    NAMED,
    NOTE,
    OFFICE,
    OWN,
    PLACE,
    REMOVED,
    SAMPLE,
    akn,
    own,
)
from gollanma.exchange.markup import Element
from gollanma.graph import Mention, Target, resolve
from gollanma.law.number_paths import CONTAINER, eids, element_of
from gollanma.model import Ref
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.walk import Path, fragments
from gollanma.views.context import Desk
from gollanma.views.inside import called, inside_of
from gollanma.views.outline import unit_name
from gollanma.views.provisions import Provisions


@dataclass(frozen=True)
class Writer:
    """Writes one edition in one language."""

    of: Subject
    _counted: "count[int]" = field(default_factory=lambda: count(1))

    def document(self) -> bytes:
        """Give the bytes of the document."""
        root = etree.fromstring(f'<akomaNtoso xmlns="{AKN}" xmlns:g="{OWN}"/>')
        name = self.of.addresses.document(self.of.act_key, self.of.edition)
        top = etree.SubElement(root, akn(name), name=self.of.act.act_kind or name)
        top.set("contains", "singleVersion")
        self._meta.put(top)
        self._preface(top)
        self._preamble(top)
        self._body(top)
        self._conclusions(top)
        return laid_out(root)

    @cached_property
    def _times(self) -> Times:
        return Times(self.of.act, self.of.edition)

    @cached_property
    def _eids(self) -> dict[Path, str]:
        return dict(eids(self.of.edition, self.of.kind))

    @cached_property
    def _places(self) -> dict[str, str]:
        """The eId of each place of the edition that a reference can name."""
        named = fragments(self.of.edition).items()
        return {name: self._eids[path] for name, path in named if path in self._eids}

    @cached_property
    def _meta(self) -> Meta:
        return Meta(self.of, self._times, self._eids, self._way)

    @cached_property
    def _units(self) -> Provisions:
        return Provisions(Desk(self.of.voice, "", self.of.key, self.of.edition), self.of.edition)

    # --- around the text

    def _preface(self, top: Element) -> None:
        preface = etree.SubElement(top, akn("preface"))
        if self.of.is_sample:
            mark = etree.SubElement(preface, akn("p"), {"class": SAMPLE})
            mark.text = self.of.voice.say("act.sample")
        title = etree.SubElement(preface, akn("p"))
        for name, words in (
            ("docType", self._kind),
            ("docTitle", self.of.voice.plain(self.of.act.title)),
            ("docNumber", self.of.act.number or ""),
        ):
            if words:
                etree.SubElement(title, akn(name)).text = words
        note = self.of.words(self.of.edition.note)
        if note:
            put_words(preface, note, self._way, NOTE)

    @property
    def _kind(self) -> str:
        rules = self.of.kind
        return self.of.voice.plain(rules.name) if rules else ""

    def _preamble(self, top: Element) -> None:
        words = self.of.words(self.of.edition.preamble)
        if words:
            way = self._way_at(("preamble",))
            put_words(etree.SubElement(top, akn("preamble")), words, way)

    def _conclusions(self, top: Element) -> None:
        signature = self.of.edition.signature
        if signature is None:
            return
        conclusions = etree.SubElement(top, akn("conclusions"))
        for kind, text in ((OFFICE, signature.office), (PLACE, signature.place)):
            words = self.of.words(text)
            if words:
                put_words(conclusions, words, self._way, kind)
        if not len(conclusions):
            etree.SubElement(conclusions, akn("p"), {"class": OFFICE})

    # --- the text

    def _body(self, top: Element) -> None:
        body = etree.SubElement(top, akn("body"))
        if self.of.edition.in_force is not None:
            body.set("period", f"#{self._times.groups[self.of.edition.in_force]}")
        self._inside(body, self.of.edition.body, ("body",))
        if not self.of.edition.body:
            etree.SubElement(body, akn(CONTAINER), {"name": "empty", "eId": "body_empty"})

    def _inside(self, into: Element, provisions: Sequence[Provision], path: Path) -> None:
        for index, each in enumerate(provisions):
            self._provision(into, each, (*path, index))

    def _provision(self, into: Element, provision: Provision, path: Path) -> None:
        element = element_of(provision.unit)
        unit = etree.SubElement(into, akn(element))
        for name, value in self._attributes(provision, element, path):
            unit.set(name, value)
        self._number(unit, provision)
        heading = self.of.words(provision.heading)
        if heading:
            way = self._way_at((*path, "heading"))
            put_line(etree.SubElement(unit, akn("heading")), heading, way)
        self._words(unit, provision, path)
        self._inside(unit, provision.contains, (*path, "contains"))

    def _attributes(
        self, provision: Provision, element: str, path: Path
    ) -> Iterable[tuple[str, str]]:
        yield "eId", self._eids[path]
        yield "wId", provision.id
        if element == CONTAINER:
            yield "name", provision.unit
        if provision.in_force is not None:
            yield "period", f"#{self._times.groups[provision.in_force]}"
        if provision.repealed:
            yield "status", REMOVED

    def _number(self, unit: Element, provision: Provision) -> None:
        if provision.number is None:
            return
        number = etree.SubElement(unit, akn("num"))
        number.text = self._printed(provision)
        number.set(own("number"), provision.number)

    def _printed(self, provision: Provision) -> str:
        """Give a number as the text prints it: an article by its name, a point as 2)."""
        if provision.heading or provision.unit in NAMED:
            return unit_name(self.of.voice, provision)
        return self._units.number(provision)

    def _words(self, unit: Element, provision: Provision, path: Path) -> None:
        words, is_marked = (
            self.of.words(provision.text),
            provision.sample and not self.of.edition.sample,
        )
        if not (words or is_marked) and provision.contains:
            return
        content = etree.SubElement(unit, akn("intro" if provision.contains else "content"))
        if is_marked:
            mark = etree.SubElement(content, akn("p"), {"class": SAMPLE})
            mark.text = self.of.voice.say("act.sample")
        put_words(content, words, self._way_at((*path, "text")))

    # --- references

    def _way_at(self, path: Path) -> Way:
        """Give who points from a place in the text."""
        return partial(self._way, path=path)

    def _way(self, mention: Mention, path: Path = ()) -> Pointing:
        ref = mention.ref
        eid = f"ref_{next(self._counted)}"
        if ref is None:
            raise AssertionError("no pointing without a reference")
        found = resolve(self.of.voice.library, ref, self.of.key)
        if not isinstance(found, Target):
            return Pointing(eid, self._blind(ref), mention.written)
        library, language = self.of.voice.library, self.of.voice.language
        inside = inside_of(library, self.of.key, self.of.edition, path)
        words = called(library, language, mention, found, inside).words
        return Pointing(eid, self._href(ref, found), words)

    def _blind(self, ref: Ref) -> str:
        whole = ref.within(self.of.key)
        return f"#{whole.fragment}" if ref.is_local else self.of.addresses.concept(whole)

    def _href(self, ref: Ref, target: Target) -> str:
        library = self.of.voice.library
        holder = library.records.get(target.holder)
        if target.holder == self.of.key and target.fragment in self._places:
            return f"#{self._places[target.fragment]}"
        if not isinstance(holder, Edition):
            return self.of.addresses.concept(_ref_to(target))
        return self._in_edition(ref, target, holder)

    def _in_edition(self, ref: Ref, target: Target, holder: Edition) -> str:
        """Give the address of a place in an act: of an edition only where one is pinned."""
        work = self.of.addresses.work(target.key, holder) or ""
        if ref.at:
            code = self.of.voice.code
            work = self.of.addresses.expression(target.key, ref.at, holder, code)
        record = self.of.voice.library.records[target.key]
        kind = record.act_kind if isinstance(record, Act) else None
        named = eids(holder, self.of.voice.project.act_kind(kind))
        place = named.get(target.path)
        return f"{work}/~{place}" if place else work


def _ref_to(target: Target) -> Ref:
    kind, _, slug = target.key.partition("/")
    return Ref(kind, slug, None, target.fragment)
