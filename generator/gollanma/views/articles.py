"""The pages of a law, article by article; of an order, by what it counts first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from gollanma.graph import Target
from gollanma.law import bases_of
from gollanma.model.kinds import Act, Edition
from gollanma.model.walk import texts
from gollanma.views.addresses import HOME, Spot, article_page, index_of, is_current, page_of
from gollanma.views.basis import terms_named
from gollanma.views.context import Desk, Link
from gollanma.views.editions.pair import Pair, drafts_of
from gollanma.views.editions.parallels import side_by_side
from gollanma.views.frame import Head, Notice, anchor, label_of
from gollanma.views.legislation import Legislation
from gollanma.views.markup import Html, joined, safe
from gollanma.views.naming import capital
from gollanma.views.neighbours import neighbours
from gollanma.views.outline import Placed, articles_of, unit_name, unit_title
from gollanma.views.page import Crumb, Page, SideLink, TocEntry
from gollanma.views.provisions import Provisions, UnitView, Use, days_of, edition_name
from gollanma.views.saying import Said
from gollanma.views.status import tag_of
from gollanma.views.trust import Row, Trust, report_of, rows_of
from gollanma.views.voice import Voice

INHERITED = ("owner", "reviewed", "next_review")


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the page of an article prints."""

    head: Head
    above: tuple[Link, ...]
    """The divisions and chapters around it."""
    ways: tuple[Link, ...]
    """To what rests on it, and to all languages side by side."""
    unit: UnitView
    uses: tuple[Use, ...]
    terms: tuple[Html, ...]
    trust: Trust
    before: Link | None
    after: Link | None


@dataclass(frozen=True)
class Articles:
    """Writes the pages of one edition in one language."""

    voice: Voice
    key: str
    act: Act
    edition: Edition
    articles: tuple[Placed, ...]

    def pages(self) -> Iterator[Page]:
        """Yield the page of each article."""
        for number in range(len(self.articles)):
            yield self._page(number)

    @property
    def act_key(self) -> str:
        """The key of the act."""
        return self.key.partition("@")[0]

    def _page(self, number: int) -> Page:
        placed = self.articles[number]
        address = article_page(self.voice.library, self.key, placed.provision.id)
        desk = Desk(self.voice, address, self.key, self.edition)
        view = self._view(desk, number)
        heading, act = unit_title(self.voice, self.edition, placed.provision), self._short
        is_neutral = self.act.quick_exit
        return Page(
            address=address,
            lang=self.voice.code,
            template="article.html",
            title=label_of(self.voice, self.act) if is_neutral else f"{heading} · {act}",
            heading=heading,
            description="" if is_neutral else desk.told(placed.provision.heading),
            quick_exit=is_neutral,
            sample=self._is_sample(placed),
            crumbs=self._crumbs(placed),
            side_title=act,
            side_address=page_of(self.voice.library, self.key),
            side=tuple(self._beside(number)),
            toc=tuple(self._toc(desk, view)),
            view=view,
            languages=self.voice.project.languages.all,
            law=self._law.article(placed),
        )

    @cached_property
    def _law(self) -> Legislation:
        """Who tells machines of the edition."""
        return Legislation(self.voice, self.key, self.act, self.edition)

    @property
    def _short(self) -> str:
        """What people call the act."""
        short = self.voice.heading(self.act.short_title, self.act)
        return short.words if short else self.voice.title(self.act_key).words

    def _is_sample(self, placed: Placed) -> bool:
        around = (*placed.above, placed)
        return self.act.sample or self.edition.sample or any(e.provision.sample for e in around)

    def _crumbs(self, placed: Placed) -> tuple[Crumb, ...]:
        voice, contents = self.voice, page_of(self.voice.library, self.key)
        return (
            Crumb(voice.say("frame.home"), HOME),
            Crumb(voice.kind(Act.kind, plural=True), index_of(Act.kind)),
            Crumb(self._short, contents),
            Crumb(unit_name(voice, placed.provision), None),
        )

    def _beside(self, number: int) -> Iterator[SideLink]:
        for index, each in neighbours(tuple(enumerate(self.articles)), number):
            yield SideLink(
                unit_title(self.voice, self.edition, each.provision),
                article_page(self.voice.library, self.key, each.provision.id),
                "",
                is_current=index == number,
            )

    def _toc(self, desk: Desk, view: ArticleView) -> Iterator[TocEntry]:
        for each in view.unit.contains:
            yield TocEntry(each.id, each.name)
        sections = (("inverse", view.uses), ("terms", view.terms), ("trust", view.trust))
        for name, holds in sections:
            if holds:
                yield TocEntry(anchor(name), desk.voice.say(f"section.{name}"))

    # --- the view

    def _view(self, desk: Desk, number: int) -> ArticleView:
        placed = self.articles[number]
        provisions = Provisions(desk, self.edition)
        cite = provisions.cite(placed)
        around = (None, *self.articles, None)
        uses = (provisions.use(each) for each in placed.all())
        unit = provisions.article(placed)
        return ArticleView(
            head=self._head(desk, placed),
            above=tuple(self._above(desk, each) for each in placed.above),
            ways=tuple(filter(None, (unit.uses, self._languages(desk, placed)))),
            unit=unit,
            uses=tuple(each for each in uses if each),
            terms=terms_named(desk, self._terms(placed)),
            trust=Trust(tuple(self._trust(desk, placed)), report_of(desk, self.act), cite),
            before=self._neighbour(desk, around[number]),
            after=self._neighbour(desk, around[number + 2]),
        )

    def _head(self, desk: Desk, placed: Placed) -> Head:
        title = unit_title(self.voice, self.edition, placed.provision)
        heading = self.voice.chosen(placed.provision.heading, self.edition)
        lang = heading.lang if heading else self.voice.code
        return Head(
            self._short,
            tag_of(self.voice, self.key),
            Said(safe(title), lang, is_missing=lang != self.voice.code),
            None,
            edition_name(self.voice, self.edition),
            tuple(self._notices(desk, placed)),
        )

    def _notices(self, desk: Desk, placed: Placed) -> Iterator[Notice]:
        say = self.voice.say
        if placed.provision.repealed:
            yield Notice(safe(say("act.repealed")))
        if self._is_sample(placed):
            yield Notice(safe(say("act.sample")))
        if not is_current(self.voice.library, self.key):
            yield Notice(joined((say("act.other-edition"), safe(desk.page(self.act_key))), " "))
        yield from self._coming(desk, placed)
        shown = sorted({lang for lang in self._other(placed) if lang != self.voice.code})
        if shown:
            names = ", ".join(map(self.voice.language_name, shown))
            yield Notice(safe(say("head.untranslated", languages=names)))

    def _other(self, placed: Placed) -> Iterator[str]:
        for _, text in texts(placed.provision):
            chosen = self.voice.chosen(text, self.edition)
            if chosen:
                yield chosen.lang

    def _above(self, desk: Desk, placed: Placed) -> Link:
        target = Target(self.act_key, self.key, placed.provision.id, placed.path)
        return desk.link_to(target, safe(unit_title(self.voice, self.edition, placed.provision)))

    def _terms(self, placed: Placed) -> tuple[str, ...]:
        marks = self.voice.graph.marks
        found = {
            mark.term
            for path, _ in texts(placed.provision)
            for mark in marks.get((self.key, (*placed.path, *path), self.voice.code), ())
        }
        return self.voice.ordered(found)

    def _neighbour(self, desk: Desk, placed: Placed | None) -> Link | None:
        if placed is None:
            return None
        address = article_page(self.voice.library, self.key, placed.provision.id)
        words = unit_title(self.voice, self.edition, placed.provision)
        return Link(safe(words), desk.way(Spot(address)))

    def _languages(self, desk: Desk, placed: Placed) -> Link | None:
        if not self.voice.others:
            return None
        address = side_by_side(self.voice.library, self.key, placed.provision.id)
        return desk.leading(address, self.voice.say("draft.side-by-side"))

    @cached_property
    def _drafts(self) -> tuple[Pair, ...]:
        """The newest drafts that would change the edition, while it is the one in use."""
        if not is_current(self.voice.library, self.key):
            return ()
        drafts = [each for each in drafts_of(self.voice, self.act) if each.old == self.key]
        passed = {base for each in drafts for base in bases_of(self.voice.library, each.new)}
        return tuple(each for each in drafts if each.new not in passed)

    def _coming(self, desk: Desk, placed: Placed) -> Iterator[Notice]:
        """Yield what drafts would change here: nobody learns an article that will not stay."""
        here = {each.provision.id for each in placed.all()}
        for pair in self._drafts:
            changed = [row.id for row in pair.rows if row.id in here or row.parent in here]
            if changed:
                spot, _ = pair.row_ways[changed[0]]
                link = Link(safe(capital(pair.name(pair.new))), desk.way(spot))
                yield Notice(joined((self.voice.say("draft.coming"), link), " "), "note-info")

    def _trust(self, desk: Desk, placed: Placed) -> Iterator[Row]:
        status, *others = rows_of(desk, self._answering, placed.provision)
        period = placed.provision.in_force or self.edition.in_force
        yield status
        if period:
            yield Row(self.voice.say("act.in-force"), safe(days_of(self.voice, period)))
        yield from others

    @property
    def _answering(self) -> Edition:
        """The edition, with what the act says of owner and reviews where it says nothing itself."""
        heads = {name: getattr(self.edition, name) or getattr(self.act, name) for name in INHERITED}
        return self.edition.model_copy(update=heads)


def article_pages(voice: Voice) -> Iterator[Page]:
    """Yield the pages of the articles of every edition."""
    for key, edition in voice.library.keyed(Edition):
        act = voice.library.act_of(key)
        if act is not None:
            yield from Articles(voice, key, act, edition, articles_of(voice, key, edition)).pages()
