"""Documents that are damaged, dangerous or somebody else's: a finding, never a record."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.diagnostics import Diagnostic
from gollanma.exchange.akn import LARGEST, documents, read
from tests.exchange.akn.support import ACT, addressed

KEY = f"{ACT}@2020-02-01"
GOOD = dict(documents(addressed(), KEY))
TK, RU, EN = (f"help@2020-02-01.{code}.xml" for code in ("tk", "ru", "en"))
BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE akomaNtoso [
  <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
]>
<akomaNtoso>&c;</akomaNtoso>
"""
THIEF = b"""<!-- a law --><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>"""
Place = tuple[str, str, str, int]


def put(name: str, old: str, new: str) -> dict[str, bytes]:
    """Give the documents of the small law, with other words in one of them."""
    assert old.encode() in GOOD[name], old
    return {**GOOD, name: GOOD[name].replace(old.encode(), new.encode(), 1)}


def line_in(name: str, words: str) -> int:
    return GOOD[name].decode().partition(words)[0].count("\n") + 1


def places(found: tuple[Diagnostic, ...]) -> list[Place]:
    return [(each.code, each.key, each.span.path, each.span.line) for each in found]


FRENCH = put(EN, 'language="eng"', 'language="fra"')
DAMAGED = {EN: GOOD[EN].replace(b"</heading>", b"", 1)}
OTHER_DAY = put(RU, 'eId="evt_3" date="2020-02-01"', 'eId="evt_3" date="2020-03-01"')
LOST_PART = put(RU, 'wId="a1.2"', 'wId="a1.9"')


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param({"x.xml": BOMB}, ("AKN001", "doctype", "x.xml", 2), id="a bomb"),
        pytest.param({"x.xml": THIEF}, ("AKN001", "doctype", "x.xml", 1), id="a document type that opens a file"),
        pytest.param({"x.xml": b"<?a?>" * 99 + b"\n" * 9999 + BOMB[22:]}, ("AKN001", "doctype", "x.xml", 10000), id="a bomb far below"),
        pytest.param({"x.xml": b" " * (LARGEST + 1)}, ("AKN001", "size", "x.xml", 1), id="too many bytes"),
        pytest.param({"x.xml": b"<a>" * 61 + b"</a>" * 61}, ("AKN001", "deep", "x.xml", 1), id="too deep"),
        pytest.param({"x.xml": b"<a>" * 9999 + b"</a>" * 9999}, ("AKN001", "limits", "x.xml", 1), id="far too deep"),
        pytest.param({"x.xml": b"<a>" + b"x" * 10_500_000 + b"</a>"}, ("AKN001", "limits", "x.xml", 1), id="words without end"),
        pytest.param({"x.xml": b""}, ("AKN001", "empty", "x.xml", 1), id="nothing"),
        pytest.param({"x.xml": b"\n<html><body/></html>"}, ("AKN001", "other", "x.xml", 2), id="a web page"),
        pytest.param({"x.xml": b"Article 1. Help"}, ("AKN001", "syntax", "x.xml", 1), id="plain words"),
        pytest.param({"x.xml": b"<p>\n&nbsp;</p>"}, ("AKN001", "syntax", "x.xml", 2), id="an entity of web pages"),
        pytest.param({"x.xml": "<а/>".encode("cp1251")}, ("SRC001", "not-utf-8", "x.xml", 1), id="not UTF-8"),
        pytest.param(DAMAGED, ("AKN001", "syntax", EN, line_in(EN, "</article>")), id="a tag that does not close"),
        pytest.param(FRENCH, ("AKN002", "no-language", EN, line_in(EN, "<FRBRlanguage")), id="a language that the project has not"),
        pytest.param(OTHER_DAY, ("AKN003", "value", RU, line_in(RU, "<timeInterval")), id="two languages, two days"),
        pytest.param(LOST_PART, ("AKN003", "unit", RU, line_in(RU, 'wId="a1.2"')), id="two languages, two parts"),
        pytest.param({**GOOD, "again.xml": GOOD[EN]}, ("AKN003", "twice", "again.xml", 1), id="one language twice"),
        pytest.param(put(EN, KEY, "act/none@2020-02-01"), ("AKN002", "no-act", EN, line_in(EN, 'name="gollanma"')), id="an act that is not there"),
        pytest.param(put(EN, KEY, f"{ACT}@../../x"), ("AKN002", "no-key", EN, line_in(EN, 'name="gollanma"')), id="an edition outside its folder"),
        pytest.param(put(EN, KEY, f"{ACT}@con"), ("AKN002", "no-key", EN, line_in(EN, 'name="gollanma"')), id="a name that no computer keeps"),
        pytest.param(put(EN, "Help is given", "Help\u202e is given"), ("AKN002", "unseen", EN, line_in(EN, "Help is given") - 1), id="a sign that turns words around"),
    ],
)  # fmt: skip
def test_a_bad_document_gives_no_edition(files: Mapping[str, bytes], found: Place) -> None:
    imported = read(addressed(), files)
    assert places(imported.diagnostics)[:1] == [found]
    assert imported.editions == {}


def test_an_edition_may_be_told_from_outside() -> None:
    files = {EN: put(EN, f'value="{KEY}"', 'value="x"')[EN]}
    assert read(addressed(), files).editions == {}
    assert list(read(addressed(), files, f"{ACT}@2030-01-01").editions) == [f"{ACT}@2030-01-01"]


@given(
    st.sampled_from((TK, RU, EN)),
    st.integers(0, min(map(len, GOOD.values()))),
    st.integers(0, 40),
    st.sampled_from((b"", b"<", b">", b'"', b"&", b"&#0;", b"<p>", b"</p>", b"<?x?>", b"<!--", b"]]>", b"<![CDATA[<p>]]>", b"\xff", b"\x00", b"x")),
)  # fmt: skip
def test_no_damage_is_too_much(name: str, start: int, length: int, instead: bytes) -> None:
    files = {**GOOD, name: GOOD[name][:start] + instead + GOOD[name][start + length :]}
    imported = read(addressed(), files)
    assert set(imported.editions) <= {KEY} or not imported.diagnostics
