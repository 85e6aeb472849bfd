"""Provisions while a text is read: what they are called, what they say, what they hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from gollanma.diagnostics import Span


@dataclass(slots=True)
class Node:
    """A provision in the making; it grows line by line."""

    unit: str
    number: str
    """Empty where none is printed."""
    span: Span
    rank: int
    """The place of its unit among those of the act's kind."""
    indent: int = 0
    is_named: bool = False
    """Its line names the unit, so that it has a heading."""
    heading: str = ""
    text: str = ""
    amendment: str = ""
    is_repealed: bool = False
    is_sample: bool = False
    variants: list[tuple[str, str]] = field(default_factory=list)
    """Wordings on which nobody has decided: the name and the words of each."""
    contains: "list[Node]" = field(default_factory=list)
    id: str = ""

    @property
    def is_bare(self) -> bool:
        """Nothing of it but the line that opens it has been read."""
        return not (self.heading or self.text or self.variants or self.contains)

    def takes(self, variant: str, *, after_gap: bool, indent: int = 0) -> bool:
        """Say whether a wording is one of it, or goes on with its last one.

        A wording that stands further out than the provision itself belongs to another one.
        """
        if after_gap and indent < self.indent:
            return False
        names = [each for each, _ in self.variants]
        if names:
            is_next = variant not in names and (bool(self.number) or not after_gap)
            return variant == names[-1] or is_next
        return not (after_gap and (self.text or self.is_named))

    def vary(self, variant: str, words: str) -> None:
        """Add a wording, or a further paragraph of the last one."""
        if self.variants and self.variants[-1][0] == variant:
            _, before = self.variants.pop()
            words = f"{before}\n\n{words}"
        self.variants.append((variant, words))

    @property
    def last_words(self) -> str:
        """The words that were added last."""
        if self.variants:
            return self.variants[-1][1]
        return self.text if self._has_text else self.heading

    def go_on(self, words: str) -> None:
        """Put words in the place of those that were added last."""
        if self.variants:
            self.variants[-1] = (self.variants[-1][0], words)
        elif self._has_text:
            self.text = words
        else:
            self.heading = words

    @property
    def _has_text(self) -> bool:
        return bool(self.text) or not self.is_named


def below(nodes: list[Node]) -> Iterator[Node]:
    """Yield nodes and all that they hold, in the order of the text."""
    for each in nodes:
        yield each
        yield from below(each.contains)


def distinguish(nodes: list[Node]) -> None:
    """Give each open wording a name of its own: references name it without its provision."""
    taken: set[str] = set()
    for node in below(nodes):
        for index, (name, words) in enumerate(node.variants):
            free = next(each for each in _names(name) if each not in taken)
            taken.add(free)
            node.variants[index] = free, words


def _names(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))
