"""The graph: a library with its links, their inverses, and the occurrences of its terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from gollanma.graph.links import Link, links_of
from gollanma.graph.occurrences import Occurrence, occurrences
from gollanma.languages import Languages, Number, numbers_said
from gollanma.model import Library, Project, Text
from gollanma.model.walk import Path, printed, texts


@dataclass(frozen=True)
class Graph:
    """What checks and views are given: the library and everything that follows from it."""

    library: Library
    languages: Languages

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
        return tuple(
            (key, path, text)
            for key, record in self.library.records.items()
            for path, text in printed(record)
        )

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
        return tuple(occurrences(self.library, self.languages))

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
