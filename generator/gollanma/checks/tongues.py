"""The language that words are really in, and letters that it does not have."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import takewhile

from gollanma.checks.finding import Finding, Words, check
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, running
from gollanma.languages import Language
from gollanma.model.kinds import Term

WORD = re.compile(r"(?<![\w./:@])[^\W\d_]{3,}(?![\w/:@]|\.\w)")
"""A word, and no piece of an address."""
FREQUENT = 3
"""So often a word stands here with its signs before one without them is taken for a slip."""
RARE = 5
"""So many times rarer the word without signs must be: it may be another word."""
ADDRESS = re.compile(r"\S+://\S+")


@check("I18N008")
def words_of_another_language(graph: Graph) -> Iterator[Finding]:
    """The words in the field of a language are of another language.

    The page promises the reader her language, and she cannot read it.
    """
    known = _known(graph)
    tongues = {code: each.tongue for code, each in graph.languages.items()}
    beside = {
        code: own.beside([each for each in tongues.values() if each is not own], known[code])
        for code, own in tongues.items()
    }
    for key, path, text in graph.printed:
        for code, words in text.items():
            own = tongues[code]
            plain = _plain(words)
            script = own.in_other_script(plain)
            if script and own.in_other_script(_without(plain, known[code])):
                yield Finding(key, (*path, code), "script", {"language": code})
                continue
            other = beside[code].nearer(plain)
            if other:
                values = {"language": code, "other": other}
                yield Finding(key, (*path, code), "language", values)


def _known(graph: Graph) -> Mapping[str, frozenset[str]]:
    """Give the words in small letters that belong to a language although others have them too."""
    same = {each.lower() for each in graph.project.do_not_translate}
    found = {code: set(same) for code in graph.languages}
    for _, term in graph.library.whole.keyed(Term):
        for code, labels in term.labels.items():
            for each in labels:
                found[code].update(re.findall(r"\w+", each.label.lower()))
    return {code: frozenset(words) for code, words in found.items()}


def _without(words: str, known: frozenset[str]) -> str:
    return " ".join(each for each in re.findall(r"\w+", words) if each.lower() not in known)


def _plain(words: str) -> str:
    """Give the running text alone, without addresses; most texts hold nothing else."""
    if "[" in words or "`" in words or "<" in words:
        words = " ".join(words[start:end] for start, end in running(words))
    return ADDRESS.sub(" ", words) if "://" in words else words


@check("I18N010", Severity.WARNING)
def letters_the_language_does_not_have(graph: Graph) -> Iterator[Finding]:
    """A word has letters that its language does not have, or lacks the signs of its own.

    A search for the right spelling passes it by, and a child reads it aloud as another word.
    """
    counted = {code: _counted(graph, code) for code in graph.languages}
    lost = {code: _without_signs(each, counted[code]) for code, each in graph.languages.items()}
    suspects = dict(_suspects(graph, lost))
    same = {each.lower() for each in graph.project.do_not_translate}
    for key, path, text in graph.printed:
        for code, words in text.items():
            if code not in suspects or not suspects[code].search(words.lower()):
                continue
            foreign = graph.languages[code].tongue.foreign
            for start, end in running(words):
                for match in WORD.finditer(words, start, end):
                    small = match[0].lower()
                    values = _slip(small, foreign, lost[code])
                    if values and small not in same and not match[0].isupper():
                        place = Words(code, match.start(), match.end())
                        yield Finding(key, path, values.pop("key"), values, words=place)


def _suspects(
    graph: Graph, lost: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield by language what stands in each text that may have a slip: most have none of it."""
    for code, language in graph.languages.items():
        letters = "".join(map(re.escape, language.tongue.foreign))
        found = [*([f"[{letters}]"] if letters else []), *map(re.escape, sorted(lost[code]))]
        if found:
            yield code, re.compile("|".join(found))


def _slip(word: str, foreign: Mapping[str, str], lost: Mapping[str, str]) -> dict[str, str]:
    """Give what is wrong with the letters of a word; nothing where they are right."""
    strangers = [each for each in word if each in foreign]
    if strangers:
        near = "".join(foreign.get(each, each) for each in word)
        return {"key": "foreign", "value": word, "letter": strangers[0], "near": near}
    return {"key": "signs", "value": word, "near": lost[word]} if word in lost else {}


def _counted(graph: Graph, code: str) -> Counter[str]:
    """Count the words of a language, where it has signs that somebody may leave out."""
    if not graph.languages[code].tongue.plain:
        return Counter()
    counted: Counter[str] = Counter()
    for _, _, text in graph.printed:
        if code in text:
            counted.update(WORD.findall(text[code].lower()))
    return counted


def _without_signs(language: Language, counted: Counter[str]) -> Mapping[str, str]:
    """Give the words that stand here with signs and, much more rarely, without them."""
    plain = language.tongue.plain
    found: dict[str, str] = {}
    frequent = takewhile(lambda each: each[1] >= FREQUENT, counted.most_common())
    for word, count in frequent:
        bare = language.fold(word)
        is_other = bare != word and len(bare) == len(word)
        if is_other and 0 < counted[bare] * RARE <= count and not _signs(word, bare) <= plain:
            found.setdefault(bare, word)
    return found


def _signs(word: str, bare: str) -> set[str]:
    """Give the letters of a word that are others without their signs."""
    return {one for one, other in zip(word, bare, strict=True) if one != other}
