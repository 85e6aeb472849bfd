"""Which declared change speaks of which difference between two editions."""

from collections.abc import Mapping, Sequence

from gollanma.law.difference import PREAMBLE, Fate, Row
from gollanma.law.units import Unit
from gollanma.model.kinds.acts import Change, ChangeKind

ANSWERS: Mapping[ChangeKind, frozenset[Fate]] = {
    ChangeKind.INSERT: frozenset({Fate.INSERTED}),
    ChangeKind.REPLACE: frozenset({Fate.CHANGED}),
    ChangeKind.WORDS: frozenset({Fate.CHANGED}),
    ChangeKind.REPEAL: frozenset({Fate.REPEALED, Fate.DELETED}),
    ChangeKind.RENUMBER: frozenset({Fate.RENUMBERED}),
    ChangeKind.MOVE: frozenset({Fate.MOVED}),
}
"""What each kind of change does to its target."""
WHOLE = frozenset({ChangeKind.REPLACE, ChangeKind.INSERT})
"""Kinds that speak for all that their target holds."""
UNDECLARED = frozenset({Fate.REDATED})
"""What nobody declares: a provision that binds from another day says so itself."""


def declares(change: Change, row: Row, fate: Fate) -> bool:
    """Say whether a declared change speaks of what happened to a provision."""
    if change.target == row.id:
        return fate in ANSWERS[change.kind]
    around = {each for unit in (row.old, row.new) if unit for each in unit.above}
    return change.kind in WHOLE and change.target in around


def is_postponed(change: Change) -> bool:
    """Say whether no language says the change yet."""
    return bool(change.applied) and not any(change.applied.values())


def is_real(change: Change, rows: Sequence[Row]) -> bool:
    """Say whether a declared change is made, or openly not yet."""
    return is_postponed(change) or any(
        declares(change, row, fate) for row in rows for fate in row.fates
    )


def silent_about(changes: Sequence[Change], row: Row) -> tuple[Fate, ...]:
    """Give what happened to a provision and is not declared."""
    return tuple(
        fate
        for fate in row.fates
        if fate not in UNDECLARED and not any(declares(each, row, fate) for each in changes)
    )


def has_place(change: Change, before: Mapping[str, Unit]) -> bool:
    """Say whether the base of an edition has what a change needs there."""
    if change.kind is ChangeKind.INSERT:
        return change.target not in before
    return change.target in before or change.target == PREAMBLE


def change_for(fate: Fate, row: Row) -> Change:
    """Give the change that declares what happened to a provision; it gives no reason."""
    kind = next(kind for kind, fates in ANSWERS.items() if fate in fates)
    behind = {code for code, each in row.wordings.items() if each.is_behind}
    applied = {code: code not in behind for code in row.wordings} if behind else {}
    return Change(kind=kind, target=row.id, applied=applied)
