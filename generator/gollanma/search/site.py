"""All files of the search of a site, from its pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from gollanma.graph import Graph
from gollanma.model.base import Status
from gollanma.model.kinds import KINDS, Edition
from gollanma.search.concepts import glossary_of
from gollanma.search.documents import Document
from gollanma.search.index import TEXT, Form, index_of
from gollanma.search.pages import FACETS, GUIDE, LIST, Reading, kind_words
from gollanma.search.postings import Tallies
from gollanma.search.shared import shared_files
from gollanma.views.page import Page
from gollanma.views.voice import Voice

File = tuple[str, bytes]


def search_files(
    graph: Graph, prefix: Callable[[str], str], pages: Iterable[tuple[Page, str]]
) -> Iterator[File]:
    """Yield the files of the search in every language of a project.

    `pages` are those of all languages with their HTML; `prefix` gives what stands before the
    addresses of a language.
    """
    voices = {code: Voice(graph, language) for code, language in graph.languages.items()}
    yield from index_files(graph, prefix, documents_of(voices, pages))


def index_files(
    graph: Graph,
    prefix: Callable[[str], str],
    documents: Mapping[str, Mapping[str, Document]],
    tallies: Tallies | None = None,
    text: int = TEXT,
) -> Iterator[File]:
    """Yield the files of the search, from what is searched in each language by its address.

    With `tallies` that are kept, the search of a next bundle is made quicker, and is no other;
    `text` is how many characters of what is found stand in one file.
    """
    voices = {code: Voice(graph, language) for code, language in graph.languages.items()}
    places = _places(documents)
    glossary = glossary_of(graph.library, graph.languages)
    yield from shared_files(graph.languages, glossary)
    kept = tallies or Tallies()
    for code, voice in voices.items():
        row = [documents[code].get(address) for address in places]
        tally = kept.of(voice.language, glossary.labels[code])
        form = Form(prefix(code), names_of(voice), text)
        yield from index_of(tally, form, row, glossary)


def _places(documents: Mapping[str, Mapping[str, Document]]) -> Sequence[str]:
    """Give the addresses that have a document in any language, those that are aside last."""
    found = {at: each.is_aside for known in documents.values() for at, each in known.items()}
    return sorted(found, key=lambda address: found[address])


def documents_of(
    voices: Mapping[str, Voice], pages: Iterable[tuple[Page, str]]
) -> dict[str, dict[str, Document]]:
    """Give what is searched in each language, by the address of its page."""
    readings = {code: Reading(voice) for code, voice in voices.items()}
    found: dict[str, dict[str, Document]] = {code: {} for code in voices}
    for page, html in pages:
        document = readings[page.lang].document(page, html)
        if document is not None:
            found[page.lang][page.address] = document
    return found


def names_of(voice: Voice) -> Mapping[str, Mapping[str, str]]:
    """Give the words for kinds of pages, for states, for what narrows a search and calls drafts."""
    kinds: Sequence[str] = (*(each.kind for each in KINDS), GUIDE, LIST)
    return {
        "kind": {kind: kind_words(voice, kind) for kind in kinds},
        "status": {each.value: voice.say(f"status.{each.value}") for each in Status},
        "facet": {name: voice.say(key) for name, key in FACETS.items()},
        "called": {Edition.kind: voice.say("search.called")},
    }
