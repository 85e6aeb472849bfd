"""`gollanma export docx` and `gollanma import docx`."""

from pathlib import Path

import pytest
from docx import Document

from tests.support.folders import command, small_folder, write

OFFICE = ("--office", "organisation/office")


def exported(folder: Path, *options: str) -> Path:
    path = folder / "out.docx"
    result = command(folder, "export", "docx", "act/help", "--out", str(path), *options)
    assert result.exit_code == 0, result.output
    return path


@pytest.mark.parametrize("form", ["text", "comments"])
def test_an_edition_is_written_as_a_word_file(tmp_path: Path, form: str) -> None:
    folder = small_folder(tmp_path)
    assert exported(folder, "--form", form).read_bytes().startswith(b"PK")


def test_a_table_needs_two_editions(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    path = folder / "out.docx"
    options = ("act/help", "--form", "table", "--out", str(path))
    assert command(folder, "export", "docx", *options).exit_code == 2
    result = command(folder, "export", "docx", *options, "--against", "2020-02-01")
    assert result.exit_code == 0
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("reference", "options", "named"),
    [
        pytest.param("help", (), "help", id="no reference"),
        pytest.param("act/none", (), "act/none", id="no act"),
        pytest.param("form/consent", (), "form/consent", id="another record"),
        pytest.param("act/help@1999-01-01", (), "act/help@1999-01-01", id="no such edition"),
        pytest.param("act/help", ("--against", "1999"), "act/help@1999", id="no older edition"),
    ],
)
def test_what_is_not_there_is_not_written(
    tmp_path: Path, reference: str, options: tuple[str, ...], named: str
) -> None:
    folder = small_folder(tmp_path)
    path = folder / "out.docx"
    result = command(folder, "export", "docx", reference, "--out", str(path), *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert named in result.stderr
    assert not path.exists()


def test_a_file_on_which_nobody_worked_says_nothing(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    result = command(folder, "import", "docx", str(exported(folder)), *OFFICE)
    assert (result.exit_code, result.stdout) == (0, "the file proposes nothing and says nothing\n")


def worked_on(folder: Path) -> Path:
    """Give a file in which somebody has changed a word and said why."""
    path = exported(folder)
    paper = Document(str(path))
    paragraph = next(each for each in paper.paragraphs if "every family" in each.text)
    run = paragraph.runs[0]
    run.text = run.text.replace("every family", "each family")
    paper.add_comment(run, "It reads better.", author="A Person")
    paper.save(str(path))
    return path


def test_proposals_and_comments_are_shown(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    result = command(folder, "import", "docx", str(worked_on(folder)), *OFFICE)
    assert result.exit_code == 0, result.output
    assert "# normative/acts/help/comments/office-1.yml\n" in result.stdout
    assert "# proposals/help-2020-02-01-office-en.yml\n" in result.stdout
    assert "each family" in result.stdout
    assert "A Person" not in result.stdout


def test_proposals_and_comments_are_written_once_and_change_nothing(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    words = ("import", "docx", str(worked_on(folder)), *OFFICE, "--out", str(folder))
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    first = command(folder, *words)
    assert first.exit_code == 0, first.output
    written = [Path(line) for line in first.stdout.splitlines()]
    assert all(path.is_file() and path not in before for path in written)
    assert len(written) == 2
    assert {path: path.read_bytes() for path in before} == before
    assert command(folder, "check").exit_code == 0


def test_a_file_that_is_there_keeps_its_place(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    there = folder / "new" / "proposals" / "help-2020-02-01-office-en.yml"
    write(folder, {"new/proposals/help-2020-02-01-office-en.yml": "mine"})
    words = ("import", "docx", str(worked_on(folder)), *OFFICE, "--out", str(folder / "new"))
    result = command(folder, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert there.read_text(encoding="utf-8") == "mine"
    assert [each for each in (folder / "new").rglob("*") if each.is_file()] == [there]


@pytest.mark.parametrize(
    "office",
    [
        pytest.param("office", id="no reference"),
        pytest.param("organisation/none", id="no such office"),
        pytest.param("act/help", id="no office"),
    ],
)
def test_an_office_that_is_not_known(tmp_path: Path, office: str) -> None:
    folder = small_folder(tmp_path)
    result = command(folder, "import", "docx", str(exported(folder)), "--office", office)
    assert (result.exit_code, result.stdout) == (2, "")
    assert office in result.stderr


def test_a_file_that_is_no_word_file_writes_nothing(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    write(folder, {"in.docx": "no"})
    words = ("import", "docx", str(folder / "in.docx"), *OFFICE, "--out", str(folder / "new"))
    result = command(folder, *words)
    assert result.exit_code == 1
    assert "error[WRD001] the file is no Word file, or a damaged one" in result.stderr
    assert not (folder / "new").exists()
