"""Pages as they stand in a bundle: framed, read for search, and which records they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from posixpath import dirname, join, normpath

from gollanma.graph import Graph
from gollanma.model import Library
from gollanma.model.kinds import Organisation, Territory
from gollanma.search.documents import Document
from gollanma.search.pages import Reading
from gollanma.site.assets import assets_of
from gollanma.site.frame import Framing
from gollanma.site.frames import Frames
from gollanma.site.publish import document_of
from gollanma.site.settings import Content
from gollanma.site.shells import Shells, linked
from gollanma.views import Page, Voice
from gollanma.views.addresses import page_of

HREF = re.compile(r'\shref="?([^\s"#?>]*)')


@dataclass(frozen=True, slots=True)
class Made:
    """A page as it stands in a bundle, and what is known of it."""

    page: Page
    """Without its view: the page is written."""
    place: str
    """Where it stands."""
    inner: str
    """The HTML of its `<main>`."""
    document: bytes
    found: Document | None
    """What search knows of it; absent where it is not searched."""
    names: frozenset[str] = frozenset()
    """The records of territories that it names."""


class Press:
    """Puts pages into their frames and reads them for search."""

    def __init__(self, graph: Graph, content: Content, frames: Frames) -> None:
        self.content = replace(content, about=frames.about)
        self.frames = frames
        self._framing = Framing(self.content)
        self._shells = _shells(self.content, frames)
        self._readings = {
            code: Reading(Voice(graph, language)) for code, language in graph.languages.items()
        }

    def place(self, page: Page) -> str:
        """Give where a page stands in a bundle."""
        return self._framing.place(page)

    def made(self, page: Page, html: str) -> Made:
        """Give a page with all that a bundle needs of it."""
        shown = replace(page, description="")  # it is told to search engines alone
        document = document_of(self._framing, self._shells, shown, html)
        found = self._readings[page.lang].document(page, html)
        return Made(replace(page, view=None), self.place(page), html, document, found)

    def guides(self) -> Iterator[Made]:
        """Yield the pages that were written by hand, in the languages of the content."""
        codes = self.content.languages
        for page, html in self.frames.guides:
            if page.lang in codes:
                held = tuple(each for each in page.languages if each in codes)
                yield self.made(replace(page, languages=held), html)


def _shells(content: Content, frames: Frames) -> Shells:
    """Give the shells of the languages of a content, leading to its own assets."""
    own = {key: shell for key, shell in frames.shells.items() if key[0] in content.languages}
    return linked(own, frames.links, assets_of(content).addresses)


class Names:
    """Finds which records of territories a page names: those that a bundle may lack."""

    def __init__(self, library: Library) -> None:
        kinds = Territory, Organisation
        keys = [key for key, record in library.records.items() if isinstance(record, kinds)]
        keys += [
            version
            for version, record in library.state.released.items()
            if isinstance(record, kinds)
        ]
        self._by_address = {page_of(library, key): key for key in keys}
        self._titles = [
            (title, escape(title), key)
            for key in keys
            for record in [library.records.get(key) or library.state.released[key]]
            for title in record.name.values()
        ]

    def read(self, made: Made) -> Made:
        """Give a page with the records that it names."""
        return replace(made, names=frozenset(self.named_by(made)))

    def named_by(self, made: Made) -> Iterator[str]:
        """Yield the keys of the records that a page leads to or calls by their titles.

        What stands beside its content counts too: a list of siblings names records as well.
        """
        html = made.document.decode()
        for href in set(HREF.findall(html)):
            address = normpath(join(dirname(made.page.address), href)).replace("../", "")
            if address in self._by_address:
                yield self._by_address[address]
        for title, escaped, key in self._titles:
            if escaped in html or title in html:
                yield key
        if made.page.address in self._by_address:
            yield self._by_address[made.page.address]
