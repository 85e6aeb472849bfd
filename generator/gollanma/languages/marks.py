"""Marks of print: which belong to a language, and what stands between two thoughts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gollanma.languages.phrases import NOTHING
from gollanma.languages.tables import Table

HYPHEN = re.compile(r"(?<=\S) - (?=\S)")
END = re.compile(r"[.!?…:;][\"'»“”’)\]]*$")
"""The end of a whole sentence."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a language; what its pack does not tell is not judged."""

    dash: str
    """Between two thoughts, where a hyphen must not stand; empty where the pack does not say."""
    foreign: Mapping[str, str]
    """Marks of other languages, and what stands for them."""
    _foreign: re.Pattern[str]

    def slips(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start and end of each mark of another language, with what belongs there."""
        for each in self._foreign.finditer(text):
            yield each.start(), each.end(), self.foreign[each[0]]
        for each in HYPHEN.finditer(text) if self.dash and " - " in text else ():
            yield each.start() + 1, each.end() - 1, self.dash


def ends_a_sentence(text: str) -> bool:
    """Say whether a text ends as whole sentences do."""
    return END.search(text.rstrip()) is not None


def read_marks(table: Table) -> Marks:
    """Read the marks of a pack."""
    foreign = table.table("foreign").strings()
    written = "|".join(re.escape(each) for each in sorted(foreign))
    return Marks(table.text("dash", ""), foreign, re.compile(written) if written else NOTHING)
