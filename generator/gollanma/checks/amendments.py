"""What an edition declares against the one that it is based on, and what really differs."""

from collections.abc import Iterator, Mapping, Sequence

from gollanma.checks.finding import Finding, check
from gollanma.diagnostics import Severity, Value
from gollanma.graph import Graph
from gollanma.law import PREAMBLE, Fate, Row, Unit, base_of, compare, units
from gollanma.law.declaring import has_place, is_postponed, is_real, silent_about
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import ChangeKind


@check("LAW111")
def declared_and_real_changes_differ(graph: Graph) -> Iterator[Finding]:
    """An edition declares a change that it does not make, or makes one that it does not declare.

    A deputy votes on a list of changes, and the law that comes out is another.
    """
    for key, edition, base in _amending(graph):
        rows = compare(base, edition, graph.project.languages.all)
        if edition.changes:
            yield from _unreal(key, edition, rows)
            yield from _undeclared(key, edition, rows)
        elif rows:
            yield Finding(key, ("based_on",), "none-declared", {"n": len(rows)})


def _amending(graph: Graph) -> Iterator[tuple[str, Edition, Edition]]:
    """Yield the editions that are based on another, with it."""
    for key, edition in graph.library.keyed(Edition):
        base = graph.library.records.get(base_of(graph.library, key) or "")
        if isinstance(base, Edition):
            yield key, edition, base


def _unreal(key: str, edition: Edition, rows: Sequence[Row]) -> Iterator[Finding]:
    for index, change in enumerate(edition.changes):
        if not is_real(change, rows):
            values: dict[str, Value] = {"place": change.target, "kind": change.kind}
            yield Finding(key, ("changes", index, "target"), "not-real", values)


def _undeclared(key: str, edition: Edition, rows: Sequence[Row]) -> Iterator[Finding]:
    for row in rows:
        for fate in silent_about(edition.changes, row):
            yield _silent(key, row, fate)


def _silent(key: str, row: Row, fate: Fate) -> Finding:
    """Give the finding for a difference at its place; what is gone has none of its own."""
    values: dict[str, Value] = {"place": row.id}
    if row.new:
        return Finding(key, (*row.new.path, "id"), fate, values)
    return Finding(key, ("preamble",) if row.id == PREAMBLE else ("changes",), fate, values)


@check("LAW112")
def change_without_a_target(graph: Graph) -> Iterator[Finding]:
    """A change has no target in the edition that it amends, or an insertion has no place.

    Nobody can carry it out, and the law stays as it was.
    """
    for key, edition in graph.library.keyed(Edition):
        base = graph.library.records.get(base_of(graph.library, key) or "")
        if edition.based_on and base is None:
            yield Finding(key, ("based_on",), "no-base", {"edition": edition.based_on})
        elif edition.changes and not edition.based_on:
            yield Finding(key, ("changes",), "no-base-named", on_key=True)
        elif isinstance(base, Edition):
            yield from _aimless(key, edition, units(base), units(edition))


def _aimless(
    key: str, edition: Edition, before: Mapping[str, Unit], after: Mapping[str, Unit]
) -> Iterator[Finding]:
    for index, change in enumerate(edition.changes):
        path, values = ("changes", index, "target"), {"place": change.target}
        if change.kind is ChangeKind.INSERT:
            if not has_place(change, before):
                yield Finding(key, path, "already-there", values)
            elif change.target not in after and not is_postponed(change):
                yield Finding(key, path, "no-place", values)
        elif not has_place(change, before):
            yield Finding(key, path, "no-target", values)


@check("LAW113", Severity.WARNING)
def change_in_one_language_alone(graph: Graph) -> Iterator[Finding]:
    """A change stands in one language and not yet in another, or what is declared of it is not so.

    Two readers of one law keep two rules until somebody notices.
    """
    for key, edition, base in _amending(graph):
        for row in compare(base, edition, graph.project.languages.all):
            if row.changed_in and Fate.CHANGED in row.fates:
                yield from _behind(key, edition, row, _waiting(base, row.id))


def _waiting(edition: Edition, place: str) -> frozenset[str]:
    """Give the languages that, by an edition, do not say a change yet."""
    changes = (change for change in edition.changes if change.target == place)
    return frozenset(code for each in changes for code, said in each.applied.items() if not said)


def _behind(key: str, edition: Edition, row: Row, before: frozenset[str]) -> Iterator[Finding]:
    """Yield the languages that do not follow; those that catch up leave nobody behind."""
    waiting, catches_up = _waiting(edition, row.id), before.issuperset(row.changed_in)
    path = (*row.new.path, "text") if row.new else ("preamble",)
    for code, wording in row.wordings.items():
        values: dict[str, Value] = {"place": row.id, "language": code}
        if wording.is_behind and code in waiting:
            yield Finding(key, path, "waiting", values, Severity.INFO)
        elif wording.is_behind and not catches_up:
            yield Finding(key, path, "behind", values)
        elif code in waiting and code in row.changed_in:
            yield Finding(key, path, "applied-after-all", values)
