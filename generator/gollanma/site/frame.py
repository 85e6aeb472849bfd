"""What stands around a page's content: title, ways, languages, warnings, each ready to print.

A template of the theme prints the fields of one Frame and decides nothing. The frame of a shell
holds tokens in their place.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from html import escape
from urllib.parse import urlsplit

from gollanma.languages import Language
from gollanma.site.parts import part
from gollanma.site.settings import Content, MenuLink
from gollanma.views.addresses import SEARCH
from gollanma.views.legislation import VOCABULARY
from gollanma.views.links import in_language, relative, way_to_root
from gollanma.views.page import Page

HOME = "index.html"
NEUTRAL = "page.html"
"""What the quick exit opens; its address tells nothing either."""
LOST = "404.html"
"""The page for an address that does not exist: it alone is shown at any depth."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The fields of a page, as HTML."""

    title: str
    meta: str
    mark: str
    """An attribute of the document: it names samples, for print."""
    body: str
    """A class of the body more: it makes room for the quick exit on a phone."""
    base: str
    """What leads to the site's root."""
    home: str
    """What leads to the folder of the page's language."""
    packed: str
    """What a reader sees who opens a page inside a packed folder: there it has no style."""
    strip: str
    find: str
    languages: str
    way_out: str
    layout: str
    side: str
    crumbs: str
    content: str
    toc: str
    sample_word: str
    exit_note: str


NAMES = tuple(each.name for each in fields(Frame))


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """One entry of the language switch."""

    code: str
    name: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a list beside or above the content."""

    title: str
    href: str | None
    """Absent for the page itself, at the end of the way back."""
    code: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Framing:
    """Makes the frames of all pages of one site."""

    content: Content

    def frame(self, page: Page, html: str) -> Frame:
        """Give the frame around a page whose content is at hand."""
        say = self.language(page.lang).say
        way_out = part("exit", href=self._exit(page), say=say) if page.quick_exit else ""
        toc = part("toc", entries=page.toc, say=say) if page.toc else ""
        return Frame(
            title=escape(self.window_title(page), quote=False),
            meta=part("meta", page=page, canonical=self._canonical(page), law=self._law(page)),
            mark=' class="sample"' if self.is_sample(page) else "",
            body=" has-exit" if page.quick_exit else "",
            base=self.base(page),
            home=self.home(page),
            packed=part("packed", lang=page.lang, notes=self._packed(page)),
            strip=self._strip(page),
            find=part("find", href=self.home(page) + SEARCH, say=say),
            languages=part("languages", links=self._ways(page), say=say),
            way_out=way_out,
            layout=layout_of(page),
            side=self._side(page) if page.side else "",
            crumbs=self.crumbs(page),
            content=self.inside(page, html),
            toc=toc,
            sample_word=part("sample-word", say=say) if self.is_sample(page) else "",
            exit_note=part("exit-note", say=say) if page.quick_exit else "",
        )

    def crumbs(self, page: Page) -> str:
        """Give the way back from a page, which stands above its content."""
        say = self.language(page.lang).say
        return part("crumbs", links=self._crumbs(page), say=say) if page.crumbs else ""

    def inside(self, page: Page, html: str) -> str:
        """Give the content of a page with what belongs into its places."""
        say = self.language(page.lang).say
        fold = part("fold", entries=page.toc, say=say) if page.toc else ""
        return with_fold(with_search(html, say), fold)

    def language(self, code: str) -> Language:
        """Give a language of the project."""
        return self.content.languages[code]

    def place(self, page: Page, lang: str | None = None) -> str:
        """Give the address of a page in its own or another of its languages."""
        return in_language(page.address, lang or page.lang, self.content.languages.default.code)

    def base(self, page: Page) -> str:
        """Give what leads from a page to the site's root."""
        if page.address == LOST:
            return urlsplit(self.content.settings.address or "/").path or "/"
        return way_to_root(self.place(page))

    def home(self, page: Page) -> str:
        """Give what leads from a page to the folder of its language."""
        if page.address == LOST:
            return self.base(page) + in_language("", page.lang, self.content.languages.default.code)
        return way_to_root(page.address)

    def window_title(self, page: Page) -> str:
        """Give the title of the window: the home page begins with the site's name."""
        name = self.content.settings.names[page.lang]
        return f"{name}: {page.title}" if page.address == HOME else f"{page.title} · {name}"

    def is_sample(self, page: Page) -> bool:
        """Tell whether a page says that it is not official."""
        return page.sample or self.content.settings.is_demo

    def _packed(self, page: Page) -> tuple[tuple[str, str], ...]:
        """Give the advice to unpack: on the home page, which is opened first, in every language."""
        codes = self.content.languages if page.address == HOME else (page.lang,)
        return tuple((code, self.language(code).say("copy.packed")) for code in codes)

    def _strip(self, page: Page) -> str:
        """Give what stands above a page that is not official."""
        if not self.is_sample(page):
            return ""
        say, is_demo = self.language(page.lang).say, self.content.settings.is_demo
        note = say("frame.demo_note" if is_demo else "frame.sample_note")
        return part("strip", say=say, note=note)

    def _href(self, page: Page, place: str) -> str:
        if page.address == LOST:
            return self.base(page) + place
        return relative(self.place(page), place)

    def _exit(self, page: Page) -> str:
        default = self.content.languages.default.code
        return self._href(page, in_language(exit_page(self.content, page.lang), page.lang, default))

    def _canonical(self, page: Page) -> str | None:
        address = self.content.settings.address
        return address + self.place(page) if address and page.address != LOST else None

    def _law(self, page: Page) -> str:
        """Give what machines are told of the law on a page; nothing where it is a sample."""
        if page.law is None or self.is_sample(page):
            return ""
        address = self._canonical(page)
        whole = {"@context": VOCABULARY, **page.law, **({"url": address} if address else {})}
        return in_script(json.dumps(whole, ensure_ascii=False))

    def _ways(self, page: Page) -> tuple[LanguageLink, ...]:
        return tuple(
            LanguageLink(
                language.code,
                language.name,
                self._href(page, self._place_or_home(page, language.code)),
                language.code == page.lang,
            )
            for language in self.content.languages.values()
        )

    def _place_or_home(self, page: Page, lang: str) -> str:
        if page.address == LOST or lang not in page.languages:
            return in_language(HOME, lang, self.content.languages.default.code)
        return self.place(page, lang)

    def _side(self, page: Page) -> str:
        links = [
            Link(each.title, self._way(page, each.address), each.code, each.is_current)
            for each in page.side
        ]
        every = self._way(page, page.side_address) if page.side_address else ""
        return part("side", title=page.side_title, every=every, links=links)

    def _way(self, page: Page, address: str) -> str:
        """Give the way from a page to another of its language."""
        default = self.content.languages.default.code
        return self._href(page, in_language(address, page.lang, default))

    def _crumbs(self, page: Page) -> tuple[Link, ...]:
        return tuple(
            Link(each.title, None if each.address is None else self._way(page, each.address))
            for each in page.crumbs
        )


WIDE = frozenset(
    {
        "comments.html",
        "comparison.html",
        "coverage.html",
        "due.html",
        "finder.html",
        "impact.html",
        "matrix.html",
        "parallel.html",
        "quality.html",
        "redline.html",
        "referrals.html",
        "talk.html",
    }
)
"""Page types whose content has several columns: it takes the room of the headings."""


def in_script(text: str) -> str:
    """Give JSON that no letter of can end the element in which it stands."""
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def layout_of(page: Page) -> str:
    """Give the columns of a page: what stands beside the content decides."""
    if page.address == HOME:
        return "frame-home"
    if page.template in WIDE:
        return "frame frame-wide" if page.side else "frame frame-full"
    return "frame" if page.side or page.toc else "frame frame-solo"


CONTENTS = "<!-- contents -->\n"
"""Where a template wants the list of headings for narrow screens."""
HEADS = ("</header>", "</h1>")
"""Behind the first of these it stands on every other page."""


def with_fold(html: str, fold: str) -> str:
    """Put the list of headings where a template says, else behind the head."""
    for place in (CONTENTS, *HEADS):
        before, found, after = html.partition(place)
        if found:
            return before + found.removesuffix(CONTENTS) + fold + after
    return html


LARGE_BOX = "<!-- search -->\n"
"""Where a template wants the large search box."""


def with_search(html: str, say: Callable[..., str]) -> str:
    """Put the large search box where a template says; a page needs no more than one."""
    before, found, after = html.partition(LARGE_BOX)
    return before + part("find-large", say=say) + after if found else html


def exit_page(content: Content, lang: str) -> str:
    """Give the page that the quick exit opens in a language, without the language's folder."""
    return NEUTRAL if lang in content.settings.neutral else HOME


def hollow(token: Callable[[str], str]) -> Frame:
    """Give the frame of a shell: a token in each field."""
    return Frame(**{name: token(name) for name in NAMES})


def menu(links: Iterable[MenuLink], lang: str) -> tuple[Link, ...]:
    """Give the menu of a language, its addresses counted from the language's folder."""
    return tuple(Link(each.titles[lang], each.address) for each in links)
