"""What comes back in a Word file becomes proposals and comments; what is no such file is refused."""

import io
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from gollanma.diagnostics import Severity
from gollanma.exchange.word.applying import applied, provision_of
from gollanma.exchange.word.importing import Imported, import_docx
from gollanma.exchange.word.package import COMMENTS, LARGEST, LARGEST_PART, TEXT
from gollanma.exchange.word.redlines import redline_document
from gollanma.law import units
from gollanma.model import Ref, Text
from gollanma.model.decode import decode
from gollanma.model.kinds import Comment, Edition
from gollanma.model.kinds.acts import ChangeKind, Provision
from gollanma.source import read_text
from tests.exchange.word.making import (
    article,
    edition,
    paragraph,
    part,
    parts_of,
    repacked,
    worked_on,
)
from tests.support.word import LANGUAGES, NEW, OLD, voice_over

OFFICE = Ref("organisation", "office")
FILE = "back.docx"
BEFORE = edition(article(part("1", "One two three."), part("2", "Second."), number="5"))
AFTER = edition(
    article(
        part("1", "One 2 three, see [[#a1.2]]."),
        part("2", "Second."),
        part("3", "Third."),
        number="5",
    )
)


def written(new: Edition = AFTER, old: str = NEW) -> bytes:
    return redline_document(voice_over("en", BEFORE, new), old, NEW)


def imported(data: bytes, new: Edition = AFTER) -> Imported:
    return import_docx(voice_over("en", BEFORE, new).graph, FILE, data, OFFICE)


def back(work: Callable[[Docx], object], new: Edition = AFTER) -> Imported:
    return imported(worked_on(written(new), work), new)


def type_over(old: str, new: str) -> Callable[[Docx], None]:
    """Type over words with nothing tracked."""

    def work(paper: Docx) -> None:
        there = paragraph(paper, old)
        words = there.text
        for run in there.runs[1:]:
            run.text = ""
        there.runs[0].text = words.replace(old, new)

    return work


def take_out(words: str) -> Callable[[Docx], None]:
    def work(paper: Docx) -> None:
        there = paragraph(paper, words)._p  # noqa: SLF001 - python-docx takes no paragraph out
        holder = there.getparent()
        assert holder is not None
        holder.remove(there)

    return work


def add_before(words: str, new: str) -> Callable[[Docx], object]:
    return lambda paper: paragraph(paper, words).insert_paragraph_before(new)


def changes(found: Imported) -> str:
    (name,) = (each for each in found.files if each.startswith("proposals/"))
    return found.files[name].partition("changes:\n")[2]


@pytest.mark.parametrize(
    ("work", "proposed"),
    [
        pytest.param(
            type_over("Second.", "Second and last."),
            "  - kind: words\n    target: a1.2\n    text:\n      en: Second and last.\n",
            id="words typed over",
        ),
        pytest.param(
            type_over("Second.", "Other"),
            "  - kind: replace\n    target: a1.2\n    text:\n      en: Other\n",
            id="another text",
        ),
        pytest.param(
            type_over("Article 5. Help", "Article 5. Care"),
            "  - kind: replace\n    target: a1\n    heading:\n      en: Care\n",
            id="another heading",
        ),
        pytest.param(
            type_over("3. Third.", "4. Third."),
            '  - kind: renumber\n    target: a1.3\n    number: "4"\n',
            id="another number",
        ),
        pytest.param(
            take_out("Second."), "  - kind: repeal\n    target: a1.2\n", id="a paragraph taken out"
        ),
        pytest.param(
            add_before("Third.", "2¹. Between."),
            "  - kind: insert\n    parent: a1\n    after: a1.2\n    id: a1.2-1\n    unit: part\n"
            '    number: "2^1"\n    text:\n      en: Between.\n',
            id="a paragraph put in",
        ),
        pytest.param(
            type_over("Second.", "[Repealed]"),
            "  - kind: repeal\n    target: a1.2\n",
            id="a paragraph said to be repealed",
        ),
        pytest.param(
            type_over("Article 5. Help", "Article 5. Help [Repealed]"),
            "  - kind: repeal\n    target: a1\n",
            id="an article said to be repealed",
        ),
        pytest.param(
            type_over("Second.", "[Taken out]"),
            '  - kind: replace\n    target: a1.2\n    text:\n      en: "[Taken out]"\n',
            id="brackets of another kind are words",
        ),
        pytest.param(
            add_before("Third.", "Not *bold* [or a link]."),
            "  - kind: insert\n    parent: a1\n    after: a1.2\n    id: a1.4\n    unit: part\n"
            "    text:\n      en: Not \\*bold\\* \\[or a link\\].\n",
            id="signs of markup mean themselves",
        ),
        pytest.param(
            type_over("One 2", "Now one 2"),
            "  - kind: words\n    target: a1.1\n    text:\n"
            "      en: Now one 2 three, see [[#a1.2]].\n",
            id="a reference stays one",
        ),
    ],
)
def test_an_edit_is_proposed(work: Callable[[Docx], object], proposed: str) -> None:
    found = back(work)
    assert changes(found) == proposed
    assert found.diagnostics == ()


def typed(before: str, *words: str) -> Callable[[Docx], None]:
    """Type paragraphs before one that is there."""

    def work(paper: Docx) -> None:
        there = paragraph(paper, before)
        for each in words:
            there.insert_paragraph_before(each)

    return work


TWO = edition(
    *AFTER.body,
    article(part("1", "Paid.").model_copy(update={"id": "a2.1"}), number="6", id="a2"),
)


def test_a_new_article_is_proposed_with_all_that_was_typed_below_it() -> None:
    work = typed(
        "Article 6. Help",
        "Article 5¹. Care",
        "1. Care is:",
        "1) food;",
        "2) company.",
        "2. Care is given at home.",
        "Whoever asks is heard.",
    )
    found = back(work, TWO)
    assert found.diagnostics == ()
    assert (
        changes(found)
        == """\
  - kind: insert
    after: a1
    id: a5-1
    unit: article
    number: "5^1"
    heading:
      en: Care
    contains:
      - id: a5-1.1
        unit: part
        number: "1"
        text:
          en: "Care is:"
        contains:
          - id: a5-1.1.1
            unit: point
            number: "1"
            text:
              en: food;
          - id: a5-1.1.2
            unit: point
            number: "2"
            text:
              en: company.
      - id: a5-1.2
        unit: part
        number: "2"
        text:
          en: Care is given at home.
      - id: a5-1.3
        unit: part
        text:
          en: Whoever asks is heard.
"""
    )


def test_a_new_article_of_one_paragraph_has_its_words_itself() -> None:
    found = back(typed("Article 6. Help", "Article 5¹. Care", "Care is free."), TWO)
    assert changes(found) == (
        "  - kind: insert\n    after: a1\n    id: a5-1\n    unit: article\n"
        '    number: "5^1"\n    heading:\n      en: Care\n    text:\n      en: Care is free.\n'
    )


def test_what_is_new_behind_all_is_the_last_of_all() -> None:
    found = back(lambda paper: paper.add_paragraph("Article 7. Care"), TWO)
    assert changes(found).startswith("  - kind: insert\n    after: a2\n    id: a7\n")


@pytest.mark.parametrize(
    ("words", "unit", "number"),
    [
        pytest.param("ARTICLE 5-1. CARE", "article", '"5^1"', id="in capitals, with a dash"),
        pytest.param("Article 5¹ CARE", "article", '"5^1"', id="without a stop"),
        pytest.param("Article 5^1. Care", "article", '"5^1"', id="as data"),
    ],
)
def test_a_heading_is_known_however_it_is_typed(words: str, unit: str, number: str) -> None:
    found = changes(back(typed("Article 6. Help", words), TWO))
    assert f"    unit: {unit}\n    number: {number}\n    heading:\n" in found


@pytest.mark.parametrize(
    ("words", "unit", "number", "said"),
    [
        pytest.param("2¹.  Care\tis   free.", "part", "2^1", "Care is free.", id="tabs and spaces"),
        pytest.param("2-1. Care is free.", "part", "2^1", "Care is free.", id="a dash"),
        pytest.param("4.Care is free.", "part", "4", "Care is free.", id="no space"),
        pytest.param("4 . Care is free.", "part", "4", "Care is free.", id="a space too many"),
        pytest.param("4) Care is free.", "point", "4", "Care is free.", id="a bracket"),
        pytest.param("4 ) Care is free.", "point", "4", "Care is free.", id="a bracket apart"),
        pytest.param("4.) Care is free.", "point", "4", "Care is free.", id="stop and bracket"),
        pytest.param("(4) Care is free.", "point", "4", "Care is free.", id="two brackets"),
        pytest.param("Care is\u00ad free.", "part", "", "Care is free.", id="a hidden hyphen"),
        pytest.param("2030 was a year.", "part", "", "2030 was a year.", id="no number at all"),
    ],
)
def test_a_new_paragraph_is_read_however_it_is_numbered(
    words: str, unit: str, number: str, said: str
) -> None:
    found = changes(back(typed("3. Third.", words)))
    written = f'    number: "{number}"\n' if number else ""
    assert f"    unit: {unit}\n{written}    text:\n      en: {said}\n" in found


@pytest.mark.parametrize(
    ("words", "written"),
    [
        pytest.param("4.", '    unit: part\n    number: "4"\n', id="of a part"),
        pytest.param("Article 5¹", '    unit: article\n    number: "5^1"\n', id="of an article"),
    ],
)
def test_a_number_alone_is_proposed_without_words(words: str, written: str) -> None:
    assert changes(back(typed("Article 6. Help", words), TWO)).endswith(written)


def test_two_new_articles_stand_one_behind_the_other() -> None:
    found = back(typed("Article 6. Help", "Article 5¹. Care", "Article 5². More"), TWO)
    assert [each for each in changes(found).splitlines() if "after" in each or " id" in each] == [
        "    after: a1",
        "    id: a5-1",
        "    after: a5-1",
        "    id: a5-2",
    ]


def test_an_id_that_another_edition_has_is_not_suggested() -> None:
    gone = edition(article(part("2^1", "Once."), number="5"))
    voice = voice_over("en", gone, AFTER)
    data = worked_on(redline_document(voice, NEW, NEW), add_before("Third.", "2¹. Between."))
    found = import_docx(voice.graph, FILE, data, OFFICE)
    assert "    id: a1.2-1b\n" in changes(found)


def test_a_new_article_within_another_says_what_stays_there() -> None:
    found = back(typed("3. Third.", "Article 6¹. Care", "1. Care is given."))
    assert changes(found).startswith(
        '  - kind: insert\n    after: a1\n    id: a6-1\n    unit: article\n    number: "6^1"\n'
    )
    assert said_of(found) == [("below", {"after": "a1.3"})]


def said_of(found: Imported) -> list[tuple[str, dict[str, object]]]:
    assert {each.code for each in found.diagnostics} <= {"WRD003"}
    return [(each.key, dict(each.values)) for each in found.diagnostics]


def copy(words: str, before: str) -> Callable[[Docx], None]:
    """Copy a paragraph, its bookmark and all, and paste it elsewhere."""
    return lambda paper: paragraph(paper, before)._p.addprevious(  # noqa: SLF001 - python-docx copies none
        deepcopy(paragraph(paper, words)._p)  # noqa: SLF001 - the same
    )


@pytest.mark.parametrize(
    ("work", "said"),
    [
        pytest.param(
            copy("2. Second.", "3. Third."),
            [
                ("copied", {"provision": "a1.2"}),
                ("twice", {"number": "2", "provision": "a1.2"}),
            ],
            id="a paragraph copied with its bookmark",
        ),
        pytest.param(
            typed("3. Third.", "One 2 three, see part 2 of this Article."),
            [("copied", {"provision": "a1.1"})],
            id="words typed again",
        ),
        pytest.param(
            typed("3. Third.", "2. Another second."),
            [("twice", {"number": "2", "provision": "a1.2"})],
            id="a number typed again",
        ),
        pytest.param(
            typed("Article 6. Help", "Article 5. Care"),
            [("twice", {"number": "5", "provision": "a1"})],
            id="an article's number typed again",
        ),
        pytest.param(
            typed("Article 6. Help", "Article 5¹. Care", "1. One.", "1. One again."),
            [("twice", {"number": "1", "provision": "a5-1.1"})],
            id="one number twice in what is new",
        ),
        pytest.param(
            type_over("3. Third.", "2. Third."),
            [("twice", {"number": "2", "provision": "a1.2"})],
            id="a number changed to one that is there",
        ),
        pytest.param(type_over("2. Second.", "4. Second."), [], id="a number that is free"),
    ],
)
def test_what_stands_twice_is_said(
    work: Callable[[Docx], object], said: list[tuple[str, dict[str, object]]]
) -> None:
    assert said_of(back(work, TWO)) == said


def test_a_number_whose_provision_goes_may_be_given_again() -> None:
    def work(paper: Docx) -> None:
        take_out("2. Second.")(paper)
        typed("3. Third.", "2. Another.")(paper)

    assert said_of(back(work)) == []


def test_a_number_tells_a_point_from_a_part() -> None:
    point = part("1", "A point.").model_copy(update={"id": "a1.1.1", "unit": "point"})
    holder = part("1", "These:", contains=(point,))
    text = edition(article(holder, part("2", "Second."), number="5"))

    def work(paper: Docx) -> None:
        there = paragraph(paper, "2. Second.")
        there.insert_paragraph_before("2) Another point.")
        there.insert_paragraph_before("1¹. Another part.")

    found = changes(back(work, text)).splitlines()
    assert [each for each in found if "unit" in each] == ["    unit: point", "    unit: part"]


def test_what_a_file_proposes_says_to_which_edition_and_whose_it_is() -> None:
    found = back(take_out("Second."))
    assert found.files == {
        "proposals/help-draft-next-office-en.yml": (
            "on: act/help@draft-next\noffice: organisation/office\nlanguage: en\n"
            "changes:\n  - kind: repeal\n    target: a1.2\n"
        )
    }


def test_a_reference_that_is_lost_is_named() -> None:
    found = back(type_over("three, see ", "three, not "))
    (lost,) = back(type_over("One 2 three, see part 2 of this Article.", "One.")).diagnostics
    assert found.diagnostics == ()
    assert (lost.code, lost.key, dict(lost.values)) == (
        "WRD002",
        "reference",
        {"reference": "[[#a1.2]]", "provision": "a1.1"},
    )


@pytest.mark.parametrize("old", [OLD, NEW])
def test_a_file_as_it_was_sent_out_proposes_nothing(old: str) -> None:
    assert imported(written(old=old)).files == {}


def test_what_a_reader_does_to_the_looks_of_a_file_is_no_proposal() -> None:
    def work(paper: Docx) -> None:
        paper.add_paragraph("")
        for run in paragraph(paper, "Second.").runs:
            run.font.size = Pt(20)
            run.bold = True

    assert back(work).files == {}


TYPED = st.lists(
    st.sampled_from(
        [
            "Article 5¹. Care", "ARTICLE 7. TIME", "Article 5. Care", "Chapter I. All", "1. One.", "2. Two:",
            "1) one;", "2 ) two;", "(3) three.", "a) small;", "Words.", "Words that go on", "1.1. Deep.",
            "99999. Far.", "Note. Say.", "*[[#a1]]*", "— dash", "5", "5.", ")", "Article", "2. Second.",
        ]
    ),
    min_size=1,
    max_size=9,
)  # fmt: skip


@settings(max_examples=60)
@given(lines=TYPED, before=st.sampled_from(["Article 5.", "2. Second.", "Article 6.", "1. Paid."]))
def test_whatever_is_typed_is_proposed_once_with_ids_of_its_own(
    lines: list[str], before: str
) -> None:
    found = back(typed(before, *lines), TWO)
    assert {each.code for each in found.diagnostics} <= {"WRD002", "WRD003"}
    new = [each for each in found.changes if each.kind is ChangeKind.INSERT]
    placed = [each for each in new if each.id]
    said = [line for each in placed for line in _all(provision_of(each))]
    said += [("", str(each.text)) for each in new if not each.id]
    ids = [id_ for id_, _ in said if id_]
    assert len(ids) == len(set(ids))
    assert not set(ids) & set(units(TWO))
    texts = "\n".join(words for _, words in said)
    assert texts.count("Words that go on") == lines.count("Words that go on")
    assert texts.count("one;") == lines.count("1) one;")
    assert set(ids) <= set(units(applied(TWO, placed)))


def _all(provision: Provision) -> Iterator[tuple[str, str]]:
    words = [text.get("en", "") for text in (provision.heading, provision.text) if text]
    yield provision.id, "\n".join(words)
    for each in provision.contains:
        yield from _all(each)


# --- comments


def remark(words: str, text: str) -> Callable[[Docx], None]:
    def work(paper: Docx) -> None:
        paper.add_comment(paragraph(paper, words).runs, text=text, author="Somebody", initials="S")

    return work


def comment_of(found: Imported, path: str) -> Comment:
    """Read a comment as the project would."""
    document = read_text(path, found.files[path].encode())
    comment, wrong = decode(Comment, document, tuple(LANGUAGES))
    assert (document.diagnostics, wrong) == ((), ())
    assert comment is not None
    return comment


def test_a_comment_in_word_is_a_comment_of_the_office_on_its_provision() -> None:
    found = back(remark("Second.", "Say *why*."))
    (path,) = found.files
    comment = comment_of(found, path)
    assert path == "normative/acts/help/comments/office-1.yml"
    assert (str(comment.office), str(comment.on)) == (str(OFFICE), f"{NEW}#a1.2")
    assert (comment.text, comment.language) == (Text({"en": "Say \\*why\\*."}), "en")
    assert (comment.proposal, comment.answer, comment.sample) == (None, None, False)


def test_nobodys_name_is_kept() -> None:
    found = back(remark("Second.", "Say why."))
    assert [each for each in found.files.values() if "Somebody" in each] == []


def test_a_comment_beside_an_edit_carries_what_is_proposed() -> None:
    def work(paper: Docx) -> None:
        type_over("Second.", "Second and last.")(paper)
        remark("Second and last.", "It ends here.")(paper)

    found = back(work)
    comment = comment_of(found, "normative/acts/help/comments/office-1.yml")
    assert comment.proposal == Text({"en": "Second and last."})


@pytest.mark.parametrize(
    ("words", "on"),
    [
        pytest.param("Article 5. Help", f"{NEW}#a1", id="on a heading"),
        pytest.param("draft of", NEW, id="on the front: on all of it"),
    ],
)
def test_a_comment_knows_its_place(words: str, on: str) -> None:
    found = back(remark(words, "Why?"))
    assert [str(comment_of(found, path).on) for path in found.files] == [on]


def test_a_comment_whose_day_is_none_has_none() -> None:
    data = worked_on(written(), remark("Second.", "Why?"))
    dated = parts_of(data)[COMMENTS].replace(b'w:date="', b'w:date="somewhen ')
    found = imported(repacked(data, {COMMENTS: dated}))
    (path,) = found.files
    assert comment_of(found, path).day is None


def test_an_empty_comment_says_nothing() -> None:
    assert back(remark("Second.", " ")).files == {}


# --- samples


@pytest.mark.parametrize(
    "new",
    [
        pytest.param({"sample": True}, id="the edition"),
        pytest.param({"body": (part("2", "Second.", sample=True),)}, id="a provision"),
    ],
)
def test_what_is_made_of_a_sample_is_one(new: dict[str, Any]) -> None:
    def work(paper: Docx) -> None:
        type_over("Second.", "Second and last.")(paper)
        remark("Second and last.", "It ends here.")(paper)

    found = back(work, AFTER.model_copy(update=new))
    assert ["sample: true\n" in each for each in found.files.values()] == [True, True]


# --- what is no such file


def with_text(change: Callable[[bytes], bytes]) -> bytes:
    data = written()
    return repacked(data, {TEXT: change(parts_of(data)[TEXT])})


def with_doctype(text: bytes) -> bytes:
    head, _, rest = text.partition(b"?>")
    bomb = b'<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    return head + b"?>" + bomb + rest


def zeros() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(TEXT, bytes(LARGEST_PART + 1))
    return made.getvalue()


def of_nobody() -> bytes:
    kept = io.BytesIO()
    Document().save(kept)
    return kept.getvalue()


def without_stamp() -> bytes:
    def work(paper: Docx) -> None:
        first = next(paper.element.body.iter(qn("w:bookmarkStart")))
        first.set(qn("w:name"), "mine")

    return worked_on(written(), work)


def of_another_edition() -> bytes:
    return with_text(lambda text: text.replace(b'"G_', b'"G_0'))


def of_another_act() -> bytes:
    return with_text(lambda text: text.replace(b'"T_a1_2"', b'"T_a77_2"'))


@pytest.mark.parametrize(
    ("make", "key", "paragraph_"),
    [
        pytest.param(lambda: b"", "no-word", 1, id="empty"),
        pytest.param(lambda: b"%PDF-1.7", "no-word", 1, id="a PDF"),
        pytest.param(lambda: bytes(LARGEST + 1), "size", 1, id="huge"),
        pytest.param(lambda: written()[:2000], "no-word", 1, id="cut off"),
        pytest.param(
            lambda: repacked(b"PK\5\6" + bytes(18), {"a.txt": b"a"}), "no-word", 1, id="another zip"
        ),
        pytest.param(lambda: with_text(lambda text: text[:-9]), "no-word", 1, id="broken XML"),
        pytest.param(lambda: with_text(with_doctype), "doctype", 1, id="a document type"),
        pytest.param(zeros, "bomb", 1, id="a zip bomb"),
        pytest.param(of_nobody, "no-marks", 1, id="without bookmarks of ours"),
        pytest.param(without_stamp, "no-stamp", 1, id="without the bookmark of the edition"),
        pytest.param(of_another_edition, "no-edition", 1, id="of an edition that is not here"),
        pytest.param(of_another_act, "other-act", 5, id="with a provision of another act"),
    ],
)
def test_what_is_no_file_of_ours_is_refused(
    make: Callable[[], bytes], key: str, paragraph_: int
) -> None:
    found = imported(make())
    assert found.files == {}
    assert [
        (each.code, each.key, each.span.path, each.span.line) for each in found.diagnostics
    ] == [("WRD001", key, FILE, paragraph_)]


def test_a_comment_part_with_a_document_type_is_refused_too() -> None:
    data = worked_on(written(), remark("Second.", "Why?"))
    found = imported(repacked(data, {COMMENTS: with_doctype(parts_of(data)[COMMENTS])}))
    assert [each.key for each in found.diagnostics] == ["doctype"]


@settings(max_examples=25)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    whole = written()
    inside = parts_of(whole)[TEXT]
    at = data.draw(st.integers(0, len(inside) - 1))
    cut = inside[:at] + data.draw(st.binary(max_size=4)) + inside[at + 1 :]
    place = data.draw(st.integers(0, len(whole) - 1))
    for damaged in (
        repacked(whole, {TEXT: cut}),
        whole[:place] + data.draw(st.binary(max_size=4)) + whole[place + 1 :],
    ):
        found = imported(damaged)
        errors = [each for each in found.diagnostics if each.severity is Severity.ERROR]
        assert not (found.files and errors)
        assert found.files or errors or not found.changes
        assert {each.code for each in found.diagnostics} <= {"WRD001", "WRD002", "WRD003"}
