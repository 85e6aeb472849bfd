"""What a process says beside the words of its picture."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gollanma.model import Text
from gollanma.model.kinds import Sop
from gollanma.model.kinds.sops import Step
from gollanma.views.addresses import page_of
from gollanma.views.context import Desk
from gollanma.views.frame import anchor
from gollanma.views.links import in_language
from gollanma.views.trust import cite_of

DURATIONS = {
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "calendar-day": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
}
"""Units of time that ISO 8601 can write."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The time that a task may take."""

    name: str
    told: str
    """From which event it runs, too."""
    duration: str
    """As ISO 8601 writes it; empty where working days are counted, or what else it cannot say."""


@dataclass(frozen=True, slots=True)
class Words:
    """All of them, ready."""

    id: str
    """Of the process."""
    title: str
    cite: str
    """Names procedure and version, and says whether it is a sample."""
    address: str
    """Where it is published."""
    trigger: str
    """What sets it going."""
    late: str
    """Says that a limit has passed."""
    asks: str
    """Asks whether the person agrees."""
    agrees: str
    beside: str
    """The lane of what is not done by this procedure."""
    urgent: str
    """What to do in danger."""
    steps: Mapping[str, str]
    """What to do in each step, by its id."""
    called: Mapping[str, str]
    """Where other procedures are published, by their keys."""
    limits: Mapping[str, Limit]
    """By the id of the step."""


def words_of(desk: Desk, sop: Sop) -> Words:
    """Give the words of a procedure at a desk."""
    return _Reading(desk, sop).words()


@dataclass(frozen=True)
class _Reading:
    desk: Desk
    sop: Sop

    def words(self) -> Words:
        say = self.desk.voice.say
        return Words(
            process_id(self.desk.key),
            self.desk.voice.title(self.desk.key).words,
            cite_of(self.desk, self.sop),
            self.address(self.desk.key),
            ", ".join(filter(None, (self._text(each.name) for each in self.sop.triggers)))
            or say("picture.start"),
            say("bpmn.late"),
            say("bpmn.asks"),
            say("bpmn.agrees"),
            say("bpmn.beside"),
            "\n".join(self._urgent()),
            {step.id: "\n".join(self._step(step)) for step in self.sop.steps},
            dict(self._called()),
            dict(self._limits()),
        )

    def _text(self, text: Text | None) -> str:
        named = self.desk.voice.heading(text, self.desk.record)
        return self.desk.told(text) or (named.words if named else "")

    def _step(self, step: Step) -> Iterator[str]:
        yield from filter(None, (self._text(step.action),))
        yield self.address(self.desk.key, step.id)

    def _urgent(self) -> Iterator[str]:
        urgent = self.sop.urgent
        if urgent:
            yield from map(self._text, urgent.acts)
            yield self.address(self.desk.key, anchor("danger"))

    def _called(self) -> Iterator[tuple[str, str]]:
        for step in self.sop.steps:
            for branch in step.decision.branches if step.decision else ():
                target = self.desk.target(branch.sop) if branch.sop else None
                if target:
                    yield target.key, self.address(target.key)

    def _limits(self) -> Iterator[tuple[str, Limit]]:
        for step in self.sop.steps:
            if step.deadline:
                duration = DURATIONS.get(step.deadline.unit, "").format(step.deadline.value)
                voice, limit = self.desk.voice, step.deadline
                told = voice.limit(limit, self.desk.key)
                yield step.id, Limit(voice.amount(limit), told, duration)

    def address(self, key: str, fragment: str = "") -> str:
        """Give where a place is published; from the root of the site if its address is unknown."""
        project, library = self.desk.voice.project, self.desk.voice.library
        default = project.languages.default
        page = in_language(page_of(library, key), self.desk.voice.code, default)
        return f"{project.site.address or ''}{page}{f'#{fragment}' if fragment else ''}"


def process_id(key: str) -> str:
    """Give the id of the process of a procedure."""
    return key.replace("/", "_")
