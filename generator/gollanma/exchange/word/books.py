"""The books of a training as a Word file: what their pages print, in one piece."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from gollanma.exchange.word.paper import Cover, as_bytes, fill, front, new_paper, runs
from gollanma.model.kinds import Training
from gollanma.views.books import BookView, PlanDay, Rest, book_view
from gollanma.views.frame import companion_desk
from gollanma.views.lessons import ObjectiveView, Taught
from gollanma.views.markup import Printed, safe
from gollanma.views.quizzes import QuestionView
from gollanma.views.sessions import Day, SessionView, UsedView
from gollanma.views.voice import Voice

PLAIN, BULLET, DAY, SESSION = "Normal", "List Bullet", "Heading 1", "Heading 2"
RULE = "_" * 70
"""A line to write on."""
RULES = 4
BOX = "☐"
BLOCKS = frozenset({"p", "li", "div", "br"})


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the file."""

    style: str
    text: str
    is_strong: bool = False


def book_document(voice: Voice, key: str, reader: str) -> bytes:
    """Give the book of a training for its trainer or its participants; refuse another record."""
    training = voice.library.records[key]
    if not isinstance(training, Training):
        raise TypeError(f"{key} is no training")
    book = book_view(companion_desk(voice, key, reader), training, reader)
    cover = Cover(
        title=voice.title(key).words,
        about=f"{book.cover.what}. {book.cover.edition}",
        sample=voice.say("frame.sample") if training.sample else "",
        author=voice.plain(voice.project.site.name),
        language=voice.code,
        day=voice.content_day,
    )
    paper = new_paper(cover)
    lines = (*(Line(style, text) for style, text in front(cover)), *_lines(voice, book))
    for each in lines:
        look = ("b",) if each.is_strong else ()
        made = runs(each.text, voice.code, look=look)
        fill(paper.add_paragraph(style=each.style), made)
    return as_bytes(paper)


def _lines(voice: Voice, book: BookView) -> Iterator[Line]:
    yield from _block(book.purpose)
    for row in book.rows:
        yield Line(PLAIN, f"{row.name}: {_plain(row.value)}")
    yield from _plan(voice, book.plan)
    for day in book.days:
        yield Line(DAY, f"{day.title} ({day.minutes})")
        yield from _sessions(voice, day, book.own_notes)
    yield from _under(voice.say("section.materials"), _materials(book))
    yield from _under(voice.say("section.quiz"), _questions(book.quiz))
    yield from _under(voice.say("book.taught"), map(_rest, book.rests))


def _under(heading: str, lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines under a heading; without lines no heading stands."""
    found = tuple(lines)
    if found:
        yield Line(DAY, heading)
        yield from found


def _plan(voice: Voice, plan: Iterable[PlanDay]) -> Iterator[Line]:
    yield Line(DAY, voice.say("section.timetable"))
    for day in plan:
        yield Line(PLAIN, f"{day.title}: {day.minutes}", is_strong=True)
        for row in day.rows:
            how = f" ({row.methods})" if row.methods else ""
            yield Line(BULLET, f"{_plain(row.title.words)}{how}: {row.minutes}")


def _sessions(voice: Voice, day: Day, own_notes: str) -> Iterator[Line]:
    for session in day.sessions:
        yield Line(SESSION, f"{_plain(session.title)} ({session.minutes})")
        yield from _session(voice, session)
        if own_notes:
            yield Line(PLAIN, own_notes)
            yield from (Line(PLAIN, RULE) for _ in range(RULES))


def _session(voice: Voice, session: SessionView) -> Iterator[Line]:
    say = voice.say
    if session.methods:
        yield Line(PLAIN, f"{say('training.methods')}: {session.methods}")
    if session.handouts:
        names = ", ".join(_plain(each.words) for each in session.handouts)
        yield Line(PLAIN, f"{say('training.handouts')}: {names}")
    if session.objectives:
        yield Line(PLAIN, say("book.objectives"), is_strong=True)
        yield from _objectives(voice, session.objectives)
    yield from _block(session.text)
    if session.notes:
        yield Line(PLAIN, say("book.notes"), is_strong=True)
        yield from _block(session.notes)
    for each in session.uses:
        yield from _used(voice, each)


def _objectives(voice: Voice, these: Iterable[ObjectiveView]) -> Iterator[Line]:
    for each in these:
        yield Line(BULLET, _plain(each.text))
        for taught in each.teaches:
            yield Line(PLAIN, f"{voice.say('training.teaches')} {_named(taught)}")


def _named(taught: Taught | Rest) -> str:
    """Name a place with its version, and say where it changed since."""
    pieces = (_plain(taught.link.words), taught.version, taught.tag.words if taught.tag else "")
    return " · ".join(filter(None, pieces))


def _rest(rest: Rest) -> Line:
    return Line(BULLET, _named(rest))


def _used(voice: Voice, used: UsedView) -> Iterator[Line]:
    say, title = voice.say, _plain(used.title)
    name = _plain(used.link.words)
    yield Line(PLAIN, f"{title} ({name})" if title else name, is_strong=True)
    if used.note:
        yield Line(PLAIN, used.note)
    yield from _block(used.action)
    for key, words in (
        ("sop.say", used.say),
        ("sop.do-not-say", used.do_not_say),
        ("sop.stop-if", used.stop_if),
    ):
        for each in words:
            yield Line(BULLET, f"{say(key)}: {_plain(each)}")


def _materials(book: BookView) -> Iterator[Line]:
    for each in book.materials:
        document = _plain(each.document.words) if each.document else ""
        yield Line(BULLET, " – ".join(filter(None, (_plain(each.title), document))))


def _questions(questions: Iterable[QuestionView]) -> Iterator[Line]:
    for question in questions:
        words = " ".join(filter(None, (_plain(question.text), question.hint)))
        yield Line(PLAIN, words, is_strong=True)
        for each in question.answers:
            verdict = f" – {each.tag.words}" if each.tag else ""
            why = f". {_plain(each.why)}" if each.why else ""
            yield Line(PLAIN, f"{BOX} {_plain(each.text)}{verdict}{why}")


# --- words


class _Reader(HTMLParser):
    """Collects the paragraphs of words that are ready to print."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph where an element does."""
        del attrs
        if tag in BLOCKS:
            self.lines.append("– " if tag == "li" else "")

    def handle_data(self, data: str) -> None:
        """Take words over."""
        self.lines[-1] += data


def _read(words: Printed | None) -> Iterator[str]:
    reader = _Reader()
    reader.feed(safe(words) if words else "")
    reader.close()
    found = (" ".join(each.split()) for each in reader.lines)
    return (each for each in found if each)


def _plain(words: Printed | None) -> str:
    """Give words without markup, in one line."""
    return " ".join(_read(words))


def _block(words: Printed | None) -> Iterator[Line]:
    """Yield words without markup, by paragraphs."""
    return (Line(PLAIN, each) for each in _read(words))
