"""What is proposed, as a patch of the edition's file: every other letter stays as it was."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.exchange.word.applying import applied
from gollanma.exchange.word.patching import Patch, patch
from gollanma.exchange.word.record import Proposal
from gollanma.model import Text
from gollanma.model.chapters import gathered
from gollanma.model.decode import decode
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import ChangeKind, Provision
from gollanma.source import Document, read_text

CODES = ("tk", "ru", "en")
PATH = "normative/acts/help/editions/draft.yml"
FILE = """\
status: draft   # by hand
preamble: {tk: Biz., en: We the people.}
body:
  # the first article
  - id: a1
    unit: article
    number: "1"   # of all
    heading:
      tk: Kömek
      en: Help
    contains:
      - id: a1.1
        unit: part
        number: "1"
        text:
          tk: Bir.
          en: >-
            One long sentence of many words
            on two lines.
          ru: Раз.
      # what follows is short
      - {id: a1.2, unit: part, number: "2", text: {tk: Iki., en: Two.}}

  - id: a2
    unit: article
    number: "2"
    heading: {en: Care}
    text: {en: "Care: free."}
signature:
  office: {en: The Chair}
  place:
    en: The City
"""


def document(text: str = FILE) -> Document:
    return read_text(PATH, text.encode())


def edition(text: str = FILE) -> Edition:
    found, wrong = decode(Edition, document(text), CODES)
    assert found is not None, wrong
    return found


def made(*proposals: Proposal) -> Patch:
    return patch(edition(), document(), proposals, CODES)


def lines(found: Patch) -> list[str]:
    return [
        each
        for each in found.diff.splitlines()
        if each.startswith(("+", "-")) and not each.startswith(("+++", "---"))
    ]


def en(words: str) -> Text:
    return Text({"en": words})


def new(**fields: object) -> Proposal:
    return Proposal.model_validate({"kind": "insert", **fields})


@pytest.mark.parametrize(
    ("proposal", "expected"),
    [
        pytest.param(
            Proposal(kind=ChangeKind.WORDS, target="a1.1", text=en("One.")),
            [
                "-          en: >-",
                "-            One long sentence of many words",
                "-            on two lines.",
                "+          en: One.",
            ],
            id="words in the place of a folded block",
        ),
        pytest.param(
            Proposal(kind=ChangeKind.WORDS, target="a1.2", text=en("Two, three.")),
            [
                '-      - {id: a1.2, unit: part, number: "2", text: {tk: Iki., en: Two.}}',
                '+      - {id: a1.2, unit: part, number: "2", text: {tk: Iki., en: "Two, three."}}',
            ],
            id="words within brackets",
        ),
        pytest.param(
            Proposal(kind=ChangeKind.REPLACE, target="a1.1", text=en("One.\n\nMore.")),
            [
                "-          en: >-",
                "-            One long sentence of many words",
                "-            on two lines.",
                "+          en: |-",
                "+            One.",
                "+",
                "+            More.",
            ],
            id="two paragraphs",
        ),
        pytest.param(
            Proposal(kind=ChangeKind.RENUMBER, target="a1", number="1^1"),
            ['-    number: "1"   # of all', '+    number: "1^1"   # of all'],
            id="a number, whose remark stays",
        ),
        pytest.param(
            Proposal(kind=ChangeKind.REPEAL, target="a1.1"),
            ["+        repealed: true"],
            id="a repeal",
        ),
        pytest.param(
            Proposal(kind=ChangeKind.WORDS, target="preamble", text=en("We.")),
            [
                "-preamble: {tk: Biz., en: We the people.}",
                "+preamble: {tk: Biz., en: We.}",
            ],
            id="the preamble",
        ),
        pytest.param(
            Proposal(kind=ChangeKind.WORDS, target="signature", text=en("Here")),
            ["-    en: The City", "+    en: Here"],
            id="the place of the signature",
        ),
        pytest.param(
            new(after="a1.1", parent="a1", id="a1.1-1", unit="part", text={"en": "New: one."}),
            [
                "+      - id: a1.1-1",
                "+        unit: part",
                "+        text:",
                '+          en: "New: one."',
            ],
            id="a part behind another",
        ),
        pytest.param(
            new(parent="a2", id="a2.1", unit="part", text={"en": "New."}),
            [
                "+    contains:",
                "+      - id: a2.1",
                "+        unit: part",
                "+        text:",
                "+          en: New.",
            ],
            id="the first part of an article",
        ),
        pytest.param(
            new(id="a0", unit="article", heading={"en": "First"}),
            ["+  - id: a0", "+    unit: article", "+    heading:", "+      en: First"],
            id="an article before all",
        ),
    ],
)
def test_a_proposal_changes_its_own_lines(proposal: Proposal, expected: list[str]) -> None:
    found = made(proposal)
    assert (lines(found), found.left) == (expected, ())


def test_a_patch_is_one_that_git_applies(tmp_path: Path) -> None:
    part = Provision(id="a1-1.1", unit="part", number="1", text=en("Anyone."))
    proposals = (
        Proposal(kind=ChangeKind.WORDS, target="a1.1", text=en("One.")),
        new(after="a1", id="a1-1", unit="article", number="1^1", contains=(part,)),
        new(after="a1-1", id="a1-2", unit="article", heading={"en": "More"}),
        Proposal(kind=ChangeKind.REPEAL, target="a2"),
    )
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)
    file.write_text(FILE, encoding="utf-8")
    subprocess.run(["git", "apply"], input=made(*proposals).diff.encode(), check=True, cwd=tmp_path)
    text = file.read_text(encoding="utf-8")
    assert edition(text) == applied(edition(), proposals)
    assert [each.id for each in edition(text).body] == ["a1", "a1-1", "a1-2", "a2"]
    assert "# the first article" in text


@pytest.mark.parametrize(
    "proposal",
    [
        pytest.param(Proposal(kind=ChangeKind.MOVE, target="a2"), id="what is moved"),
        pytest.param(
            Proposal(kind=ChangeKind.REPLACE, target="a1", without=("heading",)), id="what is gone"
        ),
        pytest.param(
            Proposal(kind=ChangeKind.WORDS, target="a2", text=Text({"ru": "Уход."})),
            id="words of a language that has none",
        ),
        pytest.param(Proposal(kind=ChangeKind.REPEAL, target="a9"), id="what is not there"),
        pytest.param(Proposal(kind=ChangeKind.REPEAL, target="a1.2"), id="a line in brackets"),
        pytest.param(new(after="a1", text={"en": "Words."}), id="what has no unit"),
        pytest.param(new(after="a9", id="a10", unit="article"), id="behind what is not there"),
        pytest.param(new(parent="a1.2", id="a1.2.1", unit="point"), id="within brackets"),
    ],
)
def test_what_cannot_be_laid_on_the_file_surely_is_left(proposal: Proposal) -> None:
    sure = Proposal(kind=ChangeKind.RENUMBER, target="a2", number="3")
    found = made(proposal, sure)
    assert (lines(found), found.left) == (['-    number: "2"', '+    number: "3"'], (proposal,))


FOLDER = {
    f"{PATH.removesuffix('.yml')}/edition.yml": "status: draft\nbody:\n  - c1\n  - c2\n",
    f"{PATH.removesuffix('.yml')}/c1.yml": (
        "id: c1\nunit: chapter\nheading: {en: One}\ncontains:\n"
        '  - id: a1\n    unit: article\n    number: "1"\n    text:\n      en: Help.\n'
    ),
    f"{PATH.removesuffix('.yml')}/c2.yml": "id: c2\nunit: chapter\nheading:\n  en: Two\n",
}


def in_folder() -> tuple[Document, Edition]:
    (whole,) = gathered((read_text(path, text.encode()) for path, text in FOLDER.items()), [])
    found, wrong = decode(Edition, whole, CODES)
    assert found is not None, wrong
    return whole, found


@pytest.mark.parametrize(
    ("proposals", "files"),
    [
        pytest.param(
            (Proposal(kind=ChangeKind.WORDS, target="a1", text=en("More help.")),),
            ["c1"],
            id="words in a chapter",
        ),
        pytest.param(
            (
                new(parent="c1", after="a1", id="a1-1", unit="article", heading={"en": "Care"}),
                new(parent="c2", id="a2", unit="article", heading={"en": "Time"}),
                Proposal(kind=ChangeKind.REPLACE, target="c2", heading=en("Second")),
            ),
            ["c1", "c2"],
            id="articles in two chapters",
        ),
    ],
)
def test_an_edition_in_a_folder_is_patched_file_by_file(
    proposals: tuple[Proposal, ...], files: list[str], tmp_path: Path
) -> None:
    whole, before = in_folder()
    found = patch(before, whole, proposals, CODES)
    named = [each[6:] for each in found.diff.splitlines() if each.startswith("+++")]
    assert [Path(each).stem for each in named] == files
    for path, text in FOLDER.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    subprocess.run(["git", "apply"], input=found.diff.encode(), check=True, cwd=tmp_path)
    texts = ((path, (tmp_path / path).read_bytes()) for path in FOLDER)
    (after,) = gathered((read_text(path, text) for path, text in texts), [])
    assert decode(Edition, after, CODES)[0] == applied(before, proposals)


def test_a_new_chapter_of_a_folder_is_left_to_a_person() -> None:
    whole, before = in_folder()
    chapter = new(after="c2", id="c3", unit="chapter", heading={"en": "Three"})
    assert patch(before, whole, (chapter,), CODES) == Patch("", (chapter,))


@given(
    words=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co")), min_size=1)
)
def test_whatever_is_proposed_is_what_the_patched_file_says(words: str) -> None:
    said = " ".join(words.split())
    if not said:
        return
    proposals = (
        Proposal(kind=ChangeKind.REPLACE, target="a1.1", text=en(said)),
        Proposal(kind=ChangeKind.REPLACE, target="a1.2", text=en(said)),
    )
    found = made(*proposals)
    assert found.diff
    assert found.left == ()
