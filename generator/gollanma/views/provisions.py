"""The words of a law, unit by unit: each with its number, duty, citation and what it does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from gollanma.graph import Link as Reference
from gollanma.graph import Target
from gollanma.languages import raised
from gollanma.model.base import Modality, Period
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import ByLaw, Provision
from gollanma.views.addresses import is_current
from gollanma.views.context import Desk, Link
from gollanma.views.frame import former_of
from gollanma.views.inverse import Group, grouped, pointing
from gollanma.views.markup import NOTHING, Html, element, joined, safe
from gollanma.views.naming import name_of
from gollanma.views.outline import Placed, unit_name
from gollanma.views.saying import Said
from gollanma.views.voice import Voice

MARKED = {Modality.MUST: "must", Modality.MUST_NOT: "must-not"}
"""What is drawn beside a provision: a duty, and what is forbidden."""


@dataclass(frozen=True, slots=True)
class ByLawView:
    """A by-law that a provision promises."""

    text: Said | None
    act: Link | None
    """Absent while nobody has made it."""
    place: Link | None = None
    """The provision, where the by-law stands in a list."""


@dataclass(frozen=True, slots=True)
class VariantView:
    """One of several wordings of a draft."""

    id: str
    """Empty where another one of the act has it."""
    name: str
    text: Said | None
    reason: Said | None


@dataclass(frozen=True, slots=True)
class Use:
    """What rests on one provision."""

    id: str
    """The anchor of the list."""
    place: Link
    groups: tuple[Group, ...]
    count: int
    """Records that rest on it."""


@dataclass(frozen=True, slots=True)
class UnitView:
    """One unit of an act with the units inside it."""

    id: str
    former: tuple[str, ...]
    name: str
    """As a list of contents names it: part three."""
    heading: Said | None
    text: Said | None
    """Begins with its number, and with its duty where it binds otherwise than what is around."""
    tags: tuple[str, ...]
    """That it is repealed, or since when it binds."""
    amended: Said | None
    """The remark in print which act gave it its words."""
    explanation: Said | None
    defines: Link | None
    reserves: Link | None
    by_laws: tuple[ByLawView, ...]
    variants: tuple[VariantView, ...]
    uses: Link | None
    """How many records rest on it; absent where none does."""
    cite: str
    contains: "tuple[UnitView, ...]"


@dataclass(frozen=True)
class Provisions:
    """Writes the provisions of one edition at a desk."""

    desk: Desk
    edition: Edition

    @property
    def _voice(self) -> Voice:
        return self.desk.voice

    @property
    def act(self) -> str:
        """The key of the act."""
        return self.desk.key.partition("@")[0]

    def article(self, placed: Placed) -> UnitView:
        """Give a unit whose number and heading are the title of its page."""
        return replace(
            self.unit(placed),
            heading=None,
            text=self._opened(placed.provision, "", self._duty(placed.provision, None)),
        )

    def unit(self, placed: Placed, around: Modality | None = None) -> UnitView:
        """Give a unit; `around` is how what holds it binds."""
        provision, desk = placed.provision, self.desk
        uses, duty = self.use(placed), self._duty(provision, around)
        number, within = self.number(provision), provision.modality or around
        return UnitView(
            id=provision.id,
            former=former_of(desk, provision.id),
            name=unit_name(self._voice, provision),
            heading=opened(desk.name(provision.heading), _number(number)),
            text=self._opened(provision, "" if provision.heading else number, duty),
            tags=tuple(self.tags(provision)),
            amended=desk.line(provision.amendment_note),
            explanation=desk.block(provision.explanation),
            defines=desk.link(provision.defines),
            reserves=desk.link(provision.reserves),
            by_laws=tuple(self.by_law(each) for each in provision.by_laws),
            variants=tuple(self.variants(placed)),
            uses=self._counted(uses) if uses else None,
            cite=self.cite(placed),
            contains=tuple(self.unit(each, within) for each in placed.inside()),
        )

    def _duty(self, provision: Provision, around: Modality | None) -> Html:
        """Give the label of a duty, where a provision binds otherwise than what is around it."""
        duty = MARKED.get(provision.modality) if provision.modality else None
        if duty is None or provision.modality is around:
            return NOTHING
        return element("span", self._voice.say(f"act.{duty}"), class_=f"duty {duty}")

    def _opened(self, provision: Provision, number: str, duty: Html) -> Said | None:
        """Give the words of a provision with what stands before them."""
        marks = joined(filter(None, (_number(number), duty)), " ")
        return opened(self.desk.block(provision.text), marks)

    def number(self, provision: Provision) -> str:
        """Give the number as the text prints it: 2. or 2) or b); nothing where it has none."""
        if provision.number is None:
            return ""
        key = f"act.number.{provision.unit}"
        key = key if self._voice.language.says(key) else "act.number.other"
        return self._voice.say(key, number=raised(provision.number))

    def numbered(self, provision: Provision) -> Said | None:
        """Give the words of a provision behind its number."""
        return self._opened(provision, self.number(provision), NOTHING)

    def is_titled(self, provision: Provision) -> bool:
        """Say whether a line of its own names a provision: an article, a chapter, a headed part."""
        if provision.heading:
            return True
        is_numbered = self._voice.language.says(f"act.number.{provision.unit}")
        return provision.number is not None and not is_numbered

    def tags(self, provision: Provision) -> Iterator[str]:
        """Yield what a reader must know before relying on a provision."""
        if provision.repealed:
            yield self._voice.say("status.repealed")
        if provision.in_force:
            yield days_of(self._voice, provision.in_force)
        if provision.sample and not self.edition.sample:
            yield self._voice.say("status.sample")

    def by_law(self, by_law: ByLaw, place: Link | None = None) -> ByLawView:
        """Give a by-law that a provision promises."""
        return ByLawView(self.desk.line(by_law.text), self.desk.link(by_law.act), place)

    def variants(self, placed: Placed) -> Iterator[VariantView]:
        """Yield the wordings of a draft; of several with one id the first has its anchor."""
        places = self._voice.library.fragments_of(self.desk.key)
        for index, variant in enumerate(placed.provision.variants):
            fragment = f"{variant.anchor}{variant.id}"
            is_first = places[fragment] == (*placed.path, "variants", index)
            yield VariantView(
                fragment if is_first else "",
                self._voice.say("act.variant", name=variant.id.upper()),
                self.desk.block(variant.text),
                self.desk.line(variant.reason),
            )

    # --- places

    def target(self, placed: Placed) -> Target:
        """Give the place of a provision."""
        return Target(self.act, self.desk.key, placed.provision.id, placed.path)

    def cite(self, placed: Placed) -> str:
        """Give the citation to copy: the provision in its act, and what kind of text it is."""
        library = self._voice.library
        words = name_of(library, self._voice.language, self.target(placed), None).words
        is_sample = library.records[self.act].sample or self.edition.sample
        is_sample = is_sample or any(each.provision.sample for each in (*placed.above, placed))
        return cited(self._voice, self.desk.key, words, is_sample=is_sample)

    # --- what rests on it

    def use(self, placed: Placed) -> Use | None:
        """Give what rests on this very provision, not on what is inside it."""
        references = tuple(self._pointing(placed.provision.id))
        if not references:
            return None
        fragment = placed.provision.id
        return Use(
            f"_uses.{fragment}",
            self.desk.place_in(self.target(placed)),
            grouped(self.desk, references),
            len({each.source for each in references}),
        )

    def _counted(self, use: Use) -> Link:
        return Link(safe(self._voice.say("act.used", n=use.count)), f"#{use.id}")

    def _pointing(self, fragment: str) -> Iterator[Reference]:
        for each in pointing(self._voice, self.act, fragment):
            target = each.target
            if target and target.fragment == fragment and target.holder == self.desk.key:
                yield each


def opened(said: Said | None, mark: Html) -> Said | None:
    """Put a mark before words, inside their first paragraph."""
    if said is None or not mark:
        return said
    opening = Html("<p>" if said.html.startswith("<p>") else "")
    words = Html(said.html.removeprefix(opening))
    return replace(said, html=joined((opening, mark, " ", words)))


def _number(number: str) -> Html:
    return element("span", number, class_="num") if number else NOTHING


def days_of(voice: Voice, period: Period) -> str:
    """Say from when to when something binds, or that the day is not known."""
    first, last = _day(voice, period.from_, "first"), _day(voice, period.to, "last")
    known = "both" if first and last else "from" if first else "to" if last else "unknown"
    return voice.say(f"act.days.{known}", first=first, last=last)


def _day(voice: Voice, day: date | None, place: str) -> str:
    """Write a day in the case that the sentence asks of it."""
    return voice.language.date(day, voice.say(f"act.days.{place}-case")) if day else ""


def cited(voice: Voice, edition: str, words: str, *, is_sample: bool) -> str:
    """Give a citation of an edition with what a reader must not lose: which one, and its mark."""
    record = voice.library.records[edition]
    if isinstance(record, Edition) and not is_current(voice.library, edition):
        name = edition_name(voice, record)
        words = voice.say("act.cite.edition", cited=words, edition=name)
    return voice.say("act.cite.sample", cited=words) if is_sample else words


def edition_name(voice: Voice, edition: Edition) -> str:
    """Say which edition it is: of the day from which it binds, or a draft."""
    if edition.in_force and edition.in_force.from_:
        return voice.say("act.edition.of", day=_day(voice, edition.in_force.from_, "first"))
    if edition.in_force and edition.in_force.to:
        return voice.say("act.edition.until", day=_day(voice, edition.in_force.to, "last"))
    if edition.in_force:
        return voice.say("act.edition.undated")
    if edition.day:
        return voice.say("act.edition.draft-of", day=voice.day(edition.day))
    return voice.say("act.edition.draft")
