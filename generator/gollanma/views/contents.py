"""The contents of an edition: its chapters and articles, what rests on each, what each promises."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.graph import Link as Reference
from gollanma.model.kinds import Edition
from gollanma.views.addresses import Spot, article_page, has_page
from gollanma.views.context import Desk, Link
from gollanma.views.frame import anchor
from gollanma.views.inverse import ORDER, pointing
from gollanma.views.markup import safe
from gollanma.views.outline import Placed, articles_in, articles_of, tops_of, unit_title
from gollanma.views.provisions import ByLawView, Provisions, UnitView
from gollanma.views.saying import Said
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class Chapter:
    """A division or chapter with what is in it."""

    id: str
    title: str
    text: Said | None
    """Words that stand before its first article."""
    lines: "tuple[Line, ...]"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents: one of the three."""

    chapter: Chapter | None = None
    article: Link | None = None
    unit: UnitView | None = None
    """What stands here in full because it has no page of its own."""


@dataclass(frozen=True, slots=True)
class Resting:
    """How many records of each kind rest on an article."""

    article: Link
    words: str


@dataclass(frozen=True)
class Contents:
    """Writes the contents of one edition at a desk."""

    desk: Desk
    edition: Edition

    @property
    def _voice(self) -> Voice:
        return self.desk.voice

    def lines(self) -> tuple[Line, ...]:
        """Give the contents."""
        return tuple(map(self._line, tops_of(self.edition)))

    def _line(self, placed: Placed) -> Line:
        provision = placed.provision
        if has_page(self._voice.library, self.desk.key, provision):
            return Line(article=self._article(placed))
        if not any(articles_in(self._voice, self.desk.key, placed)):
            return Line(unit=Provisions(self.desk, self.edition).unit(placed))
        title = unit_title(self._voice, self.edition, provision)
        text, inside = self.desk.block(provision.text), tuple(map(self._line, placed.inside()))
        return Line(Chapter(provision.id, title, text, inside))

    def _article(self, placed: Placed, place: str = "") -> Link:
        library, provision = self._voice.library, placed.provision
        address = article_page(library, self.desk.key, provision.id)
        words = safe(unit_title(self._voice, self.edition, provision))
        return Link(words, self.desk.way(Spot(address, place)))

    @property
    def _articles(self) -> tuple[Placed, ...]:
        return articles_of(self._voice, self.desk.key, self.edition)

    def resting(self) -> Iterator[Resting]:
        """Yield the articles on which records rest, with how many of each kind."""
        for placed in self._articles:
            kinds = Counter(kind for kind, _ in sorted(self._sources(placed)))
            counted = (
                f"{self._voice.kind(kind, plural=True)}: {kinds[kind]}"
                for kind in sorted(kinds, key=ORDER.index)
            )
            if kinds:
                yield Resting(self._article(placed, anchor("inverse")), ", ".join(counted))

    def _sources(self, placed: Placed) -> set[tuple[str, str]]:
        key, _, _ = self.desk.key.partition("@")
        references = pointing(self._voice, key, placed.provision.id)
        return {_named(each) for each in references if self._is_meant(each)}

    def _is_meant(self, reference: Reference) -> bool:
        return reference.target is not None and reference.target.holder == self.desk.key

    def promised(self) -> Iterator[ByLawView]:
        """Yield the by-laws that the provisions promise, made or not."""
        provisions = Provisions(self.desk, self.edition)
        for placed in (each for top in tops_of(self.edition) for each in top.all()):
            for by_law in placed.provision.by_laws:
                place = self.desk.place_in(provisions.target(placed))
                yield provisions.by_law(by_law, place)


def _named(reference: Reference) -> tuple[str, str]:
    record, _, _ = reference.source.partition("@")
    return record.partition("/")[0], record
