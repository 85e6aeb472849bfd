"""Names of offices and places: one spelling, and no short form that nobody has explained."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from unicodedata import category

from gollanma.checks.finding import Also, Finding, Words, check
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, running
from gollanma.graph.occurrences import is_heading
from gollanma.languages import Language
from gollanma.model import Record
from gollanma.model.kinds import Act, Comment, Edition, Organisation, Term, Territory
from gollanma.model.walk import Path

THEIRS = (Act, Edition, Comment)
SHORT = re.compile(r"(?<![\w-])[^\W\d_]{2,6}(?![\w-])")
ROMAN = re.compile(r"[IVXLCDM]+")
LOUD = re.compile(r"[^\W\d_]{2,}")
NAME = re.compile(r"[^\W\d_]{5,}")
WHOLE = re.compile(rf"(?<!\w){NAME.pattern}(?!\w)")
FORMER = "former_names"
OFTEN = 2**14
"""Words of a language that are kept in mind: a large library has many times as many."""
BEGINNING = 4
"""So many letters of all spellings of a name are equal before its endings are looked at."""


@check("GLO008", Severity.WARNING)
def short_form_unexplained(graph: Graph) -> Iterator[Finding]:
    """A short form stands before the words that it is short for, or an office has two of them.

    The reader asks three colleagues what it means and gets three answers.
    """
    known = {code: _known(graph, code) for code in graph.languages}
    named = {code: _Names(graph, code) for code in graph.languages}
    explained: set[tuple[str, str, str]] = set()
    short_of: dict[tuple[str, str], tuple[str, str, Path]] = {}
    for key, path, text in graph.printed:
        if isinstance(graph.library.records[key], THEIRS) or is_heading(path):
            continue
        for code, words in text.items():
            for each in _short_forms(words, known[code]):
                place, value = Words(code, each.start(), each.end()), each[0]
                if _is_expanded(words, each):
                    explained.add((key, code, value))
                    office = named[code].ending(words[: each.start()].rstrip(" ("))
                    first = short_of.setdefault((office, code), (value, key, path))
                    if office and first[0] != value:
                        also = (Also(first[1], (*first[2], code), "first", {"value": first[0]}),)
                        values = {"value": value, "other": first[0], "key": office}
                        yield Finding(key, path, "second", values, words=place, also=also)
                elif (key, code, value) not in explained:
                    explained.add((key, code, value))
                    yield Finding(key, path, "unexplained", {"value": value}, words=place)


def _known(graph: Graph, code: str) -> frozenset[str]:
    """Give the short forms that need no words: codes, words of the glossary, those of the pack."""
    codes = {re.split(r"[\W\d]", each.code)[0] for each in _heads(graph) if each.code}
    labels = {
        each.label for _, term in graph.library.keyed(Term) for each in term.labels.get(code, ())
    }
    fixed = graph.languages[code].people.known | set(graph.project.do_not_translate)
    return frozenset(codes | labels | fixed)


def _heads(graph: Graph) -> Iterator[Record]:
    return iter(graph.library.records.values())


@cache
def _capitals() -> re.Pattern[str]:
    """Give what stands in every word of capitals: two letters of which none is a small one."""
    every = map(chr, range(0x10000))
    small = "".join(each for each in every if each.islower() or category(each) == "Lt")
    return re.compile(rf"[^\W\d_{small}]{{2}}")


def _short_forms(words: str, known: frozenset[str]) -> Iterator[re.Match[str]]:
    """Yield the short forms of a text in capitals; a heading all in capitals has none."""
    if not _capitals().search(words) or not any(map(str.isupper, LOUD.findall(words))):
        return
    inside = list(running(words))
    for each in SHORT.finditer(words):
        value = each[0]
        if not value.isupper() or value in known or ROMAN.fullmatch(value):
            continue
        around = LOUD.findall(words[max(0, each.start() - 20) : each.start()])[-1:]
        around += LOUD.findall(words[each.end() : each.end() + 20])[:1]
        if any(other.isupper() for other in around):
            continue
        if any(start <= each.start() and each.end() <= end for start, end in inside):
            yield each


def _is_expanded(words: str, found: re.Match[str]) -> bool:
    """Say whether a short form stands in brackets behind its words, or before them."""
    before, behind = words[: found.start()].rstrip(), words[found.end() :].lstrip()
    return (before.endswith("(") and behind.startswith(")")) or behind.startswith("(")


class _Names:
    """The names of offices in one language, found by the stems in which a text ends."""

    def __init__(self, graph: Graph, code: str) -> None:
        self._language = graph.languages[code]
        self._by_last: dict[str, list[tuple[list[str], str]]] = {}
        for key, office in graph.library.keyed(Organisation):
            stems = self._stems(office.name.get(code, ""))
            if stems:
                self._by_last.setdefault(stems[-1], []).append((stems, key))

    def _stems(self, words: str) -> list[str]:
        return [self._language.analyse(each) for _, _, each in self._language.words(words)]

    def ending(self, words: str) -> str:
        """Give the office with whose name a text ends; nothing where it ends otherwise."""
        stems = self._stems(words)
        for name, key in self._by_last.get(stems[-1], ()) if stems else ():
            if stems[-len(name) :] == name:
                return key
        return ""


@check("GLO012", Severity.WARNING)
def name_in_two_spellings(graph: Graph) -> Iterator[Finding]:
    """The name of a place or office is spelled in another way than in its own record.

    A search for one spelling does not find the other, and a letter goes astray.
    """
    spelled = {code: _Spelled(graph, language) for code, language in graph.languages.items()}
    for key, path, text in graph.printed:
        if isinstance(graph.library.records[key], THEIRS) or FORMER in path:
            continue
        for code, words in text.items():
            known = spelled[code]
            for word in known.others(NAME.findall(words)):
                match = next((each for each in WHOLE.finditer(words) if each[0] == word), None)
                if match and any(s <= match.start() < e for s, e in running(words)):
                    values = {"value": word, "near": known.right(word)}
                    place = Words(code, match.start(), match.end())
                    yield Finding(key, path, "spelling", values, words=place)


@dataclass
class _Spelled:
    """How the names of the library are spelled in one language."""

    graph: Graph
    language: Language
    _names: Mapping[str, Mapping[str, str]] = field(init=False)
    """By what all spellings share: the stems in use with their names."""
    _beginnings: frozenset[str] = field(init=False)
    _usual: set[str] = field(default_factory=set, init=False)
    """Words that were met and are no other spelling: most texts hold nothing else."""

    def __post_init__(self) -> None:
        found: dict[str, dict[str, str]] = {}
        for name in self._all_names():
            stem = self.language.analyse(name)
            found.setdefault(self.language.people.skeleton(stem), {})[stem] = name
        self._names = found
        self._beginnings = frozenset(each[:BEGINNING] for each in found)

    def _all_names(self) -> Iterator[str]:
        library, code = self.graph.library.whole, self.language.code
        for _, place in library.keyed(Territory):
            yield from NAME.findall(place.name.get(code, ""))
        for _, office in library.keyed(Organisation):
            yield from filter(NAME.fullmatch, [office.name.get(code, "")])
        for _, term in library.keyed(Term):
            for each in term.labels.get(code, ()):
                if NAME.fullmatch(each.label):
                    yield each.label

    def others(self, words: list[str]) -> list[str]:
        """Give the words that are another spelling of a name, sorted."""
        if self._usual.issuperset(words):
            return []
        new = frozenset(words) - self._usual
        others = [each for each in sorted(new) if self._differs(each)]
        if len(self._usual) < OFTEN:
            self._usual.update(new.difference(others))
        return others

    def _differs(self, word: str) -> bool:
        if self.language.people.skeleton(word)[:BEGINNING] not in self._beginnings:
            return False
        stem = self.language.analyse(word)
        stems = self._names.get(self.language.people.skeleton(stem), {})
        signs = stems.get(stem, word)
        fold = self.language.fold
        is_bare = fold(signs) == fold(word) and signs.lower() != word.lower()
        return bool(stems) and (stem not in stems or is_bare)

    def right(self, word: str) -> str:
        """Give the name of which a word is another spelling."""
        stems = self._names[self.language.people.skeleton(self.language.analyse(word))]
        return min(stems.values())
