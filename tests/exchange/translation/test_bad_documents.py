"""Documents that are damaged, dangerous or meant for something else: a finding, never a traceback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.diagnostics import Diagnostic
from gollanma.exchange.markup import LARGEST
from gollanma.exchange.translation import read
from tests.exchange.translation.support import SOP, filled, sent, whole
from tests.support.projects import changed, small

SENT = sent(whole(), SOP, "en")
GOOD = filled(SENT, lambda place, _: "Other words." if place == "summary" else None)
BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE xliff [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<xliff>&b;</xliff>
"""
THIEF = b"""<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>"""
UNIT = '<trans-unit id="summary" xml:space="preserve">'


def put(old: str, new: str) -> bytes:
    assert GOOD.count(old.encode()) >= 1, old
    return GOOD.replace(old.encode(), new.encode(), 1)


def line(words: str) -> int:
    return GOOD.decode().partition(words)[0].count("\n") + 1


def places(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, int]]:
    return [(each.code, each.key, each.span.line) for each in found]


def unit(name: str) -> str:
    """Give the whole unit of a place."""
    text = GOOD.decode()
    start = text.index(f'<trans-unit id="{name}"')
    return text[start : text.index("</trans-unit>", start) + len("</trans-unit>")]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(BOMB, ("TRL001", "doctype", 2), id="a bomb"),
        pytest.param(THIEF, ("TRL001", "doctype", 1), id="a document type that opens a file"),
        pytest.param(b" " * (LARGEST + 1), ("TRL001", "size", 1), id="too many bytes"),
        pytest.param(b"<a>" * 61 + b"</a>" * 61, ("TRL001", "deep", 1), id="too deep"),
        pytest.param(b"<a>" + b"x" * 10_500_000 + b"</a>", ("TRL001", "limits", 1), id="words without end"),
        pytest.param(b" \n", ("TRL001", "empty", 1), id="nothing"),
        pytest.param(b"\n<html><body/></html>", ("TRL001", "other", 2), id="a web page"),
        pytest.param(put("document:1.2", "document:2.0"), ("TRL001", "other", 2), id="XLIFF 2"),
        pytest.param(b"Words.", ("TRL001", "syntax", 1), id="plain words"),
        pytest.param(b"\xd0\xff<xliff/>", ("SRC001", "not-utf-8", 1), id="another encoding"),
        pytest.param(put('original="sop/visit"', 'original="sop/gone"'), ("TRL002", "no-record", 3), id="a record that is gone"),
        pytest.param(put(' original="sop/visit"', ""), ("TRL002", "no-record", 3), id="no record named"),
        pytest.param(put('target-language="en"', 'target-language="fr"'), ("TRL002", "no-language", 3), id="a language of nobody"),
        pytest.param(put('target-language="en"', 'target-language="tk"'), ("TRL002", "own-language", 3), id="the language that decides"),
        pytest.param(put("Other words.", "Other <g>words</g>."), ("TRL002", "code", line("Other words.")), id="a code among the words"),
        pytest.param(put(unit("summary"), unit("summary") * 2), ("TRL002", "twice", line("Other words.") + 1), id="a passage twice"),
    ],
)  # fmt: skip
def test_a_document_that_is_refused(data: bytes, found: tuple[str, str, int]) -> None:
    returned, said = read(whole().library, "back.xlf", data)
    assert returned == ()
    assert places(said) == [found]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        pytest.param(put(UNIT, '<trans-unit id="step.gone/title">'), "no-place", id="a place that is gone"),
        pytest.param(put("Maşgala nähili barmaly.", "Köne sözler."), "changed", id="an original that has changed"),
    ],
)  # fmt: skip
def test_a_passage_that_waits_for_a_person(data: bytes, key: str) -> None:
    more = filled(data, lambda place, _: "To hear it." if place == "purpose" else None)
    returned, found = read(whole().library, "back.xlf", more)
    assert [each.passage.place for each in returned] == ["purpose"]
    assert [(each.code, each.key) for each in found] == [("TRL003", key)]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SENT, id="as it went out"),
        pytest.param(put("Other words.", "  "), id="spaces alone"),
        pytest.param(
            put(UNIT, "<trans-unit>").replace(b"Other words.", b""), id="no words and no name"
        ),
    ],
)
def test_where_nothing_was_translated_nothing_comes_back(data: bytes) -> None:
    assert read(whole().library, "back.xlf", data) == ((), ())


def test_marks_of_sentences_are_no_part_of_the_words() -> None:
    data = put("Other words.", '<mrk mtype="seg" mid="0">Other</mrk> <mrk mtype="seg">words.</mrk>')
    (returned,), found = read(whole().library, "back.xlf", data)
    assert (returned.words, found) == ("Other words.", ())


def test_a_record_whose_language_was_changed_takes_nothing_in_it() -> None:
    files = changed(
        "normative/sops/visit.yml", "sample: true\n", "sample: true\nauthoritative: en\n"
    )
    _, found = read(small(files).graph.library, "back.xlf", GOOD)
    assert [each.key for each in found] == ["own-language"]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    returned, found = read(whole().library, "back.xlf", data)
    assert returned == ()
    assert all(each.code in {"TRL001", "SRC001", "SRC002"} for each in found)


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=3))
def test_a_damaged_document_never_ends_the_program(at: int, letters: bytes) -> None:
    returned, found = read(whole().library, "back.xlf", GOOD[:at] + letters + GOOD[at + 1 :])
    assert len(returned) <= GOOD.count(b"<trans-unit")
    assert all(each.span.line >= 1 for each in found)
