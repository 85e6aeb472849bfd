"""A redline says both texts: who accepts its changes reads the new one, who rejects them the old."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import Phase, given, settings
from lxml.etree import _Element as Element

from gollanma.exchange.word.plain import Line, lines
from gollanma.exchange.word.redline import redline
from gollanma.exchange.word.redlines import redline_document
from gollanma.exchange.word.titles import edition_at
from gollanma.law import PieceKind, pairs
from gollanma.model import Text
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Provision, Variant
from gollanma.views.voice import Voice
from tests.exchange.word.making import article, body_of, edition, named, part, parts_of, said
from tests.support.editions import LANGUAGES, amendments
from tests.support.word import NEW, OLD, corpus, pandoc, paragraphs_of, voice_over

Pair = tuple[Edition, Edition]
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A process for every step of shrinking would take hours."""


def told(voice: Voice, key: str, *, in_full: bool = False) -> list[str]:
    return paragraphs_of(lines(voice, key, edition_at(voice, key), in_full=in_full))


def with_changes(old: Sequence[Line], new: Sequence[Line], kind: PieceKind) -> list[str]:
    """Read a redline as it is when every change of a kind is made and every other one is not."""
    kept = {PieceKind.SAME, kind}
    return [
        "".join(piece.text for piece in paragraph.pieces if piece.kind in kept)
        for paragraph in redline(old, new)
        if paragraph.end in kept
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@given(pair=amendments())
def test_a_redline_holds_both_texts_letter_by_letter(language: str, pair: Pair) -> None:
    voice = voice_over(language, *pair)
    old, new = (lines(voice, key, edition_at(voice, key)) for key in (OLD, NEW))
    assert with_changes(old, new, PieceKind.INSERTED) == paragraphs_of(new)
    assert with_changes(old, new, PieceKind.DELETED) == paragraphs_of(old)


def check_by_pandoc(voice: Voice, old: str = OLD, new: str = NEW) -> None:
    data = redline_document(voice, old, new)
    accepted, rejected = pandoc(data, "accept"), pandoc(data, "reject")
    front = len(accepted) - len(told(voice, new))
    assert accepted[:front] == rejected[:front]
    assert 2 <= front <= 3
    assert accepted[front:] == told(voice, new, in_full=old != new)
    assert rejected[front:] == told(voice, old, in_full=old != new)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=8, phases=QUICK)
@given(pair=amendments())
def test_pandoc_reads_both_texts(language: str, pair: Pair) -> None:
    check_by_pandoc(voice_over(language, *pair))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=250, phases=QUICK)
@given(pair=amendments())
def test_pandoc_reads_both_texts_of_many_amendments(language: str, pair: Pair) -> None:
    check_by_pandoc(voice_over(language, *pair))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pandoc_reads_both_texts_of_the_draft_in_the_corpus(language: str) -> None:
    voice = Voice(corpus(), corpus().languages[language])
    act = "act/social-services"
    check_by_pandoc(voice, f"{act}@2022-01-01", f"{act}@draft-submitted")


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_pandoc_reads_both_texts_of_every_two_editions_in_the_corpus(language: str) -> None:
    voice = Voice(corpus(), corpus().languages[language])
    for act, _ in voice.library.keyed(Act):
        for old, new in pairs(voice.library, act):
            check_by_pandoc(voice, old, new)


# --- the file


@given(pair=amendments())
@settings(max_examples=10)
def test_the_same_editions_give_the_same_bytes(pair: Pair) -> None:
    first, second = (redline_document(voice_over("tk", *pair), OLD, NEW) for _ in range(2))
    assert first == second


BEFORE = edition(article(part("1", "One two three."), part("2", "Second."), part("3", "Third.")))
AFTER = edition(
    article(part("1", "One 2 three."), part("3", "Third."), part("3^1", "New.")),
    day=date(2025, 2, 3),
)


def redlined(old: Edition, new: Edition, language: str = "en") -> Element:
    return body_of(redline_document(voice_over(language, old, new), OLD, NEW))


def test_words_that_change_are_tracked_in_runs_and_in_the_ends_of_paragraphs() -> None:
    body = redlined(BEFORE, AFTER)
    runs = {
        (each.tag.partition("}")[2], said(each)) for each in named(body, "ins", "del") if len(each)
    }
    ends = [
        each.tag.partition("}")[2]
        for paragraph in named(body, "pPr")
        for each in named(paragraph, "ins", "del")
    ]
    assert runs == {("del", "two"), ("ins", "2"), ("del", "2. Second."), ("ins", "31. New.")}
    assert ends == ["del", "ins"]


def test_a_change_is_signed_by_the_edition_and_its_day() -> None:
    changes = named(redlined(BEFORE, AFTER), "ins", "del")
    assert {each.get(qn("w:author")) for each in changes} == {"Example: draft of 3 February 2025"}
    assert {each.get(qn("w:date")) for each in changes} == {"2025-02-03T00:00:00Z"}


def test_what_somebody_types_in_the_file_will_be_tracked_too() -> None:
    paper = Document(io.BytesIO(redline_document(voice_over("en", AFTER, AFTER), NEW, NEW)))
    assert len(named(paper.settings.element, "trackRevisions")) == 1


def test_without_a_day_no_change_is_dated() -> None:
    undated = AFTER.model_copy(update={"day": None})
    changes = named(redlined(BEFORE, undated), "ins", "del")
    assert {each.get(qn("w:date")) for each in changes} == {None}


def test_a_provision_that_changes_its_place_is_moved() -> None:
    turned = edition(article(*reversed(BEFORE.body[0].contains)))
    body = redlined(BEFORE, turned)
    starts = [str(each.get(qn("w:name"))) for each in named(body, "moveFromRangeStart")]
    ends = [str(each.get(qn("w:name"))) for each in named(body, "moveToRangeStart")]
    assert sorted(starts) == sorted(ends) == ["move1", "move2"]
    assert {said(each) for each in named(body, "moveFrom") if len(each)} == {
        said(each) for each in named(body, "moveTo") if len(each)
    }
    assert named(body, "ins", "del") == []


def test_every_line_has_one_bookmark_with_its_id() -> None:
    names = [each.get(qn("w:name")) for each in named(redlined(BEFORE, AFTER), "bookmarkStart")]
    assert names[2:] == ["H_a1", "T_a1_1", "T_a1_2", "T_a1_3", "T_a1_3__1"]


def test_every_number_of_a_file_is_its_own() -> None:
    marked = named(redlined(BEFORE, AFTER), "ins", "del", "bookmarkStart", "moveFromRangeStart")
    numbers = [each.get(qn("w:id")) for each in marked]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_run_says_its_language(language: str) -> None:
    runs = named(redlined(BEFORE, AFTER, language), "r")
    spoken = {each.get(qn("w:val")) for run in runs for each in named(run, "lang")}
    assert spoken == {language}
    assert all(len(named(run, "lang")) == 1 for run in runs)


def test_a_raised_number_is_raised_by_word() -> None:
    raised = [said(run) for run in named(redlined(BEFORE, AFTER), "r") if named(run, "vertAlign")]
    assert raised == ["1", "1"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param({"sample": True}, {}, id="the older edition"),
        pytest.param({}, {"sample": True}, id="the newer edition"),
        pytest.param({}, {"body": (part("1", "x", sample=True),)}, id="a provision"),
    ],
)
def test_a_sample_says_so_first_and_on_every_page(old: dict[str, Any], new: dict[str, Any]) -> None:
    pair = (BEFORE.model_copy(update=old), AFTER.model_copy(update=new))
    voice = voice_over("ru", *pair)
    paper = Document(io.BytesIO(redline_document(voice, OLD, NEW)))
    mark = voice.say("act.sample")
    assert paper.paragraphs[0].text == mark
    assert paper.sections[0].header.paragraphs[0].text == mark
    assert paper.core_properties.comments == mark


def test_a_text_that_is_no_sample_has_no_such_mark() -> None:
    voice = voice_over("ru", BEFORE, AFTER)
    parts = parts_of(redline_document(voice, OLD, NEW))
    mark = voice.say("act.sample").encode()
    assert [name for name, data in parts.items() if mark in data] == []


def test_an_edition_alone_has_no_changes() -> None:
    voice = voice_over("en", BEFORE, AFTER)
    body = body_of(redline_document(voice, NEW, NEW))
    assert named(body, "ins", "del", "moveFrom", "moveTo") == []


def test_words_that_nobody_wrote_in_a_language_are_said_to_be_missing() -> None:
    only = part("1", "Diňe türkmençe.").model_copy(update={"text": Text({"tk": "Diňe türkmençe."})})
    voice = voice_over("en", BEFORE, edition(article(only)))
    line = lines(voice, NEW, edition_at(voice, NEW))[-1]
    assert (line.text, line.is_missing) == ("1. [not translated yet]", True)


@pytest.mark.parametrize(
    ("provision", "printed"),
    [
        pytest.param(article(), ["12¹-nji madda. Kömek"], id="an article by its name"),
        pytest.param(
            Provision(id="a1", unit="article", number="3", text=Text({"tk": "Sözler."})),
            ["3-nji madda", "Sözler."],
            id="an article without a heading",
        ),
        pytest.param(part("2", "Sözler."), ["2. Sözler."], id="a part"),
        pytest.param(
            Provision(id="a1.note", unit="note", text=Text({"tk": "Bellik."})),
            ["Bellik."],
            id="a note",
        ),
        pytest.param(
            part("2", "Sözler.", repealed=True, contains=(part("3", "Içinde."),)),
            ["2. [Güýjüni ýitiren]"],
            id="what is repealed keeps its number alone",
        ),
        pytest.param(
            part("2", "Sözler.", sample=True), ["2. Sözler. [nusga]"], id="a sample among others"
        ),
        pytest.param(part("2", "Sözler.", merged=("tk",)), [], id="what its holder says"),
        pytest.param(
            part("2", "Birinji.\n\nIkinji\nsetir."),
            ["2. Birinji.", "Ikinji setir."],
            id="two paragraphs",
        ),
        pytest.param(
            part("2", "Şular:\n\n1) bir;\n2) iki."),
            ["2. Şular:", "1) bir;", "2) iki."],
            id="a list keeps its numbers",
        ),
        pytest.param(
            part("2", "Seret [[#a1|şu ýere]]."), ["2. Seret şu ýere."], id="a reference is words"
        ),
        pytest.param(
            part("2", "Sözler.", variants=(Variant(id="a", text=Text({"tk": "Başga."})),)),
            ["2. Sözler.", "A görnüşi: Başga."],
            id="a variant",
        ),
    ],
)
def test_a_provision_is_printed(provision: Provision, printed: list[str]) -> None:
    voice = voice_over("tk", BEFORE, edition(provision))
    assert told(voice, NEW) == printed
