"""The list of all pages for search engines, each with its other languages."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from gollanma.site.settings import Content
from gollanma.views.links import in_language
from gollanma.views.page import Page

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(content: Content, pages: Iterable[Page]) -> str:
    """Give the sitemap of a site that has an address."""
    entries = sorted((_place(content, page, page.lang), page) for page in pages)
    return HEAD + "".join(_entry(content, place, page) for place, page in entries) + "</urlset>\n"


def _entry(content: Content, place: str, page: Page) -> str:
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(lang)}'
        f" href={quoteattr(_place(content, page, lang))}/>"
        for lang in page.languages
    )
    return f"<url><loc>{escape(place)}</loc>{others}</url>\n"


def _place(content: Content, page: Page, lang: str) -> str:
    address = in_language(page.address, lang, content.languages.default.code)
    return f"{content.settings.address}{address}"
