"""What will have to change when a draft passes: whatever rests on what it changes, and by-laws."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from gollanma.graph import Target
from gollanma.law import Affected, affected, changed_ids, promised
from gollanma.model.kinds import Act
from gollanma.views.context import Desk, Link
from gollanma.views.dossier import Touched, dossier_of
from gollanma.views.editions.heads import Top
from gollanma.views.editions.pair import IMPACT, Pair, drafts_of
from gollanma.views.inverse import ORDER
from gollanma.views.naming import capital
from gollanma.views.page import Page
from gollanma.views.provisions import ByLawView, Provisions
from gollanma.views.voice import Voice

MOST_DIRECT, MOST_INDIRECT = 24, 60
"""Records on one page: those that name a change, and those that rest on it through others."""


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """One record that rests on what changes."""

    link: Link
    places: tuple[Link, ...]
    """Its steps or articles that name what changes."""
    because: tuple[Link, ...]
    """The changes, each leading into the redline; nothing where it rests on them through others."""
    via: tuple[Link, ...]
    """Through which records it rests on them, where it does not name them itself."""
    owner: Link | None
    review: str


@dataclass(frozen=True, slots=True)
class ImpactGroup:
    """The records of one kind."""

    id: str
    title: str
    rows: tuple[ImpactRow, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A by-law that somebody has to make."""

    place: Link
    by_law: ByLawView


@dataclass(frozen=True, slots=True)
class ImpactView:
    """All that one page prints."""

    top: Top
    parts: tuple[Link, ...]
    """The pages of a long list: first what names a change itself."""
    groups: tuple[ImpactGroup, ...]
    due: tuple[Due, ...]
    consequences: tuple[Touched, ...]
    not_public: str
    """How many more records rest on it that are not shown; empty where none do."""


def impact_pages(voice: Voice) -> Iterator[Page]:
    """Yield for each draft of an act in force what will have to change with it."""
    for _, act in voice.library.keyed(Act):
        for pair in drafts_of(voice, act):
            found = affected(voice.graph, pair.act, changed_ids(pair.rows), pair.new)
            parts = tuple(_parts(found))
            for number in range(len(parts)):
                yield _Writer(pair, parts, number).page()


def _parts(found: tuple[Affected, ...]) -> Iterator[tuple[Affected, ...]]:
    """Cut a list into pages: what names a change itself, then what rests on it through others."""
    ordered = sorted(found, key=lambda each: (not each.is_direct, ORDER.index(_kind(each))))
    direct = [each for each in ordered if each.is_direct]
    yield from _cut(direct, MOST_DIRECT) if direct else [()]
    yield from _cut([each for each in ordered if not each.is_direct], MOST_INDIRECT)


def _cut(these: Sequence[Affected], most: int) -> Iterator[tuple[Affected, ...]]:
    return (tuple(these[first : first + most]) for first in range(0, len(these), most))


def _kind(each: Affected) -> str:
    return each.key.partition("/")[0]


@dataclass(frozen=True)
class _Writer:
    """Writes one page about a draft."""

    pair: Pair
    parts: Sequence[tuple[Affected, ...]]
    number: int
    """Of the page, from 0."""

    @cached_property
    def desk(self) -> Desk:
        return self.pair.desk(self.pair.address(IMPACT, self.number + 1))

    def page(self) -> Page:
        pair, say = self.pair, self.pair.voice.say
        heading, found = say("impact.heading"), self.parts[self.number]
        edition = pair.edition(pair.new)
        lead = say("impact.lead" if found else "impact.none", edition=pair.name(pair.new))
        dossier = dossier_of(self.desk, edition) if self.number == 0 else None
        groups, due = impact_of(pair, self.desk, found)
        view = ImpactView(
            top=pair.top(self.desk, heading, lead),
            parts=pair.parts(IMPACT, self.desk, self.number, len(self.parts)),
            groups=groups,
            due=due if self.number == 0 else (),
            consequences=dossier.consequences if dossier else (),
            not_public=capital(not_public_of(pair)),
        )
        return pair.page(self.desk.address, "impact.html", heading, view)


def not_public_of(pair: Pair) -> str:
    """Say how many records rest on what a draft changes and are not public; nothing of none."""
    n = pair.voice.not_public.get(pair.new, 0)
    return pair.voice.say("impact.not-public", n=n) if n else ""


def impact_of(
    pair: Pair, desk: Desk, found: Sequence[Affected]
) -> tuple[tuple[ImpactGroup, ...], tuple[Due, ...]]:
    """Give the records that rest on what changes, by kind, and the by-laws that are due."""
    writer = _Listing(pair, desk)
    return tuple(writer.groups(found)), tuple(writer.due())


@dataclass(frozen=True)
class _Listing:
    """Lists what follows from a draft, at a desk."""

    pair: Pair
    desk: Desk

    def groups(self, found: Sequence[Affected]) -> Iterator[ImpactGroup]:
        """Yield the records kind by kind."""
        voice = self.pair.voice
        for kind in ORDER:
            these = {each.key: each for each in found if _kind(each) == kind}
            if these:
                rows = tuple(self._row(these[key]) for key in voice.ordered(these))
                yield ImpactGroup(f"_{kind}", voice.kind(kind, plural=True), rows)

    def _row(self, each: Affected) -> ImpactRow:
        voice, desk = self.pair.voice, self.desk
        record = voice.library.records[each.key]
        review = record.next_review
        return ImpactRow(
            link=desk.page(each.key),
            places=tuple(self._places(each)),
            because=tuple(self._because(each)),
            via=tuple(self._via(each)),
            owner=Desk(voice, desk.address, each.key, record).link(record.owner),
            review=voice.day(review) if review else voice.say("impact.no-day"),
        )

    def _places(self, each: Affected) -> Iterator[Link]:
        library = self.pair.voice.library
        is_own = each.key == self.pair.act
        holder = self.pair.new if is_own else library.edition_in_force(each.key) or each.key
        known = library.fragments_of(holder)
        for place in each.places:
            if place in known:
                link = self.desk.place_in(Target(each.key, holder, place, known[place]))
                if link.words:
                    yield link

    def _because(self, each: Affected) -> Iterator[Link]:
        """Yield the changes that a record rests on itself, each leading into the redline."""
        ways = self.pair.row_ways
        for spot, title in dict.fromkeys(ways[place] for place in each.because if place in ways):
            yield Link(title, self.desk.way(spot))

    def _via(self, each: Affected) -> Iterator[Link]:
        """Yield the records between, the nearest to this one first."""
        for place in each.via[:-1]:
            yield self.desk.page(place.partition("#")[0])

    def due(self) -> Iterator[Due]:
        """Yield the by-laws that what is new or changed promises and nobody has made."""
        pair = self.pair
        edition = pair.edition(pair.new)
        writer = Provisions(self.desk, edition)
        known = pair.voice.library.fragments_of(pair.new)
        for place, by_law in promised(edition, pair.rows):
            target = Target(pair.act, pair.new, place, known[place])
            yield Due(self.desk.place_in(target), writer.by_law(by_law))
