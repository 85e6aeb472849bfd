"""The many ways in which people work on a file in Word: each is read for what it means."""

from collections.abc import Callable

import pytest
from docx.document import Document as Docx
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from gollanma.exchange.word.importing import Imported, import_docx
from gollanma.exchange.word.redlines import redline_document
from gollanma.exchange.word.rewriting import rewritten
from gollanma.model import Ref
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Signature, Variant
from gollanma.views.context import Desk
from gollanma.views.prose import paragraphs
from tests.exchange.word.making import (
    article,
    edition,
    everywhere,
    named,
    paragraph,
    part,
    worked_on,
)
from tests.support.word import NEW, OLD, voice_over

OFFICE = Ref("organisation", "office")
TEXT = edition(
    article(
        part("1", "One two three."), part("2", "Second."), part("3", "Third."), part("4", "Fourth.")
    )
)
Work = Callable[[Docx], object]


def back(work: Work, new: Edition = TEXT, old: Edition | None = None) -> Imported:
    """Give what comes back of an edition, or of two, on which somebody has worked."""
    voice = voice_over("en", old or new, new)
    data = worked_on(redline_document(voice, OLD if old else NEW, NEW), work)
    return import_docx(voice.graph, "back.docx", data, OFFICE)


def changes(imported: Imported) -> str:
    (name,) = (each for each in imported.files if each.startswith("proposals/"))
    return imported.files[name].partition("changes:\n")[2]


def type_over(old: str, new: str) -> Work:
    """Type over words within one run."""

    def work(paper: Docx) -> None:
        run = next(run for run in paragraph(paper, old).runs if old in run.text)
        run.text = run.text.replace(old, new)

    return work


def empty(words: str) -> Work:
    """Delete all words and leave the paragraph."""

    def work(paper: Docx) -> None:
        for run in paragraph(paper, words).runs:
            run.text = ""

    return work


def move(words: str, before: str) -> Work:
    """Cut a paragraph and paste it elsewhere."""
    return lambda paper: paragraph(paper, before)._p.addprevious(paragraph(paper, words)._p)  # noqa: SLF001


def split(words: str, first: str, second: str) -> Work:
    """Begin a new paragraph within the words of a line."""

    def work(paper: Docx) -> None:
        own = paragraph(paper, words)
        above = own.insert_paragraph_before("")
        above._p.append(named(own._p, "bookmarkStart")[0])  # noqa: SLF001 - its bookmark begins there
        above.add_run(first)
        own.runs[0].text = second

    return work


def join(words: str, with_next: str) -> Work:
    """Delete the end of a paragraph, so that it runs into the next."""

    def work(paper: Docx) -> None:
        first, second = paragraph(paper, words), paragraph(paper, with_next)
        for each in list(second._p):  # noqa: SLF001 - the rest of the paragraph moves up
            if each.tag != qn("w:pPr"):
                first._p.append(each)  # noqa: SLF001 - the same
        holder = second._p.getparent()  # noqa: SLF001 - the same
        assert holder is not None
        holder.remove(second._p)  # noqa: SLF001 - the same

    return work


def delete_and_leave_the_mark(words: str, before: str) -> Work:
    """Delete a paragraph; Word leaves its empty bookmark at the beginning of the next."""

    def work(paper: Docx) -> None:
        own, following = paragraph(paper, words)._p, paragraph(paper, before)  # noqa: SLF001
        look = named(following._p, "pPr")[0]  # noqa: SLF001
        for mark in reversed(named(own, "bookmarkStart", "bookmarkEnd")):
            look.addnext(mark)
        holder = own.getparent()
        assert holder is not None
        holder.remove(own)

    return work


@pytest.mark.parametrize(
    ("work", "proposed"),
    [
        pytest.param(
            empty("Second."), "  - kind: repeal\n    target: a1.2\n", id="all words deleted"
        ),
        pytest.param(
            empty("Article 12"),
            "  - kind: replace\n    target: a1\n    without: [heading]\n",
            id="a title deleted while what it heads stays",
        ),
        pytest.param(
            delete_and_leave_the_mark("Second.", "Third."),
            "  - kind: repeal\n    target: a1.2\n",
            id="a paragraph deleted, its bookmark left behind",
        ),
        pytest.param(
            lambda paper: paragraph(paper, "One two").insert_paragraph_before("First of all."),
            "  - kind: insert\n    parent: a1\n    id: a1.5\n    unit: part\n    text:\n"
            "      en: First of all.\n",
            id="a paragraph put in behind a heading",
        ),
        pytest.param(
            move("Third.", "One two"),
            "  - kind: move\n    target: a1.3\n",
            id="a paragraph cut and pasted to the beginning",
        ),
        pytest.param(
            move("One two", "Fourth."),
            "  - kind: move\n    target: a1.1\n    after: a1.3\n",
            id="a paragraph cut and pasted further down",
        ),
        pytest.param(
            split("One two", "1. One.", "Two."),
            "  - kind: words\n    target: a1.1\n    text:\n      en: |-\n        One.\n\n        Two.\n",
            id="a paragraph made two",
        ),
        pytest.param(
            type_over("12", "13"),
            '  - kind: renumber\n    target: a1\n    number: "13^1"\n',
            id="another number in the name of an article",
        ),
        pytest.param(
            lambda paper: paragraph(paper, "Second.").add_run(" And more."),
            "  - kind: words\n    target: a1.2\n    text:\n      en: Second. And more.\n",
            id="words written on behind the bookmark",
        ),
    ],
)
def test_an_edit_is_read_for_what_it_means(work: Work, proposed: str) -> None:
    assert changes(back(work)) == proposed


WHOLE = edition(
    article(
        part(
            "1",
            "Agreed.",
            variants=(
                Variant(id="a", text=everywhere("So.")),
                Variant(id="b", text=everywhere("Not so.")),
            ),
        )
    ),
    preamble=everywhere("We the people."),
    signature=Signature(office=everywhere("The Chair"), place=everywhere("The capital")),
)


@pytest.mark.parametrize(
    ("work", "proposed"),
    [
        pytest.param(
            type_over("people", "citizens"),
            "  - kind: words\n    target: preamble\n    text:\n      en: We the citizens.\n",
            id="the preamble",
        ),
        pytest.param(
            type_over("The Chair", "The Speaker"),
            "  - kind: words\n    target: signature\n    heading:\n      en: The Speaker\n",
            id="the office that signs",
        ),
        pytest.param(
            type_over("The capital", "The other capital"),
            "  - kind: words\n    target: signature\n    text:\n      en: The other capital\n",
            id="the place",
        ),
        pytest.param(
            type_over("Not so.", "Not quite so."),
            "  - kind: words\n    target: a1.1\n    variants:\n      b:\n        en: Not quite so.\n",
            id="one of several wordings",
        ),
        pytest.param(
            empty("Not so."),
            "  - kind: replace\n    target: a1.1\n    without: [variant-b]\n",
            id="a wording that goes",
        ),
        pytest.param(
            type_over("1. Agreed.", "1. 1) it is *agreed*;"),
            "  - kind: replace\n    target: a1.1\n    text:\n      en: 1\\) it is \\*agreed\\*;\n",
            id="a number within words is no list",
        ),
    ],
)
def test_what_stands_around_provisions_can_be_edited_too(work: Work, proposed: str) -> None:
    assert changes(back(work, WHOLE)) == proposed


def test_figures_that_word_raises_come_back_raised() -> None:
    def work(paper: Docx) -> None:
        own = paragraph(paper, "Second.")
        own.add_run(" Of 20 m")
        own.add_run("2").font.superscript = True

    assert "en: Second. Of 20 m²\n" in changes(back(work))


def test_paragraphs_that_were_joined_keep_each_its_own_words() -> None:
    assert back(join("Second.", "Third.")).files == {}


def test_a_mark_of_a_sample_that_somebody_deletes_is_no_proposal() -> None:
    sample = edition(article(part("1", "Words.", sample=True)))
    assert back(type_over(" [sample]", ""), sample).files == {}


def test_what_a_draft_takes_out_and_somebody_keeps_is_proposed_with_its_id() -> None:
    def reject(paper: Docx) -> None:
        for change in named(paper.element.body, "del"):
            for words in named(change, "delText"):
                words.tag = qn("w:t")
            for run in change:
                change.addprevious(run)
            holder = change.getparent()
            assert holder is not None
            holder.remove(change)

    shorter = edition(article(*TEXT.body[0].contains[:3]))
    assert changes(back(reject, shorter, TEXT)) == (
        "  - kind: insert\n    target: a1.4\n    parent: a1\n    after: a1.3\n    unit: part\n"
        '    number: "4"\n    text:\n      en: Fourth.\n'
    )


def test_what_is_moved_out_of_a_provision_does_not_keep_it() -> None:
    points = tuple(
        part(number, f"{words};").model_copy(update={"id": f"a1.2.{number}", "unit": "point"})
        for number, words in (("1", "Food"), ("2", "Care"))
    )
    text = edition(article(part("1", "First."), part("2", "These:", contains=points)))

    def work(paper: Docx) -> None:
        move("Food;", "First.")(paper)
        empty("These:")(paper)
        empty("Care;")(paper)

    assert changes(back(work, text)) == (
        "  - kind: repeal\n    target: a1.2\n  - kind: move\n    target: a1.2.1\n    after: a1\n"
    )


def test_a_comment_on_words_that_are_deleted_stays_on_their_provision() -> None:
    def work(paper: Docx) -> None:
        paper.add_comment(paragraph(paper, "Second.").runs[0], "Leave it out.")
        empty("Second.")(paper)

    comments = [text for name, text in back(work).files.items() if "/comments/" in name]
    assert [f"on: {NEW}#a1.2\n" in each for each in comments] == [True]


@given(words=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co"))))
def test_whatever_somebody_types_is_printed_as_typed(words: str) -> None:
    desk = Desk(voice_over("en", TEXT, TEXT), "", NEW, TEXT)
    lines = (" ".join(each.split()) for each in words.split("/"))
    typed = "\n".join(filter(None, lines))
    record = rewritten(desk.scribe(None), "", typed).words
    assert "\n".join(paragraphs(record, desk.scribe(None))) == typed
