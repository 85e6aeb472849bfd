"""What the checks found in the records: of what kind, whose it is, what became of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gollanma.diagnostics import Severity, counted
from gollanma.graph.owners import by_owner, record_of
from gollanma.languages.tongue import tongue_of
from gollanma.views.addresses import QUALITY
from gollanma.views.context import Desk
from gollanma.views.markup import Html, in_language, safe
from gollanma.views.page import Page
from gollanma.views.plain import plain_page
from gollanma.views.readable import Readable, readable_of
from gollanma.views.status import Tag
from gollanma.views.voice import Voice

TONES = {Severity.ERROR: "stop", Severity.WARNING: "warn", Severity.INFO: "info"}

HIDDEN = "?"
"""Stands for every office that was cut away."""


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
class OwnerRow:
    """One office with the findings in its records."""

    owner: Html
    count: str
    weights: tuple[str, ...]
    """How many of each weight, the gravest first; empty where there are none."""


@dataclass(frozen=True, slots=True)
class AllowedRow:
    """One finding that somebody accepts."""

    code: str
    title: str
    place: Html
    reason: Html
    until: str


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One code of the baseline with what has become of its findings."""

    code: str
    title: str
    before: str
    mended: str
    standing: str


@dataclass(frozen=True, slots=True)
class QualityView:
    """All that the page prints."""

    heading: str
    lead: str
    rows: tuple[Row, ...]
    heads: tuple[str, ...]
    """The weights that findings have."""
    owners: tuple[OwnerRow, ...]
    trend: str
    """How many of the findings of the baseline are mended; empty where there is none."""
    trends: tuple[TrendRow, ...]
    allowed: tuple[AllowedRow, ...]
    readable: tuple[Readable, ...]


def quality_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page."""
    desk = Desk(voice, QUALITY)
    outcome, heading = voice.outcome, voice.say("quality.heading")
    lead = voice.say("quality.some", n=len(outcome.findings))
    rows = tuple(_rows(voice))
    view = QualityView(
        heading,
        lead if rows else voice.say("quality.none"),
        rows,
        tuple(voice.say(f"quality.{each.value}") for each in _weights(voice)),
        tuple(_owners(desk)),
        _trend(voice),
        tuple(_trends(voice)),
        tuple(_allowed(desk)),
        tuple(readable_of(desk)),
    )
    yield plain_page(desk, "quality.html", heading, view, description=view.lead)


def _rows(voice: Voice) -> Iterator[Row]:
    """Yield the codes, those that weigh most first."""
    for severity, code, n in counted(voice.outcome.findings):
        tag = Tag(voice.say(f"quality.{severity.value}"), TONES[severity])
        yield Row(code, _title(voice, code), tag, str(n), _said(voice, f"{code}.why"))


def _title(voice: Voice, code: str) -> str:
    return _said(voice, f"{code}.title")


def _said(voice: Voice, key: str) -> str:
    return voice.say(key) if voice.language.says(key) else ""


# --- whose they are


def _weights(voice: Voice) -> tuple[Severity, ...]:
    """Give the weights that findings have, the gravest first."""
    found = {each.severity for each in voice.outcome.findings}
    return tuple(each for each in Severity if each in found)


def _owners(desk: Desk) -> Iterator[OwnerRow]:
    """Yield the offices whose records have findings, those with the most first; then nobody."""
    weights = _weights(desk.voice)
    for owner, numbers in _by_office(desk.voice).items():
        counts = (numbers[each] for each in weights)
        words = tuple(str(each) if each else "" for each in counts)
        yield OwnerRow(_office(desk, owner), str(numbers.total()), words)


def _by_office(voice: Voice) -> Mapping[str, Counter[Severity]]:
    """Count findings by office; those that are not shown are one, and nobody learns how many."""
    found: dict[str, Counter[Severity]] = {}
    for owner, numbers in by_owner(voice.library, voice.outcome.findings).items():
        is_shown = not owner or owner in voice.library.records
        found.setdefault(owner if is_shown else HIDDEN, Counter()).update(numbers)
    return found


def _office(desk: Desk, key: str) -> Html:
    if not key:
        return safe(desk.voice.say("trust.nobody"))
    is_shown = key in desk.voice.library.records
    return safe(desk.page(key) if is_shown else desk.voice.say("quality.not-shown"))


# --- what is accepted, and what was mended


def _allowed(desk: Desk) -> Iterator[AllowedRow]:
    voice = desk.voice
    for each in voice.outcome.allowed:
        key, until = record_of(each.finding), each.until
        is_here = key in voice.library.records
        yield AllowedRow(
            each.finding.code,
            _title(voice, each.finding.code),
            safe(desk.page(key)) if is_here else safe(each.finding.span.path),
            _said_by(voice, each.reason),
            voice.day(until) if until else voice.say("quality.for-good"),
        )


def _said_by(voice: Voice, words: str) -> Html:
    """Give what an author wrote in one language, marked where that is not the page's."""
    languages = (voice.language, *voice.others)
    tongues = {each.code: each.tongue for each in languages}
    return in_language(words, tongue_of(words, tongues) or voice.code, voice.code)


def _trend(voice: Voice) -> str:
    mended, standing = len(voice.outcome.mended), len(voice.outcome.standing)
    if not mended + standing:
        return ""
    return voice.say("quality.trend", n=mended, total=mended + standing)


def _trends(voice: Voice) -> Iterator[TrendRow]:
    """Yield what became of the codes of the baseline."""
    for each in voice.outcome.trends:
        numbers = (each.before, each.mended, each.standing)
        yield TrendRow(each.code, _title(voice, each.code), *map(str, numbers))
