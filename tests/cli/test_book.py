"""`gollanma export book`: the books of a training as Word files."""

import io
from pathlib import Path

import pytest
from docx import Document

from tests.support.folders import command, small_folder
from tests.views.full import FULL

COURSE = "training/course"
NOTE, RULE = "Do not hurry.", "_____"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    course = FULL["normative/trainings/course.yml"]
    sample = {"normative/trainings/course.yml": f"{course}sample: true\n"}
    return small_folder(tmp_path_factory.mktemp("book"), FULL | sample)


def written(root: Path, reader: str, lang: str = "en") -> bytes:
    out = root / "out.docx"
    result = command(
        root, "export", "book", COURSE, "--for", reader, "--lang", lang, "--out", str(out)
    )
    assert (result.exit_code, result.output) == (0, "")
    return out.read_bytes()


def lines(data: bytes) -> list[str]:
    return [each.text for each in Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        pytest.param("trainer", ("Trainer's book", True, False), id="the trainer's has the notes"),
        pytest.param("participant", ("Participant's book", False, True), id="the participant's has room to write"),
    ],
)  # fmt: skip
def test_each_reader_has_a_book(
    folder: Path, reader: str, expected: tuple[str, bool, bool]
) -> None:
    what, has_notes, has_rules = expected
    found = lines(written(folder, reader))
    assert any(each.startswith(what) for each in found[:3])
    assert (NOTE in found) is has_notes
    assert any(each.startswith(RULE) for each in found) is has_rules


def test_right_answers_stand_in_the_trainers_book_alone(folder: Path) -> None:
    right = "☐ I do – right. It is so."
    assert right in lines(written(folder, "trainer"))
    assert "☐ I do" in lines(written(folder, "participant"))


def test_a_book_tells_what_changed_since_it_was_taught(folder: Path) -> None:
    found = lines(written(folder, "trainer"))
    assert any("version 0.9 · changed since: now 1.0" in each for each in found)


def test_words_of_danger_are_not_printed_in_a_book_without_a_way_out(folder: Path) -> None:
    found = "\n".join(lines(written(folder, "trainer")))
    assert "Read the sheet together." in found
    assert "I believe you." not in found


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_the_book_of_a_sample_says_first_that_it_is_one(folder: Path, lang: str) -> None:
    paper = Document(io.BytesIO(written(folder, "participant", lang)))
    first = paper.paragraphs[0].text
    assert first
    assert first == paper.sections[0].header.paragraphs[0].text


def test_the_same_book_is_written_twice(folder: Path) -> None:
    assert written(folder, "trainer") == written(folder, "trainer")


@pytest.mark.parametrize("name", ["sop/visit", "training/none", "course"])
def test_what_is_no_training_is_refused(folder: Path, name: str) -> None:
    out = folder / "none.docx"
    result = command(
        folder, "export", "book", name, "--for", "trainer", "--lang", "en", "--out", str(out)
    )
    assert (result.exit_code, out.exists()) == (2, False)
    assert name in result.output
