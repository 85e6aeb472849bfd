"""The files of one bundle: the handbook cut to a territory, with its own place first."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from gollanma.bundle import browser
from gollanma.bundle.kept import Kept
from gollanma.bundle.keys import Signed
from gollanma.bundle.links import Offer, hosts_of, judge_links, judge_names, offer_of
from gollanma.bundle.manifest import version_of
from gollanma.bundle.pressing import Made, Press
from gollanma.bundle.shared import (
    BUNDLE_MAKERS,
    PAPERS,
    Shared,
    is_same,
    is_touched,
    lacking,
    maker_name,
)
from gollanma.bundle.zips import Stored, packed
from gollanma.diagnostics import Diagnostic
from gollanma.graph import Graph
from gollanma.languages import Languages
from gollanma.model import Library, Record, cut
from gollanma.model.kinds import Organisation, Role, Service, Term
from gollanma.render import page_types
from gollanma.search import Tallies, index_files
from gollanma.site.assets import assets_of
from gollanma.site.content import content_from, prefix
from gollanma.site.copies import Copy, copy_files
from gollanma.site.frames import Frames, frames_of
from gollanma.site.publish import neutral_pages
from gollanma.site.settings import Content
from gollanma.views import MAKERS, Page, Voice
from gollanma.views.addresses import page_of
from gollanma.views.frame import desk_of
from gollanma.views.recalls import notices, withdrawn
from gollanma.views.terms import term_page, uses_of
from gollanma.views.versions import WRITERS

Writer = Callable[[str], Page]
"""Gives the page of a record."""


def _writer(voice: Voice) -> Writer:
    """Give who writes the pages of records that need nothing else."""
    records = voice.library.records
    return lambda key: WRITERS[type(records[key])](desk_of(voice, key), records[key])


def _writer_of_terms(voice: Voice) -> Writer:
    """Give who writes the pages of terms, which say where their words occur."""
    records, uses = dict(voice.library.keyed(Term)), uses_of(voice)
    return lambda key: term_page(desk_of(voice, key), records[key], uses.get(key, ()))


BY_RECORD: Mapping[str, tuple[type[Record], Callable[[Voice], Writer]]] = {
    "organisation_pages": (Organisation, _writer),
    "role_pages": (Role, _writer),
    "service_pages": (Service, _writer),
    "term_pages": (Term, _writer_of_terms),
}
"""Makers that give one page for each record of a kind, in the order of the keys."""
FOUND = 32_000
"""Characters of what is found in one file: from a stick a longer one comes as fast, and packs
better."""
WHOLE = "all"
"""What the bundle of no territory is called."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What one issue of bundles has in common besides its contents."""

    made: date
    review_by: date
    number: int
    """Of the issue on its day, from 1."""
    profile: str
    roots: tuple[Signed, ...] = ()
    """The chain of roots that the copies trust; none in an unsigned demonstration."""

    @property
    def version(self) -> int:
        """The version that rises with each issue."""
        return version_of(self.made, self.number)


@dataclass(frozen=True)
class Contents:
    """The files of one bundle before they are signed, and what its other forms are made of."""

    slug: str
    library: Library
    languages: Languages
    content: Content
    pages: tuple[Made, ...]
    """Every page in every language, in the order of the site, written pages last."""
    files: Mapping[str, bytes]
    """By path, without manifest, signatures and roots."""
    streams: Mapping[str, Stored]
    """Those of the files that are deflated already."""
    offers: Mapping[str, Offer]
    """What each page offers to links and asks of others."""
    hosts: tuple[str, ...]
    copy: Copy
    """What the bundle says of itself."""
    roots: tuple[Signed, ...] = ()
    """The chain of roots that it trusts."""

    def findings(self) -> Iterator[Diagnostic]:
        """Yield what stands against writing the bundle."""
        yield from judge_names(self.files)
        yield from judge_links(self.offers, self.files, self.hosts)

    @cached_property
    def entries(self) -> Mapping[str, Stored]:
        """The files as entries of an archive."""
        return {
            path: self.streams[path] if path in self.streams else packed(data)
            for path, data in self.files.items()
        }


def slug_of(territory: str | None) -> str:
    """Give what the bundle of a territory is called, by its key, or that of the whole library."""
    return territory.partition("/")[2] if territory else WHOLE


def contents_of(
    shared: Shared,
    languages: Languages,
    territory: str | None,
    issue: Issue,
    kept: Kept | None = None,
) -> Contents:
    """Give the bundle of a territory, by its key, or of the whole library.

    `languages` are those of the shared library, loaded; what is kept serves the next bundle.
    """
    whole = shared.library
    library = cut(whole, territory=territory) if territory else whole
    graph = Graph(library, languages, before=kept.graph if kept else None)
    press = _press(shared, graph, territory)
    made = (*_pages(shared, graph, press), *_more(graph, press), *_guides(shared, press))
    slug = slug_of(territory)
    copy = replace(
        copy_of(slug, library, issue, shared.whole), program=browser.withdrawn_script(languages)
    )
    files = dict(_files(shared, graph, press.content, made, copy))
    files |= _search(graph, press.content, made, kept.tallies if kept else None)
    files |= browser.trusting(languages, issue.roots, {each.page.address for each in made})
    same = {path for path, data in files.items() if shared.files.get(path) is data}
    return Contents(
        slug,
        library,
        languages,
        press.content,
        made,
        files,
        {path: shared.streams[path] for path in same},
        {
            path: shared.offers[path] if path in same else offer_of(path, data)
            for path, data in files.items()
            if path.endswith(".html")
        },
        hosts_of(library),
        copy,
        issue.roots,
    )


def copy_of(slug: str, library: Library, issue: Issue, whole: Library) -> Copy:
    """Give what a bundle says of itself to its own pages; recalls count by the whole library."""
    reviews = {
        page_of(library, key).removesuffix(".html"): record.next_review
        for key, record in library.records.items()
        if record.next_review
    }
    return Copy(
        slug,
        issue.version,
        issue.made,
        issue.review_by,
        reviews,
        issue.profile,
        more={"withdrawn": withdrawn(whole, issue.version), "recalls": list(notices(whole))},
    )


def _press(shared: Shared, graph: Graph, territory: str | None) -> Press:
    """Give what frames the pages: with other frames where the cut left a list without records."""
    content = content_from(graph, ())
    frames = shared.frames
    if not frames.fit(content):
        frames = _other_frames(shared, territory)
    return Press(graph, content, frames)


def _other_frames(shared: Shared, territory: str | None) -> Frames:
    library = cut(shared.whole, territory=territory) if territory else shared.whole
    graph = Graph(library, shared.every)
    return frames_of(shared.root, content_from(graph, (), page_types()))


def _pages(shared: Shared, graph: Graph, press: Press) -> Iterator[Made]:
    """Yield the generated pages, those that no cut touches as they are shared."""
    gone = lacking(shared, graph.library)
    is_framed_alike = press.frames is shared.frames
    for code, language in graph.languages.items():
        voice = Voice(graph, language, shared.known, shared.not_public)
        for maker in MAKERS:
            name = maker_name(maker)
            known = shared.makers.get((code, name), ())
            if not is_framed_alike:
                yield from _again(press, maker(voice), ())
            elif is_same(name, known, gone):
                yield from known
            elif name in BY_RECORD:
                yield from _some(press, voice, name, known, gone)
            else:
                yield from _again(press, maker(voice), known)


def _some(
    press: Press, voice: Voice, name: str, known: Iterable[Made], gone: frozenset[str]
) -> Iterator[Made]:
    """Make again those pages of a maker, one for each record, that the cut touches."""
    kind, writer_of = BY_RECORD[name]
    places = {page_of(voice.library, key): key for key, _ in voice.library.keyed(kind)}
    write = writer_of(voice)
    for made in known:
        key = places.get(made.page.address)
        if key is None:
            continue
        if is_touched(name, made, gone):
            yield from _again(press, (write(key),), (made,))
        else:
            yield made


def _again(press: Press, pages: Iterable[Page], known: Iterable[Made]) -> Iterator[Made]:
    """Make pages again; one that says what it said stays as it is, framed, read and deflated."""
    before = {each.place: each for each in known}
    for page in pages:
        html, old = press.content.html(page), before.get(press.place(page))
        is_old = old is not None and old.inner == html and old.page == replace(page, view=None)
        yield old if old and is_old else press.made(page, html)


def _more(graph: Graph, press: Press) -> Iterator[Made]:
    """Yield the pages that the site lacks."""
    for language in graph.languages.values():
        for maker in BUNDLE_MAKERS:
            for page in maker(Voice(graph, language)):
                yield press.made(page, press.content.html(page))


def _guides(shared: Shared, press: Press) -> Iterator[Made]:
    return iter(shared.guides) if press.frames is shared.frames else press.guides()


def _files(
    shared: Shared, graph: Graph, content: Content, made: Iterable[Made], copy: Copy
) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a bundle with its path."""
    assets = assets_of(content)
    yield from ((each.address, each.content) for each in assets)
    yield from copy_files(content, copy)
    yield from neutral_pages(content, assets)
    yield from ((each.place, each.document) for each in made)
    yield from _papers(shared, graph, content)
    yield from shared.frames.loose.items()


def _search(
    graph: Graph, content: Content, made: Iterable[Made], tallies: Tallies | None
) -> Mapping[str, bytes]:
    """Give the files of the search."""
    found = {
        code: {
            each.page.address: each.found for each in made if each.found and each.page.lang == code
        }
        for code in content.languages
    }
    return dict(index_files(graph, partial(prefix, content.languages), found, tallies, FOUND))


def _papers(shared: Shared, graph: Graph, content: Content) -> Iterable[tuple[str, bytes]]:
    """Give the papers of forms: the shared ones, where the cut touches no form."""
    gone = lacking(shared, graph.library)
    known = [each for (_, name), made in shared.makers.items() if name in PAPERS for each in made]
    return shared.papers if is_same("", known, gone) else content.loose_papers()
