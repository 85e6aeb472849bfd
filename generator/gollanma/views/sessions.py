"""The days of a training with their sessions, for its page and for its books."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import groupby

from gollanma.model import Ref
from gollanma.model.kinds import Sop, Training
from gollanma.model.kinds.learning import Session
from gollanma.model.kinds.sops import Step
from gollanma.model.walk import at
from gollanma.views.context import Desk, Link
from gollanma.views.lessons import ObjectiveView, objective_of
from gollanma.views.saying import Said
from gollanma.views.trust import with_sample


@dataclass(frozen=True, slots=True)
class UsedView:
    """A place that is worked with; of a step what a book on paper needs of it."""

    link: Link
    title: Said | None = None
    note: str = ""
    """That its words stand elsewhere; empty where they stand here."""
    action: Said | None = None
    say: tuple[Said, ...] = ()
    do_not_say: tuple[Said, ...] = ()
    stop_if: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session."""

    id: str
    title: Said | None
    minutes: str
    methods: str
    """How it is taught; empty where nobody wrote it down."""
    text: Said | None
    notes: Said | None
    """What the trainer should know; only in the trainer's book."""
    objectives: tuple[ObjectiveView, ...]
    uses: tuple[UsedView, ...]
    handouts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the course."""

    title: str
    minutes: str
    sessions: tuple[SessionView, ...]


def days_of(
    desk: Desk,
    training: Training,
    shown: Container[int] | None = None,
    *,
    with_notes: bool = False,
    whole_steps: bool = False,
) -> Iterator[Day]:
    """Yield the days in order; `shown` are the numbers of those that are asked for.

    A book adds notes for the trainer, and prints the steps that are worked with whole.
    """
    asked = (each for each in training.sessions if shown is None or each.day in shown)
    sessions = sorted(asked, key=lambda each: each.day)
    for number, group in groupby(sessions, key=lambda each: each.day):
        day = tuple(group)
        title = desk.voice.say("training.day", number=desk.voice.language.ordinal(number))
        minutes = minutes_of(desk, sum(each.minutes for each in day))
        views = (
            _session(desk, each, with_notes=with_notes, whole_steps=whole_steps) for each in day
        )
        yield Day(title, minutes, tuple(views))


def edition_of(desk: Desk, training: Training) -> str:
    """Say of which handbook, day and version a course is; of a sample, that it is one."""
    voice = desk.voice
    site, day = voice.plain(voice.project.site.name), voice.content_day
    about = voice.say("book.about", site=site, day=voice.day(day)) if day else site
    version = voice.say("book.version", version=training.version) if training.version else ""
    words = ", ".join(filter(None, (about, version)))
    return with_sample(desk, words, is_sample=training.sample)


def minutes_of(desk: Desk, minutes: int) -> str:
    """Write a time of teaching; nothing where there is none."""
    return desk.voice.language.quantity(minutes, "minute") if minutes else ""


def _session(desk: Desk, session: Session, *, with_notes: bool, whole_steps: bool) -> SessionView:
    used = _step if whole_steps else _named
    methods = desk.voice.project.training_methods
    return SessionView(
        f"{session.anchor}{session.id}",
        desk.name(session.title),
        minutes_of(desk, session.minutes),
        ", ".join(desk.voice.entry(methods, each) for each in session.methods),
        desk.block(session.text),
        desk.block(session.notes) if with_notes else None,
        tuple(objective_of(desk, each) for each in session.objectives),
        tuple(used(desk, each) for each in session.uses),
        desk.links(session.handouts),
    )


def _named(desk: Desk, ref: Ref) -> UsedView:
    return UsedView(desk.link(ref) or desk.lost(ref))


def _step(desk: Desk, ref: Ref) -> UsedView:
    """Give a place with the words of its step.

    A step that may put a reader in danger keeps its words where there is a way out.
    """
    named, target = _named(desk, ref), desk.target(ref)
    library = desk.voice.library
    holder = library.records.get(target.key) if target else None
    if target is None or not isinstance(holder, Sop) or target.holder != target.key:
        return named
    step = at(holder, target.path)
    if not isinstance(step, Step):
        return named
    if holder.quick_exit and not _has_exit(desk):
        return UsedView(named.link, note=desk.voice.say("book.withheld"))
    own = Desk(desk.voice, desk.address, target.key, holder)
    return UsedView(
        named.link,
        own.name(step.title),
        action=own.block(step.action),
        say=own.quotes(step.say),
        do_not_say=own.quotes(step.do_not_say),
        stop_if=own.lines(step.stop_if),
    )


def _has_exit(desk: Desk) -> bool:
    return desk.record is not None and desk.record.quick_exit
