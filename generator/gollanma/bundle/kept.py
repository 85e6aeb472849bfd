"""What a process keeps from one bundle to the next: that is made quicker, and no other."""

from dataclasses import dataclass, field
from functools import cached_property

from gollanma.bundle.shared import Shared
from gollanma.graph import Graph
from gollanma.languages import Languages
from gollanma.search import Tallies


@dataclass(frozen=True)
class Kept:
    """What was read and counted of all that the bundles share."""

    shared: Shared
    tallies: Tallies = field(default_factory=Tallies)

    @cached_property
    def languages(self) -> Languages:
        """The languages of the bundles, loaded."""
        return self.shared.languages

    @cached_property
    def graph(self) -> Graph:
        """The graph of the whole shared library."""
        return Graph(self.shared.library, self.languages)
