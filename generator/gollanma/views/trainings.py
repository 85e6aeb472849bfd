"""The page of a training: its days and sessions, what each teaches exactly, and a quiz."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from gollanma.model import Ref
from gollanma.model.kinds import Training
from gollanma.model.kinds.learning import Material, Objective, Question, Session
from gollanma.views.addresses import page_of
from gollanma.views.context import Desk, Link
from gollanma.views.frame import Frame, Sections, closing, desk_of, frame_of, record_page
from gollanma.views.page import Page
from gollanma.views.saying import Said
from gollanma.views.sheets import rows, several
from gollanma.views.status import Tag
from gollanma.views.trust import Row
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class Taught:
    """A place that is taught."""

    link: Link
    version: str
    """The version that was taught; empty where nobody wrote it down."""
    tag: Tag | None
    """That the place has another version by now."""
    was: str
    """The way to the version that was taught; empty where it is not kept."""


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """What somebody can do afterwards."""

    id: str
    text: Said | None
    teaches: tuple[Taught, ...]


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session."""

    id: str
    title: Said | None
    minutes: str
    text: Said | None
    objectives: tuple[ObjectiveView, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the course."""

    title: str
    minutes: str
    sessions: tuple[SessionView, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer of the quiz, and whether it is right."""

    text: Said | None
    tag: Tag
    why: Said | None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question; the answers are asked without their solution first."""

    id: str
    text: Said | None
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class MaterialView:
    """Something handed out."""

    title: Said | None
    document: Link | None


@dataclass(frozen=True, slots=True)
class TrainingView:
    """All that the page of a training prints."""

    frame: Frame
    purpose: Said | None
    rows: tuple[Row, ...]
    days: tuple[Day, ...]
    materials: tuple[MaterialView, ...]
    quiz: tuple[QuestionView, ...]


def training_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each training."""
    for key, training in voice.library.keyed(Training):
        yield training_page(desk_of(voice, key), training)


def training_page(desk: Desk, training: Training) -> Page:
    """Give the page of a training."""
    view = training_view(desk, training)
    return record_page(desk, training, "training.html", view, _sections(view))


def _sections(view: TrainingView) -> Sections:
    return (
        ("about", view.purpose or view.rows),
        ("days", view.days),
        ("materials", view.materials),
        ("quiz", view.quiz),
        *closing(view.frame),
    )


def training_view(desk: Desk, training: Training) -> TrainingView:
    """Give all that the page of a training prints."""
    say = desk.voice.say
    about = rows(
        (say("training.duration"), desk.voice.amount(training.duration)),
        (say("training.for"), several(desk.links(training.roles))),
    )
    return TrainingView(
        frame_of(desk, training),
        desk.block(training.purpose),
        about,
        tuple(_days(desk, training)),
        tuple(_material(desk, each) for each in training.materials),
        tuple(_question(desk, each) for each in training.quiz),
    )


def _days(desk: Desk, training: Training) -> Iterator[Day]:
    sessions = sorted(training.sessions, key=lambda each: each.day)
    for number, group in groupby(sessions, key=lambda each: each.day):
        day = tuple(group)
        title = desk.voice.say("training.day", number=desk.voice.language.ordinal(number))
        minutes = _minutes(desk, sum(each.minutes for each in day))
        yield Day(title, minutes, tuple(_session(desk, each) for each in day))


def _minutes(desk: Desk, minutes: int) -> str:
    return desk.voice.language.quantity(minutes, "minute")


def _session(desk: Desk, session: Session) -> SessionView:
    return SessionView(
        f"{session.anchor}{session.id}",
        desk.name(session.title),
        _minutes(desk, session.minutes),
        desk.block(session.text),
        tuple(_objective(desk, each) for each in session.objectives),
    )


def _objective(desk: Desk, objective: Objective) -> ObjectiveView:
    return ObjectiveView(
        f"{objective.anchor}{objective.id}",
        desk.line(objective.text),
        tuple(_taught(desk, each, objective.version) for each in objective.teaches),
    )


def _taught(desk: Desk, ref: Ref, version: str | None) -> Taught:
    """Give a place that is taught, and whether it changed since."""
    say, library, target = desk.voice.say, desk.voice.library, desk.target(ref)
    link = desk.link(ref) or desk.lost(ref)
    words = say("training.version", version=version) if version else ""
    current = library.records[target.key].version if target else None
    if not version or not current or version == current or ref.at:
        return Taught(link, words, None, "")
    tag = Tag(say("training.changed", version=current), "warn")
    old = f"{ref.record}@{version}"
    is_kept = old in library.state.released
    return Taught(link, words, tag, desk.href(page_of(library, old)) if is_kept else "")


def _material(desk: Desk, material: Material) -> MaterialView:
    return MaterialView(desk.name(material.title), desk.link(material.document))


def _question(desk: Desk, question: Question) -> QuestionView:
    say = desk.voice.say
    answers = (
        AnswerView(
            desk.name(each.text),
            Tag(say("training.right"), "ok") if each.right else Tag(say("training.wrong"), "stop"),
            desk.line(each.why),
        )
        for each in question.answers
    )
    return QuestionView(f"{question.anchor}{question.id}", desk.line(question.text), tuple(answers))
