"""The language that words are really in, and letters that it does not have."""

import re
from collections.abc import Iterator, Mapping

from gollanma.checks.finding import Finding, check
from gollanma.graph import Graph, running
from gollanma.model.kinds import Term

ADDRESS = re.compile(r"\S+://\S+")


@check("I18N008")
def words_of_another_language(graph: Graph) -> Iterator[Finding]:
    """The words in the field of a language are of another language.

    The page promises the reader her language, and she cannot read it.
    """
    known = _known(graph)
    tongues = {code: each.tongue for code, each in graph.languages.items()}
    for key, path, text in graph.printed:
        for code, words in text.items():
            own = tongues[code]
            plain = _plain(words)
            script = own.in_other_script(plain)
            if script and own.in_other_script(_without(plain, known[code])):
                yield Finding(key, (*path, code), "script", {"language": code})
                continue
            others = [each for each in tongues.values() if each is not own]
            other = own.nearer(plain, others, known[code])
            if other:
                values = {"language": code, "other": other}
                yield Finding(key, (*path, code), "language", values)


def _known(graph: Graph) -> Mapping[str, frozenset[str]]:
    """Give the words in small letters that belong to a language although others have them too."""
    same = {each.lower() for each in graph.project.do_not_translate}
    found = {code: set(same) for code in graph.languages}
    for _, term in graph.library.keyed(Term):
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
