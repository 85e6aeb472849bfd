"""Whatever a file holds, it is read or refused: nothing is raised."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from gollanma.exchange.lawtext.files import read_file
from gollanma.exchange.lawtext.recognise import recognise
from gollanma.exchange.lawtext.written import made_of
from gollanma.exchange.records import as_yaml
from gollanma.model.decode import decode
from gollanma.model.kinds import Edition
from gollanma.source import read_text
from tests.exchange.lawtext.reading import CODES, languages, project

PATH = "normative/acts/goshi/editions/2031-01-01.yml"
LINES = st.sampled_from(
    [
        "TÜRKMENISTANYŇ KANUNY", "ЗАКОН ТУРКМЕНИСТАНА", "BUÝRUK", "Kömek hakynda", "MAZMUNY", "",
        "I BAP. UMUMY", "II BAP", "I BÖLÜM. A", "1-nji madda. Kömek", "2-nji madda.", "12¹-nji madda. A",
        "0-njy madda. A", "Статья 1. А", "Глава X", "1. Bir.", "2. Iki:", "1.1. Üç.", "99999. A", "1) bir;",
        "2) iki.", "11) on bir;", "1¹) a;", "a) a;", "ç) ç.", "z) z", "söz;", "Söz.", "Söz:", "  Söz.",
        "söz dowam", "Bellik. Gün.", "1-nji bellik. A", "(redaksiýasynda)", "(güýjüni ýitirdi)", "()",
        "Güýjüni ýitirdi", "2. Güýjüni ýitirdi", "[nusga]", "Nusga teksti, resmi tekst däl. Resmi teksti ministrlik girizer.",
        "Türkmenistanyň Prezidenti   Ady", "Aşgabat şäheri", "2030-njy ýylyň 18-nji dekabry", "№ 7", "Goşundy",
        "№", "32.13.2030", "Kömеk", "*_[[act/a]]`", "\t\t", "—", ")", "(", ".", "1", "1)", "1.", "«", "madda",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES, min_size=5, max_size=30).map("\n".join)
KINDS = st.sampled_from([None, "law", "order", "statute", "treaty"])


@given(TEXTS, st.sampled_from(CODES), KINDS)
def test_any_lines_are_read_or_refused(text: str, lang: str, kind: str | None) -> None:
    reading = read_file("law.txt", text.encode())
    found = recognise(reading, languages()[lang], project(), project().act_kind(kind))
    for each in found.diagnostics:
        languages()["ru"].message(each.code, each.key, each.values)
        for other in each.related:
            languages()["ru"].message(each.code, other.key, other.values)
    assert found.is_fine or found.diagnostics
    if found.is_fine and found.nodes:
        edition = made_of([found], "2031-01-01").edition
        document = read_text(PATH, as_yaml(edition, PATH, CODES).encode())
        assert document.diagnostics == ()
        assert decode(Edition, document, CODES) == (edition, ())


@given(TEXTS, TEXTS)
def test_any_two_texts_are_laid_onto_one_another(first: str, second: str) -> None:
    texts = [
        recognise(
            read_file("law.txt", text.encode()),
            languages()[lang],
            project(),
            project().act_kind("law"),
        )
        for text, lang in ((first, "tk"), (second, "en"))
    ]
    if all(each.is_fine and each.nodes for each in texts):
        laid = made_of(texts, "2031-01-01")
        assert all(each.code in {"LTX006", "LTX007"} for each in laid.diagnostics)


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.docx", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, path: str) -> None:
    reading = read_file(path, data)
    assert bool(reading.lines) or bool(reading.diagnostics)


@given(st.text(max_size=200))
def test_any_page_is_read_or_refused(text: str) -> None:
    reading = read_file("a.html", f"<p>{text}".encode(errors="replace"))
    assert bool(reading.lines) or bool(reading.diagnostics)


PIECES = st.lists(
    st.sampled_from(
        ["<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>a</w:t>", "<w:tbl>", "</w:tbl>", "<w:numPr/>",
         '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="7"/></w:numPr>', "&amp;", "&b;", "<w:br/>"]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@given(PIECES, PIECES)
def test_any_word_file_is_read_or_refused(text: str, numbering: str) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as pack:
        pack.writestr("word/document.xml", f"<w:document {w}>{text}</w:document>")
        pack.writestr("word/numbering.xml", f"<w:numbering {w}>{numbering}</w:numbering>")
    reading = read_file("a.docx", data.getvalue())
    assert bool(reading.lines) or bool(reading.diagnostics)
