"""The library: every record by its key, with the file it came from."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.model.base import Record
from gollanma.model.chapters import gathered
from gollanma.model.decode import decode
from gollanma.model.kinds import Act, Comment, Edition
from gollanma.model.passing import Passing
from gollanma.model.places import Misplaced, Place, place_of
from gollanma.model.project import Profile, Project
from gollanma.model.refs import Ref
from gollanma.model.state import State
from gollanma.model.text import Text
from gollanma.model.translated import behind_in
from gollanma.model.walk import Path, fragments
from gollanma.source import Document

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, repr=False)
class Library:
    """All records of a project on a day; sorted by key, never changed."""

    project: Project
    today: date
    records: Mapping[str, Record]
    documents: Mapping[str, Document]
    """By key; also those of broken records."""
    broken: frozenset[str] = frozenset()
    """Keys of files that do not decode: references to them resolve, nothing looks inside."""
    state: State = field(default_factory=State)
    withheld: frozenset[str] = frozenset()
    """Keys that a cut took away: words that pointed there stay words."""
    here: str | None = None
    """The territory to which a cut left the library; absent: the whole country."""
    project_file: Document | None = None
    """Where the project's own words stand; absent where no finding can point there."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """What the pages say that are written by hand, by their paths."""
    origin: "Library | None" = None
    """The library of which this one goes through some records alone; absent: it is whole."""

    def __repr__(self) -> str:
        """Show how large the library is; its records would fill pages."""
        return f"<Library of {len(self.records)} records on {self.today}>"

    def __getstate__(self) -> dict[str, object]:
        """Travel to another process without what follows from the records: ids are others there."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    def of(self, kind: type[R]) -> Iterator[R]:
        """Yield the records of a kind, sorted by key."""
        return (each for each in self.records.values() if isinstance(each, kind))

    def keyed(self, kind: type[R]) -> Iterator[tuple[str, R]]:
        """Yield the records of a kind with their keys, sorted by key."""
        return ((key, each) for key, each in self.records.items() if isinstance(each, kind))

    def get(self, ref: Ref) -> Record | None:
        """Give the record, edition or released version to which a reference leads, if it is here.

        An act without edition or version gives the act itself.
        """
        key = ref.record
        return self.records.get(f"{key}@{ref.at}" if ref.at else key) or (
            self.state.released.get(f"{key}@{ref.at}") if ref.at else None
        )

    def key_of(self, record: Record) -> str:
        """Give the key of a record of this library."""
        return self._keys[id(record)]

    @cached_property
    def _keys(self) -> dict[int, str]:
        return {id(record): key for key, record in self.records.items()}

    def fragments_of(self, key: str) -> Mapping[str, Path]:
        """Give the places inside a record that references can name."""
        if key not in self._fragments:
            record = self.records.get(key) or self.state.released[key]
            self._fragments[key] = fragments(record)
        return self._fragments[key]

    @cached_property
    def _fragments(self) -> dict[str, dict[str, Path]]:
        return {}

    def editions(self, act: str) -> tuple[tuple[str, Edition], ...]:
        """Give an act's editions with their keys: dated ones by their day, then drafts."""
        return self._editions.get(act, ())

    @cached_property
    def _editions(self) -> Mapping[str, tuple[tuple[str, Edition], ...]]:
        found: dict[str, list[tuple[str, Edition]]] = {}
        for key, each in self.whole.keyed(Edition):
            found.setdefault(key.partition("@")[0], []).append((key, each))
        return {act: tuple(sorted(these, key=_place_of)) for act, these in found.items()}

    def edition_in_force(self, act: str, day: date | None = None) -> str | None:
        """Give the key of the edition that binds on a day; by default on the library's day."""
        day = day or self.today
        for key, edition in reversed(self.editions(act)):
            period = edition.in_force
            if period and (period.from_ or day) <= day <= (period.to or day):
                return key
        return None

    def edition_for(self, ref: Ref) -> str | None:
        """Give the edition that a reference to an act means: pinned, in force, or the latest."""
        if ref.at:
            pinned = f"{ref.record}@{ref.at}"
            return pinned if pinned in self.records else None
        editions = self.editions(ref.record)
        latest = editions[-1][0] if editions else None
        return self.edition_in_force(ref.record) or latest

    def span(self, key: str, *path: str | int) -> Span:
        """Give the place in its file of a record or of a value inside it."""
        return self.documents[key].span(*path)

    def name(self, key: str) -> Text:
        """Give what people call a record: an edition as its act, a comment as its office."""
        record = self.records[key]
        named: Record | None = record
        if isinstance(record, Edition):
            named = self.records.get(key.partition("@")[0])
        elif isinstance(record, Comment) and record.office:
            named = self.records.get(record.office.record)
        return named.name if named else Text({})

    def act_of(self, edition: str) -> Act | None:
        """Give the act of an edition's key."""
        act = self.records.get(edition.partition("@")[0])
        return act if isinstance(act, Act) else None

    @property
    def whole(self) -> "Library":
        """The library that goes through all of its records."""
        return self.origin or self

    def through(self, keys: Iterable[str]) -> "Library":
        """Give the same library, which knows every record and goes through these and no page."""
        passing = Passing(self.records, keys)
        return replace(self, records=passing, pages={}, origin=self.whole)

    def having(self, records: Mapping[str, Record], withheld: frozenset[str]) -> "Library":
        """Give the same library with other records; a cut makes it."""
        return replace(self, records=dict(sorted(records.items())), withheld=withheld)

    def built_as(self, profile: Profile) -> "Library":
        """Give the same library for a site of another profile."""
        return replace(self, project=self.project.model_copy(update={"profile": profile}))


def _place_of(edition: tuple[str, Edition]) -> tuple[date, str]:
    key, record = edition
    period = record.in_force
    day = (period.from_ or period.to) if period else None
    return day or date.max, key


class Decoder(Protocol):
    """Gives the record that a file writes, or None with what stands in the way."""

    def __call__(
        self, kind: type[Record], document: Document, languages: Sequence[str], /
    ) -> tuple[Record | None, tuple[Diagnostic, ...]]:
        """Decode the file of a record of a kind."""


def assemble(
    documents: Iterable[Document],
    project: Project,
    today: date,
    state: State | None = None,
    decoder: Decoder = decode,
) -> tuple[Library, tuple[Diagnostic, ...]]:
    """Make the library of the files of a project, with what was wrong in them.

    Files that are read one by one come in the order of their paths; each is decoded at once.

    A file in no record's place is left out; one that does not decode is kept as broken. Who makes
    many libraries of nearly the same files gives a decoder that remembers.
    """
    found: list[Diagnostic] = []
    records: dict[str, Record] = {}
    placed: dict[str, Document] = {}
    broken: set[str] = set()
    languages = project.languages.all
    if isinstance(documents, Collection):
        documents = sorted(documents, key=lambda each: each.path)
    for document in gathered(documents, found):
        found.extend(document.diagnostics)
        place = place_of(document.path)
        if isinstance(place, Misplaced):
            found.append(_misplaced(document, place))
            continue
        if place.key in placed:
            found.append(_twice(document, placed[place.key], place))
            continue
        placed[place.key] = document
        record, wrong = _record(place, document, languages, decoder)
        found.extend(wrong)
        if record is None:
            broken.add(place.key)
        else:
            records[place.key] = record
    known = state or State()
    behind = behind_in(records, known.translated, project.languages.default)
    library = Library(
        project,
        today,
        dict(sorted(records.items())),
        placed,
        frozenset(broken),
        replace(known, behind=behind),
    )
    return library, tuple(found)


def _record(
    place: Place, document: Document, languages: Sequence[str], decoder: Decoder
) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    if document.tree is None:
        return None, ()
    record, wrong = decoder(place.kind, document, languages)
    unreadable = any(each.severity is Severity.ERROR for each in document.diagnostics)
    return (None if unreadable else record), wrong


def replaced(
    library: Library, document: Document
) -> tuple[Library, str, tuple[Diagnostic, ...]] | None:
    """Give a library in which one file says something else, its key, and what is wrong in it.

    None where the file is no record by itself: a chapter, state, or in no record's place.
    """
    place = place_of(document.path)
    if isinstance(place, Misplaced):
        return None
    key = place.key
    record, wrong = _record(place, document, library.project.languages.all, decode)
    others = {name: each for name, each in library.records.items() if name != key}
    records = dict(sorted({**others, key: record}.items())) if record else others
    behind = behind_in(records, library.state.translated, library.project.languages.default)
    after = replace(
        library,
        records=records,
        documents={**library.documents, key: document},
        broken=library.broken - {key} if record else library.broken | {key},
        state=replace(library.state, behind=behind),
    )
    return after, key, (*document.diagnostics, *wrong)


def _misplaced(document: Document, why: Misplaced) -> Diagnostic:
    span = Span.of_file(document.path)
    return Diagnostic(span, "SCH004", Severity.ERROR, why.key, why.values)


def _twice(document: Document, first: Document, place: Place) -> Diagnostic:
    values = {"key": place.key, "path": first.path}
    return Diagnostic(Span.of_file(document.path), "ID001", Severity.ERROR, "same-id", values)
