"""The course of a procedure: its steps in order, who does each, and every way that leads on.

What is drawn and what is exported are made of it, so they say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gollanma.model import Ref, Text
from gollanma.model.kinds import Sop
from gollanma.model.kinds.sops import Branch, Decision, Step
from gollanma.views.context import Desk
from gollanma.views.frame import anchor
from gollanma.views.naming import capital
from gollanma.views.steps import END, URGENT, home


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words without markup."""

    words: str
    lang: str = ""
    """Empty where they are in the reader's language."""


@dataclass(frozen=True, slots=True)
class Away:
    """A place beside the steps: another procedure, or the block for danger."""

    name: Phrase
    href: str
    """Empty where it is not published."""
    key: str
    """The key of the procedure; `urgent` for the block for danger."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way that leads on from a step."""

    answer: Phrase | None
    """When it is taken; absent where there is no choice."""
    away: tuple[Away, ...] = ()
    """What it passes through, in order."""
    to: str | None = None
    """The id of a step, or `end`; absent where it ends in what it passes through."""
    is_refusal: bool = False
    """It is taken when the person says no."""
    is_else: bool = False
    """It is taken whenever no other answer holds."""


@dataclass(frozen=True, slots=True)
class Handing:
    """To whom a step hands the person on."""

    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Stop:
    """One step, as a picture shows it."""

    id: str
    number: int
    title: Phrase
    lane: int
    """The place of the one who does it, among the lanes."""
    question: Phrase | None
    question_id: str
    ways: tuple[Way, ...]
    handing: Handing | None = None
    """Absent where the person stays."""


@dataclass(frozen=True, slots=True)
class Course:
    """A procedure as lanes, steps and ways."""

    lanes: tuple[Phrase, ...]
    """Those who act, in the order in which they first do."""
    stops: tuple[Stop, ...]
    start: Phrase
    end: Phrase

    @property
    def has_end(self) -> bool:
        """Say whether any way leads to the end."""
        return any(way.to == END for stop in self.stops for way in stop.ways)


def course_of(desk: Desk, sop: Sop) -> Course:
    """Give the course of a procedure in the language of a desk."""
    return _Reading(desk, sop).course()


@dataclass(frozen=True)
class _Reading:
    """Reads one procedure at a desk."""

    desk: Desk
    sop: Sop

    def course(self) -> Course:
        actors = tuple(dict.fromkeys(step.actor for step in self.sop.steps))
        say = self.desk.voice.say
        return Course(
            tuple(map(self._lane, actors)),
            tuple(
                self._stop(number, step, actors.index(step.actor))
                for number, step in enumerate(self.sop.steps, 1)
            ),
            Phrase(say("picture.start")),
            Phrase(say("picture.end")),
        )

    def _lane(self, actor: Ref | None) -> Phrase:
        if actor is None:
            return Phrase(self.desk.voice.say("picture.nobody"))
        target = self.desk.target(actor)
        return self._called(target.key) if target else Phrase(self.desk.voice.kind(actor.kind))

    def _stop(self, number: int, step: Step, lane: int) -> Stop:
        decision = step.decision if step.decision and step.decision.branches else None
        return Stop(
            step.id,
            number,
            self._words(step.title) or Phrase(str(number)),
            lane,
            (self._words(decision.question) or Phrase("?")) if decision else None,
            f"{decision.anchor}{decision.id}" if decision else "",
            (*self._refusal(number, step), *self._ways(number, step, decision)),
            self._handing(step),
        )

    def _handing(self, step: Step) -> Handing | None:
        """Name those to whom a step hands on, each by its title, or by its kind where it is cut."""
        to = step.referral.to if step.referral else ()
        if not to:
            return None
        names = ", ".join(self._lane(each).words for each in to)
        return Handing(Phrase(f"{self.desk.voice.say('sop.referral')} {names}"))

    def _refusal(self, number: int, step: Step) -> Iterator[Way]:
        """Yield the way of a person who says no; it goes unsaid where it is that of all others."""
        refusal = step.if_refused
        if refusal and refusal.next and refusal.next != self._ordinary(number, step):
            answer = Phrase(self.desk.voice.say("picture.refused"))
            yield replace(self._led(answer, (), refusal.next), is_refusal=True)

    def _ways(self, number: int, step: Step, decision: Decision | None) -> Iterator[Way]:
        ordinary = self._ordinary(number, step)
        if decision is None:
            yield self._led(None, (), ordinary)
            return
        for branch in decision.branches:
            yield self._branch(branch, ordinary)

    def _branch(self, branch: Branch, ordinary: str) -> Way:
        over = (self._procedure(branch.sop),) if branch.sop else ()
        to = branch.next or (None if branch.sop else ordinary)
        way = self._led(self._words(branch.answer) or Phrase("…"), over, to)
        return replace(way, is_else=branch.otherwise is not None)

    def _led(self, answer: Phrase | None, away: tuple[Away, ...], to: str | None) -> Way:
        if to != URGENT:
            return Way(answer, away, to if to in self._places else None)
        urgent, name = self.sop.urgent, Phrase(self.desk.voice.say("section.danger"))
        then = urgent.then if urgent else None
        danger = Away(name, home(self.desk, anchor("danger")) if urgent else "", URGENT)
        return Way(answer, (*away, danger), then if then in self._places else None)

    @property
    def _places(self) -> frozenset[str]:
        return frozenset((*(each.id for each in self.sop.steps), END))

    def _ordinary(self, number: int, step: Step) -> str:
        following = self.sop.steps[number].id if number < len(self.sop.steps) else END
        return step.next or following

    def _procedure(self, ref: Ref) -> Away:
        target = self.desk.target(ref)
        if target is None:
            return Away(Phrase(self.desk.voice.kind(ref.kind)), "", str(ref))
        name, code = self._called(target.key), self.desk.voice.codes[target.key]
        words = Phrase(f"{code} {name.words}", name.lang) if code else name
        return Away(words, self.desk.page(target.key).href, target.key)

    def _called(self, key: str) -> Phrase:
        named = self.desk.voice.title(key)
        return self._phrase(capital(named.words), named.lang)

    def _words(self, text: Text | None) -> Phrase | None:
        named = self.desk.voice.heading(text, self.desk.record)
        return self._phrase(named.words, named.lang) if named else None

    def _phrase(self, words: str, lang: str) -> Phrase:
        return Phrase(" ".join(words.split()), "" if lang == self.desk.voice.code else lang)
