"""Hand-written pages of docs/: what MkDocs read becomes a page like every other."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape, unescape

from markupsafe import Markup
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as WrittenPage
from mkdocs.structure.toc import AnchorLink

from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.site.frame import HOME, Link
from gollanma.site.parts import part
from gollanma.site.settings import Content, Target
from gollanma.source.encodings import Undecodable, decode
from gollanma.views.links import in_language, relative
from gollanma.views.page import Crumb, Page, SideLink, TocEntry

GUIDE = "guide.html"
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
CELL = re.compile(r"<td\b[^>]*>(.*?)</td>", re.DOTALL)
MARKUP = re.compile(r"<[^>]*>")

REFERENCE = re.compile(
    r"""(?P<code>```.*?```|`[^`\n]*`)                       # code shows a reference, never is one
      | \[\[(?P<reference>[^\]|\n]+)(?:\|(?P<words>[^\]\n]+))?\]\]
    """,
    re.VERBOSE | re.DOTALL,
)


def guide(content: Content, written: WrittenPage, lang: str, others: Sequence[WrittenPage]) -> Page:
    """Give a hand-written page as a page; `others` are all of its language, in their order."""
    language = content.languages[lang]
    title = str(written.title)
    return Page(
        address=address_of(content, written, lang),
        lang=lang,
        template=GUIDE,
        title=title,
        heading=title,
        description=str(written.meta.get("description", "")),
        quick_exit=False,
        sample=False,
        crumbs=(Crumb(language.say("frame.home"), HOME), Crumb(title, None)),
        side_title=language.say("frame.about"),
        side=tuple(_sibling(content, each, lang, written) for each in others),
        toc=tuple(_headings(written.toc)),
        view=None,
        languages=languages_of(content, written),
    )


def read_once(file: File, folder: str) -> Iterator[Diagnostic]:
    """Take a page from the disk, which may change meanwhile; yield what is wrong with its bytes."""
    data = file.content_bytes
    text = decode(data)
    if isinstance(text, Undecodable):
        place = Span.at(f"{folder}/{file.src_uri}", text.line, text.column)
        yield Diagnostic(place, "SRC001", Severity.ERROR, text.key, text.values)
        text = data.decode(errors="replace")
    file.content_string = text.replace("\r\n", "\n").replace("\r", "\n")


def guide_links(content: Content, written: Iterable[WrittenPage], lang: str) -> tuple[Link, ...]:
    """Give the links to hand-written pages, counted from the folder of their language."""
    return tuple(Link(str(each.title), address_of(content, each, lang)) for each in written)


def address_of(content: Content, written: WrittenPage, lang: str) -> str:
    """Give the address of a hand-written page in the default language."""
    folder = in_language("", lang, content.languages.default.code)
    return written.file.dest_uri.removeprefix(folder)


def languages_of(content: Content, written: WrittenPage) -> tuple[str, ...]:
    """Give the languages in which a page is written, in the order of the project."""
    found = getattr(written.file, "alternates", {})
    return tuple(code for code in content.languages if code in found)


def prose(content: Content, written: WrittenPage, lang: str) -> str:
    """Give the HTML of a hand-written page: its words, and whether their translation is a draft."""
    is_draft = written.meta.get("translation") == "draft"
    return part(
        "prose",
        html=Markup(folding(written.content or "")),  # noqa: S704 - by editors, judged by `verify`
        draft=content.languages[lang].say("frame.draft_translation") if is_draft else "",
    )


def folding(html: str) -> str:
    """Let tables as Markdown makes them fold on a narrow screen, where each cell names its column.

    The first cell of a row is its heading, if it says anything.
    """
    return TABLE.sub(lambda found: _folding(found[0]), html)


def _folding(table: str) -> str:
    heads = HEAD.findall(table)
    names = [escape(unescape(MARKUP.sub("", each))) for each in heads]
    columns = "".join(f'<th scope="col">{each}</th>' for each in heads)

    def row(found: re.Match[str]) -> str:
        first, *others = CELL.findall(found[0])
        named = zip(names[1:], others, strict=True)
        cells = "".join(f'<td data-h="{name}">{cell}</td>' for name, cell in named)
        head = f'<th scope="row">{first}</th>' if first.strip() else "<td></td>"
        return f"<tr>{head}{cells}</tr>"

    body = ROW.sub(row, table.partition("<tbody>")[2])
    head = f'<table class="fold-table">\n<thead>\n<tr>{columns}</tr>\n</thead>\n'
    return f"{head}<tbody>{body}"


def with_references(markdown: str, place: str, lang: str, content: Content) -> str:
    """Replace `[[reference]]` and `[[reference|words]]` by links; none leads nowhere any more."""

    def link(found: re.Match[str]) -> str:
        if found["code"]:
            return found["code"]
        target = content.find(found["reference"], lang)
        if target is None:
            return escape(found["words"] or found["reference"])
        words = found["words"] or target.title
        return (
            _anchor(_way(content, place, lang, target), words) if target.address else escape(words)
        )

    return REFERENCE.sub(link, markdown)


def _way(content: Content, place: str, lang: str, target: Target) -> str:
    there = in_language(target.address, lang, content.languages.default.code)
    return relative(place, there, target.fragment)


def _anchor(href: str, words: str) -> str:
    return f'<a href="{escape(href)}">{escape(words)}</a>'


def _sibling(content: Content, each: WrittenPage, lang: str, current: WrittenPage) -> SideLink:
    return SideLink(str(each.title), address_of(content, each, lang), "", each is current)


def _headings(toc: Iterable[AnchorLink]) -> Iterable[TocEntry]:
    top = list(toc)
    entries = top[0].children if top and top[0].level == 1 else top
    return (TocEntry(each.id, unescape(each.title)) for each in entries)
