"""Word files in the making: fonts, header, languages; the same words give the same bytes."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError, _Element

from gollanma.languages import lowered

FONT = "Times New Roman"
"""It has the letters of every language here, and free twins of the same measure."""
SIZES = {"Normal": 12, "Title": 16, "Header": 9, "Footer": 9} | {
    f"Heading {level}": max(12, 15 - level) for level in range(1, 7)
}
DEEPEST = 6
LONGEST_PROPERTY = 255
"""Letters, by the standard of the format."""
TABLES_KEPT = frozenset({"TableNormal", "TableGrid"})
UNNEEDED = ("/thumbnail", "/stylesWithEffects")
"""What the template has beside: a picture of itself, its styles for a Word of 2010."""
FIRST_DAY = date(1980, 1, 1)
"""The day of what has none: the first that an archive can say."""
HARDEST = 9
"""How hard the parts of a file are packed."""
SHORT, LONG, MARGIN = Cm(21), Cm(29.7), Cm(2)


@dataclass(frozen=True, slots=True)
class Cover:
    """What a file says before its text, and of itself."""

    title: str
    about: str
    """Which editions it shows, and what of them."""
    sample: str
    """That the words are not official; empty where they are."""
    author: str
    language: str
    day: date | None
    """Absent where the edition has none: then no change in the file is dated."""


def new_paper(cover: Cover, *, is_wide: bool = False) -> Docx:
    """Give a file without text, with its fonts, its language, and its header on every page."""
    try:
        paper = Document()
        _set_styles(paper, cover.language)
        _set_page(paper, is_wide=is_wide)
        _set_header(paper, cover)
        _set_properties(paper, cover)
    except XMLSyntaxError as error:  # the templates that are read here have none
        raise MemoryError from error
    return paper


def front(cover: Cover) -> Iterator[tuple[str, str]]:
    """Yield what stands before the text, each with its style: the mark of a sample comes first."""
    if cover.sample:
        yield "Normal", cover.sample
    yield "Title", cover.title
    yield "Normal", cover.about


def _set_styles(paper: Docx, language: str) -> None:
    styles = paper.styles.element
    for style in list(styles.iterchildren(qn("w:style"))):
        is_table = style.get(qn("w:type")) == "table"
        if is_table and style.get(qn("w:styleId")) not in TABLES_KEPT:
            styles.remove(style)
    for fonts in list(styles.iter(qn("w:rFonts"))):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), FONT)
    for color in list(styles.iter(qn("w:color"))):
        color.attrib.clear()
        color.set(qn("w:val"), "auto")
    for each in styles.iter(qn("w:lang")):
        each.set(qn("w:val"), language)
    for name, size in SIZES.items():
        paper.styles[name].font.size = Pt(size)
    paper.styles["Body Text"].paragraph_format.first_line_indent = Cm(1)


def _set_page(paper: Docx, *, is_wide: bool) -> None:
    section = paper.sections[0]
    width, height = (LONG, SHORT) if is_wide else (SHORT, LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.left_margin = section.right_margin = section.top_margin = MARGIN
    section.bottom_margin = MARGIN


def _set_header(paper: Docx, cover: Cover) -> None:
    section = paper.sections[0]
    words = section.header.paragraphs[0]
    if cover.sample:
        fill(words, runs(cover.sample, cover.language, look=("b",)))
        words = section.header.add_paragraph()
    fill(words, runs(f"{cover.title} · {cover.about}", cover.language))
    fill(section.footer.paragraphs[0], (element("fldSimple", instr="PAGE"),))


def _set_properties(paper: Docx, cover: Cover) -> None:
    about = paper.core_properties
    about.title, about.author, about.language = (
        _brief(cover.title),
        _brief(cover.author),
        cover.language,
    )
    about.last_modified_by, about.comments = about.author, _brief(cover.sample)
    about.created = about.modified = datetime.combine(cover.day or FIRST_DAY, time())
    for part in (paper.part.package, paper.part):
        for name, relation in list(part.rels.items()):
            if relation.reltype.endswith(UNNEEDED):
                del part.rels[name]


def _brief(words: str) -> str:
    """Give as much of some words as a property of a file holds: those in the text stay whole."""
    return words if len(words) <= LONGEST_PROPERTY else f"{words[: LONGEST_PROPERTY - 1]}…"


def track_what_is_typed(paper: Docx) -> None:
    """Let Word track whatever somebody changes, so that its reader sees it at once."""
    settings = paper.settings.element
    settings.find(qn("w:defaultTabStop")).addprevious(element("trackRevisions"))


# --- words

RAISED = re.compile("([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")


def element(tag: str, **values: str) -> _Element:
    """Give an element of Word with these of its attributes."""
    made = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made


def runs(
    text: str, language: str, *, holder: str = "t", look: Sequence[str] = ()
) -> Iterator[_Element]:
    """Yield the runs of words in their language; raised figures are figures that Word raises.

    `holder` is what Word keeps the words in, `look` what they look like.
    """
    for part in filter(None, RAISED.split(text)):
        made, style = element("r"), element("rPr")
        style.extend(element(each) for each in look)
        is_raised = RAISED.fullmatch(part) is not None
        if is_raised:
            style.append(element("vertAlign", val="superscript"))
        style.append(element("lang", val=language))
        words = element(holder)
        words.set(qn("xml:space"), "preserve")
        words.text = lowered(part).removeprefix("^") if is_raised else part
        made.extend((style, words))
        yield made


def fill(paragraph: Paragraph, made: Iterable[_Element]) -> None:
    """Put runs and marks at the end of a paragraph."""
    paragraph._p.extend(made)  # noqa: SLF001 - python-docx has no other way to its element


# --- the file


def as_bytes(paper: Docx, level: int = HARDEST) -> bytes:
    """Give the bytes of a file, in which no clock shows: python-docx would ask for the time.

    At level 0 its parts are not packed: an archive packs them better together than each alone.
    """
    package = paper.part.package
    for part in package.parts:
        part.before_marshal()
    made = io.BytesIO()
    packing: Any = PackageWriter  # it has no types, and its only public way asks the clock
    with zipfile.ZipFile(made, "w") as archive:
        writer = _Parts(archive, level)
        packing._write_content_types_stream(writer, package.parts)  # noqa: SLF001
        packing._write_pkg_rels(writer, package.rels)  # noqa: SLF001
        packing._write_parts(writer, package.parts)  # noqa: SLF001
    return made.getvalue()


@dataclass(frozen=True, slots=True)
class _Parts:
    """Takes the parts of a file into an archive, all of one day."""

    archive: zipfile.ZipFile
    level: int

    def write(self, uri: PackURI, data: bytes) -> None:
        info = zipfile.ZipInfo(uri.membername, (*FIRST_DAY.timetuple()[:3], 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED if self.level else zipfile.ZIP_STORED
        self.archive.writestr(info, data, compresslevel=self.level)
