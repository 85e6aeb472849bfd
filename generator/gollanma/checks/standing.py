"""How a record stands: how far it has come, and whose words decide."""

from gollanma.graph import Graph, Link
from gollanma.model import Record, Status
from gollanma.model.kinds import Edition


def spoken_in(graph: Graph, key: str) -> str:
    """Give the language whose words decide for a record."""
    return graph.library.records[key].decided_in(graph.project.languages.default)


def status_of(record: Record) -> Status:
    """Give a record's status; without one an edition in force is so, anything else a draft."""
    if record.status is not None:
        return record.status
    in_force = isinstance(record, Edition) and record.in_force is not None
    return Status.IN_FORCE if in_force else Status.DRAFT


def is_over(record: Record) -> bool:
    """Say whether nobody may rely on a record any more."""
    return record.status is not None and record.status.is_over


def citing(graph: Graph, key: str, written: str) -> Link | None:
    """Give the first reference of a record that is written so, a field before running words."""
    found = [link for link in graph.links[key] if link.written == written]
    return min(found, key=lambda each: each.is_prose, default=None)
