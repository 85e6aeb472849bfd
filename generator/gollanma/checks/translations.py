"""The languages of a text: all there, and saying the same."""

from collections import Counter
from collections.abc import Iterator

from gollanma.checks.finding import Finding, Words, check
from gollanma.checks.standing import status_of
from gollanma.graph import Graph, mentions
from gollanma.languages import mixed_script_words
from gollanma.model import Status


@check("I18N001")
def language_missing(graph: Graph) -> Iterator[Finding]:
    """A text lacks a language that a record of this status must have.

    A reader who knows only that language is left without the rule.
    """
    records = graph.library.records
    languages = graph.project.languages
    required = {status: languages.required_at(status) for status in Status}
    for key, path, text in graph.texts:
        for code in required[status_of(records[key])]:
            if code not in text:
                yield Finding(key, path, "missing", {"language": code})


@check("I18N009")
def letters_of_two_scripts(graph: Graph) -> Iterator[Finding]:
    """A word mixes letters of two scripts that look alike.

    Nobody sees it, no search finds the word, and no copy of it matches.
    """
    for key, path, text in graph.texts:
        for code, words in text.items():
            for word in mixed_script_words(words):
                values = {
                    "word": word.word,
                    "letter": word.letter,
                    "point": f"{word.code_point} {word.name}",
                }
                place = Words(code, word.position, word.position + 1)
                yield Finding(key, path, "mixed", values, words=place)


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
