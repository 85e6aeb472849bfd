"""Who sends people to whom: each way into a service and out of it, each referral of a step."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gollanma.model import Ref
from gollanma.model.kinds import Service, Sop
from gollanma.model.kinds.sops import Step
from gollanma.views.context import Desk, Link
from gollanma.views.saying import Said

PERSON = ""
"""Stands for the key of a person who comes or leaves without anybody."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One way that a person goes."""

    holder: str
    """The key of the service or procedure that says it."""
    source: str
    target: str
    when: Said | None
    told: str = ""
    """The same in the reader's own words without markup; empty where there are none."""
    step: Link | None = None
    """The step of a procedure in which it is done."""
    form: Link | None = None
    acknowledgement: str = ""
    feedback: str = ""


def hops_of(page: Desk, keys: Iterable[str]) -> tuple[Hop, ...]:
    """Give the ways of services and procedures, linked from a page.

    Ways from and to what is not published are left out.
    """
    records = page.voice.library.records
    desks = (replace(page, key=key, record=records[key]) for key in keys)
    return tuple(hop for desk in desks for hop in _of(desk))


def _of(desk: Desk) -> Iterator[Hop]:
    match desk.record:
        case Service() as service:
            for way in service.ways_in:
                for source in _keys(desk, way.office):
                    yield Hop(desk.key, source, desk.key, desk.line(way.text), desk.told(way.text))
            for way in service.ways_out:
                for target in _keys(desk, way.office):
                    yield Hop(desk.key, desk.key, target, desk.line(way.text), desk.told(way.text))
        case Sop() as sop:
            for step in sop.steps:
                yield from _referred(desk, step)
        case _:
            pass


def _keys(desk: Desk, office: Ref | None) -> tuple[str, ...]:
    """Give the key of an office, or of nobody; none where it is not published."""
    if office is None:
        return (PERSON,)
    target = desk.target(office)
    return (target.key,) if target else ()


def _referred(desk: Desk, step: Step) -> Iterator[Hop]:
    referral, voice = step.referral, desk.voice
    if referral is None:
        return
    told = Hop(
        desk.key,
        desk.key,
        desk.key,
        desk.line(referral.text),
        desk.told(referral.text),
        _place(desk, step),
        desk.link(referral.form),
        voice.limit(referral.acknowledgement, desk.key),
        voice.limit(referral.feedback, desk.key),
    )
    for office in referral.to:
        for target in _keys(desk, office):
            yield replace(told, target=target)


def _place(desk: Desk, step: Step) -> Link | None:
    target = desk.target(Ref(fragment=step.id))
    return desk.place_in(target) if target else None
