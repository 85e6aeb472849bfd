"""The pages of one language as leaves of one file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import escape

from gollanma.bundle.onefile.markup import Rules, compact
from gollanma.bundle.onefile.shorts import short_names
from gollanma.bundle.onefile.style import for_a_phone, without_folds
from gollanma.bundle.onefile.ways import Ways, ways_of
from gollanma.bundle.pressing import Made
from gollanma.site.frame import HOME, NEUTRAL, Framing
from gollanma.site.guides import GUIDE
from gollanma.site.parts import part
from gollanma.site.settings import Content
from gollanma.views.copies import TEMPLATE
from gollanma.views.page import Page

WITHOUT = frozenset({"parallel.html", "scans.html", "short.html", TEMPLATE})
"""Page types that one file has no use for: several languages side by side, short addresses and
codes for them, and what works with files that lie beside it."""
PAPER = ".docx"
MENU = "_menu"
HEADING = ' data-h="'


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page, ready to stand in the file."""

    id: str
    short: str
    html: str
    """An `<article>`."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """All pages, and what their style has to know."""

    ways: Ways
    every: tuple[Leaf, ...]
    """The home page first."""
    headings: Mapping[str, str]
    """The short name of each heading that narrow tables print before their cells."""

    @property
    def menu(self) -> str:
        """The id of the list of all lists, on the home page."""
        return self.ways.place(HOME, MENU)


@dataclass(frozen=True, slots=True)
class _Bound:
    """A page as it was once written, and on what that rests."""

    leaf: Leaf
    headings: Mapping[str, str]
    targets: Mapping[str, str | None]
    """The short names of the pages to which it leads; none where the file lacks one."""


@dataclass(slots=True)
class Binder:
    """Writes pages as leaves; a page that says the same in many bundles is written once."""

    bound: dict[tuple[str, str, str], _Bound] = field(default_factory=dict)
    dressed: dict[tuple[str, str], tuple[Made, str]] = field(default_factory=dict)
    """The pages of the last bundle, with the ways above them."""

    def leaves(self, content: Content, lang: str, pages: Iterable[Made]) -> Leaves:
        """Give the pages of a language."""
        own = [each for each in pages if each.page.lang == lang and _belongs(each.page)]
        ways = ways_of((each.page.address for each in own), lang, content.languages.default.code)
        framing = Framing(content)
        dressed = [(each.page, self._dressed(framing, each, own)) for each in own]
        headings = short_names(_headings(html for _, html in dressed))
        written = (self._leaf(content, ways, headings, page, html) for page, html in dressed)
        every = (*sorted(written, key=_place), *_neutral(content, lang))
        return Leaves(ways, every, headings)

    def _dressed(self, framing: Framing, made: Made, own: Sequence[Made]) -> str:
        """Give the HTML of a page with the ways above it; the home page has the list of all."""
        page, html = made.page, made.inner
        place = page.lang, page.address
        known = self.dressed.get(place)
        if known and known[0] is made and page.address != HOME:
            return known[1]
        if page.address == HOME:
            html += _menu(framing.content, page.lang, own)
        text = framing.crumbs(page) + framing.inside(page, html)
        self.dressed[place] = made, text
        return text

    def _leaf(
        self, content: Content, ways: Ways, headings: Mapping[str, str], page: Page, html: str
    ) -> Leaf:
        key = page.lang, page.address, html
        known = self.bound.get(key)
        if known is None or not _holds(known, ways, headings, page):
            known = self.bound[key] = _bound(content, ways, headings, page, html)
        return known.leaf


def _holds(bound: _Bound, ways: Ways, headings: Mapping[str, str], page: Page) -> bool:
    """Tell whether a page would be written again as it was."""
    return (
        ways.shorts[page.address] == bound.leaf.short
        and all(headings[words] == name for words, name in bound.headings.items())
        and all(ways.shorts.get(each) == short for each, short in bound.targets.items())
    )


def _dressed(framing: Framing, made: Made, own: Sequence[Made]) -> str:
    """Give the HTML of a page with the ways above it; the home page has the list of all lists."""
    page, html = made.page, made.inner
    if page.address == HOME:
        html += _menu(framing.content, page.lang, own)
    return framing.crumbs(page) + framing.inside(page, html)


def _menu(content: Content, lang: str, own: Sequence[Made]) -> str:
    """Give the list of all lists, as it stands on the home page."""
    lists = [(each.titles[lang], each.address) for each in content.settings.menu]
    guides = [(each.page.title, each.page.address) for each in own if each.page.template == GUIDE]
    return part("contents", id=MENU, say=content.languages[lang].say, links=(*lists, *guides))


def _place(leaf: Leaf) -> tuple[bool, str]:
    return f"{leaf.id}.html" != HOME, leaf.id


def _belongs(page: Page) -> bool:
    return page.template not in WITHOUT


def _headings(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (piece.partition('"')[0] for piece in text.split(HEADING)[1:])


def _bound(
    content: Content, ways: Ways, headings: Mapping[str, str], page: Page, html: str
) -> _Bound:
    language, targets = content.languages[page.lang], dict[str, str | None]()
    say = language.say

    def link(href: str) -> str | None:
        target = ways.target(page.address, href)
        if target is not None:
            targets[target] = ways.shorts.get(target)
        return ways.link(page.address, href)

    rules = Rules(
        place=partial(ways.place, page.address),
        link=link,
        heading=headings.__getitem__,
        is_dropped=_is_dropped,
    )
    article = part(
        "leaf",
        page=page,
        title="" if f"<h1>{escape(page.title)}</h1>" in html else page.title,
        is_sample=page.sample and not content.settings.is_demo,
        id=ways.page(page.address),
        short=ways.shorts[page.address],
        type=page.template.removesuffix(".html"),
        layout="frame-home" if page.address == HOME else "frame frame-solo",
        html=without_folds(compact(for_a_phone(html), rules), language),
        exit=way_out(content, ways),
        say=say,
        note=say("frame.sample_note"),
    )
    leaf = Leaf(ways.page(page.address), ways.shorts[page.address], article.strip())
    return _Bound(leaf, {words: headings[words] for words in _headings((html,))}, targets)


def _is_dropped(href: str) -> bool:
    """Say that only the words for files to fill in stay: they say where else these are found."""
    return not href.partition("#")[0].endswith(PAPER)


def way_out(content: Content, ways: Ways) -> str:
    """Give where the quick exit leads: to the neutral page, or home where there is none."""
    return f"#{ways.page(NEUTRAL if ways.lang in content.settings.neutral else HOME)}"


def _neutral(content: Content, lang: str) -> Iterator[Leaf]:
    """Yield the page that the quick exit opens, if the project has its words in the language."""
    words = content.settings.neutral.get(lang)
    if words:
        name = NEUTRAL.removesuffix(".html")
        yield Leaf(name, name, part("neutral-leaf", id=name, words=words).strip())
