"""A review: that an office looked at a record, at what it rests on, and at its translations.

The stamps say what all of it was on that day, so that a later change is seen.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from gollanma.graph import Graph, Link
from gollanma.graph.impact import rests
from gollanma.model import Part, stamp
from gollanma.model.state import FOLDER, content_stamp, place_of
from gollanma.model.walk import at, printed

HEAD = "# Written by `gollanma review`; never by hand.\n"
TRANSLATED_HEAD = "# Written by `gollanma review` and `gollanma translate import`; never by hand.\n"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review writes."""

    files: Mapping[str, str]
    """Paths with their text."""
    parts: int
    """How many things besides the record itself were stamped."""


def review(graph: Graph, key: str, by: str) -> Reviewed:
    """Give the files that say that an office looked at a record of the library on its day.

    `by` is an office, as a reference or in words; never a person.
    """
    record = graph.library.records[key]
    marks = {"": content_stamp(record), **dict(_basis(graph, key))}
    day = graph.today.isoformat()
    rows = "".join(
        f"  - part: {_quoted(part)}\n    stamp: {mark}\n    by: {_quoted(by)}\n    on: {day}\n"
        for part, mark in sorted(marks.items())
    )
    files = {
        f"{FOLDER}/reviewed/{key}.yml": f"{HEAD}reviewed:\n{rows}",
        **translated(key, dict(_translated(graph, key))),
    }
    return Reviewed(files, len(marks) - 1)


def translated(key: str, marks: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """Give the file that says from which words the translations of a record were made.

    `marks` are the stamps of those words, by place and language.
    """
    rows = "".join(chain.from_iterable(_rows(place, each) for place, each in marks.items()))
    return {f"{FOLDER}/translated/{key}.yml": f"{TRANSLATED_HEAD}translated:\n{rows}"}


def _rows(place: str, marks: Mapping[str, str]) -> Iterator[str]:
    yield f"  {_quoted(place)}:\n"
    yield from (f"    {code}: {mark}\n" for code, mark in marks.items())


def _basis(graph: Graph, key: str) -> Iterator[tuple[str, str]]:
    """Yield what the record rests on, with its stamp: whole records and places in them."""
    for link in graph.links[key]:
        part = _target(graph, link) if not link.is_prose and rests(link) else None
        if part is not None:
            yield str(link.ref), content_stamp(part)


def _target(graph: Graph, link: Link) -> Part | None:
    target = link.target
    if target is None or target.key == link.source:
        return None
    library = graph.library
    holder = library.records.get(target.holder) or library.state.released[target.holder]
    part = at(holder, target.path)
    return part if isinstance(part, Part) else None


def _translated(graph: Graph, key: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the places of the record, with the stamp of what each translation was made from."""
    record = graph.library.records[key]
    own = record.decided_in(graph.project.languages.default)
    fragments = {path: place for place, path in graph.library.fragments_of(key).items()}
    for path, text in printed(record):
        others = [code for code in text if code != own]
        if own in text and others:
            yield place_of(fragments, path), dict.fromkeys(others, stamp(text[own]))


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
