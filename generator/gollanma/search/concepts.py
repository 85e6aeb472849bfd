"""The concepts of the glossary: their words in each language, and where they occur."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gollanma.languages import Languages
from gollanma.model import Library
from gollanma.model.kinds import Term
from gollanma.search.words import Known

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A word of a concept in one language."""

    stems: Stems
    concept: str
    """The slug of its term."""
    words: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """The concepts of a library in all its languages."""

    labels: Mapping[str, tuple[Label, ...]]
    """By language, sorted; whatever their status, for people type all of them."""
    names: Mapping[str, Mapping[str, str]]
    """The preferred word of each concept, by language."""


def glossary_of(library: Library, languages: Languages) -> Glossary:
    """Give the concepts of a library."""
    codes = library.project.languages.all
    return Glossary(
        {code: tuple(sorted(set(_labels(library, languages, code)))) for code in codes},
        {code: dict(sorted(_names(library, code))) for code in codes},
    )


def _labels(library: Library, languages: Languages, code: str) -> Iterator[Label]:
    analyser = languages[code].analyser
    for key, term in library.keyed(Term):
        for label in term.labels.get(code, ()):
            for words in filter(None, (label.label, label.plural)):
                stems = tuple(analyser.analyse(form) for form in analyser.forms(words))
                if stems:
                    yield Label(stems, key.partition("/")[2], label.label)


def _names(library: Library, code: str) -> Iterator[tuple[str, str]]:
    for key, term in library.keyed(Term):
        if code in term.name:
            yield key.partition("/")[2], term.name[code]


class Spotter:
    """Finds the concepts in a row of words: the longest label first, as readers take it."""

    def __init__(self, labels: Iterable[Label]) -> None:
        """Arrange labels by the stem of their first word."""
        self._by_first: dict[str, list[Label]] = {}
        for label in labels:
            self._by_first.setdefault(label.stems[0], []).append(label)
        for found in self._by_first.values():
            found.sort(key=lambda each: (-len(each.stems), each))

    def concepts(self, row: Sequence[Known]) -> Iterator[str]:
        """Yield the concept of each label in a row, as often as it occurs."""
        index = 0
        while index < len(row):
            labels = self._at(row, index)
            yield from sorted({each.concept for each in labels})
            index += len(labels[0].stems) if labels else 1

    def _at(self, row: Sequence[Known], index: int) -> list[Label]:
        """Give the longest labels that begin at a word; two concepts may share their words."""
        found: list[Label] = []
        for label in self._by_first.get(row[index].key, ()):
            if found and len(found[0].stems) > len(label.stems):
                break
            here = row[index : index + len(label.stems)]
            if len(here) == len(label.stems) and all(
                each.key == stem for each, stem in zip(here, label.stems, strict=True)
            ):
                found.append(label)
        return found
