"""Names of bookmarks: how a Word file remembers which provision a paragraph is, and of which text.

Word takes letters, digits and `_`, at most forty signs; whatever is longer becomes a checksum.
Nothing is read back out of a name: a reader makes the names of what it knows and compares.
"""

import hashlib

from gollanma.exchange.word.plain import Place

LONGEST = 40
STAMP, FRONT = "G_", "F_"
"""What the name begins with of the mark of the whole file, and of what stands before the text."""
SIGNS = str.maketrans({".": "_", "-": "__"})


def name_of(place: Place) -> str:
    """Give the name of the bookmark of a line."""
    ids = (place.id, *filter(None, (place.variant,)))
    name = "_".join((place.role.upper(), *(each.translate(SIGNS) for each in ids)))
    return name if len(name) <= LONGEST else f"{name[:8]}_{_checksum(name)}"


def is_ours(name: str) -> bool:
    """Say whether a bookmark looks like one of ours, whatever text it is of."""
    roles = tuple(f"{role}_" for role in "HTV")
    return name.startswith((*roles, STAMP, FRONT))


def stamp_of(old: str, new: str, language: str) -> str:
    """Give the name of the bookmark that says between which editions a file shows the changes."""
    return STAMP + _checksum(f"{old} {new} {language}")


def _checksum(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:24]
