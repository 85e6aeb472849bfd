"""Mutants: copies of the corpus with one mistake each, and the mutators that plant them.

A mutator knows what people get wrong, and nothing of how it is found: it imports no check.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from bench.mutation.corpus import Corpus, Edit, Splice, node_at, put, spliced
from gollanma.source import Document, read_text

RAISED = '"0.9"'
MOST = 24
"""Mutants of one code: so many at most, spread over its mutators."""
Plant = Callable[[Corpus], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Mutator:
    """One kind of mistake: where in a corpus it can be planted."""

    code: str
    """That a check must report it with."""
    name: str
    plant: Plant
    also: Mapping[str, str]
    """Codes that cannot but be found too, with the reason."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """The files that one mistake changes, and where it must be found."""

    code: str
    name: str
    path: str
    lines: tuple[int, ...]
    files: Mapping[str, bytes | None]
    also: Mapping[str, str]

    @property
    def touched(self) -> frozenset[str]:
        """The files that no other mistake may change beside it."""
        return frozenset({self.path, *self.files})


@dataclass(frozen=True, slots=True)
class Planted:
    """The mutants of a code that are taken, and how many places there were."""

    code: str
    places: int
    mutants: tuple[Mutant, ...]


def mutator(
    code: str, name: str, also: Mapping[str, str] | None = None
) -> Callable[[Plant], Mutator]:
    """Give a function that plants a mistake its code."""
    return lambda plant: Mutator(code, name, plant, also or {})


def planted(
    corpus: Corpus,
    mutators: Sequence[Mutator],
    most: int = MOST,
    folders: tuple[str, ...] = ("",),
) -> Planted:
    """Give the mutants of the mutators of one code, the same ones every time.

    Where folders are named, what is broken lies in one of them.
    """
    found = [_in_lot(each, _apart(_within(folders, each.plant(corpus)))) for each in mutators]
    turns = (each for turn in zip_longest(*found) for each in turn if each is not None)
    mutants = (_mutant(corpus, each, edit) for each, edit in turns)
    places = sum(map(len, found))
    return Planted(mutators[0].code, places, tuple(islice(mutants, most)))


def _within(folders: tuple[str, ...], edits: Iterable[Edit]) -> Iterator[Edit]:
    return (each for each in edits if (each.place or each.path).startswith(folders))


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield edits of different places: two of one place are one mistake."""
    seen: set[tuple[str, object]] = set()
    for each in edits:
        if (each.path, each.splices) not in seen:
            seen.add((each.path, each.splices))
            yield each


def _in_lot(mutator: Mutator, edits: Iterable[Edit]) -> list[tuple[Mutator, Edit]]:
    """Give edits in an order that chance made once and for all."""
    return [(mutator, each) for each in sorted(edits, key=lambda one: _lot(mutator, one))]


def _lot(mutator: Mutator, edit: Edit) -> bytes:
    where = [str((each.start, each.new)) for each in edit.splices]
    words = " ".join((mutator.code, mutator.name, edit.path, str(edit.at), *where))
    return hashlib.sha256(words.encode()).digest()


def _mutant(corpus: Corpus, by: Mutator, edit: Edit) -> Mutant:
    files: dict[str, bytes | None] = dict(edit.others)
    if edit.splices:
        document = corpus.documents[edit.path]
        text = spliced(document.text, (*edit.splices, *_raised(corpus, document, edit)))
        files[edit.path] = text.encode()
    place = edit.place or edit.path
    if isinstance(edit.at, int):
        return Mutant(by.code, by.name, place, (edit.at,), files, by.also)
    lines = tuple(_line(corpus, place, files, keys) for keys in (edit.at, *edit.also_at))
    return Mutant(by.code, by.name, place, lines, files, by.also)


def _raised(corpus: Corpus, document: Document, edit: Edit) -> Iterator[Splice]:
    """Yield a higher version for a record that was released, as an author must give it."""
    version = node_at(document, ("version",))
    is_told = version and any(each.start <= version.start < each.end for each in edit.splices)
    if document.path in corpus.released and version and not is_told:
        yield put(document, ("version",), RAISED)


def _line(
    corpus: Corpus, place: str, files: Mapping[str, bytes | None], keys: tuple[str | int, ...]
) -> int:
    data = files.get(place)
    document: Document = corpus.documents[place] if data is None else read_text(place, data)
    return document.span(*keys).line
