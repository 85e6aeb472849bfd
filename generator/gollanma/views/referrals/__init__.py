"""The map of referrals: who sends people to whom, when, with which form, and who hears back.

`hops` reads the ways from services and procedures, `plans` says who stands where, `drawing` draws.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from gollanma.model.kinds import KINDS, Organisation, Service, Sop
from gollanma.views.addresses import REFERRALS, STEPS, beside
from gollanma.views.asking import Heap, Question, record_choice
from gollanma.views.context import Desk, Link
from gollanma.views.facets import FEWEST
from gollanma.views.frame import companion_desk, companion_page
from gollanma.views.markup import safe
from gollanma.views.page import Page
from gollanma.views.plain import plain_page
from gollanma.views.referrals.drawing import Chart, Sheet, chart_of
from gollanma.views.referrals.hops import PERSON, Hop, hops_of
from gollanma.views.referrals.plans import plan_of
from gollanma.views.saying import Said
from gollanma.views.steps import coded
from gollanma.views.voice import Voice

WHAT = "referrals"
"""What the page that goes with a service is called."""
WHOLE = Sheet(280, 150, 330)
NEAR = Sheet(290, 90, 210)
ORDER = tuple(each.kind for each in KINDS)


@dataclass(frozen=True, slots=True)
class HopRow:
    """The ways in the table that differ in where they lead alone."""

    source: Link
    step: Link | None
    targets: tuple[Link, ...]
    when: Said | None
    form: Link | None
    acknowledgement: str
    feedback: str
    parties: str
    """The slugs of all of them, as a list carries them."""


@dataclass(frozen=True, slots=True)
class ReferralsView:
    """All that the page prints."""

    heading: str
    lead: str
    title: str
    """Of the picture."""
    question: Question | None
    """Whose ways are shown; absent where all are of one service."""
    ways: tuple[HopRow, ...]
    """Into services and out of them."""
    steps: tuple[HopRow, ...]
    """Done in the steps of procedures, with forms and times."""
    chart: Chart | None
    """Absent where another page has it."""
    apart: tuple[Link, ...]
    """Organisations on no way."""
    onward: tuple[Link, ...]
    """The maps of single services; on these, the whole."""


def referral_pages(voice: Voice) -> Iterator[Page]:
    """Yield the map of all services, the steps that send on, and the map of each service."""
    yield from _all(Desk(voice, REFERRALS), Desk(voice, STEPS))
    for key, service in voice.library.keyed(Service):
        desk = companion_desk(voice, key, WHAT)
        view = _near(desk, key)
        if view.ways or view.steps:
            yield companion_page(desk, service, "referrals.html", view.heading, view)


def _all(map_desk: Desk, steps_desk: Desk) -> Iterator[Page]:
    voice = map_desk.voice
    ways = _joining(hops_of(map_desk, voice.siblings(Service.kind)))
    steps = hops_of(steps_desk, voice.siblings(Sop.kind))
    if ways or steps:
        sample = all(voice.library.records[hop.holder].sample for hop in (*ways, *steps))
        for view, desk in (
            (_whole(map_desk, ways, steps), map_desk),
            (_steps(steps_desk, steps), steps_desk),
        ):
            yield plain_page(desk, "referrals.html", view.heading, view, sample=sample)


def _joining(hops: Iterable[Hop]) -> tuple[Hop, ...]:
    """Give the ways that have somebody at both ends."""
    return tuple(hop for hop in hops if PERSON not in {hop.source, hop.target})


def _whole(desk: Desk, ways: Sequence[Hop], steps: Sequence[Hop]) -> ReferralsView:
    voice, hops = desk.voice, (*ways, *steps)
    middle = {*voice.siblings(Service.kind), *(hop.holder for hop in hops)}
    parties = {each for hop in hops for each in (hop.source, hop.target)}
    return ReferralsView(
        voice.say("referrals.heading"),
        voice.say("referrals.lead"),
        voice.say("referrals.picture"),
        _question(voice, {each for hop in ways for each in (hop.source, hop.target)}),
        tuple(_rows(desk, ways)),
        (),
        chart_of(plan_of(desk, middle, hops), WHOLE),
        tuple(desk.page(key) for key in voice.siblings(Organisation.kind) if key not in parties),
        (
            desk.leading(STEPS, voice.say("referrals.steps")),
            *filter(
                None,
                (
                    map_of(replace(desk, key=key), voice.title(key).words)
                    for key in voice.siblings(Service.kind)
                ),
            ),
        ),
    )


def _steps(desk: Desk, hops: Sequence[Hop]) -> ReferralsView:
    voice = desk.voice
    return ReferralsView(
        voice.say("referrals.steps"),
        voice.say("referrals.lead"),
        "",
        _question(voice, {each for hop in hops for each in (hop.source, hop.target)}),
        (),
        tuple(_rows(desk, hops)),
        None,
        (),
        (desk.leading(REFERRALS, voice.say("referrals.heading")),),
    )


def map_of(desk: Desk, words: str = "") -> Link | None:
    """Give the link to the map of a service's ways, from an old version too; None without ways."""
    key = desk.key.partition("@")[0]
    near = chain(_ways_of(desk, key), _steps_of(desk, key))
    if key not in desk.voice.library.records or next(near, None) is None:
        return None
    address = beside(desk.voice.library, key, WHAT)
    return desk.leading(address, words or desk.voice.say("referrals.here"))


def _ways_of(desk: Desk, key: str) -> Iterator[Hop]:
    return (hop for hop in hops_of(desk, (key,)) if hop.target != PERSON)


def _steps_of(desk: Desk, key: str) -> Iterator[Hop]:
    """Yield the ways of the procedures that carry a service out."""
    carrying = (
        sop
        for sop, record in desk.voice.library.keyed(Sop)
        if any(each.record == key for each in record.implements)
    )
    for sop in desk.voice.ordered(carrying):
        yield from hops_of(desk, (sop,))


def _near(desk: Desk, key: str) -> ReferralsView:
    """Give the map of one service with the procedures that carry it out."""
    voice = desk.voice
    ways, steps = tuple(_ways_of(desk, key)), tuple(_steps_of(desk, key))
    middle = {key, *(hop.holder for hop in steps)}
    whole = (desk.leading(REFERRALS, voice.say("referrals.whole")),) if _is_whole(desk) else ()
    return ReferralsView(
        voice.say("referrals.heading"),
        voice.title(key).words,
        voice.say("referrals.picture-of", service=voice.title(key).words),
        None,
        tuple(_rows(desk, ways)),
        tuple(_rows(desk, steps)),
        chart_of(plan_of(desk, middle, (*ways, *steps), tells=key), NEAR),
        (),
        (desk.page(key), *whole),
    )


def _is_whole(desk: Desk) -> bool:
    """Say whether there is a map of all services: somebody sends people to somebody."""
    keys = (*desk.voice.siblings(Service.kind), *desk.voice.siblings(Sop.kind))
    return any(_joining(hops_of(desk, (key,))) for key in keys)


def _question(voice: Voice, parties: Iterable[str]) -> Question | None:
    heaps = {kind: tuple(key for key in voice.siblings(kind) if key in parties) for kind in ORDER}
    question = Question(
        "party",
        voice.say("referrals.whose"),
        tuple(
            Heap(
                voice.kind(kind, plural=True),
                tuple(record_choice(voice, "party", key) for key in keys),
            )
            for kind, keys in heaps.items()
            if keys
        ),
    )
    return question if question.answers >= FEWEST else None


def _rows(desk: Desk, hops: Iterable[Hop]) -> Iterator[HopRow]:
    for _, group in groupby(hops, key=lambda hop: replace(hop, target=hop.holder)):
        same = tuple(group)
        first, targets = same[0], tuple(hop.target for hop in same)
        yield HopRow(
            _party(desk, first.source),
            first.step,
            tuple(_party(desk, each) for each in targets),
            first.when,
            coded(first.form) if first.form else None,
            first.acknowledgement,
            first.feedback,
            " ".join(key.partition("/")[2] for key in (first.source, *targets) if key != PERSON),
        )


def _party(desk: Desk, key: str) -> Link:
    if key == PERSON:
        return Link(safe(desk.voice.say("referrals.person")))
    return desk.page(key)
