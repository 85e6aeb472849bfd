"""Words that the end of a line divides: «çaga- / lar» is one word, «öý- / ojak» keeps its dash."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from gollanma.exchange.lawtext.lines import Line

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_DIVIDED = re.compile(r"(?P<start>[^\W\d_]+)[-‐]$")
_REST = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Splicer:
    """Puts lines together, knowing the words of the text."""

    lines: Sequence[Line]

    @cached_property
    def words(self) -> AbstractSet[str]:
        """The words of the text; looked for where a dash divides one."""
        return {word.casefold() for line in self.lines for word in _WORD.findall(line.text)}

    def joined(self, text: str, before: Line | None, words: str) -> tuple[str, str]:
        """Give words behind a text, and the word that was guessed where a dash divided it."""
        if before is not None and before.is_divided:
            return text + words, ""
        start, rest = _DIVIDED.search(text), _REST.match(words)
        if start is None or rest is None or not words[0].islower():
            return f"{text} {words}".strip(), ""
        whole, dashed = start["start"] + rest[0], f"{start['start']}-{rest[0]}"
        if whole.casefold() in self.words:
            return text[:-1] + words, ""
        if dashed.casefold() in self.words:
            return text + words, ""
        return text[:-1] + words, whole
