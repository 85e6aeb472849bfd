"""Pages of nobody: enough of a library to publish, made by hand."""

import html
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from gollanma.languages import load
from gollanma.site.settings import Content, MenuLink, NeutralWords, Settings
from gollanma.views.page import Crumb, Page, SideLink, TocEntry

CODES = ("tk", "ru", "en")
LANGUAGES = load(CODES)

TITLES = {
    "short": "Ok",
    "long": "Comprehensive help and prevention of domestic violence against women " * 3,
    "missing text": "",
    "hostile": '</title><script>a("1")</script> "><img src=x onerror=a>{{ 7*7 }} @@gollanma:base@@',
}
TEMPLATES = ("home.html", "search.html", "sop.html", "act.html", "index.html", "term.html")
ADDRESSES = {
    "home.html": "index.html",
    "search.html": "search.html",
    "index.html": "sop/index.html",
}
ALONE = {"home.html", "search.html"}
"""Pages beside which stand no others."""


def page(lang: str, template: str, name: str = "intake", **values: object) -> Page:
    """Give a page; what the test is about is said by name."""
    kind = template.removesuffix(".html")
    title = str(values.pop("title", f"{name} {lang}"))
    defaults: dict[str, object] = {
        "address": ADDRESSES.get(template, f"{kind}/{name}.html"),
        "lang": lang,
        "template": template,
        "title": title,
        "heading": title,
        "description": "",
        "quick_exit": False,
        "sample": False,
        "crumbs": (Crumb("Home", "index.html"), Crumb(title, None)),
        "side_title": "",
        "side": (),
        "toc": (),
        "view": None,
        "languages": CODES,
    }
    return Page(**(defaults | values))  # type: ignore[arg-type]


def written(one: Page) -> str:
    """Give the content of a page: a heading and the places its contents list names."""
    places = "".join(f'<h2 id="{each.anchor}">{html.escape(each.title)}</h2>' for each in one.toc)
    return f'<header class="head"><h1>{html.escape(one.heading)}</h1></header>\n{places}'


def full(lang: str, template: str, title: str) -> Page:
    """Give a page that has everything a page can have."""
    address = ADDRESSES.get(template, f"{template.removesuffix('.html')}/intake.html")
    beside = (SideLink(title, address, "SP-01", is_current=True),)
    headings = (TocEntry("a", title), TocEntry("b", "B"))
    return page(
        lang,
        template,
        title=title,
        description=title,
        quick_exit=template == "sop.html",
        sample=template == "act.html",
        side_title="" if template in ALONE else "Beside",
        side=() if template in ALONE else beside,
        toc=headings if template in {"sop.html", "term.html"} else (),
    )


def library(kind: str) -> tuple[Page, ...]:
    """Give every page type in every language, all with one kind of title."""
    return tuple(full(lang, template, TITLES[kind]) for lang in CODES for template in TEMPLATES)


def settings(**values: object) -> Settings:
    """Give settings in which little is said."""
    defaults: dict[str, object] = {
        "names": dict.fromkeys(CODES, "Gollanma"),
        "as_of": date(2026, 11, 12),
        "menu": (MenuLink("sop/index.html", dict.fromkeys(CODES, "SOP"), in_header=True),),
        "neutral": {code: NeutralWords("Calendar", "Sunday") for code in CODES},
    }
    return Settings(**(defaults | values))  # type: ignore[arg-type]


def content(pages: Iterable[Page] | None = None, **values: object) -> Content:
    """Give what a site is made of."""
    chosen = library("short") if pages is None else tuple(pages)
    return Content(LANGUAGES, settings(**values), chosen, written)


def project(folder: Path, docs: Mapping[str, str] | None = None, mkdocs: str = "") -> Path:
    """Write a project with hand-written pages into a folder, and give the folder."""
    pages = docs or {f"about.{code}.md": f"# About {code}\n\n## Why {{#why}}\n" for code in CODES}
    for name, text in pages.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(mkdocs or MKDOCS, encoding="utf-8")
    return folder


MKDOCS = """\
site_name: Gollanma
use_directory_urls: false
theme: {name: material, font: false}
nav: [index.md, about.md]
markdown_extensions: [attr_list, tables]
validation: {links: {anchors: warn}}
plugins:
  - i18n:
      docs_structure: suffix
      fallback_to_default: false
      reconfigure_search: false
      languages:
        - {locale: tk, name: Türkmençe, default: true}
        - {locale: ru, name: Русский}
        - {locale: en, name: English}
  - gollanma
"""


def files(site: Path) -> dict[str, bytes]:
    """Give every file of a site by its address."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
