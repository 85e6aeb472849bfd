"""How long the endings are that a word may have: few of many are looked up."""

from collections.abc import Iterable, Sequence


class Lengths(dict[str, Sequence[int]]):
    """The lengths of endings, the shortest first, by the last two letters of a word."""

    def __init__(self, endings: Iterable[str]) -> None:
        """Gather the lengths; one letter alone stands for words that end in no known two."""
        known = {each for each in endings if each}
        found: dict[str, set[int]] = {}
        for each in known:
            found.setdefault(each[-2:], set()).add(len(each))
        for two, lengths in found.items():
            if two[-1] in known:
                lengths.add(1)
        super().__init__((two, sorted(lengths)) for two, lengths in found.items())

    def __missing__(self, end: str) -> Sequence[int]:
        self[end] = self.get(end[-1:], ())
        return self[end]
