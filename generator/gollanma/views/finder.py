"""The finder: a few plain questions that lead to services; without script one table of them all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from gollanma.model.kinds import Group, Service, Territory
from gollanma.model.kinds.services import Ages
from gollanma.views.addresses import FINDER, Spot, index_of, page_of
from gollanma.views.asking import Heap, Question, record_choice, where_asked
from gollanma.views.context import Desk, Link
from gollanma.views.danger import DangerView, danger_of
from gollanma.views.eligibility import ages_said
from gollanma.views.facets import FEWEST, Choice
from gollanma.views.frame import anchor
from gollanma.views.indexes import Carried
from gollanma.views.markup import safe
from gollanma.views.naming import capital
from gollanma.views.page import Page
from gollanma.views.places import Given, Places
from gollanma.views.plain import plain_page
from gollanma.views.saying import Said
from gollanma.views.voice import Voice

HOW = "how"
"""The section of a service's page that says how one comes to it."""


@dataclass(frozen=True, slots=True)
class FinderRow:
    """One service: for whom, for what, where."""

    link: Link
    summary: Said | None
    who: tuple[Link, ...]
    ages: str
    needs: tuple[str, ...]
    places: tuple[Link, ...]
    how: Link
    carried: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class FirstDoor:
    """The service with which one may always begin."""

    link: Link
    how: Link
    offices: Link
    """The list of territories, each with its offices."""


@dataclass(frozen=True, slots=True)
class FinderView:
    """All that the page prints."""

    heading: str
    danger: DangerView | None
    questions: tuple[Question, ...]
    rows: tuple[FinderRow, ...]
    first: FirstDoor | None


def finder_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page, where there are services to find."""
    services = dict(voice.library.keyed(Service))
    if services:
        desk = Desk(voice, FINDER)
        view = _view(desk, services)
        hides = any(each.quick_exit for each in services.values())
        page = plain_page(
            desk,
            "finder.html",
            view.heading,
            view,
            sample=all(each.sample for each in services.values()),
        )
        neutral = voice.kind(Service.kind, plural=True) if hides else page.title
        yield replace(page, title=neutral, quick_exit=hides)


def _view(desk: Desk, services: Mapping[str, Service]) -> FinderView:
    voice = desk.voice
    ref = voice.project.first_service
    first = ref.record if ref and ref.record in services else ""
    keys = (key for key in voice.siblings(Service.kind) if key != first)
    sought = _Sought(desk, {key: services[key] for key in keys})
    return FinderView(
        voice.say("finder.heading"),
        danger_of(desk),
        tuple(sought.questions()),
        tuple(sought.rows()),
        _first(desk, first) if first else None,
    )


def _first(desk: Desk, key: str) -> FirstDoor:
    offices = desk.leading(index_of(Territory.kind), desk.voice.say("finder.offices"))
    return FirstDoor(desk.page(key), _how(desk, key), offices)


def _how(desk: Desk, key: str) -> Link:
    words, service = safe(desk.voice.say("finder.how")), desk.voice.library.records[key]
    says_how = isinstance(service, Service) and (service.ways_in or service.papers)
    spot = Spot(page_of(desk.voice.library, key), anchor(HOW) if says_how else "")
    return Link(words, desk.way(spot))


def bands_of(services: Iterable[Service]) -> tuple[Ages, ...]:
    """Give the spans of age within which no service begins or ends, from birth up."""
    starts = {0}
    for ages in (each.eligibility.ages for each in services if each.eligibility):
        if ages:
            starts.add(ages.from_year or 0)
            starts |= {ages.to_year + 1} if ages.to_year is not None else set()
    firsts = sorted(starts)
    lasts = [*(each - 1 for each in firsts[1:]), None]
    return tuple(Ages(from_year=a or None, to_year=z) for a, z in zip(firsts, lasts, strict=True))


def _takes(ages: Ages | None, year: int) -> bool:
    if ages is None:
        return True
    return (ages.from_year or 0) <= year and (ages.to_year is None or year <= ages.to_year)


@dataclass(frozen=True)
class _Sought:
    """The services among which somebody looks, and what is asked about them."""

    desk: Desk
    services: Mapping[str, Service]

    @cached_property
    def places(self) -> Places:
        return Places(self.desk.voice.library)

    @cached_property
    def bands(self) -> tuple[Ages, ...]:
        return bands_of(self.services.values())

    def questions(self) -> Iterator[Question]:
        """Yield the questions that have several answers, in the order in which they are asked."""
        say = self.desk.voice.say
        asked = (
            Question("group", say("finder.group"), (Heap("", tuple(self._groups())),)),
            Question("age", say("finder.age"), (Heap("", tuple(self._ages())),)),
            Question("need", say("finder.need"), (Heap("", tuple(self._needs())),)),
            where_asked(self.desk.voice, say("finder.territory")),
        )
        return (each for each in asked if each.answers >= FEWEST)

    def _groups(self) -> Iterator[Choice]:
        used = {each.record for service in self.services.values() for each in service.groups}
        keys = self.desk.voice.siblings(Group.kind)
        return (record_choice(self.desk.voice, "group", key) for key in keys if key in used)

    def _needs(self) -> Iterator[Choice]:
        voice, met = self.desk.voice, {n for each in self.services.values() for n in each.needs}
        known = (each for each in voice.project.needs if each.id in met)
        return (Choice("need", each.id, capital(voice.plain(each.name))) for each in known)

    def _ages(self) -> Iterator[Choice]:
        voice = self.desk.voice
        return (
            Choice("age", str(b.from_year or 0), capital(ages_said(voice, b))) for b in self.bands
        )

    def rows(self) -> Iterator[FinderRow]:
        """Yield all services, by code."""
        desk, voice = self.desk, self.desk.voice
        for key, service in self.services.items():
            given = tuple(self.places.offers(key))
            where = dict.fromkeys(each for offer in given for each in offer.where)
            ages = service.eligibility.ages if service.eligibility else None
            needs = (voice.entry(voice.project.needs, each) for each in service.needs)
            yield FinderRow(
                desk.page(key),
                desk.name(service.summary),
                desk.links(service.groups),
                ages_said(voice, ages),
                tuple(needs),
                desk.links(where),
                _how(desk, key),
                tuple(self._carried(service, given, ages)),
            )

    def _carried(
        self, service: Service, given: Iterable[Given], ages: Ages | None
    ) -> Iterator[Carried]:
        """Yield the answers to which a service is kept."""
        bands = (
            str(each.from_year or 0) for each in self.bands if _takes(ages, each.from_year or 0)
        )
        known = (each for each in service.groups if each.record in self.desk.voice.library.records)
        yield Carried("group", " ".join(each.slug for each in known))
        yield Carried("age", " ".join(bands))
        yield Carried("need", " ".join(service.needs))
        yield Carried("territory", self.places.words(given))
