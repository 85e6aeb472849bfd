"""Titles: one translation of each, and in quotation marks the record's own."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from gollanma.checks.finding import Also, Finding, Words, check
from gollanma.checks.quoted import TITLE
from gollanma.checks.standing import is_over, spoken_in
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.languages import Language, UnknownWordError
from gollanma.model.kinds import Act, Edition
from gollanma.model.walk import Path

TITLES = frozenset({"title", "heading", "short_title", "label"})
NEAR = 0.6
"""How like a quoted title must be to the title that it may mean."""


@check("I18N018", Severity.INFO)
def one_title_translated_in_two_ways(graph: Graph) -> Iterator[Finding]:
    """One title has two translations into one language.

    The reader takes them for two things and looks for the second.
    """
    met: dict[tuple[str, ...], list[tuple[str, str, Path]]] = {}
    for key, path, text in graph.printed:
        own = spoken_in(graph, key)
        if path[-1] not in TITLES or own not in text:
            continue
        for code, words in text.items():
            if code != own:
                kind = graph.library.records[key].kind
                place = (code, own, text[own].casefold(), kind, str(path[-1]))
                met.setdefault(place, []).append((words, key, path))
    for (code, *_), found in met.items():
        counts = Counter(words.casefold() for words, _, _ in found)
        if len(counts) > 1:
            yield from _rarer(graph, code, found, counts)


def _rarer(
    graph: Graph, code: str, found: list[tuple[str, str, Path]], counts: Counter[str]
) -> Iterator[Finding]:
    """Yield the translations of one title but for the most frequent, else the first one."""
    usual = max(found, key=lambda each: counts[each[0].casefold()])
    for words, key, path in found:
        if words.casefold() != usual[0].casefold():
            values = {"value": words, "near": usual[0], "source": spoken_in(graph, key)}
            also = (Also(usual[1], (*usual[2], code), "usual", {"value": usual[0]}),)
            yield Finding(key, (*path, code), "two", values, also=also)


@check("I18N019")
def title_of_a_record_differs(graph: Graph) -> Iterator[Finding]:
    """A form, a procedure or a service is called by another title than its own.

    The worker asks for a sheet of that name, and the office has none.
    """
    titles = {code: _titles(graph, code) for code in graph.languages}
    codes = {each.code: key for key, each in graph.library.records.items() if each.code}
    coded = re.compile("|".join(map(re.escape, sorted(codes, key=len, reverse=True))) or "(?!)")
    yield from _in_references(graph)
    for key, path, text in graph.printed:
        if isinstance(graph.library.records[key], Act | Edition):
            continue
        for code, words in text.items():
            for match in TITLE.finditer(words):
                before = words[: match.start()].rstrip(" ,(")
                named = next((e[0] for e in coded.finditer(before) if e.end() == len(before)), "")
                if named:
                    right = graph.library.name(codes[named]).get(code, "")
                else:
                    right = _meant(titles[code], before, words[match.end() :], match["title"])
                if right and match["title"].strip().casefold() != right.casefold():
                    values = {"value": match["title"], "title": right}
                    place = Words(code, match.start(), match.end())
                    yield Finding(key, path, "title", values, words=place)


def _in_references(graph: Graph) -> Iterator[Finding]:
    """Yield the references whose own words quote another title than that of their record."""
    for links in graph.links.values():
        for link in links:
            record = graph.library.records.get(link.target.key) if link.target else None
            if record is None or isinstance(record, Act) or not link.words or not link.language:
                continue
            title = record.name.get(link.language, "")
            for quoted in TITLE.finditer(link.words):
                if title and quoted["title"].strip().casefold() != title.casefold():
                    values = {"value": quoted["title"], "title": title}
                    place = Words(link.language, link.start, link.end)
                    yield Finding(link.source, link.path, "title", values, words=place)


def _titles(graph: Graph, code: str) -> Mapping[str, tuple[str, ...]]:
    """Give the titles of each kind by every form of its word in a language."""
    language = graph.languages[code]
    found: dict[str, list[str]] = {}
    for record in graph.library.records.values():
        if not isinstance(record, Act | Edition) and not is_over(record):
            found.setdefault(record.kind, []).append(record.name.get(code, ""))
    return {
        word.casefold(): tuple(filter(None, titles))
        for kind, titles in found.items()
        for word in _kind_words(language, kind)
    }


def _kind_words(language: Language, kind: str) -> Iterator[str]:
    """Yield the word for a kind in every case; nothing where the language has none."""
    try:
        yield from (language.kind_word(kind, case) for case in language.cases)
    except UnknownWordError:
        return


def _meant(titles: Mapping[str, tuple[str, ...]], before: str, behind: str, quoted: str) -> str:
    """Give the title that is meant by a quotation beside a kind; nothing where it is right."""
    before, behind = before.casefold(), behind.lstrip().casefold()
    beside = (word for word in titles if before.endswith(word) or behind.startswith(word))
    known = [title for word in beside for title in titles[word]]
    said = quoted.strip().casefold()
    if not known or said in {each.casefold() for each in known}:
        return ""
    near = [(ratio, each) for each in known if (ratio := _likeness(each.casefold(), said))]
    return max(near, default=(0, ""))[1]


def _likeness(title: str, said: str) -> float:
    """Give how like two titles are; 0 where they are not near, which is told at once of most."""
    matcher = SequenceMatcher(None, title, said)
    is_near = matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR
    ratio = matcher.ratio() if is_near else 0.0
    return ratio if ratio >= NEAR else 0.0
