"""Trainings: they teach what holds now, what holds is taught, and their days add up."""

from collections.abc import Iterator
from itertools import groupby

from gollanma.checks.finding import Finding, binding, check
from gollanma.checks.reading import all_read
from gollanma.checks.standing import is_over
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.model import Ref
from gollanma.model.kinds import Act, Practice, Role, Sop, Training
from gollanma.model.kinds.learning import Objective
from gollanma.model.walk import Path


def _objectives(training: Training) -> Iterator[tuple[Path, Objective]]:
    for number, session in enumerate(training.sessions):
        for index, each in enumerate(session.objectives):
            yield ("sessions", number, "objectives", index), each


@check("TRN001")
def teaches_what_is_over(graph: Graph) -> Iterator[Finding]:
    """A training or a practice case teaches an older version, or what was superseded.

    People do in good faith what has been wrong for a year.
    """
    for key, training in graph.library.keyed(Training):
        for path, objective in _objectives(training):
            for index, ref in enumerate(objective.teaches):
                here = (*path, "teaches", index)
                yield from _taught(graph, (key, here), ref, ref.at or objective.version)
    for key, practice in graph.library.keyed(Practice):
        if practice.sop:
            yield from _taught(graph, (key, ("sop",)), practice.sop, practice.written_for)


def _taught(
    graph: Graph, place: tuple[str, Path], ref: Ref, version: str | None
) -> Iterator[Finding]:
    record = graph.library.records.get(ref.record)
    if record is None or isinstance(record, Act):
        return
    if is_over(record):
        yield Finding(*place, "over", {"value": str(ref), "status": record.status or ""})
    elif record.version and version and _major(version) < _major(record.version):
        values = {"value": ref.record, "taught": version, "now": record.version}
        yield Finding(*place, "older", values)


def _major(version: str) -> int:
    return int(version.partition(".")[0])


@check("TRN002", Severity.WARNING)
def taught_by_nobody(graph: Graph) -> Iterator[Finding]:
    """No training teaches a procedure, or none is there for a role.

    A new colleague learns it from whoever happens to sit next to her.
    """
    library = graph.library
    if not all_read(graph, Training.kind):
        return
    trainings = list(library.of(Training))
    taught = {
        ref.record
        for training in trainings
        for _, objective in _objectives(training)
        for ref in objective.teaches
    }
    trained = {ref.record for training in trainings for ref in training.roles}
    for key, sop in library.keyed(Sop):
        if key not in taught and not is_over(sop):
            weight = binding(sop.status, Severity.WARNING)
            yield Finding(key, (), "sop-untaught", {"key": key}, weight)
    for key, role in library.keyed(Role):
        if key not in trained and not role.trainings and not is_over(role):
            weight = binding(role.status, Severity.WARNING)
            yield Finding(key, (), "role-untrained", {"key": key}, weight)


DAY = "day"
"""The unit of a course whose days are counted."""


@check("TRN003", Severity.WARNING)
def days_do_not_add_up(graph: Graph) -> Iterator[Finding]:
    """The sessions of a day are longer or shorter than the day, or the days than the course.

    Forty-five people sit in a room, and nobody knows what comes at three o'clock.
    """
    for key, training in graph.library.keyed(Training):
        if training.day_minutes:
            yield from _days(key, training)
            yield from _minutes(key, training, training.day_minutes)


def _days(key: str, training: Training) -> Iterator[Finding]:
    """Yield the days of the course without a session, and sessions after its last day."""
    duration = training.duration
    if duration is None or duration.unit != DAY:
        return
    filled, days = {each.day for each in training.sessions}, int(duration.value)
    for day in sorted(set(range(1, days + 1)) - filled):
        yield Finding(key, ("duration",), "day-empty", {"day": day})
    for number, each in enumerate(training.sessions):
        if each.day > days:
            path: Path = ("sessions", number, "day")
            yield Finding(key, path, "day-after", {"day": each.day, "days": days})


def _minutes(key: str, training: Training, wanted: int) -> Iterator[Finding]:
    sessions = sorted(enumerate(training.sessions), key=lambda each: each[1].day)
    for day, group in groupby(sessions, key=lambda each: each[1].day):
        held = tuple(group)
        total = sum(each.minutes for _, each in held)
        if total != wanted:
            values = {"day": day, "total": total, "wanted": wanted}
            yield Finding(key, ("sessions", held[-1][0], "minutes"), "minutes", values)
