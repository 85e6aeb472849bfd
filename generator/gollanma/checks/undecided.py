"""References that a command could carry over only in part: a person decides where they lead."""

from collections.abc import Iterator, Mapping

from gollanma.checks.acts import words_of
from gollanma.checks.finding import Finding, check
from gollanma.diagnostics import Severity, Value
from gollanma.graph import Graph, Link
from gollanma.model.state import UNDECIDED
from gollanma.model.undecided import Undecided


@check("LTX008", Severity.WARNING)
def reference_waits_for_a_decision(graph: Graph) -> Iterator[Finding]:
    """A reference was carried over from a sample to an official text, and not surely.

    It pointed at a sample; the official text has nothing that surely says the same, and only a
    person can tell where it leads now.
    """
    for index, each in enumerate(graph.library.state.undecided):
        key = each.where.partition("#")[0]
        link = _waiting(graph, each)
        if key not in graph.library.records:
            yield Finding(UNDECIDED, ("undecided", index, "where"), _says(each), _values(each))
        elif each.new is None:
            yield Finding(key, (), _says(each), _values(each))
        elif link is not None:
            words = words_of(link)
            yield Finding(key, link.path, _says(each), _values(each), words=words)


def waits(graph: Graph, entry: Undecided) -> bool:
    """Say whether a reference still stands as the command left it."""
    key = entry.where.partition("#")[0]
    is_looked_up = entry.new is not None and key in graph.library.records
    return not is_looked_up or _waiting(graph, entry) is not None


def _waiting(graph: Graph, entry: Undecided) -> Link | None:
    """Give the reference as the command left it; None where somebody has written another."""
    key, _, place = entry.where.partition("#")
    here = (each for each in graph.links.get(key, ()) if (each.anchor or "") == place)
    return next((each for each in here if each.written == entry.new), None)


def _says(entry: Undecided) -> str:
    if entry.new is None:
        return "left"
    return "none" if entry.likeness is None else "perhaps"


def _values(entry: Undecided) -> Mapping[str, Value]:
    values: dict[str, Value] = {"old": entry.old}
    if entry.new is not None:
        values["new"] = entry.new
    if entry.likeness is not None:
        values["likeness"] = entry.likeness
    return values
