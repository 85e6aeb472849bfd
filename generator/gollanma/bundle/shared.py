"""What the bundles of all territories have in common, made once for them.

A territory's bundle lacks the records of all others. Most pages do not speak of them: those are
made once, deflated once, read once for their links, and are the same bytes in every bundle. A maker
of pages runs again for a bundle where one of its pages names a record that the bundle lacks, by a
link or by its title, and always where it counts or lists whatever there is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from itertools import chain
from pathlib import Path
from posixpath import dirname, join, normpath

from gollanma.bundle.links import Offer, offer_of
from gollanma.bundle.zips import Stored, packed
from gollanma.diagnostics import Outcome
from gollanma.graph import Graph
from gollanma.languages import Languages, load
from gollanma.model import Library, cut
from gollanma.model.kinds import Organisation, Territory
from gollanma.model.load import PACKS
from gollanma.search.documents import Document
from gollanma.search.pages import Reading
from gollanma.site.assets import assets_of
from gollanma.site.content import Public, content_from
from gollanma.site.frame import Framing
from gollanma.site.frames import Frames, frames_of
from gollanma.site.publish import document_of
from gollanma.site.settings import Content
from gollanma.site.shells import Shells
from gollanma.views import MAKERS, Maker, Page, Voice
from gollanma.views.addresses import page_of
from gollanma.views.copies import copy_pages

COUNTING = frozenset(
    {
        "coverage_pages",
        "finder_pages",
        "gap_pages",
        "glossary_pages",
        "home_pages",
        "index_pages",
        "matrix_pages",
        "news_pages",
        "quality_pages",
        "search_pages",
    }
)
"""Makers whose pages speak of all records without naming each."""
BUNDLE_MAKERS: tuple[Maker, ...] = (copy_pages,)
"""Makers of the pages that bundles alone have."""
PAPERS = ("form_pages", "blank_pages")
"""Makers that name whatever the papers of forms name."""
HREF = re.compile(r'\shref="([^"#?]*)')


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


@dataclass(frozen=True, slots=True)
class Shared:
    """All that bundles of the same languages share; a second process is given it as it is."""

    root: Path
    whole: Library
    """What everybody may receive."""
    library: Library
    """The same in the languages of the bundles."""
    known: Outcome
    not_public: Mapping[str, int]
    frames: Frames
    makers: Mapping[tuple[str, str], tuple[Made, ...]]
    """The pages of the whole library by language and maker."""
    guides: tuple[Made, ...]
    papers: tuple[tuple[str, bytes], ...]
    files: Mapping[str, bytes]
    """Every file of these pages and papers, by its address."""
    streams: Mapping[str, Stored]
    """The same as entries of an archive."""
    offers: Mapping[str, Offer]
    """What each page offers to links and asks of others."""

    @property
    def languages(self) -> Languages:
        """Load the languages of the bundles: they do not travel between processes."""
        return languages_of(self.root, self.library)

    @property
    def every(self) -> Languages:
        """Load all languages of the project, which MkDocs demands."""
        return languages_of(self.root, self.whole)


def languages_of(root: Path, library: Library) -> Languages:
    """Load the languages of a library from the package and the project."""
    packs = root / PACKS
    return load(library.project.languages.all, packs if packs.is_dir() else None)


def shared_of(root: Path, public: Public, every: Languages, codes: frozenset[str]) -> Shared:
    """Make what bundles in some languages share; raises SiteError where the site cannot be built.

    `every` are the languages of the project, which MkDocs demands.
    """
    library = cut(public.library, languages=codes) if codes < {*every} else public.library
    languages = languages_of(root, library)
    graph = Graph(library, languages)
    written = tuple(pages_by_maker(graph, public.known, public.not_public))
    content = content_from(graph, tuple(page for _, page in written))
    more = pages_of_copies(graph)
    whole = content_from(Graph(public.library, every), (*content.pages, *more))
    frames = frames_of(root, whole)
    press = Press(graph, content, frames)
    names = Names(library)
    makers: dict[tuple[str, str], list[Made]] = {}
    for name, page in written:
        made = names.read(press.made(page, content.html(page)))
        makers.setdefault((page.lang, name), []).append(made)
    guides = tuple(press.guides())
    papers = tuple(content.papers())
    files = dict(papers)
    files |= {each.place: each.document for each in (*chain(*makers.values()), *guides)}
    return Shared(
        root=root,
        whole=public.library,
        library=library,
        known=public.known,
        not_public=public.not_public,
        frames=frames,
        makers={key: tuple(each) for key, each in makers.items()},
        guides=guides,
        papers=papers,
        files=files,
        streams={path: packed(data) for path, data in files.items()},
        offers={
            path: offer_of(path, data) for path, data in files.items() if path.endswith(".html")
        },
    )


def pages_by_maker(
    graph: Graph, known: Outcome, not_public: Mapping[str, int]
) -> Iterator[tuple[str, Page]]:
    """Yield every page with the name of its maker, in the order of the site."""
    for language in graph.languages.values():
        voice = Voice(graph, language, known, not_public)
        for maker in MAKERS:
            yield from ((maker_name(maker), page) for page in maker(voice))


def pages_of_copies(graph: Graph) -> Iterator[Page]:
    """Yield the pages that bundles alone have, in one language: for the sake of their types."""
    for maker in BUNDLE_MAKERS:
        yield from maker(Voice(graph, graph.languages.default))


def maker_name(maker: Maker) -> str:
    """Give what a maker of pages is called."""
    return maker.__name__


class Press:
    """Puts pages into their frames and reads them for search."""

    def __init__(self, graph: Graph, content: Content, frames: Frames) -> None:
        self.content = content
        self.frames = frames
        self._framing = Framing(content)
        self._shells = _shells(content, frames)
        self._readings = {
            code: Reading(Voice(graph, language)) for code, language in graph.languages.items()
        }

    def made(self, page: Page, html: str) -> Made:
        """Give a page with all that a bundle needs of it."""
        document = document_of(self._framing, self._shells, page, html)
        found = self._readings[page.lang].document(page, html)
        place = self._framing.place(page)
        return Made(replace(page, view=None), place, html, document, found)

    def guides(self) -> Iterator[Made]:
        """Yield the pages that were written by hand, in the languages of the content."""
        codes = self.content.languages
        for page, html in self.frames.guides:
            if page.lang in codes:
                held = tuple(each for each in page.languages if each in codes)
                yield self.made(replace(page, languages=held), html)


def _shells(content: Content, frames: Frames) -> Shells:
    """Give the shells of the languages of a content, leading to its own assets."""
    links = {each.name: each.link for each in assets_of(content)}
    moved = {old: links[name] for name, old in frames.links.items() if links[name] != old}
    return {
        (lang, template): shell.linked(moved)
        for (lang, template), shell in frames.shells.items()
        if lang in content.languages
    }


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


def lacking(shared: Shared, library: Library) -> frozenset[str]:
    """Give the records and versions that a bundle lacks of what all share."""
    records = frozenset(shared.library.records) - frozenset(library.records)
    return records | (frozenset(shared.library.state.released) - frozenset(library.state.released))


def is_touched(name: str, made: Made, gone: frozenset[str]) -> bool:
    """Tell whether a page of a maker could be another one without some records."""
    return bool(gone) and (name in COUNTING or not gone.isdisjoint(made.names))


def is_same(name: str, made: Iterable[Made], gone: frozenset[str]) -> bool:
    """Tell whether a maker would give the same pages without some records."""
    return not gone or (name not in COUNTING and not any(is_touched(name, e, gone) for e in made))
