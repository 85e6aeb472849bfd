"""Provisions while a text is read: what they are called, what they say, what they hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field

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
    contains: "list[Node]" = field(default_factory=list)
    id: str = ""

    @property
    def is_bare(self) -> bool:
        """Nothing of it but the line that opens it has been read."""
        return not (self.heading or self.text or self.contains)

    @property
    def last_words(self) -> str:
        """The words that were added last."""
        return self.text or self.heading


def below(nodes: list[Node]) -> Iterator[Node]:
    """Yield nodes and all that they hold, in the order of the text."""
    for each in nodes:
        yield each
        yield from below(each.contains)
