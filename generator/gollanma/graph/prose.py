"""References in prose, and the stretches of prose that are running text.

`[[ref]]`, `[[ref|words]]` and `[[ref~case]]` stand for a link. Running text is what remains of
Markdown without links, code and headings: there, and only there, terms are looked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model import Ref

BEGINNING = "[["
"""Stands in every text that has a reference; most have none."""
BRACKETS = re.compile(
    r"""\[\[
        (?P<ref>[^\]|~\n]*)              # the record and the place in it
        (?:~(?P<case>[a-z]*))?           # the case in which its words stand
        (?:\|(?P<words>[^\]\n]*))?       # words of its own
        \]\]
    """,
    re.VERBOSE,
)
NOT_RUNNING = re.compile(
    r"""  \[\[ [^\]\n]* \]\]                # a reference
        | `+ [^`]* `+                     # code
        | !?\[ [^\]\n]* \] \( [^)\n]* \)  # a link or a picture
        | < [a-z]+: [^>\s]* >             # an address
        | ^[ ]{0,3} \#{1,6} [ ] .* $      # a heading
    """,
    re.VERBOSE | re.MULTILINE,
)
EVERY_SIGN = re.compile(r"[^\n]")
MARKS = ("[", "`", "<", "#")
"""One stands in each stretch that is no running text; in most texts none does."""
SHOWN = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
"""What a page shows as it is written: an example refers to nothing."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference in prose, with its place in the words of one language."""

    written: str
    """What stands between the brackets before case and words."""
    ref: Ref | None
    """None where what is written is no reference."""
    case: str | None
    words: str | None
    start: int
    end: int


def mentions(words: str) -> Iterator[Mention]:
    """Yield the references of a piece of prose, in order."""
    if BEGINNING not in words:
        return
    for match in BRACKETS.finditer(words):
        written = match["ref"].strip()
        yield Mention(
            written,
            Ref.parse(written),
            match["case"],
            match["words"],
            match.start(),
            match.end(),
        )


def without_examples(text: str) -> str:
    """Give a page with blanks in the place of what it shows as it is written."""
    return SHOWN.sub(lambda found: EVERY_SIGN.sub(" ", found[0]), text)


def running(words: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of running text, from start to end."""
    if words and not any(mark in words for mark in MARKS):
        yield 0, len(words)
        return
    start = 0
    for match in NOT_RUNNING.finditer(words):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(words):
        yield start, len(words)
