"""The languages of a text: all there, and saying the same."""

from collections import Counter
from collections.abc import Iterator

from gollanma.checks.finding import Finding, Words, check
from gollanma.checks.standing import status_of
from gollanma.diagnostics import Severity, Value
from gollanma.graph import Graph, mentions
from gollanma.languages import MixedWord, mixed_script_words
from gollanma.law import bases_of, spoken_languages
from gollanma.model import Record, Status
from gollanma.model.kinds import Act, Edition, Term
from gollanma.model.kinds.acts import Provision
from gollanma.model.walk import Path, at

QUOTED = (Term, Act, Edition)
"""What other texts quote: a wrong letter in it goes on into all of them."""


@check("I18N001")
def language_missing(graph: Graph) -> Iterator[Finding]:
    """A text lacks a language that a record of this status must have.

    A reader who knows only that language is left without the rule.
    """
    records = graph.library.records
    languages = graph.project.languages
    required = {status: languages.required_at(status) for status in Status}
    silent = {key: _silent(graph, key) for key, _ in graph.library.keyed(Edition)}
    for key, path, text in graph.texts:
        for code in required[status_of(records[key])]:
            is_told = code in text or code in silent.get(key, ())
            if not is_told and not _is_merged(records[key], path, code):
                yield Finding(key, path, "missing", {"language": code})
    for key, codes in silent.items():
        for code in required[status_of(records[key])]:
            if code in codes:
                values: dict[str, Value] = {"language": code}
                yield Finding(key, ("body",), "edition", values, Severity.WARNING, on_key=True)


def _silent(graph: Graph, key: str) -> frozenset[str]:
    """Give the languages in which there is no text of an edition at all.

    A law is official as it was published, and nobody here may translate it: that is said once, of
    it and of the drafts that stand on it. The words of samples are ours.
    """
    editions = (graph.library.records[each] for each in (key, *bases_of(graph.library, key)))
    official = next((e for e in editions if isinstance(e, Edition) and not e.sample), None)
    if official is None or not official.body:
        return frozenset()
    return frozenset(graph.project.languages.all) - spoken_languages(official)


def _is_merged(record: Record, path: Path, code: str) -> bool:
    """Say whether a language says a provision within what holds it."""
    holder = at(record, path[:-1]) if isinstance(record, Edition) else None
    return isinstance(holder, Provision) and code in holder.merged


@check("I18N009")
def letters_of_two_scripts(graph: Graph) -> Iterator[Finding]:
    """A word mixes letters of two scripts that look alike.

    Nobody sees it, no search finds the word, and no copy of it matches.
    """
    for key, path, text in graph.texts:
        severity = None if isinstance(graph.library.records[key], QUOTED) else Severity.WARNING
        for code, words in text.items():
            for word in mixed_script_words(words):
                place = Words(code, word.position, word.position + 1)
                yield Finding(key, path, "mixed", _named(word), severity, words=place)
    for key, path, words in _labels(graph):
        for word in mixed_script_words(words):
            yield Finding(key, path, "mixed", _named(word))


def _labels(graph: Graph) -> Iterator[tuple[str, Path, str]]:
    """Yield the words of terms: each stands in the list of its language and is no text."""
    for key, term in graph.library.keyed(Term):
        for code, labels in term.labels.items():
            for index, label in enumerate(labels):
                for field in ("label", "plural"):
                    yield key, ("labels", code, index, field), getattr(label, field) or ""


def _named(word: MixedWord) -> dict[str, Value]:
    point = f"{word.code_point} {word.name}"
    return {"word": word.word, "letter": word.letter, "point": point}


@check("I18N012")
def references_differ(graph: Graph) -> Iterator[Finding]:
    """A reference stands in one language and not in another.

    One reader gets the link to the form, the other does not.
    """
    for key, path, text in graph.texts:
        if not any("[[" in words for words in text.values()):
            continue
        found = {
            code: Counter(each.written for each in mentions(words)) for code, words in text.items()
        }
        everywhere = Counter[str]()
        for counted in found.values():
            everywhere |= counted
        for code, counted in found.items():
            for written in sorted((everywhere - counted).keys()):
                values = {"value": written, "language": code}
                yield Finding(key, (*path, code), "reference", values)
