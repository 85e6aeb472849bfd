"""The search inside one file: the same program and the same index, as blocks of that file.

A block is data that no browser runs. All are deflated, each by itself, but those of which most
change with one edited sentence, by a few letters: an update of the file stays small.
"""

import base64
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from gollanma.search.files import FOLDER, canonical, value_of

CHANGING = re.compile(r"t-[0-9]+|meta")
"""The words with their postings, and the list of the files."""
RAW = -15
"""Deflate without a head, as `DecompressionStream("deflate-raw")` reads it."""


@dataclass(frozen=True, slots=True)
class Block:
    """One file of the index, ready to stand inside a `<script>` of data."""

    place: str
    text: str
    is_deflated: bool = False


def blocks(files: Iterable[tuple[str, bytes]], lang: str) -> Iterator[Block]:
    """Yield the files that a search in one language needs, and what all languages share.

    `files` are those of a site's search. Words of other languages are found by the glossary; the
    indexes of those languages are left out.
    """
    for address, script in files:
        place = address.removeprefix(f"{FOLDER}/").removesuffix(".js")
        folder, _, name = place.rpartition("/")
        if folder in ("", lang):
            text = canonical(value_of(script.decode())[1])
            yield _block(place, text, is_deflated=CHANGING.fullmatch(name) is None)


@lru_cache(maxsize=4096)
def _block(place: str, text: str, *, is_deflated: bool) -> Block:
    if is_deflated:
        return Block(place, base64.b64encode(_deflated(text.encode())).decode(), is_deflated=True)
    return Block(place, text.replace("<", "\\u003c"))


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, RAW)
    return packer.compress(data) + packer.flush()
