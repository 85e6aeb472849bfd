"""Lists of words and phrases that are looked for in running text."""

import re
from collections.abc import Iterable, Iterator

NOTHING = re.compile(r"(?!)")


class Phrases:
    """Words and phrases in small letters; one that ends with `*` is found with any ending."""

    def __init__(self, listed: Iterable[str]) -> None:
        """Make one pattern of the list: by first letters, so that a long list costs little."""
        self._entries = tuple(sorted({each for each in listed if each}, key=_longest_first))
        self._pattern = _pattern(self._entries)

    def __bool__(self) -> bool:
        """Say whether there is anything to look for."""
        return bool(self._entries)

    def found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start and end of each phrase of a text, with its entry; the longest one wins."""
        for match in self._pattern.finditer(small(text)):
            yield match.start(), match.end(), self._entries[(match.lastindex or 1) - 1]


def small(text: str) -> str:
    """Give a text in small letters, each in the place where it stood."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


def pattern_of(written: str) -> re.Pattern[str]:
    """Give a pattern of a pack for small letters; blanks in it count for nothing."""
    return re.compile(written, re.VERBOSE) if written else NOTHING


def _longest_first(entry: str) -> tuple[str, int, str]:
    return entry[:1], -len(entry), entry


def _pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    by_letter: dict[str, list[str]] = {}
    for each in entries:
        by_letter.setdefault(each[0], []).append(f"({_rest(each)})")
    branches = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_letter.items())
    joined = "|".join(branches)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)") if joined else NOTHING


def _rest(entry: str) -> str:
    """Give the pattern of an entry behind its first letter; any white space may part its words."""
    words = (re.escape(each).replace(r"\*", r"\w*") for each in entry[1:].split(" "))
    return r"\s+".join(words)
