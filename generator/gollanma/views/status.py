"""How far a record has come, in a word with an edge: never in colour alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gollanma.model import Library, Status
from gollanma.model.kinds import Act, Edition
from gollanma.model.project import Effect
from gollanma.views.voice import Voice

AFTER: Mapping[Effect, Status] = {
    Effect.ADOPTION: Status.APPROVED,
    Effect.SIGNATURE: Status.APPROVED,
    Effect.PUBLICATION: Status.APPROVED,
    Effect.REGISTRATION: Status.APPROVED,
    Effect.COMMENCEMENT: Status.IN_FORCE,
    Effect.SUSPENSION: Status.SUSPENDED,
    Effect.END: Status.REPEALED,
}
DECIDING = frozenset({Effect.COMMENCEMENT, Effect.SUSPENSION, Effect.END})
"""What changes the state of an act of which an edition binds already."""
TONES: Mapping[Status, str] = {
    Status.PILOT: "info",
    Status.APPROVED: "ok",
    Status.IN_FORCE: "ok",
    Status.SUSPENDED: "stop",
    Status.SUPERSEDED: "stop",
    Status.REPEALED: "stop",
    Status.WITHDRAWN: "stop",
}


@dataclass(frozen=True, slots=True)
class Tag:
    """A state, as it stands beside a title."""

    words: str
    tone: str
    """`warn`, `ok`, `stop` or `info`."""


def status_of(library: Library, key: str) -> Status | None:
    """Give the status of a record; an act's and a dated edition's follow from their days."""
    record = library.records.get(key) or library.state.released.get(key)
    match record:
        case Act():
            return _act_status(library, key, record)
        case Edition():
            return _edition_status(record, library.today)
        case None:
            return None
        case _:
            return record.status


def _act_status(library: Library, key: str, act: Act) -> Status | None:
    """Follow an act's days; while an edition binds, only what stops it, or restores it, counts."""
    rules = library.project.act_kind(act.act_kind)
    binds = library.edition_in_force(key) is not None
    before = Status.DRAFT if library.editions(key) else None
    status = Status.IN_FORCE if binds else before
    for happening in sorted(act.lifecycle, key=lambda each: each.day):
        stage = rules.stage(happening.stage) if rules else None
        if stage is None or happening.day > library.today:
            continue
        if stage.effect in DECIDING or not binds:
            status = AFTER.get(stage.effect, Status.DRAFT if stage.is_draft else status)
    return status


def _edition_status(edition: Edition, today: date) -> Status | None:
    period = edition.in_force
    if edition.status is not None or period is None:
        return edition.status or Status.DRAFT
    if period.to and period.to < today:
        return Status.SUPERSEDED
    return Status.IN_FORCE if (period.from_ or today) <= today else Status.APPROVED


def tag_of(voice: Voice, key: str) -> Tag | None:
    """Give the tag of a record: its status, and that it is a sample."""
    record = voice.library.records.get(key) or voice.library.state.released.get(key)
    return tag_for(voice, status_of(voice.library, key), is_sample=bool(record and record.sample))


def tag_for(voice: Voice, status: Status | None, *, is_sample: bool) -> Tag | None:
    """Give the tag of a status; None where there is nothing to say."""
    words = [voice.say(f"status.{status.value}")] if status else []
    words += [voice.say("status.sample")] if is_sample else []
    if not words:
        return None
    tone = "warn" if is_sample or status is None else TONES.get(status, "warn")
    return Tag(" · ".join(words), tone)
