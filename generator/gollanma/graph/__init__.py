"""References, their inverses, and where terms occur."""

from gollanma.graph.graph import Graph
from gollanma.graph.impact import Dependent, dependents
from gollanma.graph.links import (
    Link,
    Problem,
    Target,
    asked_links,
    page_links,
    resolve,
    retired_links,
    standing_in,
)
from gollanma.graph.occurrences import Labels, Occurrence
from gollanma.graph.prose import Mention, mentions, running, without_examples

__all__ = [
    "Dependent",
    "Graph",
    "Labels",
    "Link",
    "Mention",
    "Occurrence",
    "Problem",
    "Target",
    "asked_links",
    "dependents",
    "mentions",
    "page_links",
    "resolve",
    "retired_links",
    "running",
    "standing_in",
    "without_examples",
]
