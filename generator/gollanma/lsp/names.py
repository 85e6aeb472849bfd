"""What a name in a file means: which record or place, where it stands, where it is used."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.diagnostics import Span
from gollanma.edit.renaming import BY_ID
from gollanma.graph import Graph, Link, Target
from gollanma.graph.links import asked_links, resolve
from gollanma.lsp.around import cursor_at, reference_at, word_at
from gollanma.model import Library, Ref
from gollanma.model.walk import Path
from gollanma.source import Lines


@dataclass(frozen=True, slots=True)
class Meant:
    """A name under a cursor: the reference, with the bounds of its letters."""

    ref: Ref
    """Written from outside its record."""
    start: int
    end: int


def key_of(library: Library, path: str) -> str:
    """Give the key of the record to which a file belongs; empty where to none."""
    return next(
        (
            key
            for key, document in library.documents.items()
            if document.path == path or any(each.path == path for each in document.parts)
        ),
        "",
    )


def meant_at(library: Library, lines: Lines, index: int) -> Meant | None:
    """Give what is named at an index: by a reference, or by the id of a place."""
    key = key_of(library, lines.path)
    found = reference_at(lines, index)
    if found is not None:
        ref, start, end = found
        whole = ref.within(key) if key else ref
        return None if whole.is_local else Meant(whole, start, end)
    if key not in library.records:
        return None
    return _own_place(library, key, lines, index) or _by_id(library, key, lines, index)


def _by_id(library: Library, key: str, lines: Lines, index: int) -> Meant | None:
    """Give the place that a field names by its id alone: the step after this one."""
    start, end = word_at(lines, index)
    field = field_of(cursor_at(lines, end).path)
    for prefix, fields in BY_ID.items():
        fragment = f"{prefix}{lines.text[start:end]}"
        if field in fields and fragment in library.fragments_of(key):
            return Meant(Ref(fragment=fragment).within(key), start, end)
    return None


def field_of(path: Path) -> str:
    """Give the field at whose value a path ends; empty at the top of a file."""
    return next((each for each in reversed(path) if isinstance(each, str)), "")


def _own_place(library: Library, key: str, lines: Lines, index: int) -> Meant | None:
    line = lines.number(index)
    for fragment, path in library.fragments_of(key).items():
        span = library.span(key, *path, "id")
        if span.path == lines.path and span.line == span.end_line == line:
            start, end = lines.bounds(span)
            if start <= index <= end <= len(lines.text):
                return Meant(Ref(fragment=fragment).within(key), start, end)
    return None


def target_of(library: Library, ref: Ref) -> Target | None:
    """Give where a reference leads; None where it leads nowhere."""
    found = resolve(library, ref, "")
    return found if isinstance(found, Target) else None


def span_of(library: Library, target: Target) -> Span | None:
    """Give where a record or a place in it begins in its file; None for an earlier version."""
    if target.holder in library.documents:
        document = library.documents[target.holder]
    elif target.holder in library.state.copies:
        document = library.state.copies[target.holder]
    else:
        return None
    if target.fragment is None:
        return Span.of_file(document.path)
    return document.span(*target.path, "id")


def users(graph: Graph, target: Target) -> Iterator[Link]:
    """Yield the references that lead to a place, or to a record and any place in it."""
    asked = (each for each in asked_links(graph.library) if each.target)
    for link in (*graph.backlinks.get(target.key, ()), *asked):
        if link.target and link.target.key == target.key and _is_same(link.target, target):
            yield link


def _is_same(one: Target, other: Target) -> bool:
    return other.fragment is None or (one.holder, one.fragment) == (other.holder, other.fragment)


def place_of(graph: Graph, link: Link) -> Span:
    """Give the place of a reference in its file."""
    document = graph.library.documents[link.source]
    if link.language is None:
        return document.span(*link.path)
    return document.within(*link.path, link.language, start=link.start, end=link.end)
