"""Definitions of terms: short, in known words, and the law's where the law has one."""

import re
from collections.abc import Iterator

from gollanma.checks.finding import Also, Finding, Words, binding, check
from gollanma.checks.standing import spoken_in, status_of
from gollanma.diagnostics import Severity, Value
from gollanma.graph import Graph, Target, mentions
from gollanma.law import units
from gollanma.model import Text
from gollanma.model.kinds import Edition, Term
from gollanma.model.kinds.acts import Provision
from gollanma.model.kinds.terms import LabelStatus
from gollanma.model.walk import at

USABLE = frozenset({LabelStatus.PREFERRED, LabelStatus.ADMITTED})
MOST_WORDS = 40
WORD = re.compile(r"\w+(?:[-’']\w+)*")
DEFINITION = ("definition",)


@check("GLO005", Severity.WARNING)
def explained_by_an_unexplained_term(graph: Graph) -> Iterator[Finding]:
    """A definition uses a term of the glossary that is itself not explained.

    The reader looks up one word and is left with another.
    """
    for each in graph.occurrences:
        used = graph.library.records[each.term]
        source = graph.library.records[each.source]
        if each.path != DEFINITION or not isinstance(source, Term) or not isinstance(used, Term):
            continue
        if each.status in USABLE and each.language not in (used.definition or {}):
            place = Words(each.language, each.start, each.end)
            values = {"value": each.label, "key": each.term, "language": each.language}
            yield Finding(each.source, each.path, "unexplained", values, words=place)


@check("GLO009")
def law_defines_it_otherwise(graph: Graph) -> Iterator[Finding]:
    """The law defines a term, and the glossary defines it in other words or names another place.

    Two offices refuse and grant the same family by two meanings of one word.
    """
    for key, term in graph.library.keyed(Term):
        link = graph.link_at.get((key, ("defined_in",)))
        target = link.target if link else None
        edition = graph.library.records.get(target.holder) if target else None
        if target is None or not target.path or not isinstance(edition, Edition):
            continue
        provision = at(edition, target.path)
        if isinstance(provision, Provision):
            yield from _elsewhere(key, target, edition, provision)
            yield from _otherwise(graph, key, term, target, provision)


def _elsewhere(
    key: str, target: Target, edition: Edition, provision: Provision
) -> Iterator[Finding]:
    """Yield the finding where the law defines the term in another provision than the named one."""
    inside = [each for each in units(edition).values() if _names(each.provision, key)]
    if inside and not any(each.path[: len(target.path)] == target.path for each in inside):
        right = inside[0].provision.id
        also = (Also(target.holder, (*inside[0].path, "defines"), "there"),)
        values: dict[str, Value] = {"value": provision.id, "near": right}
        yield Finding(key, ("defined_in",), "place", values, also=also)


def _names(provision: Provision, key: str) -> bool:
    return provision.defines is not None and provision.defines.record == key


def _otherwise(
    graph: Graph, key: str, term: Term, target: Target, provision: Provision
) -> Iterator[Finding]:
    """Yield the finding for other words; a sample says of itself that it is not the law's."""
    own = spoken_in(graph, key)
    ours = (term.definition or Text({})).get(own)
    law = (provision.text or Text({})).get(own)
    if term.sample or not ours or not law or not _names(provision, key):
        return
    labels = [_words(each.label) for each in term.labels.get(own, ())]
    if _words(ours) not in [_words(law)[len(each) :] for each in ([], *labels)]:
        also = (Also(target.holder, (*target.path, "text"), "law"),)
        weight = binding(status_of(term))
        yield Finding(key, (*DEFINITION, own), "words", {}, weight, also=also)


def _words(text: str) -> list[str]:
    for each in reversed(list(mentions(text))):
        text = text[: each.start] + (each.words or "") + text[each.end :]
    return WORD.findall(text.lower())


@check("GLO011", Severity.INFO)
def definition_is_not_one(graph: Graph) -> Iterator[Finding]:
    """A definition is too long, or ends with "and so on".

    Whoever looks up a word wants to know what belongs to it and what does not.
    """
    for key, term in graph.library.keyed(Term):
        for code, words in (term.definition or {}).items():
            count = len(WORD.findall(words))
            if count > MOST_WORDS:
                yield Finding(key, (*DEFINITION, code), "long", {"n": count, "most": MOST_WORDS})
            for start, end, _ in graph.languages[code].plain.endless.found(words):
                values: dict[str, Value] = {"value": words[start:end]}
                yield Finding(key, DEFINITION, "endless", values, words=Words(code, start, end))
