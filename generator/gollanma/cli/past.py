"""What earlier runs found in the records of a project: only what is new is judged."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from gollanma.checks import Again, Judging, Reach, abreast, names_of
from gollanma.cli.desk import Desk
from gollanma.diagnostics import read, written
from gollanma.graph import Graph, Occurrence
from gollanma.memory import Store, look, name_of, program
from gollanma.model.kinds import Term
from gollanma.model.kinds.terms import LabelStatus
from gollanma.model.load import PACKS, PROJECT_FILE
from gollanma.model.state import FOLDER

FINDINGS, OCCURRENCES = "findings", "occurrences"
AROUND = (PROJECT_FILE, PACKS, FOLDER)
"""What counts for every record."""
Row = list[Any]
T = TypeVar("T")


@contextmanager
def remembering(store: Store | None, desk: Desk) -> Iterator[tuple[Graph, Judging]]:
    """Give the graph with what is known of it, and who judges the rest; keep what they come to."""
    seen = look(desk.root, AROUND) if store else None
    if store is None or seen is None:
        yield desk.graph, abreast
        return
    name = name_of(program(), seen.content, *desk.languages)
    [terms] = names_of(desk.library, Reach((Term,)))
    met = _read(store.get(OCCURRENCES, name), _occurrence)
    graph = replace(
        desk.graph, known={key: met[each] for key, each in terms.items() if each in met}
    )
    again = Again(_read(store.get(FINDINGS, name), read), abreast)
    yield graph, again
    if look(desk.root, AROUND) == seen:
        _keep(store, name, graph, terms, again)


def _keep(store: Store, name: str, graph: Graph, terms: Mapping[str, str], again: Again) -> None:
    """Keep what is not what was kept already."""
    if again.found.keys() != again.past.keys():
        rows = {each: [written(one) for one in found] for each, found in again.found.items()}
        store.put(FINDINGS, name, rows)
    if "occurrences_in" in vars(graph) and graph.known.keys() != graph.library.records.keys():
        found = {terms[key]: [*map(_row, here)] for key, here in graph.occurrences_in.items()}
        store.put(OCCURRENCES, name, found)


def _read(kept: object, read_row: Callable[[Row], T]) -> Mapping[str, tuple[T, ...]]:
    """Read what was kept, by the names of records; nothing where that is nothing of ours."""
    try:
        rows = kept.items() if isinstance(kept, dict) else ()
        return {name: tuple(map(read_row, found)) for name, found in rows}
    except (TypeError, ValueError):
        return {}


def _row(found: Occurrence) -> Row:
    """Give what JSON writes of an occurrence."""
    words = (found.source, found.language, found.start, found.end, found.term, found.label)
    return [*words, found.status.value, found.is_first, *found.path]


def _occurrence(row: Row) -> Occurrence:
    source, language, start, end, term, label, status, is_first, *path = row
    place = (source, tuple(path), language, start, end)
    return Occurrence(*place, term, label, LabelStatus(status), is_first)
