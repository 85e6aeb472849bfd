"""Tables for working groups: what was, what is proposed and why; what offices say of a draft."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

from gollanma.exchange.word.comparative import comparative_table_document
from gollanma.exchange.word.disagreements import disagreements_document
from gollanma.graph import Graph
from gollanma.model import Ref, Text
from gollanma.model.kinds import Comment, Edition
from gollanma.model.kinds.acts import Change, ChangeKind
from gollanma.views.editions.pair import comments_on
from gollanma.views.voice import Voice
from tests.exchange.word.making import article, edition, everywhere, part
from tests.support.word import LANGUAGES, NEW, OLD, corpus, voice_over


def table_of(data: bytes) -> Table:
    return Document(io.BytesIO(data)).tables[0]


def rows_of(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table_of(data).rows]


OLD_TEXT = edition(
    article(part("1", "One two three."), part("2", "Gone."), part("3", "Third."), number="5")
)
NEW_TEXT = edition(
    article(part("1", "One 2 three."), part("3", "Third."), part("3^1", "New."), number="5"),
    changes=(
        Change(kind=ChangeKind.WORDS, target="a1.1", reason=Text({"en": "Figures *read* easier."})),
        Change(kind=ChangeKind.REPEAL, target="a1.2", reason=Text({"ru": "Устарело."})),
    ),
    based_on=OLD.partition("@")[2],
)


def compared(old: Edition, new: Edition, language: str = "en") -> bytes:
    return comparative_table_document(voice_over(language, old, new), OLD, NEW)


def test_a_comparative_table_says_what_was_what_is_proposed_and_why() -> None:
    assert rows_of(compared(OLD_TEXT, NEW_TEXT)) == [
        ["Provision", "draft of 1 May 2024", "draft of 1 May 2024", "Why"],
        ["Part 1 of Article 5", "1. One two three.", "1. One 2 three.", "Figures read easier."],
        ["Part 2 of Article 5", "2. Gone.", "none", "Устарело."],
        ["Part 31 of Article 5", "none", "31. New.", ""],
    ]


def test_words_that_one_side_has_alone_stand_out() -> None:
    row = table_of(compared(OLD_TEXT, NEW_TEXT)).rows[1]
    struck = [run.text for cell in row.cells for run in cell.paragraphs[0].runs if run.font.strike]
    bold = [run.text for cell in row.cells for run in cell.paragraphs[0].runs if run.bold]
    assert (struck, bold) == (["two"], ["two", "2"])


def test_the_head_of_the_table_stands_on_every_page_and_the_page_lies() -> None:
    paper = Document(io.BytesIO(compared(OLD_TEXT, NEW_TEXT)))
    heads = [bool(list(row._tr.iter(qn("w:tblHeader")))) for row in paper.tables[0].rows]  # noqa: SLF001
    assert heads == [True, False, False, False]
    width, height = paper.sections[0].page_width, paper.sections[0].page_height
    assert width is not None
    assert height is not None
    assert width > height


def test_a_repealed_article_goes_with_all_that_it_holds() -> None:
    repealed = edition(article(*OLD_TEXT.body[0].contains, number="5", repealed=True))
    rows = rows_of(compared(OLD_TEXT, repealed))[1:]
    assert rows == [
        [
            "Article 5",
            "Article 5. Help\n1. One two three.\n2. Gone.\n3. Third.",
            "Article 5. Help [Repealed]",
            "",
        ]
    ]


def test_what_moves_is_said_to_move() -> None:
    turned = edition(article(*reversed(OLD_TEXT.body[0].contains), number="5"))
    rows = rows_of(compared(OLD_TEXT, turned))[1:]
    assert [row[0] for row in rows] == [
        "Part 3 of Article 5\n[moved]",
        "Part 2 of Article 5\n[moved]",
    ]


def test_texts_that_do_not_differ_in_a_language_are_said_to_be_the_same() -> None:
    words = Text({"tk": "Başga.", "ru": "One two three.", "en": "One two three."})
    only = part("1", "x").model_copy(update={"text": words})
    new = edition(article(only, *OLD_TEXT.body[0].contains[1:], number="5"))
    assert rows_of(compared(OLD_TEXT, new, "ru"))[1:] == [["Тексты не различаются.", "", "", ""]]
    assert len(rows_of(compared(OLD_TEXT, new, "tk"))) == 2


# --- what offices say


def comment(place: str, text: str, **more: Any) -> Comment:
    return Comment(on=Ref.parse(f"{NEW}{place}"), text=everywhere(text), **more)


def disagreeing(comments: Mapping[str, Comment], language: str = "en") -> bytes:
    voice = voice_over(language, OLD_TEXT, NEW_TEXT)
    library = voice.library
    library = library.having({**library.records, **comments}, frozenset())
    return disagreements_document(Voice(Graph(library, LANGUAGES), voice.language), NEW)


COMMENTS = {
    "comment/a": comment("", "On all of it."),
    "comment/b": comment("#a1.3", "Later.", proposal=everywhere("Say *more*.")),
    "comment/c": comment(
        "#a1.1",
        "First.",
        office=Ref.parse("organisation/office"),
        answer=everywhere("Taken."),
    ),
}


def test_comments_stand_in_the_order_of_the_text_with_their_answers() -> None:
    rows = rows_of(disagreeing(COMMENTS))
    assert [[row[0], *row[2:]] for row in rows] == [
        ["Provision", "Comment", "Proposal", "Answer"],
        ["Part 1 of Article 5", "First.", "", "Taken."],
        ["Part 3 of Article 5", "Later.", "Say more.", "[awaits an answer]"],
        ["On the draft as a whole", "On all of it.", "", "[awaits an answer]"],
    ]
    assert rows[1][1] != ""


def test_a_comment_that_is_a_sample_marks_the_file() -> None:
    official = Document(io.BytesIO(disagreeing(COMMENTS)))
    sample = {"comment/a": comment("", "Made up.", sample=True)}
    marked = Document(io.BytesIO(disagreeing(sample)))
    assert "not the official text" not in official.paragraphs[0].text
    assert "not the official text" in marked.paragraphs[0].text
    assert "not the official text" in marked.sections[0].header.paragraphs[0].text


def test_words_in_another_language_say_so() -> None:
    only = {"comment/a": Comment(on=Ref.parse(f"{NEW}#a1.1"), text=Text({"tk": "Teswir."}))}
    cell = table_of(disagreeing(only, "ru")).rows[1].cells[2]
    spoken = [each.get(qn("w:val")) for each in cell._tc.iter(qn("w:lang"))]  # noqa: SLF001
    assert (cell.text, spoken) == ("Teswir.", ["tk"])


# --- the corpus


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_draft_in_the_corpus_gives_its_tables(language: str) -> None:
    voice = Voice(corpus(), LANGUAGES[language])
    old, new = "act/social-services@2022-01-01", "act/social-services@draft-submitted"
    rows = rows_of(comparative_table_document(voice, old, new))
    remarks = rows_of(disagreements_document(voice, new))
    assert len(rows) > 10
    assert all(row[0] and row[1] and row[2] for row in rows)
    assert len(remarks) == 1 + len(list(comments_on(voice, new)))
