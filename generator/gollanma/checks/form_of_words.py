"""The form of translations: translated at all, built alike, with the right endings."""

import re
from collections import Counter
from collections.abc import Iterator

from gollanma.checks.finding import Finding, Words, check
from gollanma.checks.standing import spoken_in
from gollanma.diagnostics import Severity, Value
from gollanma.graph import Graph, running

FIGURE = re.compile(r"[0-9]")
LETTERS = re.compile(r"[^\W\d_]{2,}")
BLOCKS: dict[str, re.Pattern[str]] = {
    "item": re.compile(r"^[ ]*(?:[-*+]|[0-9]{1,3}[.)])[ ]", re.MULTILINE),
    "heading": re.compile(r"^[ ]{0,3}\#{1,6}[ ]", re.MULTILINE),
    "row": re.compile(r"^[ ]*\|", re.MULTILINE),
    "paragraph": re.compile(r"\S[^\n]*\n[ \t]*\n(?=\s*\S)"),
}
"""What makes the structure of a Markdown text; paragraphs by the blank lines between them."""


@check("I18N007", Severity.WARNING)
def copied_instead_of_translated(graph: Graph) -> Iterator[Finding]:
    """A translation is a copy of the words that decide.

    The page says that it is there in the reader's language, and it is not.
    """
    same = {word.casefold() for word in graph.project.do_not_translate}
    for key, path, text in graph.texts:
        own = spoken_in(graph, key)
        source = text.get(own)
        copies = [code for code, words in text.items() if code != own and words == source]
        for code in copies if copies and _has_words(text[own], same) else ():
            values = {"language": code, "source": own}
            yield Finding(key, (*path, code), "copy", values)


def _has_words(text: str, same: set[str]) -> bool:
    """Say whether a text holds words to be translated: no names, codes or references alone."""
    prose = " ".join(text[start:end] for start, end in running(text))
    words = [each for each in LETTERS.findall(prose) if each.casefold() not in same]
    return any(not each.isupper() for each in words)


@check("I18N011", Severity.WARNING)
def ending_does_not_follow_the_number(graph: Graph) -> Iterator[Finding]:
    """The ending behind a number is not the one with which the number is spoken.

    It reads like a mistake of the office, and a search for the right form misses it.
    """
    for key, path, text in graph.texts:
        for code, words in text.items():
            for slip in graph.languages[code].ordinal_slips(words) if FIGURE.search(words) else ():
                values = {"value": slip.written, "right": slip.right}
                place = Words(code, slip.start, slip.end)
                yield Finding(key, path, "ending", values, words=place)


@check("I18N013", Severity.WARNING)
def built_differently(graph: Graph) -> Iterator[Finding]:
    """A text has more items or paragraphs in one language than in another.

    One ground of seven was lost on the way, and nobody who reads it can know.
    """
    for key, path, text in graph.texts:
        own = spoken_in(graph, key)
        if own not in text or not any("\n" in words for words in text.values()):
            continue
        source = _blocks(text[own])
        for code, words in text.items():
            for block, count in _differing(source, _blocks(words)):
                values: dict[str, Value] = {"language": code, "source": own}
                values |= {"n": count, "count": source[block]}
                yield Finding(key, (*path, code), block, values)


def _blocks(words: str) -> Counter[str]:
    return Counter({name: len(pattern.findall(words)) for name, pattern in BLOCKS.items()})


def _differing(source: Counter[str], other: Counter[str]) -> Iterator[tuple[str, int]]:
    """Yield the first kind of block that differs: one slip often changes the others too."""
    yield from [(name, other[name]) for name in BLOCKS if other[name] != source[name]][:1]
