"""A fingerprint as words that are read out over a telephone.

Twelve words for the first twelve bytes of a SHA-256, one of 256 for each: 96 bits, so that nobody
finds another root with the same words. There is one list for all languages, of words that are at
home in most of them. They are written with the eighteen letters that the Turkmen, the Russian and
the English alphabet share and read alike, so whoever hears a word can write it, in Latin letters or
in Cyrillic ones. Any two differ within their first four letters, which are enough to type, and in
at least three letters altogether.
"""

import difflib
import re
from functools import cache
from importlib.resources import files

from gollanma.bundle.errors import BundleError

COUNT = 12
GROUP = 4
"""Words read in one breath: a list is shown in lines of so many."""
ENOUGH = 4
"""Letters that tell a word from all others."""
CYRILLIC = str.maketrans("абдефгиклмнопрстуз", "abdefgiklmnoprstuz")


@cache
def word_list() -> tuple[str, ...]:
    """Give the 256 words in their order, which never changes."""
    text = files("gollanma.bundle.keys").joinpath("words.txt").read_text(encoding="ascii")
    return tuple(text.split())


def in_words(fingerprint: str) -> tuple[str, ...]:
    """Give the words of a SHA-256 in hexadecimal digits."""
    return tuple(word_list()[each] for each in bytes.fromhex(fingerprint)[:COUNT])


def heard(text: str) -> tuple[str, ...]:
    """Give the words that a person typed, in whatever case, letters and signs between them.

    Refuses with the code `word`, naming it and the nearest one, or `words` where they are not
    twelve.
    """
    typed = re.findall(r"[^\W\d_]+", text.casefold().translate(CYRILLIC))
    words = tuple(_known(each) for each in typed)
    if len(words) != COUNT:
        raise BundleError("words", n=len(words), enough=COUNT)
    return words


def _known(typed: str) -> str:
    found = [each for each in word_list() if each[:ENOUGH] == typed[:ENOUGH]]
    if len(typed) < ENOUGH or not found:
        nearest = difflib.get_close_matches(typed, word_list(), n=1, cutoff=0)
        raise BundleError("word", typed, nearest=nearest[0])
    return found[0]
