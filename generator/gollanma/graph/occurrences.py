"""Where the words of the glossary occur in running text, in any of their endings.

The longest label wins; a record does not point at its own term.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gollanma.graph.prose import running
from gollanma.languages import Language, Languages
from gollanma.model import Library, Text
from gollanma.model.kinds import Term
from gollanma.model.kinds.terms import Label, LabelStatus
from gollanma.model.walk import Path, printed

Stems = tuple[str, ...]
HEADINGS = frozenset({"title", "heading", "name", "label", "short_title", "answer"})
"""Fields that stand in a heading or on a button: no link goes into them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label of a term by the stems of its words."""

    stems: Stems
    term: str
    label: str
    status: LabelStatus
    unlike: tuple[str, ...] = ()
    """Beginnings of words that share a stem with the label and mean something else."""


Word = tuple[int, int, str]
"""A word of running text with its start and its end."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A label where it occurs."""

    source: str
    path: Path
    language: str
    start: int
    end: int
    term: str
    label: str
    status: LabelStatus
    is_first: bool
    """The first of its term in its section and language, and not in a heading: it gets the link."""


class Labels:
    """The labels of a glossary in one language, found by the stem of their first word."""

    def __init__(self, library: Library, language: Language) -> None:
        """Read the labels of every term of the library."""
        self._language = language
        self._by_first: dict[str, list[Candidate]] = {}
        for key, term in library.whole.keyed(Term):
            for each in term.labels.get(language.code, ()):
                for words in filter(None, (each.label, each.plural)):
                    self._add(_candidate(self.stems(words), key, each))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda each: (-len(each.stems), each.term, each.label))

    def _add(self, candidate: Candidate) -> None:
        known = self._by_first.setdefault(candidate.stems[0], []) if candidate.stems else []
        if candidate not in known:
            known.append(candidate)

    def stems(self, words: str) -> Stems:
        """Give the stems of the words of a label."""
        return tuple(self._language.stems(words))

    def found(self, words: str) -> Iterator[tuple[int, int, Candidate]]:
        """Yield the labels that occur in the running text of a piece of prose."""
        for start, end in running(words):
            text = words[start:end]
            stems = self._language.stems(text)
            if self._by_first.keys().isdisjoint(stems):
                continue
            hits = list(self._hits(stems))
            if hits:
                yield from self._in_row(start, tuple(self._language.words(text)), hits)

    def _hits(self, stems: list[str]) -> Iterator[tuple[int, Candidate]]:
        """Yield the candidates that stand in a row of stems, with the place of their first."""
        for index, stem in enumerate(stems):
            for candidate in self._by_first.get(stem, ()):
                size = len(candidate.stems)
                if size == 1 or tuple(stems[index : index + size]) == candidate.stems:
                    yield index, candidate
                    break

    @staticmethod
    def _in_row(
        start: int, row: tuple[Word, ...], hits: list[tuple[int, Candidate]]
    ) -> Iterator[tuple[int, int, Candidate]]:
        """Yield the labels among candidates: none begins within another one."""
        behind = 0
        for index, candidate in hits:
            here = row[index : index + len(candidate.stems)]
            unlike = candidate.unlike
            is_other = any(word.lower().startswith(unlike) for _, _, word in here)
            if index >= behind and not is_other:
                yield start + here[0][0], start + here[-1][1], candidate
                behind = index + len(here)


def _candidate(stems: Stems, key: str, label: Label) -> Candidate:
    return Candidate(stems, key, label.label, label.status, label.unlike)


def occurrences(
    library: Library, languages: Languages, keys: Iterable[str]
) -> Iterator[Occurrence]:
    """Yield every occurrence of a term's label in some records, record by record."""
    labels = {code: Labels(library, languages[code]) for code in library.project.languages.all}
    for key in keys:
        yield from _in_record(library, key, labels)


def _in_record(library: Library, key: str, labels: Mapping[str, Labels]) -> Iterator[Occurrence]:
    seen: set[tuple[object, str, str]] = set()
    sections = frozenset(library.fragments_of(key).values())
    for path, text in printed(library.records[key]):
        for language, start, end, found in _in_text(text, labels):
            if found.term == key:
                continue
            place = (_section(sections, path), language, found.term)
            is_first = place not in seen and not is_heading(path)
            if is_first:
                seen.add(place)
            yield Occurrence(
                key, path, language, start, end, found.term, found.label, found.status, is_first
            )


def _in_text(text: Text, labels: Mapping[str, Labels]) -> Iterator[tuple[str, int, int, Candidate]]:
    for language, words in text.items():
        for start, end, found in labels[language].found(words):
            yield language, start, end, found


def is_heading(path: Path) -> bool:
    """Say whether the text at this path is printed as a heading or a label."""
    names = [each for each in path if isinstance(each, str)]
    return bool(names) and names[-1] in HEADINGS


def _section(sections: frozenset[Path], path: Path) -> Path:
    """Give the innermost place with a fragment around a path, else the field of the record."""
    lengths = range(len(path), 0, -1)
    return next((path[:length] for length in lengths if path[:length] in sections), path[:1])
