"""The laws in which mistakes are planted: their editions, their provisions, and who cites them."""

from collections.abc import Iterator, Mapping

from bench.mutation.corpus import Corpus, Keys, scalar, walk
from bench.mutation.mutators.edits import references
from gollanma.source import Document
from gollanma.source import Mapping as Map

ACT = "act/social-services"
LAW = "normative/acts/social-services"
NOW = f"{LAW}/editions/2022-01-01.yml"
NEWER = f"{LAW}/editions/2026-06-01.yml"
UNDECLARED = {"LAW111": "what differs from the edition before is a change that nobody declared"}
MORE = {
    "tk": "we bu hakda ýazmaça habar berilýär",
    "ru": "и об этом сообщают письменно",
    "en": "and this is told in writing",
}


def editions(corpus: Corpus) -> Iterator[Document]:
    """Yield the editions of all acts."""
    return (each for each in corpus.of("acts") if "/editions/" in each.path)


def is_binding(document: Document) -> bool:
    """Say whether an edition is neither a draft nor over."""
    return "draft-" not in document.path and not scalar(document, ("in_force", "to"))


def provisions(document: Document) -> Iterator[tuple[Keys, str]]:
    """Yield the provisions of an edition with their ids."""
    for keys, node in walk(document):
        if isinstance(node, Map) and "unit" in node.entries and "id" in node.entries:
            yield keys, scalar(document, (*keys, "id")) or ""


def with_words(corpus: Corpus, document: Document) -> Iterator[tuple[Keys, str, dict[str, str]]]:
    """Yield the provisions that have words in every language, with these."""
    for keys, name in provisions(document):
        words = {code: scalar(document, (*keys, "text", code)) or "" for code in corpus.codes}
        if all(words.values()):
            yield keys, name, words


def said_before(corpus: Corpus, document: Document) -> Mapping[str, Mapping[str, str]]:
    """Give by id the words of the provisions of the edition on which one is based."""
    folder = document.path.rpartition("/")[0]
    base = corpus.documents[f"{folder}/{scalar(document, ('based_on',))}.yml"]
    return {name: words for _, name, words in with_words(corpus, base)}


def citing(corpus: Corpus) -> Iterator[tuple[Document, Keys, str]]:
    """Yield the references of records to provisions of the law of today."""
    for document, keys, value in references(corpus, "services", "sops", "forms", "roles"):
        if value.startswith(f"{ACT}#a"):
            yield document, keys, value.partition("#")[2]
