"""Whom to reach and how; a number that nobody entered says so, none is ever made up."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gollanma.model import Text
from gollanma.model.base import Contact, Gap
from gollanma.model.project import EmergencyCall
from gollanma.views.context import Desk
from gollanma.views.markup import Html, element, joined, safe
from gollanma.views.saying import Said
from gollanma.views.trust import Row

DIALLED = re.compile(r"[^0-9+]")


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody to call."""

    name: Said
    number: Html


@dataclass(frozen=True, slots=True)
class Reach:
    """How to reach an office."""

    name: Said | None
    rows: tuple[Row, ...]


def calls_of(desk: Desk, contacts: Iterable[Contact] = ()) -> tuple[Call, ...]:
    """Give the numbers for danger: those of the project, and those among contacts, once each."""
    emergency = desk.voice.project.emergency
    everywhere = emergency.calls if emergency else ()
    calls = {str(call.name): call for call in reversed(tuple(_calls(desk, contacts)))}
    first = {str(call.name): call for call in _calls(desk, everywhere)}
    return tuple((first | {name: calls[name] for name in reversed(calls)}).values())


def _calls(desk: Desk, these: Iterable[Contact | EmergencyCall]) -> Iterator[Call]:
    for each in these:
        name = desk.name(each.name)
        if name and each.phone:
            yield Call(name, _marked(desk, each, phone_of(desk, each.phone)))


def _marked(desk: Desk, call: Contact | EmergencyCall, number: Html) -> Html:
    """Say beside a number that it was made up: nobody in danger may rely on it."""
    if not isinstance(call, EmergencyCall) or not call.sample:
        return number
    sample = element("span", desk.voice.say("status.sample"), class_="tag tag-warn")
    return joined((number, sample), " ")


def phone_of(desk: Desk, phone: str | Gap) -> Html:
    """Give a number to tap, or that it was not entered yet."""
    if isinstance(phone, Gap):
        return safe(desk.voice.say("text.missing-number"))
    return element("a", phone, href=f"tel:{DIALLED.sub('', phone)}")


def reach_of(desk: Desk, contacts: Iterable[Contact]) -> tuple[Reach, ...]:
    """Give each contact with all its details."""
    return tuple(Reach(desk.name(each.name), tuple(_rows(desk, each))) for each in contacts)


def _rows(desk: Desk, contact: Contact) -> Iterator[Row]:
    say = desk.voice.say
    if contact.phone:
        yield Row(say("contact.phone"), phone_of(desk, contact.phone))
    if contact.address:
        yield Row(say("contact.address"), _detail(desk, contact.address))
    if contact.email:
        yield Row(say("contact.email"), _detail(desk, contact.email))
    if contact.hours:
        yield Row(say("contact.hours"), _detail(desk, contact.hours))


def _detail(desk: Desk, detail: str | Text | Gap) -> Html:
    match detail:
        case Gap():
            return safe(desk.voice.say("text.missing-detail"))
        case str():
            return safe(detail)
        case Text():
            return safe(desk.line(detail) or "")
