"""Text, web pages and Word files: what they hold, and what is refused."""

import io
import zipfile
from collections.abc import Sequence

import docx
import pytest

from gollanma.exchange.lawtext.files import MOST, read_file
from gollanma.exchange.lawtext.word import MOST as MOST_UNPACKED
from tests.exchange.lawtext.reading import outline, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'


def pack(files: dict[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return data.getvalue()


def word(inside: str, numbering: str = "") -> bytes:
    files: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {W}><w:body>{inside}</w:body></w:document>"
    }
    if numbering:
        files["word/numbering.xml"] = f"<w:numbering {W}>{numbering}</w:numbering>"
    return pack(files)


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def lines(path: str, data: bytes) -> list[tuple[int, str]]:
    reading = read_file(path, data)
    assert [each.key for each in reading.diagnostics] == []
    return [(each.span.line, each.text) for each in reading.lines]


@pytest.mark.parametrize(
    ("path", "data", "code", "key"),
    [
        pytest.param("a.txt", b"", "LTX001", "empty", id="an empty file"),
        pytest.param("a.txt", b" \n\t\n", "LTX001", "empty", id="a blank file"),
        pytest.param("a.txt", b"a" * (MOST + 1), "LTX001", "size", id="a file without end"),
        pytest.param("a.txt", "Закон о помощи".encode("cp1251"), "SRC001", "encoding", id="Windows-1251"),
        pytest.param("a.txt", "Закон".encode("utf-16"), "SRC001", "utf-16", id="UTF-16"),
        pytest.param("a.txt", b"a\x07b", "SRC001", "control", id="a control character"),
        pytest.param("a.txt", ("a" + "\u0301" * 99).encode(), "SRC001", "signs", id="a tower of signs"),
        pytest.param("a.pdf", b"%PDF-1.7", "LTX001", "foreign", id="PDF"),
        pytest.param("a.txt", b"{\\rtf1 a}", "LTX001", "foreign", id="RTF"),
        pytest.param("a.doc", b"\xd0\xcf\x11\xe0abc", "LTX001", "foreign", id="an old Word file"),
        pytest.param("a.html", b"<html><script>a</script><p> </p></html>", "LTX001", "nothing", id="a page with nothing in it"),
        pytest.param("a.html", b"<!-- a -->", "LTX001", "nothing", id="a page of remarks"),
        pytest.param("a.docx", b"no zip", "LTX001", "no-word", id="a Word file by name alone"),
        pytest.param("a.docx", b"PK\x03\x04broken", "LTX001", "no-word", id="a broken pack"),
        pytest.param("a.docx", pack({"a.txt": "b"}), "LTX001", "no-word", id="a pack of something else"),
        pytest.param("a.docx", pack({"word/document.xml": "<a>"}), "LTX001", "no-word", id="broken XML"),
        pytest.param("a.docx", pack({"word/document.xml": TYPE + "<a/>"}), "LTX001", "no-word", id="a document type"),
        pytest.param("a.docx", pack({"word/document.xml": b" " * (MOST_UNPACKED + 1)}), "LTX001", "bomb", id="a zip bomb"),
        pytest.param("a.docx", word(""), "LTX001", "nothing", id="a Word file without words"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_finding(path: str, data: bytes, code: str, key: str) -> None:
    reading = read_file(path, data)
    assert [(each.code, each.key) for each in reading.diagnostics] == [(code, key)]
    assert reading.lines == ()


def test_a_truncated_word_file_is_a_finding_wherever_it_ends() -> None:
    whole = word(paragraph("1-nji madda. A"))
    for length in range(2, len(whole), 7):
        assert read_file("a.docx", whole[:length]).diagnostics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\r\nb\rc", [(1, "a"), (2, "b"), (3, "c")], id="any ends of line"),
        pytest.param("\ufeffa\u00adb", [(1, "ab")], id="what nobody sees"),
        pytest.param("a\u0308", [(1, "ä")], id="a loose sign"),
        pytest.param("a\fb", [(1, "a\fb".replace("\f", " "))], id="a break of pages"),
        pytest.param("  a   b\tc ", [(1, "a b c")], id="blanks"),
    ],
)
def test_lines_of_a_text(text: str, expected: list[tuple[int, str]]) -> None:
    assert lines("a.txt", text.encode()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<p>a <b>b</b> c</p><p>d</p>", [(1, "a b c"), (1, "d")], id="paragraphs"),
        pytest.param("<p>a<br>b</p>", [(1, "a"), (1, "b")], id="breaks"),
        pytest.param("<p>\na\nb</p>\n<div>c</div>", [(1, "a b"), (4, "c")], id="ends of line are blanks"),
        pytest.param("<p>12<sup>1</sup>-nji</p>", [(1, "12¹-nji")], id="raised figures"),
        pytest.param("<p>m<sup>th</sup></p>", [(1, "mth")], id="raised letters stay"),
        pytest.param("<ol start=3><li>a<li>b</ol>", [(1, "3. a"), (1, "4. b")], id="a numbered list"),
        pytest.param("<ul><li>a</ul>", [(1, "a")], id="a list with bullets"),
        pytest.param("<table><tr><td>a<td>b</table>", [(1, "a"), (1, "b")], id="cells"),
        pytest.param("<nav>x</nav><p>a &laquo;b&raquo;</p>", [(1, "a «b»")], id="no menu"),
        pytest.param('<?xml version="1.0" encoding="cp1251"?><html><p>ä</p></html>', [(1, "ä")], id="a wrong name of an encoding"),
    ],
)  # fmt: skip
def test_paragraphs_of_a_page(text: str, expected: list[tuple[int, str]]) -> None:
    assert lines("a.html", text.encode()) == expected


NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="7"/></w:numPr>'
LISTS = """\
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
</w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>"""


def test_numbers_that_word_draws_itself() -> None:
    depths = [0, 1, 1, 2, 2, 0, 1, 3]
    inside = "".join(paragraph("x", NUMBERED.format(each)) for each in depths)
    drawn = [text for _, text in lines("a.docx", word(inside, LISTS))]
    assert drawn == ["1. x", "1) x", "2) x", "a) x", "b) x", "2. x", "1) x", "x"]


def run(inside: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("inside", "texts", "keys"),
    [
        pytest.param(run("<w:t>12</w:t>") + run("<w:t>1</w:t>", RAISED), ["12¹"], [], id="raised figures"),
        pytest.param(run("<w:t>a</w:t><w:br/><w:t>b</w:t>"), ["a", "b"], [], id="a break"),
        pytest.param(f"{run('<w:t>a</w:t>')}<w:del>{run('<w:t>b</w:t>')}</w:del><w:ins>{run('<w:t>c</w:t>')}</w:ins>", ["ac"], ["tracked"], id="tracked changes"),
        pytest.param(f"<w:hyperlink>{run('<w:t>a</w:t>')}</w:hyperlink>", ["a"], [], id="a link"),
    ],
)  # fmt: skip
def test_words_of_a_paragraph(inside: str, texts: Sequence[str], keys: Sequence[str]) -> None:
    reading = read_file("a.docx", word(f"<w:p>{inside}</w:p>"))
    assert [each.text for each in reading.lines] == texts
    assert [each.key for each in reading.diagnostics] == keys


def test_a_file_that_a_word_processor_wrote() -> None:
    made = docx.Document()
    made.add_paragraph("TÜRKMENISTANYŇ KANUNY")
    made.add_paragraph("Kömek hakynda")
    for each in ("1-nji madda. Kömek", "1. Kömek mugt.", "2. Kömek elýeterli."):
        made.add_paragraph(each)
    made.add_table(1, 1).cell(0, 0).text = "3. Kömek gyssagly."
    data = io.BytesIO()
    made.save(data)
    text = read(data.getvalue())
    assert [(each.key, each.span.line) for each in text.diagnostics] == [("tables", 1)]
    assert text.facts.title == "Kömek hakynda"
    assert list(outline(text.nodes))[-1] == "  a1.3 part Kömek gyssagly."
