"""The next root: the first one, one with other keys, one without a lost key, the same for longer.

Each is only a proposal until enough people have signed it with their own keys.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys.root import BUNDLE, RECALL, ROOT, Key, Revoked, Role, Root, fault_of

YEARS = 3
"""How long a root holds where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be different in the next root."""

    add: tuple[Key, ...] = ()
    """Keys that sign roots and bundles."""
    add_recall: tuple[Key, ...] = ()
    """Keys that recall pages."""
    remove: tuple[str, ...] = ()
    """Keys that sign no more, by their short names; nothing is wrong with them."""
    revoke: tuple[Revoked, ...] = ()
    """Keys that must never count again."""
    threshold: int | None = None
    """How many sign a root or a bundle; absent where that stays."""


def lasting(made: date, years: int = YEARS) -> date:
    """Give the day on which a root expires that is made on a day."""
    day = min(made.day, 28) if made.month == 2 else made.day  # noqa: PLR2004 - February
    return date(made.year + years, made.month, day)


def first(change: Change, made: date, expires: date) -> Root:
    """Give root 1; without keys for recalls, those that sign bundles recall too, one alone."""
    empty = Role((), change.threshold or 2)
    nothing = Root(0, made, expires, {}, {ROOT: empty, BUNDLE: empty, RECALL: Role((), 1)})
    recall = change.add_recall or change.add
    return following(nothing, replace(change, add_recall=recall), made, expires)


def following(root: Root, change: Change, made: date, expires: date) -> Root:
    """Give the root after another one.

    Refuses with the code `unknown` for a key that the root does not have, `twice` for one that it
    has, `returned` for one that was revoked, `root-field` where the roles would not hold.
    """
    gone = {*change.remove, *(each.key for each in change.revoke)}
    for keyid in sorted(gone - root.keys.keys()):
        raise BundleError("unknown", keyid)
    _refuse_added(root, change)
    keys = {**root.keys, **_by_keyid(change.add), **_by_keyid(change.add_recall)}
    revoked = (*root.revoked, *change.revoke)
    made_root = Root(
        number=root.number + 1,
        made=made,
        expires=expires,
        keys={keyid: key for keyid, key in keys.items() if keyid not in gone},
        roles={name: _role(name, role, change, gone) for name, role in root.roles.items()},
        revoked=tuple(sorted(revoked, key=lambda each: each.key)),
    )
    fault = fault_of(made_root)
    if fault is not None:
        raise BundleError("root-field", place=fault)
    return made_root


def _refuse_added(root: Root, change: Change) -> None:
    revoked = {each.key for each in root.revoked}
    for added, role in ((change.add, BUNDLE), (change.add_recall, RECALL)):
        for key in added:
            if key.keyid in revoked:
                raise BundleError("returned", key.keyid)
            if key.keyid in root.roles[role].keys or added.count(key) > 1:
                raise BundleError("twice", key.keyid)


def _by_keyid(keys: Iterable[Key]) -> Mapping[str, Key]:
    return {each.keyid: each for each in keys}


def _role(name: str, role: Role, change: Change, gone: set[str]) -> Role:
    added = change.add_recall if name == RECALL else change.add
    keys = {*role.keys, *(each.keyid for each in added)} - gone
    threshold = role.threshold if name == RECALL else change.threshold or role.threshold
    return Role(tuple(sorted(keys)), threshold)
