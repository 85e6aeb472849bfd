"""Versions: a record that changed has a new number, and the number says how much changed."""

from collections.abc import Iterator, Mapping

from gollanma.checks.amounts import said
from gollanma.checks.finding import Finding, check
from gollanma.diagnostics import Value
from gollanma.graph import Graph
from gollanma.model import Record, stamp
from gollanma.model.base import Quantity
from gollanma.model.kinds import Service, Sop
from gollanma.model.state import content_stamp
from gollanma.model.walk import Path

Number = tuple[int, int]


@check("PUB003")
def version_does_not_follow(graph: Graph) -> Iterator[Finding]:
    """A record changed under its old version, or a new time limit under a small step of it.

    Two offices hold version 1.0, and each of them holds another text.
    """
    released = _released(graph)
    for key, record in graph.library.records.items():
        before = released.get(key)
        if not before or record.version is None:
            continue
        now, newest = _number(record.version), max(before)
        values = {"value": record.version, "newest": _written(newest)}
        if now < newest:
            yield Finding(key, ("version",), "behind", values)
        elif now == newest:
            if content_stamp(record) != content_stamp(before[newest]):
                yield Finding(key, ("version",), "unbumped", values)
        elif now[0] == newest[0]:
            yield from _late(graph, key, before[newest], record)


def _released(graph: Graph) -> Mapping[str, Mapping[Number, Record]]:
    """Give the released copies by record and number, without those changed by hand."""
    found: dict[str, dict[Number, Record]] = {}
    state = graph.library.state
    for name, copy in state.released.items():
        key, _, version = name.partition("@")
        is_whole = stamp(state.copies[name].text) == state.stamps.get(name)
        if is_whole and copy.version == version:
            found.setdefault(key, {})[_number(version)] = copy
    return found


def _number(version: str) -> Number:
    major, _, minor = version.partition(".")
    return int(major), int(minor)


def _written(number: Number) -> str:
    return ".".join(map(str, number))


def _late(graph: Graph, key: str, old: Record, new: Record) -> Iterator[Finding]:
    """Yield the time limits that changed although the first number of the version did not."""
    before = {name: limit for name, _, limit in _limits(old)}
    for name, path, limit in _limits(new):
        other = before.get(name, limit)
        if _terms(other) != _terms(limit):
            values: dict[str, Value] = {
                "value": name,
                "old": said(graph, other) if other else "",
                "new": said(graph, limit) if limit else "",
            }
            why = "limit-differs" if other and limit else "limit-new"
            yield Finding(key, path, why, values)


def _limits(record: Record) -> Iterator[tuple[str, Path, Quantity | None]]:
    """Yield the time limits by name; a step without one is named too."""
    if isinstance(record, Sop | Service):
        for index, each in enumerate(record.deadlines):
            yield f"deadline.{each.id}", ("deadlines", index), each
    if isinstance(record, Sop):
        for index, step in enumerate(record.steps):
            yield step.id, ("steps", index), step.deadline


def _terms(limit: Quantity | None) -> tuple[object, ...]:
    return (limit.value, limit.unit, limit.from_) if limit else ()
