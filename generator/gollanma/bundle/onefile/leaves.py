"""The pages of one language as leaves of one file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from gollanma.bundle.onefile.markup import Rules, compact
from gollanma.bundle.onefile.shorts import short_names
from gollanma.bundle.onefile.ways import Ways, ways_of
from gollanma.site.frame import HOME, NEUTRAL, Framing
from gollanma.site.parts import part
from gollanma.site.settings import Content
from gollanma.views.page import Page

WITHOUT = frozenset({"parallel.html", "short.html"})
"""Page types that one file has no use for: several languages side by side, short addresses."""
PAPER = ".docx"
MENU = "_menu"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page, ready to stand in the file."""

    id: str
    short: str
    html: str
    """An `<article>`."""
    used: str
    """The page's own HTML: the icons that it shows stand once in the file."""


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


def leaves_of(content: Content, lang: str, guides: Sequence[tuple[Page, str]]) -> Leaves:
    """Give the pages of a language; `guides` are hand-written pages with their HTML."""
    framing = Framing(content)
    pages = [
        *((page, content.html(page)) for page in content.pages if _belongs(page, lang)),
        *((page, html) for page, html in guides if page.lang == lang),
    ]
    ways = ways_of((page.address for page, _ in pages), lang, content.languages.default.code)
    named = [(page.title, page.address) for page, _ in guides if page.lang == lang]
    menu = _menu(content, lang, named)
    dressed = [
        (page, framing.frame(page, html + menu if page.address == HOME else html))
        for page, html in pages
    ]
    headings = short_names(_headings(frame.content for _, frame in dressed))
    leaf = partial(_leaf, content, ways, headings)
    found = [leaf(page, frame.crumbs + frame.content) for page, frame in dressed]
    return Leaves(ways, tuple(sorted(found, key=_place)), headings)


def _menu(content: Content, lang: str, guides: Sequence[tuple[str, str]]) -> str:
    """Give the list of all lists, as it stands on the home page."""
    lists = [(each.titles[lang], each.address) for each in content.settings.menu]
    return part("contents", id=MENU, say=content.languages[lang].say, links=(*lists, *guides))


def _place(leaf: Leaf) -> tuple[bool, str]:
    return f"{leaf.id}.html" != HOME, leaf.id


def _belongs(page: Page, lang: str) -> bool:
    return page.lang == lang and page.template not in WITHOUT


HEADING = ' data-h="'


def _headings(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (piece.partition('"')[0] for piece in text.split(HEADING)[1:])


def _leaf(content: Content, ways: Ways, headings: Mapping[str, str], page: Page, html: str) -> Leaf:
    say = content.languages[page.lang].say
    rules = Rules(
        place=partial(ways.place, page.address),
        link=partial(ways.link, page.address),
        heading=headings.__getitem__,
        permalink=escape(say("text.permalink")),
        is_dropped=_is_dropped,
    )
    inside = part(
        "leaf",
        page=page,
        is_demo=content.settings.is_demo,
        id=ways.page(page.address),
        short=ways.shorts[page.address],
        type=page.template.removesuffix(".html"),
        html=compact(html, rules),
        exit=way_out(content, ways),
        say=say,
    )
    return Leaf(ways.page(page.address), ways.shorts[page.address], inside.strip(), html)


def _is_dropped(href: str) -> bool:
    """Say that only the words for files to fill in stay: they say where else these are found."""
    return not href.partition("#")[0].endswith(PAPER)


def way_out(content: Content, ways: Ways) -> str:
    """Give where the quick exit leads: to the neutral page, or home where there is none."""
    return f"#{ways.page(NEUTRAL if ways.lang in content.settings.neutral else HOME)}"


def neutral_leaf(content: Content, lang: str) -> Iterator[Leaf]:
    """Yield the page that the quick exit opens, if the project has its words in the language."""
    words = content.settings.neutral.get(lang)
    if words:
        id = NEUTRAL.removesuffix(".html")
        yield Leaf(id, id, part("neutral-leaf", id=id, words=words).strip(), "")
