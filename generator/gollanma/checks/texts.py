"""The words of a library as checks go through them."""

from collections.abc import Iterator

from gollanma.graph import Graph
from gollanma.model import Record, Status, Text
from gollanma.model.kinds import Edition
from gollanma.model.walk import Path, texts


def leaves(graph: Graph) -> Iterator[tuple[str, Path, Text]]:
    """Yield every text of every record."""
    for key, record in graph.library.records.items():
        for path, text in texts(record):
            yield key, path, text


def spoken_in(graph: Graph, key: str) -> str:
    """Give the language whose words decide for a record."""
    return graph.library.records[key].authoritative or graph.project.languages.default


def status_of(record: Record) -> Status:
    """Give a record's status; without one an edition in force is so, anything else a draft."""
    if record.status is not None:
        return record.status
    in_force = isinstance(record, Edition) and record.in_force is not None
    return Status.IN_FORCE if in_force else Status.DRAFT
