"""The page of an act: what it is, its editions, its contents, what rests on it, what it lacks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gollanma.law import moments
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Gazette, Happening
from gollanma.views.addresses import is_current, page_of
from gollanma.views.calls import Reach, reach_of
from gollanma.views.contents import Contents, Line, Resting
from gollanma.views.context import Desk, Link
from gollanma.views.dossier import Dossier, dossier_of, signature_of
from gollanma.views.editions.moments import day_links
from gollanma.views.editions.pair import ways
from gollanma.views.frame import Frame, Notice, Sections, closing, frame_of, record_page
from gollanma.views.inverse import grouped, pointing
from gollanma.views.legislation import Facts, Legislation
from gollanma.views.markup import Html, joined, safe
from gollanma.views.naming import capital
from gollanma.views.page import Page
from gollanma.views.provisions import ByLawView, days_of, edition_name
from gollanma.views.saying import Said
from gollanma.views.status import Tag, tag_of
from gollanma.views.trust import Row
from gollanma.views.voice import Voice

BY_LAW = "act.enabled_by"


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition in the list of all."""

    link: Link
    days: str
    tag: Tag | None
    shown: str
    """That it is the one on this page; empty for the others."""


@dataclass(frozen=True, slots=True)
class ActView:
    """All that the page of an act, or of one edition of it, prints."""

    frame: Frame
    rows: tuple[Row, ...]
    life: tuple[Row, ...]
    editions: tuple[EditionRow, ...]
    about: tuple[Link, ...]
    """Pages about the edition that is shown: its changes, what follows, comments."""
    days: tuple[Link, ...]
    """The act on each day on which its text changes."""
    dossier: Dossier | None
    note: Said | None
    preamble: Said | None
    contents: tuple[Line, ...]
    signature: tuple[Said, ...]
    resting: tuple[Resting, ...]
    enabled_by: tuple[Link, ...]
    made: tuple[Link, ...]
    """By-laws that name this act as their ground."""
    promised: tuple[ByLawView, ...]
    reach: tuple[Reach, ...]


def act_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each act, and the contents of each edition that is not the shown one."""
    library = voice.library
    for key, act in library.keyed(Act):
        desk, editions = Desk(voice, page_of(library, key), key, act), library.editions(key)
        shown = next((each for each in editions if is_current(library, each[0])), None)
        yield _page(ActPage(desk, act, shown))
        for other in editions:
            if other != shown:
                address = page_of(library, other[0])
                yield _page(ActPage(Desk(voice, address, other[0], act), act, other))


def _page(writer: "ActPage") -> Page:
    view = writer.view()
    page = record_page(writer.desk, writer.act, "act.html", view, _sections(view))
    return replace(page, sample=writer.is_sample, law=writer.facts())


def _sections(view: ActView) -> Sections:
    return (
        ("draft", view.about),
        ("act", view.rows),
        ("editions", view.editions),
        ("moments", view.days),
        ("dossier", view.dossier),
        ("contents", view.contents),
        ("resting", view.resting),
        ("by-laws", view.made or view.promised or view.enabled_by),
        ("contacts", view.reach),
        *closing(view.frame),
    )


@dataclass(frozen=True)
class ActPage:
    """Writes the page of an act with the contents of one edition."""

    desk: Desk
    act: Act
    shown: tuple[str, Edition] | None
    """The edition; absent while the act has none."""

    @property
    def _voice(self) -> Voice:
        return self.desk.voice

    @property
    def act_key(self) -> str:
        """The key of the act."""
        return self.desk.key.partition("@")[0]

    @property
    def is_sample(self) -> bool:
        """Say whether what the page prints is no official text."""
        return self.act.sample or bool(self.shown and self.shown[1].sample)

    def facts(self) -> Facts | None:
        """Give what machines are told of the act; nothing while it has no official text."""
        if self.shown is None:
            return None
        return Legislation(self._voice, self.shown[0], self.act, self.shown[1]).facts()

    def view(self) -> ActView:
        """Give all that the page prints."""
        inner = self._inner()
        edition = inner.edition if inner else None
        return ActView(
            frame=self._frame(),
            rows=tuple(self._rows()),
            life=tuple(map(self._happening, self.act.lifecycle)),
            editions=tuple(self._editions()),
            about=tuple(self._about()),
            days=tuple(self._moments()),
            dossier=dossier_of(inner.desk, edition) if inner and edition else None,
            note=inner.desk.block(edition.note) if inner and edition else None,
            preamble=inner.desk.block(edition.preamble) if inner and edition else None,
            contents=inner.lines() if inner else (),
            signature=signature_of(inner.desk, edition) if inner and edition else (),
            resting=tuple(inner.resting()) if inner else (),
            enabled_by=self.desk.links(self.act.enabled_by),
            made=tuple(self._made()),
            promised=tuple(inner.promised()) if inner else (),
            reach=reach_of(self.desk, self.act.contacts),
        )

    def _inner(self) -> Contents | None:
        """Give who writes the words of the edition, on the same page."""
        if self.shown is None:
            return None
        key, edition = self.shown
        return Contents(Desk(self._voice, self.desk.address, key, edition), edition)

    # --- around

    def _frame(self) -> Frame:
        """Give the frame; what points to single provisions stands beside them."""
        frame = frame_of(self.desk, self.act)
        head = replace(frame.head, notices=(*frame.head.notices, *self._notices()))
        whole = (
            each
            for each in pointing(self._voice, self.act_key)
            if each.relation != BY_LAW and each.target and each.target.fragment is None
        )
        return replace(frame, head=head, inverse=grouped(self.desk, whole))

    def _notices(self) -> Iterator[Notice]:
        say = self._voice.say
        if self.shown is None:
            yield Notice(safe(say("act.no-edition")))
        elif self.is_sample:
            yield Notice(safe(say("act.sample")))
        if self.desk.key != self.act_key:
            words = (say("act.other-edition"), safe(self.desk.page(self.act_key)))
            yield Notice(joined(words, " "))

    def _made(self) -> Iterator[Link]:
        pointed = pointing(self._voice, self.act_key)
        for source in dict.fromkeys(each.source for each in pointed if each.relation == BY_LAW):
            yield self.desk.page(source)

    def _about(self) -> Iterator[Link]:
        """Yield the pages about the edition that is shown, but for this one."""
        if self.shown is None:
            return
        for address, words in ways(self._voice, self.act, self.shown[0]):
            if address != self.desk.address:
                yield self.desk.leading(address, words)

    def _moments(self) -> Iterator[Link]:
        """Yield the days on which the text changes, on the page of the act itself."""
        if self.desk.key == self.act_key:
            days = moments(self._voice.library, self.act_key)
            yield from day_links(self.desk, self.act_key, days)

    # --- what it is

    def _rows(self) -> Iterator[Row]:
        say, act, voice = self._voice.say, self.act, self._voice
        rules = voice.project.act_kind(act.act_kind)
        if rules:
            yield Row(say("act.kind"), safe(capital(voice.plain(rules.name))))
        yield Row(say("act.number-of"), safe(act.number or say("act.not-known")))
        for name, ref in (("issuer", act.issuer), ("owner", act.owner)):
            link = self.desk.link(ref)
            if link:
                yield Row(say(f"act.{name}"), safe(link))
        for each in act.gazette:
            yield Row(say("act.gazette"), self._gazette(each))
        if self.shown:
            yield Row(say("act.edition-in-force"), safe(self._days(self.shown[1])))
        if act.frbr:
            yield Row(say("act.frbr"), safe(act.frbr))

    def _gazette(self, gazette: Gazette) -> Html:
        day = self._voice.day(gazette.day) if gazette.day else ""
        return joined(filter(None, (self.desk.line(gazette.text), day)), ", ")

    def _happening(self, happening: Happening) -> Row:
        rules = self._voice.project.act_kind(self.act.act_kind)
        stage = rules.stage(happening.stage) if rules else None
        name = capital(self._voice.plain(stage.name)) if stage else happening.stage
        words = (self._voice.day(happening.day), self.desk.line(happening.note))
        return Row(name, joined(filter(None, words), ". "))

    def _days(self, edition: Edition) -> str:
        period = edition.in_force
        return days_of(self._voice, period) if period else self._voice.say("act.days.none")

    def _editions(self) -> Iterator[EditionRow]:
        voice = self._voice
        for each in reversed(voice.library.editions(self.act_key)):
            key, edition = each
            link = self.desk.page(key, safe(edition_name(voice, edition)))
            shown = voice.say("act.shown") if each == self.shown else ""
            yield EditionRow(link, self._days(edition), tag_of(voice, key), shown)
