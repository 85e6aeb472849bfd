"""Our own search over made-up pages: the program and the index as they stand in a site."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.search.browser import INDEX, Engine
from bench.search.figures import OURS
from bench.search.pages import Corpus, MadePage, Term
from bench.search.peers import with_box
from bench.search.plan import SMALL
from gollanma.languages import Language, Languages
from gollanma.search import FOLDER, program
from gollanma.search.concepts import Glossary, Label
from gollanma.search.documents import Document, Section
from gollanma.search.index import Form, index_of
from gollanma.search.postings import Tally
from gollanma.search.shared import shared_files
from gollanma.views.facets import Choice
from gollanma.views.links import in_language

KIND, STATUS, GROUPS = "sop", "draft", 8
WORDS = {
    "kind": {KIND: "SOP"},
    "status": {STATUS: "draft"},
    "facet": {"kind": "Kind", "group": "Group"},
    "called": {},
}
PARTS = {INDEX: "t-*.js", "titles": "d-*.js", "texts": "x-*.js", "words of titles": "v.js"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which index is made: so many pages in one language."""

    lang: str
    pages: int


def engine(source: Corpus, languages: Languages, wanted: Wanted, folder: Path) -> Engine:
    """Put our program and an index of made-up pages into a folder, as they stand in a site."""
    for address, content in files(source, languages, wanted):
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(content)
    (folder / FOLDER / "search.js").write_text(program(languages), "utf-8", newline="\n")
    made = folder / FOLDER / wanted.lang
    index = {what: tuple(sorted(made.glob(name))) for what, name in PARTS.items()}
    return with_box(OURS, wanted.lang, folder, index)


def files(source: Corpus, languages: Languages, wanted: Wanted) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an index of made-up pages.

    In the other languages there are no more than a thousand: they are asked only after this one.
    """
    glossary = glossary_of(source.terms, languages)
    yield from shared_files(languages, glossary)
    for code, language in languages.items():
        prefix = in_language("", code, languages.default.code)
        written = wanted.pages if code == wanted.lang else min(wanted.pages, SMALL)
        documents = [document(each) for each in source.pages(code, written)]
        missing = [None] * (wanted.pages - written)
        tally = Tally(language, glossary.labels[code])
        yield from index_of(tally, Form(prefix, WORDS), (*documents, *missing), glossary)


def document(page: MadePage) -> Document:
    """Give a made-up page as our search takes pages."""
    group = f"group-{page.number % GROUPS}"
    return Document(
        ref=f"{KIND}/{page.slug}",
        address=f"{KIND}/{page.slug}.html",
        title=page.title,
        kind=KIND,
        kind_words="SOP",
        code=page.code,
        status=STATUS,
        sample=False,
        quick_exit=False,
        sections=tuple(Section(each.anchor, each.heading, each.words) for each in page.parts),
        choices=(Choice("kind", KIND, "SOP"), Choice("group", group, group)),
    )


def glossary_of(terms: Sequence[Term], languages: Languages) -> Glossary:
    """Give the made-up glossary as our search takes it."""
    labels = {code: tuple(sorted(_labels(terms, each))) for code, each in languages.items()}
    names = {code: {term.slug: term.labels[code] for term in terms} for code in languages}
    return Glossary(labels, names)


def _labels(terms: Sequence[Term], language: Language) -> Iterator[Label]:
    analyser = language.analyser
    for term in terms:
        words = term.labels[language.code]
        stems = tuple(analyser.analyse(form) for form in analyser.forms(words))
        yield Label(stems, term.slug, words)
