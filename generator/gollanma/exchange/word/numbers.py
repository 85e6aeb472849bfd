"""The number of an edited line: as it was, or another one that somebody typed over it."""

import re

from gollanma.exchange.word.plain import Line
from gollanma.languages import lowered

MARK = re.compile(r"(?P<number>[0-9]{1,4}[⁰¹²³⁴⁵⁶⁷⁸⁹]*|[IVXLCDM]{1,8}|\w)[.)](?:\s+|$)")
"""A number as it stands before words: `2.`, `12¹)`, `a)`."""
FIGURES = re.compile(r"[0-9]+[⁰¹²³⁴⁵⁶⁷⁸⁹]*|\b[IVXLCDM]+[⁰¹²³⁴⁵⁶⁷⁸⁹]*\b")
STOP = ". "


def split_number(text: str) -> tuple[str | None, str]:
    """Give the number before the words of a new paragraph, if it has one, and the words."""
    found = MARK.match(text)
    return (lowered(found["number"]), text[found.end() :]) if found else (None, text)


def without_marks(line: Line, text: str) -> tuple[str | None, str]:
    """Give the number that an edited line has now, None for the one it had, and its words alone."""
    words = text.removesuffix(line.after).rstrip(" ") if line.after else text
    if not line.before:
        return None, words
    if words == line.before or words.startswith(f"{line.before} "):
        return None, words[len(line.before) :].lstrip(" ")
    return _renumbered(line, words)


def _renumbered(line: Line, words: str) -> tuple[str | None, str]:
    """Read a number that is not the old one; a line that lost it has words alone."""
    if " " not in line.before:
        return split_number(words)
    name, stop, rest = words.partition(STOP)
    found = FIGURES.search(name)
    if not found or (not stop and line.words):
        return None, words
    return lowered(found[0]), rest
