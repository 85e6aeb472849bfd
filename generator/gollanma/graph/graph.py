"""The graph: a library with its links, their inverses, and the occurrences of its terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain

from gollanma.graph.links import Link, links_of
from gollanma.graph.occurrences import Occurrence, occurrences
from gollanma.languages import Languages, Number, numbers_said
from gollanma.model import Library, Project, Text
from gollanma.model.kinds import Term
from gollanma.model.walk import Path, is_printed, texts


@dataclass(frozen=True)
class Graph:
    """What checks and views are given: the library and everything that follows from it."""

    library: Library
    languages: Languages
    before: "Graph | None" = field(default=None, kw_only=True)
    """Of the library from which this one was cut, where many are: what it found stays found."""
    known: Mapping[str, tuple[Occurrence, ...]] = field(default_factory=dict, kw_only=True)
    """What an earlier run found in records that are as they were, by terms that are."""

    @property
    def project(self) -> Project:
        """The project file."""
        return self.library.project

    @property
    def today(self) -> date:
        """The day of the run."""
        return self.library.today

    @cached_property
    def texts(self) -> tuple[tuple[str, Path, Text], ...]:
        """Every text, with the key of its record and its path there."""
        return tuple(
            (key, path, text)
            for key, record in self.library.records.items()
            for path, text in texts(record)
        )

    @cached_property
    def numbers(self) -> tuple[tuple[str, Path, Mapping[str, tuple[Number, ...]]], ...]:
        """The numbers that each language of a text says, where it has several and one says any."""
        said = (
            (key, path, numbers_said(self.languages, text))
            for key, path, text in self.texts
            if len(text) > 1
        )
        return tuple(each for each in said if any(each[2].values()))

    @cached_property
    def printed(self) -> tuple[tuple[str, Path, Text], ...]:
        """Every text that is meant to be read, with the key of its record and its path there."""
        return tuple(each for each in self.texts if is_printed(each[1]))

    @cached_property
    def links(self) -> Mapping[str, tuple[Link, ...]]:
        """Every reference, by the key of the record in which it stands."""
        return {key: tuple(links_of(self.library, key)) for key in self.library.records}

    @cached_property
    def backlinks(self) -> Mapping[str, tuple[Link, ...]]:
        """Every reference that leads somewhere, by the key of the record to which it leads."""
        found: dict[str, list[Link]] = {}
        for links in self.links.values():
            for link in links:
                if link.target is not None:
                    found.setdefault(link.target.key, []).append(link)
        return {key: tuple(links) for key, links in sorted(found.items())}

    @cached_property
    def link_at(self) -> Mapping[tuple[str, Path], Link]:
        """The reference in a field, by record and path."""
        return {
            (link.source, link.path): link
            for links in self.links.values()
            for link in links
            if not link.is_prose
        }

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Every occurrence of a term's label."""
        return tuple(chain.from_iterable(self.occurrences_in.values()))

    @cached_property
    def occurrences_in(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """The same by the record in which they stand."""
        known = {**self._known_before(), **self.known}
        found: dict[str, list[Occurrence]] = {key: [] for key in self.library.records}
        other = [key for key in found if key not in known]
        for each in occurrences(self.library, self.languages, other):
            found[each.source].append(each)
        return {key: known[key] if key in known else tuple(found[key]) for key in found}

    def _known_before(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """Give what stays found: in records that the cut left as they were, by the same terms."""
        if self.before is None or not _have_same_terms(self.library, self.before.library):
            return {}
        records, old = self.library.records, self.before.library.records
        found = self.before.occurrences_in
        return {key: found[key] for key in records if records[key] is old.get(key)}

    @cached_property
    def marks(self) -> Mapping[tuple[str, Path, str], tuple[Occurrence, ...]]:
        """The occurrences that get a link, by record, path and language."""
        found: dict[tuple[str, Path, str], list[Occurrence]] = {}
        for each in self.occurrences:
            if each.is_first:
                found.setdefault((each.source, each.path, each.language), []).append(each)
        return {place: tuple(marks) for place, marks in found.items()}

    @cached_property
    def used_terms(self) -> Mapping[str, tuple[str, ...]]:
        """By term, the records in whose text it occurs."""
        found: dict[str, set[str]] = {}
        for each in self.occurrences:
            found.setdefault(each.term, set()).add(each.source)
        return {term: tuple(sorted(sources)) for term, sources in sorted(found.items())}


def _have_same_terms(library: Library, other: Library) -> bool:
    own, its = (dict(each.whole.keyed(Term)) for each in (library, other))
    return own.keys() == its.keys() and all(own[key] is its[key] for key in own)
