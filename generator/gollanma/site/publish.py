"""Writes every generated page: one function, called by `gollanma build` and by `mkdocs build`."""

from collections.abc import Iterator, Sequence
from itertools import chain

from gollanma.site.assets import Assets
from gollanma.site.brief import brief
from gollanma.site.copies import copy_files
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

    `guides` are the hand-written pages with their HTML.
    """
    pages = [*((page, content.html(page)) for page in content.pages), *guides]
    for asset in assets:
        write(asset.address, asset.content)
    framing = Framing(content)
    for page, html in chain(pages, _lost(content)):
        write(framing.place(page), document_of(framing, shells, page, html))
    for address, file in neutral_pages(content, assets):
        write(address, file)
    for address, file in copy_files(content):
        write(address, file)
    for address, file in content.papers():
        write(address, file)
    for address, file in content.search(pages):
        write(address, file)
    if content.settings.address:
        write("sitemap.xml", sitemap(content, (page for page, _ in pages)).encode())


def document_of(framing: Framing, shells: Shells, page: Page, html: str) -> bytes:
    """Give a page in its frame."""
    return brief(shells[page.lang, page.template].fill(framing.frame(page, html))).encode()


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


def neutral_pages(content: Content, assets: Assets) -> Iterator[tuple[str, bytes]]:
    """Give, in each language, the page that the quick exit opens, by its address."""
    for code, words in content.settings.neutral.items():
        place = in_language(NEUTRAL, code, content.languages.default.code)
        style = way_to_root(place) + assets.style.link
        html = part("neutral", lang=code, words=words, policy=POLICY, style=style)
        yield place, brief(html).encode()


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
