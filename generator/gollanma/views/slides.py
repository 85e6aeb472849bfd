"""The slides of a training: what stands on the wall while a session is held, and prints as sheets.

They hold what participants see: titles, objectives and the words to say; never the trainer's notes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model.kinds import Training
from gollanma.views.books import Cover, cover_of
from gollanma.views.context import Desk
from gollanma.views.frame import companion_desk, companion_page
from gollanma.views.page import Page
from gollanma.views.saying import Said
from gollanma.views.sessions import Day, SessionView, days_of
from gollanma.views.trainings import SLIDES
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class Slide:
    """One sheet."""

    over: str
    """The day, how long it takes and how it is taught."""
    title: Said | None
    points: tuple[Said, ...]
    quotes: tuple[Said, ...]
    """Words to say, as one says them."""


@dataclass(frozen=True, slots=True)
class SlidesView:
    """All that the page prints."""

    cover: Cover
    slides: tuple[Slide, ...]


def slide_pages(voice: Voice) -> Iterator[Page]:
    """Yield the slides of each training that has sessions."""
    for key, training in voice.library.keyed(Training):
        if training.sessions:
            desk = companion_desk(voice, key, SLIDES)
            view = slides_view(desk, training)
            heading = voice.say(f"beside.{SLIDES}")
            yield companion_page(desk, training, "slides.html", heading, view)


def slides_view(desk: Desk, training: Training) -> SlidesView:
    """Give all that the slides print: one for each session, in the order of the days."""
    days = days_of(desk, training, whole_steps=True)
    slides = (_slide(day, each) for day in days for each in day.sessions)
    return SlidesView(cover_of(desk, training, SLIDES), tuple(slides))


def _slide(day: Day, session: SessionView) -> Slide:
    over = " · ".join(filter(None, (day.title, session.minutes, session.methods)))
    points = tuple(each.text for each in session.objectives if each.text)
    quotes = tuple(words for used in session.uses for words in used.say)
    return Slide(over, session.title, points, quotes)
