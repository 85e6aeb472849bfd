"""Quotations of provisions: the stored words, and no others."""

import re
from collections.abc import Iterator

from gollanma.checks.acts import rules_of
from gollanma.checks.finding import Finding, Words, check
from gollanma.checks.typed import CitedText, cited_text
from gollanma.graph import Graph, Link, Target, mentions
from gollanma.graph.prose import Mention
from gollanma.languages import Language, UnknownWordError
from gollanma.law import chain_of
from gollanma.model import Text
from gollanma.model.base import LegalBasis
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.walk import Path, at, parts

FEWEST_WORDS = 4
"""Fewer words in quotation marks are a name or a single expression."""
QUOTED = re.compile(r"«(?P<a>[^«»]+)»|“(?P<b>[^“”]+)”|„(?P<c>[^„“”]+)[“”]|\"(?P<d>[^\"]+)\"")
BETWEEN = re.compile(r"[\s,:;()–—-]*")
WORD = re.compile(r"\w+(?:[-’']\w+)*")
OMISSION = re.compile(r"<?(?:…|\.\.\.)>?")
ANY_WORDS = "*"
"""Stands for the words of a reference to another act."""
MOST_OF_REFERENCE = 12


@check("LAW008")
def quotation_differs(graph: Graph) -> Iterator[Finding]:
    """What stands in quotation marks beside a provision are not its words.

    A paraphrase is taken for the law itself, and somebody is held to it.
    """
    for key, links in graph.links.items():
        for link in links:
            if link.is_prose and link.target and _is_law(graph, link.target):
                text = at(graph.library.records[key], link.path)
                words = text.get(link.language or "", "") if isinstance(text, Text) else ""
                yield from _beside(graph, link, link.target, words)
        yield from _reasons(graph, key)


def _is_law(graph: Graph, target: Target) -> bool:
    return target.fragment is not None and isinstance(graph.library.records[target.key], Act)


def _beside(graph: Graph, link: Link, target: Target, words: str) -> Iterator[Finding]:
    """Yield the quotations right before and behind a reference that differ from its target."""
    for match in QUOTED.finditer(words):
        is_before = match.end() <= link.start and BETWEEN.fullmatch(words, match.end(), link.start)
        is_behind = link.end <= match.start() and BETWEEN.fullmatch(words, link.end, match.start())
        if is_before or is_behind:
            yield from _judged(graph, link.source, link.path, link.language or "", match, target)


def _reasons(graph: Graph, key: str) -> Iterator[Finding]:
    """Yield the quotations in what a provision is said to demand of a record."""
    for path, part in parts(graph.library.records[key]):
        if not isinstance(part, LegalBasis) or not part.why:
            continue
        link = graph.link_at.get((key, (*path, "provision")))
        if link and link.target and _is_law(graph, link.target):
            for code, words in part.why.items():
                for match in QUOTED.finditer(words):
                    if "[[" not in words:
                        where = (*path, "why")
                        yield from _judged(graph, key, where, code, match, link.target)


def _judged(  # noqa: PLR0913, PLR0917 - a quotation and where it stands
    graph: Graph, key: str, path: Path, code: str, match: re.Match[str], target: Target
) -> Iterator[Finding]:
    quoted = next(filter(None, match.groups()))
    if len(WORD.findall(quoted)) < FEWEST_WORDS:
        return
    stored = list(_stored(graph, target, code))
    if stored and not all(_stands_in(each, stored) for each in OMISSION.split(quoted)):
        place = Words(code, match.start(), match.end())
        values = {"value": quoted, "place": target.fragment or ""}
        yield Finding(key, path, "words", values, words=place)


def _stored(graph: Graph, target: Target, code: str) -> Iterator[list[str]]:
    """Yield the words of a provision and of what it holds, text by text."""
    edition = graph.library.records.get(target.holder)
    found = at(edition, target.path) if isinstance(edition, Edition) else None
    if not isinstance(edition, Edition) or not isinstance(found, Provision):
        return
    rules = rules_of(graph, target.holder)
    law = cited_text(edition, rules) if rules else None
    for _, part in parts(found):
        for text in (part.heading, part.text) if isinstance(part, Provision) else ():
            if text and code in text:
                yield _words(_printed(text[code], graph.languages[code], law))


def _printed(words: str, language: Language, law: CitedText | None) -> str:
    """Give words as a page prints them; what another act is called there is left open."""
    pieces, end = [], 0
    for each in mentions(words):
        pieces += [words[end : each.start], _said(each, language, law)]
        end = each.end
    return "".join([*pieces, words[end:]])


def _said(mention: Mention, language: Language, law: CitedText | None) -> str:
    place = mention.ref.fragment if mention.ref and mention.ref.is_local else None
    if mention.words or law is None or place is None or place not in law.placed:
        return mention.words or f" {ANY_WORDS} "
    case = mention.case if mention.case in language.cases else language.cases[0]
    try:
        return language.cite(chain_of(place, law.placed, law.units), case)
    except UnknownWordError:
        return f" {ANY_WORDS} "


def _words(text: str) -> list[str]:
    return [each.casefold() for each in re.findall(rf"{WORD.pattern}|\{ANY_WORDS}", text)]


def _stands_in(quoted: str, stored: list[list[str]]) -> bool:
    """Say whether words stand in this order in one of the texts, or in them one after another."""
    words = _words(quoted)
    joined = [word for each in stored for word in each]
    return not words or any(_matches(words, joined[start:]) for start in range(len(joined)))


def _matches(words: list[str], stored: list[str]) -> bool:
    """Say whether a text begins with words; a reference in it stands for some of them."""
    for index, word in enumerate(words):
        if index >= len(stored):
            return False
        if stored[index] == ANY_WORDS:
            rest = words[index:]
            most = min(MOST_OF_REFERENCE, len(rest))
            return any(_matches(rest[n:], stored[index + 1 :]) for n in range(1, most + 1))
        if stored[index] != word:
            return False
    return True
