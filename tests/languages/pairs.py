"""How well stems join the forms of one word and hold two words apart, in pairs of forms."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Paradigms = Sequence[tuple[str, Sequence[str]]]
"""Words with their forms."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of all forms of some words: two forms belong together, or do not."""

    met: int
    """Pairs of one word that have one stem."""
    own: int
    """Pairs of one word."""
    alike: int
    """Pairs that have one stem."""
    all: int

    @property
    def f1(self) -> float:
        """Give how well belonging together and having one stem agree."""
        return 2 * self.met / (self.own + self.alike)

    @property
    def over_stemming(self) -> float:
        """Give the share of pairs of two words that have one stem."""
        return (self.alike - self.met) / (self.all - self.own)


def pairs(paradigms: Paradigms, stem: Callable[[str], str]) -> Pairs:
    """Count the pairs of forms."""
    stems = [(word, stem(form)) for word, forms in paradigms for form in forms]
    return Pairs(
        _pairs(stems),
        _pairs(word for word, _ in stems),
        _pairs(each for _, each in stems),
        len(stems) * (len(stems) - 1) // 2,
    )


def _pairs(marks: Iterable[object]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(marks).values())
