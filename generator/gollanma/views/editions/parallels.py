"""An article in all languages side by side, aligned by part and point."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gollanma.law import base_of, bases_of
from gollanma.model import Library
from gollanma.model.kinds import Act, Edition
from gollanma.views.addresses import about
from gollanma.views.context import Desk, Link
from gollanma.views.editions.cells import Cell
from gollanma.views.editions.heads import Column, Top, columns_of, top_of
from gollanma.views.editions.pair import edition_page
from gollanma.views.markup import NOTHING, Html, element, joined, safe
from gollanma.views.outline import Placed, articles_of, unit_name, unit_title
from gollanma.views.page import Page
from gollanma.views.provisions import Provisions
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class ParallelRow:
    """One unit in all languages."""

    id: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ParallelView:
    """All that the page prints."""

    top: Top
    article: Link
    columns: tuple[Column, ...]
    rows: tuple[ParallelRow, ...]


def side_by_side(library: Library, edition: str, article: str) -> str:
    """Give the address of an article in all languages side by side."""
    return about(library, edition, f"languages--{article}")


def parallel_pages(voice: Voice) -> Iterator[Page]:
    """Yield each article of each edition in all languages; in one language there is no need."""
    if not voice.others:
        return
    voices = {voice.code: voice} | {each.code: Voice(voice.graph, each) for each in voice.others}
    for key, act in voice.library.keyed(Act):
        for edition_key, edition in voice.library.editions(key):
            writer = _Writer(voice, voices, act, edition_key, edition)
            for placed in articles_of(voice, edition_key, edition):
                yield writer.page(placed)


@dataclass(frozen=True)
class _Writer:
    """Writes the pages of one edition."""

    voice: Voice
    voices: Mapping[str, Voice]
    act: Act
    key: str
    edition: Edition

    def page(self, placed: Placed) -> Page:
        address = side_by_side(self.voice.library, self.key, placed.provision.id)
        desk = Desk(self.voice, address, self.key, self.edition)
        heading = unit_title(self.voice, self.edition, placed.provision)
        view = ParallelView(
            top=top_of(desk, self.act, heading, is_sample=placed.provision.sample),
            article=desk.link_to(
                Provisions(desk, self.edition).target(placed), safe(self.voice.say("parallel.one"))
            ),
            columns=columns_of(self.voices, self.voice, self.edition),
            rows=tuple(self._row(address, each) for each in placed.all()),
        )
        return edition_page(desk, self.act, "parallel.html", heading, view)

    def _row(self, address: str, placed: Placed) -> ParallelRow:
        codes = self.voice.project.languages.all
        title = unit_name(self.voice, placed.provision)
        cells = tuple(self._cell(address, placed, code) for code in codes)
        return ParallelRow(placed.provision.id, title, cells)

    def _cell(self, address: str, placed: Placed, code: str) -> Cell:
        voice, provision = self.voices[code], placed.provision
        desk = Desk(voice, address, self.key, self.edition)
        texts = [each for each in (provision.heading, provision.text) if each]
        is_missing = any(code not in text for text in texts)
        is_merged = code in provision.merged
        html = NOTHING if is_missing else self._words(desk, placed)
        if is_merged:
            stale = self.voice.say("parallel.merged")
        elif is_missing:
            stale = self.voice.say("parallel.missing")
        else:
            stale = self._behind(provision.id, code)
        return Cell(code, voice.language.name, html, stale, self.voice.code)

    def _words(self, desk: Desk, placed: Placed) -> Html:
        provision, writer = placed.provision, Provisions(desk, self.edition)
        text = desk.told(provision.text)
        number = "" if writer.is_titled(provision) else writer.number(provision)
        title = (
            unit_title(desk.voice, self.edition, provision) if writer.is_titled(provision) else ""
        )
        mark = element("span", number, class_="num") if number else NOTHING
        return joined(
            (
                element("p", element("b", title)) if title else NOTHING,
                element("p", joined(filter(None, (mark, text)), " ")) if text else NOTHING,
            )
        )

    def _behind(self, place: str, code: str) -> str:
        """Say that a declared change of a unit is not in the words of a language yet."""
        applied = self._applied.get((place, code), True)
        return "" if applied else self.voice.say("parallel.behind")

    @property
    def _applied(self) -> Mapping[tuple[str, str], bool]:
        """What the edition and the drafts on which it stands declare, the newest word last."""
        library = self.voice.library
        drafts = [
            self.key,
            *(each for each in bases_of(library, self.key) if base_of(library, each)),
        ]
        editions = dict(library.editions(self.key.partition("@")[0]))
        return {
            (change.target, code): is_applied
            for key in reversed(drafts)
            for change in editions[key].changes
            for code, is_applied in change.applied.items()
        }
