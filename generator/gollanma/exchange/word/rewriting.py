"""Words from Word as prose of a record: references come back, signs of markup are tamed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.graph import mentions
from gollanma.views import prose

MARKUP = re.compile(r"([\\`*_\[\]<>&~])")
OPENING = re.compile(r"^(?P<mark>[-+#]|[0-9]+(?=[.)]))", re.MULTILINE)
"""What would make a heading or an entry of a list of a paragraph."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text of a record."""

    words: str
    lost: tuple[str, ...]
    """References that the older text had, whose words are not there any more."""


def rewritten(scribe: prose.Scribe, old: str, text: str) -> Rewritten:
    """Give words as the prose that prints them, with the references of the older prose.

    A reference comes back where its words still stand, in their order.
    """
    pieces, lost, start = [], [], 0
    for written, words in _references(scribe, old):
        place = text.find(words, start)
        if place < 0:
            lost.append(written)
            continue
        pieces += [(text[start:place], False), (written, True)]
        start = place + len(words)
    pieces.append((text[start:], False))
    return Rewritten(_prose(scribe, pieces, text), tuple(lost))


def _references(scribe: prose.Scribe, old: str) -> Iterator[tuple[str, str]]:
    """Yield each reference of a prose as written, and the words that it prints."""
    for each in mentions(old):
        yield old[each.start : each.end], scribe.words(each)


def _prose(scribe: prose.Scribe, pieces: list[tuple[str, bool]], text: str) -> str:
    """Put pieces together; signs are tamed only where they would mean something."""
    bare = _by_paragraphs("".join(words for words, _ in pieces))
    if "\n".join(prose.paragraphs(bare, scribe)) == text:
        return bare
    tamed = (
        words if is_reference else MARKUP.sub(r"\\\1", words) for words, is_reference in pieces
    )
    return _by_paragraphs(OPENING.sub(_tamed, "".join(tamed)))


def _tamed(found: re.Match[str]) -> str:
    mark = found["mark"]
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def _by_paragraphs(text: str) -> str:
    return text.replace("\n", "\n\n")
