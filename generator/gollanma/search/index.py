"""The index of one language: everything that its search loads, as values ready to be written.

`meta` first, with the names of all others; `t-*` the words with their postings; `d-*` the pages;
`x-*` the sections with their words; `v` the words of titles and labels, for what is mistyped or
hardly begun; `f` the facets.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gollanma.languages import Language
from gollanma.search.coding import gaps, numbers
from gollanma.search.concepts import Glossary
from gollanma.search.documents import Document, Section
from gollanma.search.files import canonical, hash_of, scripts
from gollanma.search.postings import Tally, inverted
from gollanma.search.reader import PAGES
from gollanma.search.shards import files_of, lines_of
from gollanma.search.weights import KINDS, NORMAL

VERSION = 3
"""Of the form of these files; a script that knows another one says so instead of guessing."""
TEXT = 12_000
"""Characters in a file `x`: what is shown of a result comes with one file, over a slow line too."""
SAMPLE, QUICK_EXIT = 1, 2
WAY = Section("", "", "")
"""Stands for a way of asking: it leads to the head of its page and is never shown."""


@dataclass(frozen=True, slots=True)
class Form:
    """How an index is written."""

    prefix: str
    """What stands before the address of each page."""
    names: Mapping[str, Mapping[str, str]]
    """The words for kinds, states, facets, and those that call what is aside."""
    text: int = TEXT
    """Characters of sections in a file."""


def index_of(
    tally: Tally, form: Form, pages: Sequence[Document | None], glossary: Glossary
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index of a tally's language.

    `pages` are numbered alike in all languages, None where one is not written in this one, those
    that are aside last.
    """
    language, words, names = tally.language, tally.words, form.names
    documents = tuple(filter(None, pages))
    index = inverted(documents, tally)
    terms = list(files_of(lines_of(index, (*words.alike(), *index.bare))))
    packs = list(_packs(documents, form.text))
    bodies: dict[str, str] = {
        f"t-{number}": canonical(text) for number, (_, text) in enumerate(terms)
    }
    bodies |= {f"d-{n}": canonical(rows) for n, rows in enumerate(_pages(pages))}
    bodies |= {f"x-{n}": canonical(rows) for n, (_, rows) in enumerate(packs)}
    bodies["v"] = canonical(_vocabulary(language, pages, glossary))
    bodies["f"] = canonical(_facets(pages, names["facet"]))
    bodies["meta"] = canonical(
        {
            "version": VERSION,
            "analyser": language.analyser.hash,
            "files": {key: hash_of([bodies[key]]) for key in sorted(bodies)},
            "prefix": form.prefix,
            "sections": index.sections,
            "counts": numbers(each.length if each else 0 for each in pages),
            "asked": numbers(len(each.asked) if each else 0 for each in pages),
            "aside": sum(not (each and each.is_aside) for each in pages),
            "called": sorted({each.key for each in words.of(" ".join(names["called"].values()))}),
            "priors": numbers(KINDS.get(each.kind, NORMAL) if each else 0 for each in pages),
            "terms": [first for first, _ in terms],
            "texts": [first for first, _ in packs],
            "kinds": names["kind"],
            "statuses": names["status"],
        }
    )
    yield from scripts({f"{language.code}/{key}": bodies[key] for key in sorted(bodies)})


def _pages(pages: Sequence[Document | None]) -> Iterator[list[list[object]]]:
    for first in range(0, len(pages), PAGES):
        yield [_page(each) if each else [] for each in pages[first : first + PAGES]]


def _page(document: Document) -> list[object]:
    marks = SAMPLE * document.sample + QUICK_EXIT * document.quick_exit
    return [
        document.ref, document.address, document.title, document.kind, document.code,
        document.status, marks,
    ]  # fmt: skip


def _packs(documents: Iterable[Document], most: int) -> Iterator[tuple[int, list[list[object]]]]:
    """Yield the number of the first section of each pack, and its sections.

    With the first section of a page in a pack stands the page: what is shown of a result comes
    with one file.
    """
    rows: list[list[object]] = []
    first, size = 0, 0
    sections = (
        (document, section)
        for document in documents
        for section in (*document.sections, *(WAY for _ in document.asked))
    )
    before: Document | None = None
    for number, (document, each) in enumerate(sections):
        heading = each.heading if each.anchor else ""
        if rows and size + len(each.text) > most:
            yield first, rows
            first, rows, size, before = number, [], 0, None
        rows.append([each.anchor, heading, each.text])
        if document is not before:
            rows[-1].append(_page(document))
        before = document
        size += len(each.text) + len(heading)
    if rows:
        yield first, rows


def _vocabulary(language: Language, pages: Sequence[Document | None], glossary: Glossary) -> str:
    """Give each word of the titles, and of the labels of terms, with its pages."""
    labels: dict[str, list[str]] = {}
    for label in glossary.labels[language.code]:
        labels.setdefault(label.concept, []).append(label.words)
    found: dict[str, set[int]] = {}
    for page, document in _written(pages):
        for text in (document.title, *labels.get(document.concept, ())):
            for form in language.analyser.forms(text):
                word = language.analyser.today(form)
                if len(word) > 1 and not language.analyser.is_stop(form):
                    found.setdefault(word, set()).add(page)
    folded = sorted((language.analyser.fold(word), word) for word in found)
    return "\n".join(
        f"{letters}\t{word if word != letters else ''}\t{gaps(sorted(found[word]))}"
        for letters, word in folded
    )


def _written(pages: Sequence[Document | None]) -> Iterator[tuple[int, Document]]:
    return ((page, document) for page, document in enumerate(pages) if document)


def _facets(pages: Sequence[Document | None], labels: Mapping[str, str]) -> list[object]:
    """Give each facet: its name, its label, and its values with their words and pages."""
    found: dict[str, dict[str, tuple[str, set[int]]]] = {}
    for page, document in _written(pages):
        for each in document.choices:
            values = found.setdefault(each.facet, {})
            values.setdefault(each.value, (each.words, set()))[1].add(page)
    return [
        [name, labels[name], [[v, w, gaps(sorted(p))] for v, (w, p) in sorted(values.items())]]
        for name in labels
        if (values := found.get(name, {}))
    ]
