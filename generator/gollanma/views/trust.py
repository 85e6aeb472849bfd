"""May a reader rely on this page: status, version, reviews, translations, who answers for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from gollanma.model import Part, Record
from gollanma.model.base import Translation
from gollanma.model.walk import printed
from gollanma.views.addresses import page_of, scans_address, short_address
from gollanma.views.context import Desk
from gollanma.views.markup import Html, element, joined, safe
from gollanma.views.status import tag_of


@dataclass(frozen=True, slots=True)
class Row:
    """A name and what belongs to it."""

    name: str
    value: Html


@dataclass(frozen=True, slots=True)
class Report:
    """How a reader tells of a mistake on the page."""

    mail: str
    """A way that opens a letter; empty where no address was entered."""
    address: str
    words: Html
    """What tells which page is meant, to be copied into a letter."""


@dataclass(frozen=True, slots=True)
class Trust:
    """The block at the end of a record's page."""

    rows: tuple[Row, ...]
    report: Report
    cite: str
    """The citation to copy."""
    short: str = ""
    """The way to the page by its short address; empty where the record has no code."""
    short_words: str = ""
    scans: str = ""
    """The way to the sheet of codes to scan; empty where there is none."""


def trust_of(desk: Desk, record: Record) -> Trust:
    """Give the block of a record."""
    code = record.code or ""
    return Trust(
        tuple(rows_of(desk, record)),
        report_of(desk, record),
        cite_of(desk, record),
        desk.href(short_address(code)) if code else "",
        short_address(code) if code else "",
        desk.href(scans_address(code)) if code and desk.voice.project.site.address else "",
    )


def report_of(desk: Desk, record: Record) -> Report:
    """Give what names the page; a title never stands in the letter, a code or an address does.

    Letters are kept and shown in lists by their subject: it must not put its writer in danger.
    """
    voice, to = desk.voice, desk.voice.project.site.report
    words = voice.say(
        "mistake.words",
        page=desk.place,
        version=record.version or voice.say("trust.unknown"),
        language=voice.language.name,
    )
    before, _, after = words.partition(desk.place)
    shown = joined((before, element("code", desk.place), after))
    if not isinstance(to, str):
        return Report("", "", shown)
    subject = voice.say("mistake.subject", page=record.code or desk.place)
    letter = urlencode({"subject": subject, "body": words}, quote_via=quote)
    return Report(f"mailto:{to}?{letter}", to, shown)


def rows_of(desk: Desk, record: Record, part: Part | None = None) -> Iterator[Row]:
    """Yield what a reader asks before relying on a record, or on the part of it that is shown."""
    say, voice = desk.voice.say, desk.voice
    tag = tag_of(voice, desk.key)
    owner = desk.link(record.owner)
    yield Row(say("trust.status"), safe(tag.words if tag else say("trust.unknown")))
    yield from (Row(say("trust.version"), safe(each)) for each in filter(None, [record.version]))
    yield from _before(desk, record)
    if record.valid and record.valid.from_:
        yield Row(say("trust.from"), safe(voice.day(record.valid.from_)))
    reviewed, coming = record.reviewed, record.next_review
    day = voice.day(reviewed) if reviewed else say("trust.never")
    yield Row(say("trust.reviewed"), safe(day))
    if coming:
        yield Row(say("trust.next"), safe(voice.day(coming)))
    yield Row(say("trust.original"), safe(voice.language_name(original_of(desk, record))))
    yield from _translations(desk, record, part or record)
    words = safe(owner) if owner else safe(say("trust.nobody"))
    yield Row(say("trust.owner"), words)


def _before(desk: Desk, record: Record) -> Iterator[Row]:
    """Yield the way to each older version that was released."""
    library, key = desk.voice.library, desk.key.partition("@")[0]
    ways = [
        element("a", each, href=desk.href(page_of(library, f"{key}@{each}")))
        for each in library.state.versions_before(key, record.version)
    ]
    if ways:
        yield Row(desk.voice.say("trust.before"), joined(ways, ", "))


def original_of(desk: Desk, record: Record) -> str:
    """Give the language whose words decide."""
    return record.decided_in(desk.voice.project.languages.default)


def _translations(desk: Desk, record: Record, part: Part) -> Iterator[Row]:
    for code in desk.voice.project.languages.all:
        if code == original_of(desk, record):
            continue
        status = record.translations.get(code, Translation.DRAFT)
        words = desk.voice.say(f"translation.{status.value}")
        lacking = missing_in(part, code)
        if lacking:
            words = desk.voice.say("translation.missing", n=lacking)
        late = desk.voice.late_in(desk.key, code)
        name = desk.voice.language_name(code).capitalize()
        yield Row(name, safe("; ".join(filter(None, (words, late)))))


def missing_in(part: Part, code: str) -> int:
    """Count the texts of a record, or of a part of one, that have no words in a language."""
    return sum(1 for _, text in printed(part) if code not in text)


def cite_of(desk: Desk, record: Record) -> str:
    """Give the citation of a whole record, to be copied."""
    title = desk.voice.title(desk.key).words
    named = f"{title} ({record.code})" if record.code else title
    site = desk.voice.plain(desk.voice.project.site.name)
    day = desk.voice.day(record.reviewed) if record.reviewed else ""
    pieces = (site, named, version_of(desk, record), day)
    return with_sample(desk, ", ".join(filter(None, pieces)), is_sample=record.sample)


def cite_place(desk: Desk, record: Record, unit: str, number: int) -> str:
    """Give the citation of a counted place in a record: its fourth step."""
    name = record.code or desk.voice.title(desk.key).words
    place = desk.voice.language.cite(((unit, str(number)),))
    words = ", ".join(filter(None, (name, version_of(desk, record), place)))
    return with_sample(desk, words, is_sample=record.sample)


def version_of(desk: Desk, record: Record) -> str:
    """Say the version of a record; nothing where it has none."""
    return desk.voice.say("cite.version", version=record.version) if record.version else ""


def with_sample(desk: Desk, words: str, *, is_sample: bool) -> str:
    """Say behind a citation that what it cites is a sample."""
    return desk.voice.say("cite.sample", cited=words) if is_sample else words
