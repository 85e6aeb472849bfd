"""What a sentence demands, allows or denies."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gollanma.languages.phrases import NOTHING, pattern_of, small
from gollanma.languages.tables import Table

FORCES = ("must", "should", "may", "must_not")


@dataclass(frozen=True, slots=True)
class Senses:
    """The words by which a language demands, allows and denies; none where its pack lists none."""

    forces: Mapping[str, re.Pattern[str]]
    """By `must`, `should`, `may` and `must_not`; a word may stand for more than one of them."""
    idle: re.Pattern[str]
    """Words of denial that deny nothing."""
    denied: re.Pattern[str]
    doubtful: Mapping[str, re.Pattern[str]]
    """By what they say: `only`, `without`, `until`, and so on, by the same names in all packs."""

    def forces_in(self, text: str) -> frozenset[str]:
        """Give how strongly the sentences of a text bind; empty where none says so."""
        words = small(text)
        return frozenset(name for name, found in self.forces.items() if found.search(words))

    def denies(self, text: str) -> bool:
        """Say whether a text surely denies something."""
        return self.denied.search(self.idle.sub(" ", small(text))) is not None

    def may_deny(self, text: str) -> bool:
        """Say whether a text could be denying something, in whatever words."""
        return self.denies(text) or bool(self.doubts_in(text))

    def doubts_in(self, text: str) -> frozenset[str]:
        """Give in which other ways a text could be denying something."""
        words = small(text)
        return frozenset(name for name, found in self.doubtful.items() if found.search(words))

    @property
    def is_known(self) -> bool:
        """Say whether the pack tells how the language denies."""
        return self.denied is not NOTHING


def read_senses(table: Table) -> Senses:
    """Read the words of a pack that demand, allow and deny."""
    return Senses(
        {name: pattern_of(table.text(name, "")) for name in FORCES},
        pattern_of(table.text("idle", "")),
        pattern_of(table.text("denied", "")),
        {name: pattern_of(each) for name, each in table.table("doubtful").strings().items()},
    )
