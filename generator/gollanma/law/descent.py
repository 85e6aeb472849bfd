"""Which edition was made from which, and what they declare on the way."""

from collections.abc import Iterator
from itertools import combinations

from gollanma.model import Library
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Change


def base_of(library: Library, key: str) -> str | None:
    """Give the key of the edition on which another is based, if it is here."""
    edition = library.records.get(key)
    if not isinstance(edition, Edition) or edition.based_on is None:
        return None
    base = f"{key.partition('@')[0]}@{edition.based_on}"
    return base if isinstance(library.records.get(base), Edition) else None


def bases_of(library: Library, key: str) -> Iterator[str]:
    """Yield the editions on which another stands, the nearest first; a circle ends."""
    seen = {key}
    base = base_of(library, key)
    while base is not None and base not in seen:
        yield base
        seen.add(base)
        base = base_of(library, base)


def declared(library: Library, old: str, new: str) -> tuple[Change, ...]:
    """Give what is declared on the way from one edition to another, the oldest first.

    Nothing where the newer one does not stand on the older one.
    """
    way = [new, *bases_of(library, new)]
    if old not in way:
        return ()
    editions = (library.records[key] for key in reversed(way[: way.index(old)]))
    return tuple(
        change for edition in editions if isinstance(edition, Edition) for change in edition.changes
    )


def pairs(library: Library, act: str) -> tuple[tuple[str, str], ...]:
    """Give every two editions of an act, the older first: dated ones by their day, then drafts.

    A draft follows every draft on which it stands, whatever they are called.
    """
    keys = [key for key, _ in library.editions(act)]
    depth = {key: len(list(bases_of(library, key))) for key in keys}
    drafts = {key: edition.in_force is None for key, edition in library.editions(act)}
    ordered = sorted(keys, key=lambda key: (drafts[key], depth[key] if drafts[key] else 0))
    return tuple(combinations(ordered, 2))
