"""Writes every generated page: one function, called by `gollanma build` and by `mkdocs build`."""

from collections.abc import Iterator, Sequence
from itertools import chain

from gollanma.site.assets import Assets
from gollanma.site.frame import HOME, LOST, NEUTRAL, Framing
from gollanma.site.parts import part
from gollanma.site.policy import POLICY
from gollanma.site.settings import Content, Write
from gollanma.site.shells import Shells
from gollanma.site.sitemap import sitemap
from gollanma.views.addresses import FINDER
from gollanma.views.links import in_language, way_to_root
from gollanma.views.page import Page


def publish(
    content: Content,
    assets: Assets,
    shells: Shells,
    write: Write,
    guides: Sequence[tuple[Page, str]] = (),
) -> None:
    """Write the assets, all pages, those for lost readers, the papers, the search, the sitemap.

    `guides` are the hand-written pages with their HTML: they are written already, and found and
    named in the sitemap of a site with an address like all others.
    """
    pages = [(page, content.html(page)) for page in content.pages]
    for asset in assets:
        write(asset.address, asset.content)
    for address, html in documents(content, assets, shells, pages):
        write(address, html.encode())
    for address, file in content.papers():
        write(address, file)
    for address, file in content.search(chain(pages, guides)):
        write(address, file)
    if content.settings.address:
        named = (*content.pages, *(page for page, _ in guides))
        write("sitemap.xml", sitemap(content, named).encode())


def documents(
    content: Content, assets: Assets, shells: Shells, pages: Sequence[tuple[Page, str]]
) -> Iterator[tuple[str, str]]:
    """Give each generated page in its frame, by the address where it stands."""
    framing = Framing(content)
    for page, html in chain(pages, _lost(content)):
        shell = shells[page.lang, page.template]
        yield framing.place(page), shell.fill(framing.frame(page, html))
    yield from _neutral(content, assets)


def _lost(content: Content) -> Iterator[tuple[Page, str]]:
    """Give, in each language, the page for an address that does not exist."""
    framing = Framing(content)
    for code, language in content.languages.items():
        page = lost_page(code, language.say("lost.title"), tuple(content.languages))
        home = framing.base(page) + in_language(HOME, code, content.languages.default.code)
        finder = [
            (home.removesuffix(HOME) + each.address, each.titles[code])
            for each in content.settings.menu
            if each.address == FINDER
        ]
        yield page, part("lost", say=language.say, home=home, finder=finder)


def _neutral(content: Content, assets: Assets) -> Iterator[tuple[str, str]]:
    for code, words in content.settings.neutral.items():
        place = in_language(NEUTRAL, code, content.languages.default.code)
        style = way_to_root(place) + assets.style.link
        yield place, part("neutral", lang=code, words=words, policy=POLICY, style=style)


def lost_page(lang: str, title: str, languages: tuple[str, ...]) -> Page:
    """Give the page for an address that does not exist, as a page."""
    return Page(
        address=LOST,
        lang=lang,
        template=LOST,
        title=title,
        heading=title,
        description="",
        quick_exit=False,
        sample=False,
        crumbs=(),
        side_title="",
        side=(),
        toc=(),
        view=None,
        languages=languages,
    )
