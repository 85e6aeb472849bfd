"""Codes to scan with a telephone: a sheet of them for each record that has a national code.

A trainer puts one on a slide or a handout: it leads to the record, or to one step of a procedure.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model import Record
from gollanma.model.kinds import Sop
from gollanma.views.addresses import scans_address, short_address
from gollanma.views.context import Desk, Link
from gollanma.views.frame import companion_page
from gollanma.views.links import in_language
from gollanma.views.page import Page
from gollanma.views.qr import Code, code_of
from gollanma.views.saying import Said
from gollanma.views.steps import STEP
from gollanma.views.trust import cite_of, cite_place
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class Scan:
    """One code, and the words that stand beside it."""

    title: Said | None
    cite: str
    code: Code
    address: str
    """The same to type."""


@dataclass(frozen=True, slots=True)
class ScansView:
    """All that a sheet of codes prints."""

    heading: str
    back: Link
    scans: tuple[Scan, ...]


def scan_pages(voice: Voice) -> Iterator[Page]:
    """Yield the sheet of each record with a national code; none while the site has no address."""
    for key, record in voice.library.records.items():
        if record.code and voice.project.site.address:
            desk = Desk(voice, scans_address(record.code), key, record)
            heading = voice.say("scans.heading")
            view = ScansView(heading, desk.page(key), tuple(_scans(desk, record, record.code)))
            yield companion_page(desk, record, "scans.html", heading, view)


def _scans(desk: Desk, record: Record, code: str) -> Iterator[Scan]:
    short = public_address(desk.voice, short_address(code))
    yield Scan(desk.name(record.title), cite_of(desk, record), code_of(short), short)
    for number, step in enumerate(record.steps if isinstance(record, Sop) else (), 1):
        place = f"{short}#{step.id}"
        cited = cite_place(desk, record, STEP, number)
        yield Scan(desk.name(step.title), cited, code_of(place), place)


def public_address(voice: Voice, address: str) -> str:
    """Give the whole address of a page; from the root of the site while that has none."""
    place = in_language(address, voice.code, voice.project.languages.default)
    return f"{voice.project.site.address or ''}{place}"
