"""Where a name is written: in fields, in running words, in the names of steps, on pages."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from gollanma.edit.mending.case import Edit
from gollanma.edit.renaming.target import Named
from gollanma.graph.prose import SHOWN, mentions
from gollanma.model import Ref
from gollanma.model.walk import Path
from gollanma.source import Document, Mapping, Node, Scalar, Sequence
from gollanma.source.offsets import bounds_within

STEP_FIELDS = frozenset({"next", "then", "step", "steps"})
BY_ID = {"": STEP_FIELDS, "output.": frozenset({"inputs"})}
"""Fields that name a place by its id alone, by what its fragment begins with."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name to be found and what takes its place."""

    wanted: Named
    version: str | None
    """The version that the record has now: a place in an older one keeps its name."""

    def in_words(self, text: str, start: int, key: str) -> Iterator[tuple[int, int]]:
        """Yield where the name stands in a reference, by the reference's start in a text."""
        ref, wanted = Ref.parse(text), self.wanted
        if ref is None or ref.within(key).record != wanted.key:
            return
        if wanted.fragment is None and not ref.is_local:
            first = start + text.index("/") + 1
            yield first, first + len(wanted.old)
        elif ref.fragment == wanted.fragment and wanted.fragment and self._is_now(ref):
            end = start + len(text)
            yield end - len(wanted.old), end

    def _is_now(self, ref: Ref) -> bool:
        return ref.at is None or ref.at == self.version


def edits_of(name: Name, document: Document, key: str, *, keys: bool = False) -> Iterator[Edit]:
    """Yield the changes of one file; `key` is the record that it holds, `keys` looks at those too.

    A file of a long edition is given for itself.
    """
    about = {key, document.value("sop")}
    for path, scalar in _scalars(document.root, (), keys=keys):
        found = (
            ((0, len(scalar.value)),)
            if _names_place(name.wanted, path, scalar.value, about)
            else _found(name, scalar.value, key)
        )
        for start, end in found:
            place = bounds_within(document.text, scalar, start, end)
            yield Edit(*place, name.wanted.new)


def edits_of_places(name: Name, document: Document) -> Iterator[Edit]:
    """Yield the changes where state of a record names its places: looked at, or translated."""
    wanted = name.wanted
    for path, scalar in _scalars(document.root, (), keys=True):
        match path:
            case ("reviewed", int(), "part") | ("translated", str()):
                place = scalar.value.partition("/")[0]
                if place == wanted.fragment:
                    ends = len(place) - len(wanted.old), len(place)
                    yield Edit(*bounds_within(document.text, scalar, *ends), wanted.new)


def edits_of_page(name: Name, text: str) -> Iterator[Edit]:
    """Yield the changes of a page written by hand; what it shows as code stays."""
    shown = [found.span() for found in SHOWN.finditer(text)]
    for start, end in _in_prose(name, text, ""):
        if not any(first <= start < last for first, last in shown):
            yield Edit(start, end, name.wanted.new)


def _found(name: Name, value: str, key: str) -> Iterator[tuple[int, int]]:
    return _in_prose(name, value, key) if "[[" in value else name.in_words(value, 0, key)


def _in_prose(name: Name, text: str, key: str) -> Iterator[tuple[int, int]]:
    for each in mentions(text):
        yield from name.in_words(each.written, text.find(each.written, each.start), key)


def _names_place(wanted: Named, path: Path, value: str, about: AbstractSet[object]) -> bool:
    """Say whether a value is the id of the place itself, or names it by that id.

    `about` are the record of the file and the procedure that it speaks of.
    """
    if wanted.fragment is None or wanted.key not in about or value != wanted.old:
        return False
    field = next((each for each in reversed(path) if isinstance(each, str)), "")
    return path == (*wanted.path, "id") or field in BY_ID.get(wanted.prefix, ())


def _scalars(node: Node | None, path: Path, *, keys: bool) -> Iterator[tuple[Path, Scalar]]:
    match node:
        case Scalar():
            yield path, node
        case Sequence():
            for index, each in enumerate(node.items):
                yield from _scalars(each, (*path, index), keys=keys)
        case Mapping():
            for field, entry in node.entries.items():
                if keys:
                    yield (*path, field), entry.key
                yield from _scalars(entry.value, (*path, field), keys=keys)
        case _:
            pass
