"""What goes with a training on paper: the trainer's book, the participant's, the certificate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gollanma.model import Ref
from gollanma.model.kinds import Training
from gollanma.views.addresses import beside
from gollanma.views.context import Desk, Link
from gollanma.views.frame import Notice, companion_desk, companion_page, head_of
from gollanma.views.lessons import taught_of
from gollanma.views.markup import safe
from gollanma.views.page import Page
from gollanma.views.quizzes import QuestionView, questions_of
from gollanma.views.saying import Said
from gollanma.views.sessions import Day, days_of, edition_of, minutes_of
from gollanma.views.sheets import rows, several
from gollanma.views.status import Tag
from gollanma.views.trainings import (
    CERTIFICATE,
    PARTICIPANT,
    TRAINER,
    MaterialView,
    material_of,
)
from gollanma.views.trust import Row
from gollanma.views.voice import Voice

READERS = (TRAINER, PARTICIPANT)
"""For whom there are books."""
HOUR = 60
STRETCH = 5
"""Days of a long course on one page of its book: a week's work."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands before a book or a certificate."""

    what: str
    """Trainer's book."""
    title: Said
    lead: Said | None
    edition: str
    """Of which handbook, day and version it is; a sample says that it is one."""
    tag: Tag | None
    notices: tuple[Notice, ...]
    course: Link
    """The page of the training."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A record on which a book or a certificate rests, in the version that was taught."""

    link: Link
    version: str
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A session in the timetable."""

    title: Link
    methods: str
    minutes: str


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A day in the timetable."""

    title: str
    minutes: str
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class BookView:
    """All that a book prints."""

    cover: Cover
    parts: tuple[Link, ...]
    """The pages of a book in several."""
    days: tuple[Day, ...]
    own_notes: str
    """The heading of the lines for what a participant writes; empty in the trainer's book."""
    purpose: Said | None = None
    rows: tuple[Row, ...] = ()
    plan: tuple[PlanDay, ...] = ()
    materials: tuple[MaterialView, ...] = ()
    quiz: tuple[QuestionView, ...] = ()
    rests: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True)
class CertificateView:
    """All that a certificate prints: the name, the day and the seal are put in by hand."""

    cover: Cover
    rows: tuple[Row, ...]
    rests: tuple[Rest, ...]


def book_pages(voice: Voice) -> Iterator[Page]:
    """Yield the books and the certificate of each training.

    A long book has a page for each stretch of days, so that none is too long for a slow line.
    """
    for key, training in voice.library.keyed(Training):
        for reader in READERS:
            heading, count = voice.say(f"beside.{reader}"), len(_stretches(training))
            for number in range(count + 1 if count > 1 else 1):
                desk = companion_desk(voice, key, _page(reader, number))
                view = book_view(desk, training, reader, number if count > 1 else None)
                yield companion_page(desk, training, "book.html", heading, view)
        yield _certificate_page(companion_desk(voice, key, CERTIFICATE), training)


def _stretches(training: Training) -> tuple[Sequence[int], ...]:
    """Give the days of the course in stretches of a week's work."""
    days = sorted({each.day for each in training.sessions})
    return tuple(days[first : first + STRETCH] for first in range(0, len(days), STRETCH))


def _certificate_page(desk: Desk, training: Training) -> Page:
    heading, view = desk.voice.say(f"beside.{CERTIFICATE}"), certificate_view(desk, training)
    return companion_page(desk, training, "certificate.html", heading, view)


def book_view(desk: Desk, training: Training, reader: str, part: int | None = None) -> BookView:
    """Give all that a book prints; what is for the trainer alone stands in the trainer's.

    `part` counts the pages of a book in several: 0 has all but the days, each other one a stretch
    of them. Without it the book is whole.
    """
    is_trainer, say = reader == TRAINER, desk.voice.say
    book = BookView(
        cover_of(desk, training, reader),
        _parts(desk, training, reader, part),
        _days(desk, training, part, is_trainer=is_trainer),
        "" if is_trainer else say("book.own-notes"),
    )
    if part:
        return book
    return replace(
        book,
        purpose=desk.block(training.purpose),
        rows=rows(
            *_length(desk, training), (say("training.for"), several(desk.links(training.roles)))
        ),
        plan=tuple(_plan(desk, training, reader, part)),
        materials=tuple(material_of(desk, each) for each in training.materials),
        quiz=questions_of(desk, training, is_solved=is_trainer),
        rests=tuple(_rests(desk, training)),
    )


def _days(desk: Desk, training: Training, part: int | None, *, is_trainer: bool) -> tuple[Day, ...]:
    if part == 0:
        return ()
    shown = set(_stretches(training)[part - 1]) if part else None
    return tuple(days_of(desk, training, shown, with_notes=is_trainer, whole_steps=True))


def _parts(desk: Desk, training: Training, reader: str, part: int | None) -> tuple[Link, ...]:
    """Give the ways to the pages of a book in several; the one that is shown has no way."""
    if part is None:
        return ()
    say, library = desk.voice.say, desk.voice.library
    names = [say("book.front")] + [_stretch(desk, each) for each in _stretches(training)]
    return tuple(
        desk.leading(
            "" if number == part else beside(library, desk.key, _page(reader, number)), name
        )
        for number, name in enumerate(names)
    )


def _page(reader: str, number: int) -> str:
    return f"{reader}-{number}" if number else reader


def _stretch(desk: Desk, days: Sequence[int]) -> str:
    return desk.voice.say("book.days", first=days[0], last=days[-1])


def _plan(desk: Desk, training: Training, reader: str, part: int | None) -> Iterator[PlanDay]:
    """Yield the timetable, each session with the way to where it stands in the book."""
    library = desk.voice.library
    where = {
        day: desk.href(beside(library, desk.key, _page(reader, number)))
        for number, days in enumerate(_stretches(training), 1)
        for day in (days if part == 0 else ())
    }
    numbers = sorted({each.day for each in training.sessions})
    for number, day in zip(numbers, days_of(desk, training), strict=True):
        yield PlanDay(
            day.title,
            day.minutes,
            tuple(
                PlanRow(
                    Link(safe(each.title or ""), f"{where.get(number, '')}#{each.id}"),
                    each.methods,
                    each.minutes,
                )
                for each in day.sessions
            ),
        )


def certificate_view(desk: Desk, training: Training) -> CertificateView:
    """Give all that a certificate prints: it is bound to the day and the versions it names."""
    cover = cover_of(desk, training, CERTIFICATE)
    bound = rows(*_length(desk, training), (desk.voice.say("certificate.bound"), cover.edition))
    return CertificateView(cover, bound, tuple(_rests(desk, training)))


def cover_of(desk: Desk, training: Training, what: str) -> Cover:
    """Give what stands before a book."""
    head = head_of(desk, training)
    return Cover(
        desk.voice.say(f"beside.{what}"),
        head.title,
        head.lead,
        edition_of(desk, training),
        head.tag,
        head.notices,
        desk.page(desk.key),
    )


def _length(desk: Desk, training: Training) -> Iterator[tuple[str, str]]:
    """Yield how long the course is, in days and in hours of teaching."""
    total = sum(each.minutes for each in training.sessions)
    hours, left = divmod(total, HOUR)
    quantity = desk.voice.language.quantity
    time = minutes_of(desk, total) if left else quantity(hours, "hour") if hours else ""
    words = filter(None, (desk.voice.amount(training.duration), time))
    yield desk.voice.say("certificate.length"), ", ".join(words)


def _rests(desk: Desk, training: Training) -> Iterator[Rest]:
    """Yield each record that the course teaches, in each version that it names, once."""
    found: dict[tuple[str, str | None], Ref] = {}
    for session in training.sessions:
        for objective in session.objectives:
            for ref in objective.teaches:
                whole = Ref(ref.kind, ref.slug, ref.at)
                found.setdefault((str(whole), objective.version), whole)
    for (_, version), ref in found.items():
        taught = taught_of(desk, ref, version)
        yield Rest(taught.link, taught.version, taught.tag)
