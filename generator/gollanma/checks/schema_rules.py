"""What a status demands of a record, and the project's own lists."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from gollanma.checks.finding import Finding, check
from gollanma.graph import Graph
from gollanma.model import Part, Record, Status, Text
from gollanma.model.base import Quantity
from gollanma.model.kinds import (
    Act,
    Document,
    Edition,
    Fact,
    Indicator,
    Organisation,
    Service,
    Territory,
    Training,
)
from gollanma.model.walk import Path, parts, slots

if TYPE_CHECKING:
    from gollanma.diagnostics import Value

LISTED: tuple[tuple[type[Record], str, str], ...] = (
    (Service, "level", "territory_levels"),
    (Territory, "level", "territory_levels"),
    (Service, "forms", "service_forms"),
    (Service, "needs", "needs"),
    (Organisation, "type", "organisation_types"),
    (Document, "document_kind", "document_kinds"),
    (Indicator, "disaggregation", "dimensions"),
    (Indicator, "frequency", "frequencies"),
)
"""Fields whose values come from a list of the project."""
SLIP = 0.8
"""How like a known unit another one must be to be taken for it, mistyped; from 0 to 1."""


@check("SCH002")
def value_not_in_project_list(graph: Graph) -> Iterator[Finding]:
    """A value is not in the project's list.

    The page would be missing from the list by which people look for it.
    """
    lists = {name: [each.id for each in entries] for name, entries in graph.project.lists()}
    systems = [each.id for each in graph.project.systems]
    for key, record in graph.library.records.items():
        for kind, field, name in LISTED:
            if isinstance(record, kind):
                yield from _unlisted(key, record, field, lists[name])
        yield from _unlisted(key, record, "covers", systems)
    yield from _methods(graph, lists["training_methods"])
    yield from _acts(graph)
    yield from _units(graph)
    yield from _counted(graph)


def _methods(graph: Graph, known: list[str]) -> Iterator[Finding]:
    """Yield ways of teaching that the project does not have."""
    for key, training in graph.library.keyed(Training):
        for number, session in enumerate(training.sessions):
            for index, each in enumerate(session.methods):
                if each not in known:
                    path: Path = ("sessions", number, "methods", index)
                    yield _not_in_list(key, path, each, known)


def _unlisted(key: str, record: Record, field: str, known: list[str]) -> Iterator[Finding]:
    value = getattr(record, field)
    for index, each in enumerate(value if isinstance(value, tuple) else ()):
        if each not in known:
            yield _not_in_list(key, (field, index), each, known)
    if isinstance(value, str) and value not in known:
        yield _not_in_list(key, (field,), value, known)


def _not_in_list(key: str, path: Path, value: str, known: list[str]) -> Finding:
    near = get_close_matches(value, known, n=1, cutoff=0.6)
    values: dict[str, Value] = {
        "value": value,
        "near": "".join(near),
        "known": ", ".join(known),
    }
    return Finding(key, path, "not-in-list", values)


def _acts(graph: Graph) -> Iterator[Finding]:
    """Yield kinds, stages and units that the project does not have."""
    kinds = [each.id for each in graph.project.act_kinds]
    for key, act in graph.library.keyed(Act):
        yield from _unlisted(key, act, "act_kind", kinds)
        rules = graph.project.act_kind(act.act_kind)
        stages = [each.id for each in rules.stages] if rules else []
        for index, each in enumerate(act.lifecycle):
            if rules and each.stage not in stages:
                yield _not_in_list(key, ("lifecycle", index, "stage"), each.stage, stages)
    for key, edition in graph.library.keyed(Edition):
        yield from _edition(graph, key, edition)


def _edition(graph: Graph, key: str, edition: Edition) -> Iterator[Finding]:
    act = graph.library.act_of(key)
    rules = graph.project.act_kind(act.act_kind) if act else None
    if rules is None:
        return
    yield from _unlisted(key, edition, "stage", [each.id for each in rules.stages])
    units = [each.id for each in rules.units]
    for path, part in parts(edition):
        unit = getattr(part, "unit", None)
        if isinstance(unit, str) and unit not in units:
            yield _not_in_list(key, (*path, "unit"), unit, units)


def _counted(graph: Graph) -> Iterator[Finding]:
    """Yield units of facts and indicators that are a slip of one that a language pack can say.

    Whoever counts what no pack knows may; but `persons` would count people unguarded.
    """
    for key, record in graph.library.records.items():
        unit = record.unit if isinstance(record, Fact | Indicator) else None
        for code in graph.project.languages.all if unit else ():
            known = sorted(graph.languages[code].formats.measures)
            if unit not in known and get_close_matches(unit or "", known, n=1, cutoff=SLIP):
                yield _not_in_list(key, ("unit",), unit or "", known)
                break


def _units(graph: Graph) -> Iterator[Finding]:
    """Yield units of quantities that a language pack cannot say."""
    for key, record in graph.library.records.items():
        for path, part in parts(record):
            if isinstance(part, Quantity):
                for code in graph.project.languages.all:
                    language = graph.languages[code]
                    if part.unit not in language.formats.measures:
                        known = sorted(language.formats.measures)
                        yield _not_in_list(key, (*path, "unit"), part.unit, known)
                        break


@check("SCH003")
def field_missing_for_status(graph: Graph) -> Iterator[Finding]:
    """A field that a record of this status must have is missing.

    A draft may have gaps. Whoever follows a pilot or a rule in force must not meet one.
    """
    for key, record in graph.library.records.items():
        status = record.status or Status.DRAFT
        for path, part in parts(record):
            for slot in slots(type(part)):
                if slot.needed and not path and slot.name in record.unneeded:
                    continue
                if slot.needed and slot.needed.status.rank <= status.rank:
                    yield from _missing(key, path, part, slot.name, slot.key, status)


def _missing(  # noqa: PLR0913, PLR0917 - the columns of one finding
    key: str, path: Path, part: Part, name: str, field: str, status: Status
) -> Iterator[Finding]:
    value = getattr(part, name)
    if value is None or value == () or (isinstance(value, dict | Text) and not value):
        yield Finding(key, (*path, field), "missing-for-status", {"field": field, "status": status})
