"""The names under which pages are published: histories, bookmarks and printed codes keep them."""

import hashlib
import re
from collections.abc import Iterator

from gollanma.model.kinds import BY_NAME
from gollanma.model.library import Library

NEUTRAL_DIGITS = 10
"""So many digits stand for a name that tells too much: two records never share them by chance."""
COMPANION = "--"
"""Stands before the name of a page that goes with a record; no slug has two hyphens."""
LIST = re.compile(r"index(?:-\d+)?")


def stem_of(library: Library, key: str) -> str:
    """Give the address of a record without its end: its key, `sop/intake`.

    An address stays in a browser's history: where there is a quick exit it is made of the code,
    `sop/sp-07`, or, where the record has none or it is another one's key, of mute digits.
    """
    record = library.records.get(key)
    if record is None or not record.quick_exit:
        return key
    named = f"{record.kind}/{(record.code or '').lower()}"
    if record.code and named not in library.records:
        return named
    return f"{record.kind}/{hashlib.sha256(key.encode()).hexdigest()[:NEUTRAL_DIGITS]}"


def lost_stems(library: Library) -> Iterator[tuple[int, str, str]]:
    """Yield the published records that are gone and not retired: line, address, what to retire.

    Each once. Lists, short addresses and pages inside a record are passed over, and so is a kind
    of which a record cannot be read: its address is unknown.
    """
    seen = {*library.state.retired, *(stem_of(library, key) for key in library.documents)}
    unread = {key.partition("/")[0] for key in library.broken}
    for line, address in enumerate(library.state.addresses, 1):
        stem = address.removesuffix(".html").partition(COMPANION)[0]
        kind, _, name = stem.partition("/")
        is_record = kind in BY_NAME and "/" not in name and not LIST.fullmatch(name)
        if is_record and kind not in unread and stem not in seen:
            seen.add(stem)
            yield line, address, stem
