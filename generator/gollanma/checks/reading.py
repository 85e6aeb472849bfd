"""What a library can tell: nothing follows from the absence of what could not be read."""

from collections.abc import Iterable

from gollanma.graph import Graph
from gollanma.model import Ref


def all_read(graph: Graph, *kinds: str) -> bool:
    """Say whether every record of these kinds could be read; of all kinds where none is named."""
    broken = {key.partition("/")[0] for key in graph.library.broken}
    return not (broken & set(kinds) if kinds else broken)


def are_read(graph: Graph, refs: Iterable[Ref]) -> bool:
    """Say whether none of these records is one that could not be read."""
    return not any(ref.record in graph.library.broken for ref in refs)
