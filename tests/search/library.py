"""A few documents and their index, for tests of the search without a site."""

from collections.abc import Mapping, Sequence
from functools import cache

from gollanma.languages import Languages, load
from gollanma.search import Engine, Query
from gollanma.search.concepts import Glossary, Label
from gollanma.search.documents import Document, Section
from gollanma.search.index import Form, index_of
from gollanma.search.postings import Tally
from gollanma.search.shared import shared_files
from gollanma.views.facets import Choice
from gollanma.views.links import in_language

CODES = ("tk", "ru", "en")
NAMES = {
    "kind": {"sop": "Procedure", "term": "Term"},
    "status": {"draft": "draft"},
    "facet": {"kind": "What"},
    "called": {"edition": "draft edition"},
}


@cache
def languages() -> Languages:
    """Give the languages of the project."""
    return load(CODES)


def page(ref: str, title: str, *sections: str | tuple[str, str], **more: object) -> Document:
    """Give a document; a section is its words, or its heading and its words."""
    rows = [("", each) if isinstance(each, str) else each for each in sections]
    lead, *others = rows or [("", "")]
    kind = ref.partition("/")[0]
    made: dict[str, object] = {
        "ref": ref, "address": f"{ref}.html", "title": title, "kind": kind, "kind_words": kind,
        "code": "",
        "status": "draft", "sample": False, "quick_exit": False,
        "sections": (
            Section("", title, lead[1]),
            *(Section(f"s{n}", heading, words) for n, (heading, words) in enumerate(others, 1)),
        ),
        "choices": (Choice("kind", kind, kind),),
    }  # fmt: skip
    return Document(**(made | more))  # type: ignore[arg-type]


def glossary(terms: Mapping[str, Mapping[str, Sequence[str]]]) -> Glossary:
    """Give a glossary: by concept and language its words, the preferred one first."""
    analysers = {code: languages()[code].analyser for code in CODES}
    labels = {
        code: tuple(
            sorted(
                Label(tuple(map(analyser.analyse, analyser.forms(words))), concept, words)
                for concept, row in terms.items()
                for words in row.get(code, ())
            )
        )
        for code, analyser in analysers.items()
    }
    names = {
        code: {concept: row[code][0] for concept, row in terms.items() if row.get(code)}
        for code in CODES
    }
    return Glossary(labels, names)


def files(
    pages: Mapping[str, Sequence[Document | None]],
    terms: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
) -> dict[str, str]:
    """Give the files of the indexes of documents, by their addresses."""
    known = glossary(terms or {})
    found = dict(shared_files(languages(), known))
    for code in CODES:
        row = pages.get(code, ())
        prefix = in_language("", code, CODES[0])
        tally = Tally(languages()[code], known.labels[code])
        found |= dict(index_of(tally, Form(prefix, NAMES), row, known))
    return {address: content.decode() for address, content in found.items()}


def engine(
    pages: Mapping[str, Sequence[Document | None]],
    terms: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
) -> Engine:
    """Give an engine over documents."""
    return Engine(languages(), files(pages, terms).__getitem__)


def found(searched: Engine, words: str, lang: str = "en", **more: object) -> list[str]:
    """Give the references of the pages that answer, the best first."""
    answer = searched.search(Query(words, lang, **more))  # type: ignore[arg-type]
    return [each.hit.ref for each in answer.results]
