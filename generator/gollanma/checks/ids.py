"""Ids and national codes: one thing, one name, for ever."""

from collections.abc import Iterator

from gollanma.checks.finding import Also, Finding, check
from gollanma.graph import Graph
from gollanma.model.walk import Path, fragments, parts


@check("ID001")
def same_id_twice(graph: Graph) -> Iterator[Finding]:
    """Two records have one code, or two places of a record one id.

    A link or a printed code would lead to whichever the software finds first.
    """
    seen: dict[str, str] = {}
    for key, record in graph.library.records.items():
        code = (record.code or "").casefold()
        if code and code in seen:
            also = Also(seen[code], ("code",), "first", {"value": record.code or ""})
            values = {"code": record.code or "", "key": seen[code]}
            yield Finding(key, ("code",), "same-code", values, also=(also,))
        elif code:
            seen[code] = key
        yield from _places(key, graph)


def _places(key: str, graph: Graph) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for path, part in parts(graph.library.records[key]):
        if part.anchor is None or not path:
            continue
        fragment = f"{part.anchor}{part.id}"  # type: ignore[attr-defined]
        if fragment in first:
            also = Also(key, (*first[fragment], "id"), "first", {"value": fragment})
            yield Finding(key, (*path, "id"), "same-place", {"value": fragment}, also=(also,))
        first.setdefault(fragment, path)


@check("ID002")
def retired_id_used_again(graph: Graph) -> Iterator[Finding]:
    """An id that was retired is used again.

    Old links, printed cards and bookmarks would lead to something they never meant.
    """
    for old in graph.library.state.retired:
        key, _, fragment = old.partition("#")
        if key not in graph.library.records:
            continue
        if not fragment:
            yield Finding(key, (), "record-reused", {"value": old})
        elif fragment in graph.library.fragments_of(key):
            path = graph.library.fragments_of(key)[fragment]
            yield Finding(key, (*path, "id"), "place-reused", {"value": old})
    yield from _vanished(graph)


def _vanished(graph: Graph) -> Iterator[Finding]:
    """Yield what a release made known, and what is neither there any more nor retired."""
    library = graph.library
    retired = library.state.retired
    for version, record in library.state.released.items():
        key = version.partition("@")[0]
        if key in library.broken or key in library.withheld or key in retired:
            continue
        if key not in library.records:
            yield Finding(version, (), "record-gone", {"value": key})
            continue
        for fragment, path in fragments(record).items():
            place = f"{key}#{fragment}"
            if fragment not in library.fragments_of(key) and place not in retired:
                yield Finding(version, (*path, "id"), "place-gone", {"value": place})
