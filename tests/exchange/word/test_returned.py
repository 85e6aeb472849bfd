"""A file comes back from its readers: what they propose and say is read, whatever way they took."""

import io
import zipfile
from collections.abc import Callable, Sequence

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from gollanma.exchange.word.importing import Imported, import_docx
from gollanma.exchange.word.marks import FRONT, STAMP, name_of, stamp_of
from gollanma.exchange.word.numbers import split_number, without_marks
from gollanma.exchange.word.plain import Line, lines
from gollanma.exchange.word.proposals import Comparison, Proposed
from gollanma.exchange.word.redlines import redline_document
from gollanma.exchange.word.returned import Returned, read_returned
from gollanma.exchange.word.rewriting import rewritten
from gollanma.exchange.word.titles import edition_at
from gollanma.law import units
from gollanma.model import Ref
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import ChangeKind
from gollanma.views.context import Desk
from gollanma.views.prose import paragraphs
from gollanma.views.voice import Voice
from tests.exchange.word.making import article, edition, named, part, parts_of
from tests.support.editions import LANGUAGES, amendments
from tests.support.word import NEW, OLD, voice_over

Pair = tuple[Edition, Edition]
OFFICE = Ref.parse("organisation/office") or Ref()
FILE = "back.docx"
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A Word file is large: to shrink what is behind it takes longer than to read it."""


def repacked(data: bytes, **parts: bytes) -> bytes:
    """Give a Word file with other words in some of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part_ in {**parts_of(data), **parts}.items():
            archive.writestr(name, part_)
    return made.getvalue()


def proposals(voice: Voice, data: bytes) -> tuple[Proposed, ...]:
    returned = read_returned(voice.graph, FILE, data)
    assert isinstance(returned, Returned), returned
    held = units(edition_at(voice, returned.origin.new))
    return tuple(Comparison(returned.lines, held, returned.found).proposals())


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=15, phases=QUICK)
@given(pair=amendments())
def test_a_file_on_which_nobody_worked_proposes_nothing(language: str, pair: Pair) -> None:
    voice = voice_over(language, *pair)
    assert proposals(voice, redline_document(voice, OLD, NEW)) == ()


def as_worked_on(voice: Voice) -> bytes:
    """Give the file of the older edition alone, in which somebody has tracked the newer one.

    What is new has no bookmark then: people do not make any.
    """
    data = redline_document(voice, OLD, NEW)
    stamp, own = stamp_of(OLD, NEW, voice.code), stamp_of(OLD, OLD, voice.code)
    paper = Document(io.BytesIO(data))
    known = {name_of(each.place) for each in lines(voice, OLD, edition_at(voice, OLD))}
    body = paper.element.body
    for mark in named(body, "bookmarkStart"):
        name = str(mark.get(qn("w:name")))
        if name == stamp:
            mark.set(qn("w:name"), own)
        elif name not in known and not name.startswith(FRONT):
            ends = [
                each
                for each in named(body, "bookmarkEnd")
                if each.get(qn("w:id")) == mark.get(qn("w:id"))
            ]
            for each in (mark, *ends):
                holder = each.getparent()
                assert holder is not None
                holder.remove(each)
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=15, phases=QUICK)
@given(pair=amendments())
def test_what_somebody_tracked_is_what_is_proposed(language: str, pair: Pair) -> None:
    voice = voice_over(language, *pair)
    found = proposals(voice, as_worked_on(voice))
    old, new = (lines(voice, key, edition_at(voice, key)) for key in (OLD, NEW))
    was, now = {each.place: each for each in old}, {each.place: each for each in new}
    assert changed_words(found) == {
        place: words
        for place, line in was.items()
        if place in now
        and (words := without_marks(line, now[place].text)[1]) != line.words
        and words
    }
    assert targets(found, ChangeKind.REPEAL) == topmost(voice, ids(old) - ids(new))
    assert added(found) == sorted(
        split_number(text)[1] for line in new if line.place not in was for text in line.paragraphs
    )
    assert ids(old) & ids(new) >= targets(found, ChangeKind.MOVE)


def changed_words(found: Sequence[Proposed]) -> dict[object, str]:
    return {
        place: words
        for each in found
        if each.kind is not ChangeKind.INSERT
        for place, words in each.words
    }


def targets(found: Sequence[Proposed], kind: ChangeKind) -> set[str]:
    return {each.target for each in found if each.kind is kind}


def ids(these: Sequence[Line]) -> set[str]:
    return {each.place.id for each in these}


def topmost(voice: Voice, gone: set[str]) -> set[str]:
    held = units(edition_at(voice, OLD))
    return {each for each in gone if not any(above in gone for above in held[each].above)}


def added(found: Sequence[Proposed]) -> list[str]:
    """Give the paragraphs that are new, without their numbers."""
    new = (each for each in found if each.kind is ChangeKind.INSERT)
    return sorted(words for each in new for _, words in each.words)


# --- one edit after another

TEXT = edition(
    article(
        part("1", "One two three."), part("2", "Second."), part("3", "Third. See [[#a1|this]].")
    )
)


def read(edit: Callable[[Docx], None], text: Edition = TEXT) -> Imported:
    """Give what comes back when somebody edits the file of an edition."""
    voice = voice_over("en", text, text)
    paper = Document(io.BytesIO(redline_document(voice, NEW, NEW)))
    edit(paper)
    kept = io.BytesIO()
    paper.save(kept)
    return import_docx(voice.graph, FILE, kept.getvalue(), OFFICE)


def at(paper: Docx, words: str) -> Paragraph:
    return next(each for each in paper.paragraphs if words in each.text)


def replaced(old: str, new: str) -> Callable[[Docx], None]:
    def edit(paper: Docx) -> None:
        run = next(run for run in at(paper, old).runs if old in run.text)
        run.text = run.text.replace(old, new)

    return edit


def removed(words: str) -> Callable[[Docx], None]:
    def edit(paper: Docx) -> None:
        own = at(paper, words)._p  # noqa: SLF001 - there is no other way to it
        holder = own.getparent()
        assert holder is not None
        holder.remove(own)

    return edit


def emptied(words: str) -> Callable[[Docx], None]:
    def edit(paper: Docx) -> None:
        for run in at(paper, words).runs:
            run.text = ""

    return edit


def inserted(before: str, new: str) -> Callable[[Docx], None]:
    return lambda paper: void(at(paper, before).insert_paragraph_before(new))


def void(_: object) -> None:
    """Let an edit be one expression."""


def moved(words: str, before: str) -> Callable[[Docx], None]:
    return lambda paper: at(paper, before)._p.addprevious(at(paper, words)._p)  # noqa: SLF001


def split(words: str) -> Callable[[Docx], None]:
    """Press the key for a new paragraph within the bookmark of a line."""

    def edit(paper: Docx) -> None:
        first = at(paper, words)
        second = first.insert_paragraph_before("")
        first._p.addprevious(first._p)  # noqa: SLF001
        own = list(first._p)  # noqa: SLF001
        start = next(each for each in own if each.tag == qn("w:bookmarkStart"))
        second._p.append(start)  # noqa: SLF001
        second.add_run("1. One.")
        next(run for run in first.runs).text = "Two."

    return edit


def changes(imported: Imported) -> str:
    """Give the list of changes of what was read, without what stands above it."""
    assert len(imported.files) == 1, imported
    return next(iter(imported.files.values())).partition("changes:\n")[2]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param(
            replaced("One two", "One 2"),
            "  - kind: words\n    target: a1.1\n    text:\n      en: One 2 three.\n",
            id="words",
        ),
        pytest.param(
            replaced("1. One two three.", "1. Quite another sentence"),
            "  - kind: replace\n    target: a1.1\n    text:\n      en: Quite another sentence\n",
            id="all words",
        ),
        pytest.param(
            replaced(". Help", ". Aid"),
            "  - kind: replace\n    target: a1\n    heading:\n      en: Aid\n",
            id="a heading",
        ),
        pytest.param(
            replaced("2. Second.", "4. Second."),
            '  - kind: renumber\n    target: a1.2\n    number: "4"\n',
            id="a number",
        ),
        pytest.param(
            removed("Second"), "  - kind: repeal\n    target: a1.2\n", id="a paragraph is gone"
        ),
        pytest.param(
            emptied("Second"), "  - kind: repeal\n    target: a1.2\n", id="its words are gone"
        ),
        pytest.param(
            inserted("Second", "1¹) Something new."),
            '  - kind: insert\n    after: a1.1\n    unit: part\n    number: "1^1"\n'
            "    text:\n      en: Something new.\n",
            id="a new paragraph",
        ),
        pytest.param(
            inserted("One two", "First of all."),
            "  - kind: insert\n    after: a1\n    unit: part\n    text:\n      en: First of all.\n",
            id="a new paragraph behind a heading",
        ),
        pytest.param(
            moved("Third", "One two"),
            "  - kind: move\n    target: a1.3\n",
            id="a paragraph that was cut and pasted",
        ),
        pytest.param(
            split("One two"),
            "  - kind: words\n    target: a1.1\n    text:\n      en: |-\n        One.\n\n        Two.\n",
            id="a paragraph made two",
        ),
        pytest.param(
            replaced("See", "Look at *all* of"),
            "  - kind: words\n    target: a1.3\n    text:\n      en: Third. Look at \\*all\\* of [[#a1|this]].\n",
            id="a reference stays and signs are tamed",
        ),
    ],
)
def test_an_edit_becomes_a_proposal(edit: Callable[[Docx], None], expected: str) -> None:
    imported = read(edit)
    assert changes(imported) == expected
    assert imported.diagnostics == ()


def test_the_proposals_name_edition_office_and_language() -> None:
    files = read(replaced("One two", "One 2")).files
    assert {name: text.partition("changes:")[0] for name, text in files.items()} == {
        "proposals/help-draft-next-office-en.yml": (
            f"on: {NEW}\noffice: organisation/office\nlanguage: en\n"
        )
    }


def test_a_reference_whose_words_are_gone_is_named() -> None:
    found = read(replaced("See this.", "Nothing.")).diagnostics
    assert [(str(each.span), each.code, each.key, dict(each.values)) for each in found] == [
        ("back.docx:6:1", "WRD002", "reference", {"reference": "[[#a1|this]]", "provision": "a1.3"})
    ]


def test_a_new_heading_number_is_read_off_its_name() -> None:
    imported = read(replaced("12", "13"))
    assert changes(imported) == '  - kind: renumber\n    target: a1\n    number: "13^1"\n'


def test_a_mark_of_a_sample_that_somebody_deleted_is_no_proposal() -> None:
    text = edition(article(part("1", "Words.", sample=True)))
    assert read(replaced(" [sample]", ""), text).files == {}


def test_what_was_deleted_and_is_wanted_back_is_proposed() -> None:
    shorter = edition(article(*TEXT.body[0].contains[:2]))
    voice = voice_over("en", TEXT, shorter)
    paper = Document(io.BytesIO(redline_document(voice, OLD, NEW)))
    for change in named(paper.element.body, "del"):
        holder = change.getparent()
        assert holder is not None
        for run in change:
            for words in named(run, "delText"):
                words.tag = qn("w:t")
            change.addprevious(run)
        holder.remove(change)
    kept = io.BytesIO()
    paper.save(kept)
    imported = import_docx(voice.graph, FILE, kept.getvalue(), OFFICE)
    assert "  - kind: insert\n    target: a1.3\n    after: a1.2\n" in changes(imported)


# --- comments


def test_a_comment_becomes_a_record_of_the_office_and_never_of_a_person() -> None:
    def edit(paper: Docx) -> None:
        replaced("Second.", "Second and last.")(paper)
        run = at(paper, "Second").runs[0]
        paper.add_comment(run, "Why so *late*?", author="A Person", initials="AP")

    files = read(edit).files
    path = "normative/acts/help/comments/office-1.yml"
    assert sorted(files) == [path, "proposals/help-draft-next-office-en.yml"]
    text = files[path]
    for line in (
        "status: idea",
        "office: organisation/office",
        f"on: {NEW}#a1.2",
        "en: Why so \\*late\\*?",
        "en: Second and last.",
        "language: en",
    ):
        assert line in text
    assert "Person" not in "".join(files.values())


def test_a_comment_on_a_paragraph_that_is_gone_is_on_its_provision() -> None:
    def edit(paper: Docx) -> None:
        paragraph = at(paper, "Second")
        paper.add_comment(paragraph.runs[0], "Leave it out.")
        emptied("Second")(paper)

    assert f"on: {NEW}#a1.2" in read(edit).files["normative/acts/help/comments/office-1.yml"]


# --- what cannot be read

WHOLE = parts_of(redline_document(voice_over("en", TEXT, TEXT), NEW, NEW))
DOCUMENT = "word/document.xml"
FINE = redline_document(voice_over("en", TEXT, TEXT), NEW, NEW)


def swapped(old: str, new: str) -> bytes:
    document = WHOLE[DOCUMENT].decode()
    assert old in document
    return repacked(FINE, **{DOCUMENT: document.replace(old, new).encode()})


def bomb() -> bytes:
    return repacked(FINE, **{DOCUMENT: b" " * 61_000_000})


def bare() -> bytes:
    kept = io.BytesIO()
    Document().save(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        pytest.param(b"", "no-word", id="nothing"),
        pytest.param(b"PK\x03\x04 no archive", "no-word", id="no archive"),
        pytest.param(FINE[:2000], "no-word", id="half a file"),
        pytest.param(b"\xd0\xcf\x11\xe0 old Word", "no-word", id="a Word 97 file"),
        pytest.param(repacked(b"PK\x05\x06" + bytes(18)), "no-word", id="an empty archive"),
        pytest.param(repacked(FINE, **{DOCUMENT: b"<w:document"}), "no-word", id="broken XML"),
        pytest.param(
            repacked(FINE, **{DOCUMENT: b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
            "no-word",
            id="a document type",
        ),
        pytest.param(b"PK" + bytes(20_000_001), "size", id="a huge file"),
        pytest.param(bomb(), "bomb", id="a bomb"),
        pytest.param(bare(), "no-marks", id="a file of somebody else's"),
        pytest.param(
            swapped(f'w:name="{STAMP}', 'w:name="X_'), "no-stamp", id="the first bookmark is gone"
        ),
        pytest.param(
            swapped(stamp_of(NEW, NEW, "en"), stamp_of("act/x@1", "act/x@1", "en")),
            "no-edition",
            id="an edition that is not here",
        ),
        pytest.param(swapped("T_a1_2", "T_a99_2"), "other-act", id="an id of another act"),
    ],
)
def test_a_file_of_which_nothing_can_be_made(data: bytes, key: str) -> None:
    voice = voice_over("en", TEXT, TEXT)
    imported = import_docx(voice.graph, FILE, data, OFFICE)
    assert [(each.code, each.key) for each in imported.diagnostics] == [("WRD001", key)]
    assert imported.files == {}


def test_a_strange_paragraph_is_named_by_its_number() -> None:
    found = import_docx(
        voice_over("en", TEXT, TEXT).graph, FILE, swapped("T_a1_2", "T_a99_2"), OFFICE
    )
    assert str(found.diagnostics[0].span) == "back.docx:5:1"


# --- words as prose


@given(words=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co"))))
def test_whatever_somebody_types_is_printed_as_typed(words: str) -> None:
    voice = voice_over("en", TEXT, TEXT)
    desk = Desk(voice, "", NEW, TEXT)
    typed = "\n".join(filter(None, (" ".join(each.split()) for each in words.split("/"))))
    record = rewritten(desk, "", typed).words
    assert "\n".join(paragraphs(record, desk.scribe)) == typed
