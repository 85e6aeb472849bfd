"""Which of the systems that the ministry's programme names the handbook carries, and how far."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model import Record, Status
from gollanma.model.base import Translation
from gollanma.model.kinds import Act
from gollanma.model.project import System
from gollanma.views.addresses import COVERAGE
from gollanma.views.context import Desk, Link
from gollanma.views.page import Page
from gollanma.views.plain import plain_page
from gollanma.views.status import status_of
from gollanma.views.voice import Voice

DRAFTED = frozenset({Status.IDEA, Status.DRAFT, Status.CONSULTATION, Status.PILOT})
ACCEPTED = frozenset({Status.APPROVED, Status.IN_FORCE})
NONE = "–"
"""Stands where a column does not concern a system."""


@dataclass(frozen=True, slots=True)
class Row:
    """One system with its records, counted."""

    system: str
    records: tuple[Link, ...]
    counts: "tuple[Count, ...]"
    """One for each column."""


@dataclass(frozen=True, slots=True)
class Count:
    """One number of a row."""

    words: str
    head: str
    """What it counts; empty where there is nothing: a narrow screen leaves that out."""


@dataclass(frozen=True, slots=True)
class CoverageView:
    """All that the page prints."""

    heading: str
    headline: str
    """How many systems have an approved record: nothing else counts as done."""
    lines: tuple[str, ...]
    """How many have a record at all, or only samples, or none."""
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def coverage_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page."""
    desk = Desk(voice, COVERAGE)
    view = _view(desk)
    yield plain_page(desk, "coverage.html", view.heading, view, description=view.headline)


def _view(desk: Desk) -> CoverageView:
    say, systems = desk.voice.say, desk.voice.project.systems
    carried = [_carrying(desk.voice, each) for each in systems]
    accepted = sum(any(_is_accepted(desk.voice, key) for key in keys) for keys in carried)
    there = sum(bool(keys) for keys in carried)
    samples = sum(_is_sample_alone(desk.voice, keys) for keys in carried)
    total = len(systems)
    return CoverageView(
        say("coverage.heading"),
        say("coverage.headline", n=accepted, total=total),
        (
            say("coverage.there", n=there, total=total),
            say("coverage.samples", n=samples),
            say("coverage.lacking", n=total - there),
        ),
        (say("coverage.system"), *_heads(desk.voice)),
        tuple(_row(desk, each, keys) for each, keys in zip(systems, carried, strict=True)),
    )


def _carrying(voice: Voice, system: System) -> tuple[str, ...]:
    records = voice.library.records.items()
    return voice.ordered(key for key, each in records if system.id in each.covers)


def _is_accepted(voice: Voice, key: str) -> bool:
    """Say whether people may rely on a record: approved, no sample, an act with its own words."""
    record = voice.library.records[key]
    has_words = not isinstance(record, Act) or _has_official_text(voice, key)
    return status_of(voice.library, key) in ACCEPTED and not record.sample and has_words


def _has_official_text(voice: Voice, act: str) -> bool:
    """Say whether the words that bind today are the act's own."""
    edition = voice.library.edition_in_force(act)
    return edition is not None and not voice.library.records[edition].sample


def _is_sample_alone(voice: Voice, keys: tuple[str, ...]) -> bool:
    return bool(keys) and all(_is_sample(voice, key) for key in keys)


def _is_sample(voice: Voice, key: str) -> bool:
    """Say whether a record is a sample; an act is when all its text is."""
    record = voice.library.records[key]
    return record.sample or (isinstance(record, Act) and not _has_official_text(voice, key))


def _heads(voice: Voice) -> tuple[str, ...]:
    say = voice.say
    reviewed = (
        say("coverage.reviewed", language=voice.language_name(code))
        for code in voice.project.languages.all
    )
    names = ("records", "sample", "draft", "approved", "in-force")
    counted = (say(f"coverage.{name}") for name in names)
    return (*counted, *reviewed, say("coverage.official"))


def _row(desk: Desk, system: System, keys: tuple[str, ...]) -> Row:
    records = tuple(desk.page(key) for key in keys)
    heads, words = _heads(desk.voice), _counts(desk.voice, keys)
    counts = tuple(
        Count(n, "" if n in {"0", NONE} else head) for head, n in zip(heads, words, strict=True)
    )
    first = Count(counts[0].words, heads[0])
    return Row(desk.voice.plain(system.name), records, (first, *counts[1:]))


def _counts(voice: Voice, keys: tuple[str, ...]) -> Iterator[str]:
    """Yield one number for each column; whether there is official text for acts alone."""
    library, statuses = voice.library, [status_of(voice.library, key) for key in keys]
    yield str(len(keys))
    yield str(sum(_is_sample(voice, key) for key in keys))
    yield str(sum(each in DRAFTED for each in statuses))
    yield str(sum(_is_accepted(voice, key) for key in keys))
    yield str(sum(each is Status.IN_FORCE for each in statuses))
    for code in voice.project.languages.all:
        yield str(sum(_is_reviewed(voice, library.records[key], code) for key in keys))
    acts = [key for key in keys if isinstance(library.records[key], Act)]
    yield str(sum(_has_official_text(voice, key) for key in acts)) if acts else NONE


def _is_reviewed(voice: Voice, record: Record, code: str) -> bool:
    """Say whether people looked at the words of a record in a language."""
    original = record.decided_in(voice.project.languages.default)
    if code == original:
        return record.reviewed is not None
    return record.translations.get(code, Translation.DRAFT) is not Translation.DRAFT
