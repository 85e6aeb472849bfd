"""What the bundles of all territories have in common, made once for them.

A territory's bundle lacks the records of all others. Most pages do not speak of them: those are
made once, deflated once, read once for their links, and are the same bytes in every bundle. A maker
of pages runs again for a bundle where one of its pages names a record that the bundle lacks, by a
link or by its title, and always where it counts or lists whatever there is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product
from pathlib import Path
from typing import Self, TypeVar

from gollanma.bundle.helping import helped, shared_out
from gollanma.bundle.links import Offer, offer_of
from gollanma.bundle.pressing import Made, Names, Press
from gollanma.bundle.zips import Stored, packed
from gollanma.diagnostics import Outcome
from gollanma.graph import Graph
from gollanma.languages import Languages, load
from gollanma.model import Library, cut
from gollanma.model.load import PACKS
from gollanma.render import page_types
from gollanma.site.content import Public, content_from
from gollanma.site.frames import Frames, frames_of
from gollanma.source import no_search_for_garbage
from gollanma.views import MAKERS, Maker, Voice
from gollanma.views.copies import copy_pages

T = TypeVar("T")
Wanted = tuple[str, Maker] | None
"""A piece of what bundles share: the pages of a maker in a language; absent, the papers."""

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


def shared_of(
    root: Path, public: Public, every: Languages, codes: frozenset[str], workers: int = 1
) -> Shared:
    """Make what bundles in some languages share; raises SiteError where the site cannot be built.

    `every` are the languages of the project, which MkDocs demands.
    """
    library = cut(public.library, languages=codes) if codes < {*every} else public.library
    frames = frames_of(root, content_from(Graph(public.library, every), (), page_types()))
    desk = Desk(root, library, public.known, public.not_public, frames)
    with helped(workers - 1, _begin, desk) as pool, no_search_for_garbage():
        work = (*desk.pages, None)
        done = dict(shared_out(pool, work, desk.piece, _piece_there))
    guides = Piece.of(tuple(desk.press.guides()))
    *pages, papers = (done[number] for number in sorted(done))
    return Shared(
        root=root,
        whole=public.library,
        library=library,
        known=public.known,
        not_public=public.not_public,
        frames=frames,
        makers={
            (code, maker_name(maker)): piece.made
            for (code, maker), piece in zip(desk.pages, pages, strict=True)
            if piece.made
        },
        guides=guides.made,
        papers=tuple(papers.files.items()),
        files=_together(each.files for each in (papers, *pages, guides)),
        streams=_together(each.streams for each in (papers, *pages, guides)),
        offers=_together(each.offers for each in (papers, *pages, guides)),
    )


def _together(maps: Iterable[Mapping[str, T]]) -> Mapping[str, T]:
    return dict(chain.from_iterable(each.items() for each in maps))


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the files that bundles share, as a process made them."""

    made: tuple[Made, ...]
    files: Mapping[str, bytes]
    streams: Mapping[str, Stored]
    offers: Mapping[str, Offer]

    @classmethod
    def of(cls, made: tuple[Made, ...], papers: Iterable[tuple[str, bytes]] = ()) -> Self:
        """Give pages and papers with their files, deflated, and what their links offer and ask."""
        files = dict(chain(papers, ((each.place, each.document) for each in made)))
        offers = {
            path: offer_of(path, data) for path, data in files.items() if path.endswith(".html")
        }
        return cls(made, files, {path: packed(data) for path, data in files.items()}, offers)


@dataclass(frozen=True)
class Desk:
    """Where one process makes pieces of what bundles share."""

    root: Path
    library: Library
    known: Outcome
    not_public: Mapping[str, int]
    frames: Frames

    @cached_property
    def graph(self) -> Graph:
        """The library with the languages of this process."""
        return Graph(self.library, languages_of(self.root, self.library))

    @cached_property
    def press(self) -> Press:
        """What frames the pages."""
        return Press(self.graph, content_from(self.graph, ()), self.frames)

    @property
    def pages(self) -> Sequence[tuple[str, Maker]]:
        """The pages that are to be made, by language and maker, in the order of the site."""
        return tuple(product(self.library.project.languages.all, MAKERS))

    def piece(self, wanted: Wanted) -> Piece:
        """Make a piece."""
        if wanted is None:
            return Piece.of((), self.press.content.loose_papers())
        code, maker = wanted
        press = self.press
        return Piece.of(
            tuple(
                self._names.read(press.made(page, press.content.html(page)))
                for page in maker(self._voices[code])
            )
        )

    @cached_property
    def _voices(self) -> Mapping[str, Voice]:
        return {
            code: Voice(self.graph, language, self.known, self.not_public)
            for code, language in self.graph.languages.items()
        }

    @cached_property
    def _names(self) -> Names:
        return Names(self.library)


_DESKS: list[Desk] = []
"""The desk of a helping process."""


def _begin(desk: Desk) -> None:
    _DESKS.append(desk)


def _piece_there(wanted: Wanted) -> Piece:
    return _DESKS[-1].piece(wanted)


def maker_name(maker: Maker) -> str:
    """Give what a maker of pages is called."""
    return maker.__name__


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
