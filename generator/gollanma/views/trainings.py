"""The page of a training: its days and sessions, what each teaches exactly, and a quiz."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model.kinds import Training
from gollanma.model.kinds.learning import Material
from gollanma.views.addresses import beside
from gollanma.views.context import Desk, Link
from gollanma.views.frame import Frame, Sections, closing, desk_of, frame_of, record_page
from gollanma.views.page import Page
from gollanma.views.quizzes import QUIZ, QuestionView, questions_of
from gollanma.views.saying import Said
from gollanma.views.sessions import Day, days_of, minutes_of
from gollanma.views.sheets import rows, several
from gollanma.views.trust import Row
from gollanma.views.voice import Voice

TRAINER, PARTICIPANT, CERTIFICATE = "trainer", "participant", "certificate"
SLIDES = "slides"
BESIDE = (TRAINER, PARTICIPANT, SLIDES, QUIZ, CERTIFICATE)
"""The pages that go with a training, in the order in which it names them."""


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
    beside: tuple[Link, ...]
    """The books, the certificate and the questions as pages of their own."""
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
        ("beside", view.beside),
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
        (say("training.each-day"), minutes_of(desk, training.day_minutes or 0)),
        (say("training.for"), several(desk.links(training.roles))),
    )
    return TrainingView(
        frame_of(desk, training),
        desk.block(training.purpose),
        about,
        tuple(_beside(desk, training)),
        tuple(days_of(desk, training)),
        tuple(material_of(desk, each) for each in training.materials),
        questions_of(desk, training, is_solved=True),
    )


def _beside(desk: Desk, training: Training) -> Iterator[Link]:
    """Yield the ways to what goes with the training."""
    library, say = desk.voice.library, desk.voice.say
    if desk.key not in library.records:
        return
    lacking = {QUIZ: not training.quiz, SLIDES: not training.sessions}
    for what in BESIDE:
        if not lacking.get(what):
            yield desk.leading(beside(library, desk.key, what), say(f"beside.{what}"))


def material_of(desk: Desk, material: Material) -> MaterialView:
    """Give something that is handed out."""
    return MaterialView(desk.name(material.title), desk.link(material.document))
