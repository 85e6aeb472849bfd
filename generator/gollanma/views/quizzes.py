"""The questions of a training, as a page that answers without a server and without script."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model.kinds import Training
from gollanma.model.kinds.learning import Answer, Question
from gollanma.views.context import Desk, Link
from gollanma.views.frame import companion_desk, companion_page
from gollanma.views.page import Page
from gollanma.views.saying import Said
from gollanma.views.sessions import edition_of
from gollanma.views.status import Tag, tag_of
from gollanma.views.voice import Voice

QUIZ = "quiz"


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer of the quiz, and whether it is right."""

    id: str
    text: Said | None
    tag: Tag | None
    """Absent where the questions are asked without their solution."""
    why: Said | None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question; where a page can ask, the answers come before their solution."""

    id: str
    text: Said | None
    choice: str
    """`radio` where one answer is right, `checkbox` where several are."""
    hint: str
    """That several answers are right; empty where one is."""
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class QuizView:
    """All that the page prints."""

    heading: str
    course: Link
    lead: str
    edition: str
    """Of which handbook, day and version the questions are."""
    tag: Tag | None
    """How far the training has come, and that it is a sample."""
    questions: tuple[QuestionView, ...]
    again: str
    """The way to the page itself: opened anew, nothing is chosen."""


def quiz_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of questions of each training that asks any."""
    for key, training in voice.library.keyed(Training):
        if training.quiz:
            desk = companion_desk(voice, key, QUIZ)
            heading = voice.say(f"beside.{QUIZ}")
            view = QuizView(
                heading,
                desk.page(key),
                voice.say("quiz.lead"),
                edition_of(desk, training),
                tag_of(voice, key),
                questions_of(desk, training, is_solved=True),
                desk.href(desk.address),
            )
            yield companion_page(desk, training, "quiz.html", heading, view)


def questions_of(desk: Desk, training: Training, *, is_solved: bool) -> tuple[QuestionView, ...]:
    """Give the questions of a training, with or without what is right."""
    return tuple(_question(desk, each, is_solved=is_solved) for each in training.quiz)


def _question(desk: Desk, question: Question, *, is_solved: bool) -> QuestionView:
    is_several = sum(each.right for each in question.answers) > 1
    place = f"{question.anchor}{question.id}"
    return QuestionView(
        place,
        desk.line(question.text),
        "checkbox" if is_several else "radio",
        desk.voice.say("quiz.several") if is_several else "",
        tuple(
            _answer(desk, f"{place}.{number}", each, is_solved=is_solved)
            for number, each in enumerate(question.answers, 1)
        ),
    )


def _answer(desk: Desk, place: str, answer: Answer, *, is_solved: bool) -> AnswerView:
    if not is_solved:
        return AnswerView(place, desk.name(answer.text), None, None)
    say = desk.voice.say
    tag = Tag(say("training.right"), "ok") if answer.right else Tag(say("training.wrong"), "stop")
    return AnswerView(place, desk.name(answer.text), tag, desk.line(answer.why))
