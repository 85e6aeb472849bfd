"""What the checks found in the records, by code."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.diagnostics import Severity
from gollanma.views.addresses import QUALITY
from gollanma.views.context import Desk
from gollanma.views.page import Page
from gollanma.views.plain import plain_page
from gollanma.views.readable import Readable, readable_of
from gollanma.views.status import Tag
from gollanma.views.voice import Voice

TONES = {Severity.ERROR: "stop", Severity.WARNING: "warn", Severity.INFO: "info"}


@dataclass(frozen=True, slots=True)
class Row:
    """One code with the number of its findings of one weight."""

    code: str
    title: str
    tag: Tag
    count: str
    why: str
    """Why it matters to a person; empty where nobody has written it."""


@dataclass(frozen=True, slots=True)
class QualityView:
    """All that the page prints."""

    heading: str
    lead: str
    rows: tuple[Row, ...]
    readable: tuple[Readable, ...]


def quality_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page."""
    desk = Desk(voice, QUALITY)
    heading = voice.say("quality.heading")
    lead = voice.say("quality.some", n=len(voice.findings))
    rows = tuple(_rows(voice))
    said = lead if rows else voice.say("quality.none")
    view = QualityView(heading, said, rows, tuple(readable_of(desk)))
    yield plain_page(desk, "quality.html", heading, view, description=view.lead)


def _rows(voice: Voice) -> Iterator[Row]:
    """Yield the codes, those that weigh most first."""
    counted = Counter((each.severity, each.code) for each in voice.findings)
    weights = list(Severity)
    for severity, code in sorted(counted, key=lambda each: (weights.index(each[0]), each[1])):
        tag = Tag(voice.say(f"quality.{severity.value}"), TONES[severity])
        count = str(counted[severity, code])
        yield Row(code, _said(voice, f"{code}.title"), tag, count, _said(voice, f"{code}.why"))


def _said(voice: Voice, key: str) -> str:
    return voice.say(key) if voice.language.says(key) else ""
