"""Short names: what is said thousands of times in a file is said in three or four letters.

A name is the beginning of a hash, never a number: a page more renames no other, and an update
stays small.
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping

SHORTEST = 3


def short_names(values: Iterable[str]) -> Mapping[str, str]:
    """Give each value a name of its own, all as short as they can be and equally long.

    A name begins with a letter and has small letters and figures only.
    """
    hashes = {each: _hash(each) for each in sorted(set(values))}
    length = SHORTEST
    while len({each[:length] for each in hashes.values()}) < len(hashes):
        length += 1
    return {value: name[:length] for value, name in hashes.items()}


def _hash(value: str) -> str:
    digest = base64.b32encode(hashlib.sha256(value.encode()).digest()).decode().lower()
    return "x" + digest.rstrip("=")
