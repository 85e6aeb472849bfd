"""The page of a practice case: its scenes, the procedure's own questions, and what follows.

Each answer is a fold of plain HTML: it opens without script, and on paper all of them are open.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from gollanma.graph import Target
from gollanma.model import Ref
from gollanma.model.kinds import Practice, Sop
from gollanma.model.kinds.practices import Outcome, Scene
from gollanma.model.kinds.sops import Branch, Step
from gollanma.views.addresses import page_of
from gollanma.views.context import Desk, Link
from gollanma.views.frame import Frame, Sections, anchor, closing, desk_of, frame_of, record_page
from gollanma.views.lessons import Taught, taught_of
from gollanma.views.markup import joined, safe
from gollanma.views.naming import capital
from gollanma.views.page import Page
from gollanma.views.saying import Said
from gollanma.views.status import Tag
from gollanma.views.steps import END, URGENT
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """An answer to the procedure's question, and what follows for this family."""

    answer: Said | None
    tag: Tag
    outcome: Said | None
    says: Said | None
    """What the procedure says to this answer."""
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SceneView:
    """What happens at a step."""

    id: str
    title: Link
    text: Said | None
    question: Said | None
    choices: tuple[ChoiceView, ...]
    ways: tuple[Link, ...]
    """How it goes on where nothing is asked."""


@dataclass(frozen=True, slots=True)
class PracticeView:
    """All that the page of a practice case prints."""

    frame: Frame
    sop: Taught | None
    """The procedure in the version for which the case was written."""
    changed: str
    """That the procedure is another by now; empty where it is not."""
    family: Said | None
    start: Link | None
    scenes: tuple[SceneView, ...]
    closing: Said | None


def practice_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each practice case."""
    for key, practice in voice.library.keyed(Practice):
        yield practice_page(desk_of(voice, key), practice)


def practice_page(desk: Desk, practice: Practice) -> Page:
    """Give the page of a practice case."""
    view = practice_view(desk, practice)
    sections: Sections = (
        ("story", view.family or view.sop),
        ("scenes", view.scenes),
        ("closing", view.closing),
        *closing(view.frame),
    )
    return record_page(desk, practice, "practice.html", view, sections)


def practice_view(desk: Desk, practice: Practice) -> PracticeView:
    """Give all that the page of a practice case prints."""
    say, taught = desk.voice.say, _sop(desk, practice)
    walk = _Walk(desk, practice)
    is_changed = taught is not None and taught.tag is not None and walk.sop is not None
    now = walk.sop.version if walk.sop else None
    return PracticeView(
        frame_of(desk, practice),
        taught,
        say("practice.changed", version=now or "") if is_changed else "",
        desk.block(practice.family),
        walk.starting(say("practice.starts")),
        tuple(map(walk.scene, practice.scenes)),
        desk.block(practice.closing),
    )


def _sop(desk: Desk, practice: Practice) -> Taught | None:
    return taught_of(desk, practice.sop, practice.written_for) if practice.sop else None


@dataclass(frozen=True)
class _Walk:
    """Goes through the procedure as the case does."""

    desk: Desk
    practice: Practice

    @cached_property
    def sop(self) -> Sop | None:
        """The procedure as it is today; None where it is not published."""
        ref = self.practice.sop
        record = self.desk.voice.library.records.get(ref.record) if ref else None
        return record if isinstance(record, Sop) else None

    @cached_property
    def _steps(self) -> Mapping[str, int]:
        steps = self.sop.steps if self.sop else ()
        return {each.id: number for number, each in enumerate(steps)}

    @cached_property
    def _own(self) -> Desk:
        """The desk at which the procedure's own words are written on this page."""
        key = self.practice.sop.record if self.practice.sop else ""
        return Desk(self.desk.voice, self.desk.address, key, self.sop)

    def starting(self, words: str) -> Link | None:
        """Give the way to the first scene."""
        first = next(iter(self.practice.scenes), None)
        return self.desk.step(_place(first), words) if first else None

    def scene(self, scene: Scene) -> SceneView:
        """Give a scene; of a step that is gone only what the case tells."""
        step = self._step(scene.id)
        decision = step.decision if step else None
        branches = decision.branches if decision else ()
        return SceneView(
            _place(scene),
            self._named(scene.id),
            self.desk.block(scene.text),
            self._own.name(decision.question) if decision else None,
            tuple(
                self._choice(step, branch, outcome)
                for branch, outcome in zip_longest(branches, scene.outcomes[: len(branches)])
                if step and branch
            ),
            self._onward(step, step.next) if step and not branches else (),
        )

    def _step(self, name: str) -> Step | None:
        number = self._steps.get(name)
        return self.sop.steps[number] if self.sop and number is not None else None

    def _named(self, name: str) -> Link:
        """Give the step's place in the procedure with its title."""
        step, sop = self._step(name), self.practice.sop
        target = self.desk.target(Ref(sop.kind, sop.slug, None, name)) if sop and step else None
        if step is None or not isinstance(target, Target):
            return Link(safe(self.desk.voice.say("practice.not-there")))
        link = self.desk.place_in(target)
        title = self._own.name(step.title)
        return replace(link, words=joined((capital(link.words), title), ". ")) if title else link

    def _choice(self, step: Step, branch: Branch, outcome: Outcome | None) -> ChoiceView:
        say, is_right = self.desk.voice.say, outcome is not None and outcome.right
        tag = Tag(say("practice.right"), "ok") if is_right else Tag(say("practice.wrong"), "warn")
        return ChoiceView(
            self._own.name(branch.answer),
            tag,
            self.desk.block(outcome.text) if outcome else None,
            self._own.line(branch.text),
            (*self._elsewhere(branch), *self._onward(step, branch.next)),
        )

    def _elsewhere(self, branch: Branch) -> Iterator[Link]:
        link = self._own.link(branch.sop)
        if link:
            takes = self.desk.voice.say("practice.takes-over")
            yield Link(joined((takes, " ", link)))

    def _onward(self, step: Step, name: str | None) -> tuple[Link, ...]:
        """Give the way from a step to the next scene, by the block for danger if it leads there."""
        say, urgent = self.desk.voice.say, self.sop.urgent if self.sop else None
        if name == URGENT:
            spot = self.desk.href(page_of(self.desk.voice.library, self._own.key), anchor("danger"))
            first = (Link(safe(say("practice.urgent")), spot),)
            after = urgent.then if urgent else None
            return (*first, *(self._onward(step, after) if after and after != URGENT else ()))
        scene = self._scene_from(name or self._after(step.id))
        if scene is None:
            return (Link(safe(say("practice.ends"))),)
        title = self._named(scene.id).words
        words = joined((say("practice.go-on"), " ", title))
        return (Link(words, f"#{_place(scene)}"),)

    def _after(self, name: str) -> str:
        """Give the step that follows in the order of the procedure, or the end."""
        steps = self.sop.steps if self.sop else ()
        following = self._steps[name] + 1
        return steps[following].id if following < len(steps) else END

    def _scene_from(self, name: str) -> Scene | None:
        """Give the first scene on the way from a step on; None where the procedure ends before."""
        scenes = {each.id: each for each in self.practice.scenes}
        passed: set[str] = set()
        while name in self._steps and name not in passed:
            if name in scenes:
                return scenes[name]
            passed.add(name)
            step = self._step(name)
            name = (step.next if step else None) or self._after(name)
        return None


def _place(scene: Scene) -> str:
    return f"{scene.anchor}{scene.id}"
