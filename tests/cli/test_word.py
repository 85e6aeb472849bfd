"""`gollanma export docx`, its tables, and `gollanma import docx`."""

import io
import json
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document

from gollanma.exchange.word.package import LARGEST
from tests.exchange.word.making import paragraph
from tests.support.folders import command, small_folder
from tests.support.projects import changed
from tests.views.drafted import FILES

SAMPLE = "Sample wording, not the official text."
DRAFT = "act/help@draft-first"
FORMS = {
    "docx": (DRAFT,),
    "docx against": (DRAFT, "--against", "2020-02-01"),
    "comparison": ("act/help", "2020-02-01", "draft-first"),
    "disagreements": (DRAFT,),
}


def exported(root: Path, form: str, *words: str) -> tuple[Result, Path]:
    out = root / "out.docx"
    return command(root, "export", form.partition(" ")[0], *words, "--out", str(out)), out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_folder(tmp_path, FILES)


@pytest.mark.parametrize("form", FORMS)
def test_a_word_file_of_a_sample_says_first_that_it_is_one(folder: Path, form: str) -> None:
    result, out = exported(folder, form, *FORMS[form])
    assert (result.exit_code, result.output) == (0, "")
    paper = Document(io.BytesIO(out.read_bytes()))
    assert SAMPLE in paper.paragraphs[0].text
    assert SAMPLE in paper.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("form", FORMS)
def test_the_same_files_are_written_twice(folder: Path, form: str) -> None:
    first = exported(folder, form, *FORMS[form])[1].read_bytes()
    assert exported(folder, form, *FORMS[form])[1].read_bytes() == first


def test_the_tables_hold_what_they_are_called(folder: Path) -> None:
    heads = {
        form: [
            cell.text
            for cell in Document(str(exported(folder, form, *FORMS[form])[1]))
            .tables[0]
            .rows[0]
            .cells
        ]
        for form in ("comparison", "disagreements")
    }
    assert heads["comparison"][-1] == "Why"
    assert heads["disagreements"][-1] == "Answer"


@pytest.mark.parametrize(
    ("form", "words", "named"),
    [
        ("docx", ("help",), "help"),
        ("docx", ("act/nowhere",), "act/nowhere"),
        ("docx", ("act/help@nowhere",), "act/help@nowhere"),
        ("docx", ("service/care@1.0",), "service/care@1.0"),
        ("docx", (DRAFT, "--against", "nowhere"), "act/help@nowhere"),
        ("comparison", ("act/help", "2020-02-01", "nowhere"), "act/help@nowhere"),
        ("comparison", ("act/nowhere", "2020-02-01", "nowhere"), "act/nowhere@2020-02-01"),
        ("disagreements", ("act/help@nowhere",), "act/help@nowhere"),
    ],
)
def test_what_is_not_there_is_named_and_nothing_is_written(
    folder: Path, form: str, words: tuple[str, ...], named: str
) -> None:
    result, out = exported(folder, form, *words)
    assert (result.exit_code, out.exists()) == (2, False)
    assert f"`{named}`" in result.stderr


def test_what_is_not_public_does_not_leave_in_a_word_file(tmp_path: Path) -> None:
    hidden = changed("normative/acts/help/act.yml", "act_kind:", "sensitivity: staff\nact_kind:")
    root = small_folder(tmp_path, {**FILES, **hidden})
    result, out = exported(root, "docx", DRAFT)
    assert (result.exit_code, out.exists()) == (2, False)


# --- the way back


def worked_on(folder: Path) -> Path:
    """Give a draft on which somebody has worked in Word."""
    out = exported(folder, "docx", DRAFT)[1]
    paper = Document(str(out))
    there = paragraph(paper, "Everyone may apply.")
    there.runs[-1].text = "Everyone may apply in writing."
    paper.add_comment(there.runs, text="By letter too?", author="Somebody", initials="S")
    paper.save(str(out))
    return out


def read_back(folder: Path, file: Path, *options: str, office: str = "") -> Result:
    office = office or "organisation/office"
    return command(folder, "import", "docx", str(file), "--office", office, *options)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_proposals_and_comments_are_shown_and_nothing_is_written(folder: Path) -> None:
    file = worked_on(folder)
    before = everything(folder)
    result = read_back(folder, file)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "# proposals/help-draft-first-office-en.yml\non: act/help@draft-first\n" in result.stdout
    assert "en: Everyone may apply in writing.\n" in result.stdout
    assert "on: act/help@draft-first#a1.2\n" in result.stdout
    assert "en: By letter too?\n" in result.stdout
    assert result.stdout.count("sample: true\n") == 2
    assert "Somebody" not in result.stdout
    assert everything(folder) == before


def test_all_that_is_found_in_a_comment_is_that_it_waits_for_an_answer(folder: Path) -> None:
    file = worked_on(folder)
    result = read_back(folder, file, "--out", str(folder))
    assert result.exit_code == 0, result.output
    found = json.loads(command(folder, "check", "--format", "json").stdout)["findings"]
    path = "normative/acts/help/comments/office-1.yml"
    assert str(folder / path) in result.stdout.splitlines()
    assert [each["code"] for each in found if each["path"] == path] == ["LAW119"]


def test_proposals_say_where_in_the_file_they_apply(folder: Path) -> None:
    file = worked_on(folder)
    paper = Document(str(file))
    paragraph(paper, "in writing").insert_paragraph_before("2¹. Nobody waits.")
    paper.save(str(file))
    shown = read_back(folder, file).stdout.splitlines()
    text = (folder / "normative/acts/help/editions/draft-first.yml").read_text(encoding="utf-8")
    lines = text.splitlines()
    spots = [each.rpartition(":") for each in shown if each.startswith("    at: ")]
    assert {where for where, _, _ in spots} == {
        "    at: normative/acts/help/editions/draft-first.yml"
    }
    put_in, changed = (int(line) for _, _, line in spots)
    assert (changed, lines[changed - 1].strip()) == (put_in + 1, "- id: a1.2")


def test_a_second_import_takes_nobodys_place(folder: Path) -> None:
    file = worked_on(folder)
    first = read_back(folder, file, "--out", str(folder))
    before = everything(folder)
    paper = Document(str(file))
    paragraph(paper, "Everyone").runs[-1].text = "Everybody."
    paper.save(str(file))
    before |= everything(folder)
    second = read_back(folder, file, "--out", str(folder))
    assert (first.exit_code, second.exit_code) == (0, 2)
    assert "is there already and says something else" in second.stderr
    assert everything(folder) == before


def test_a_file_without_proposals_says_so(folder: Path) -> None:
    out = exported(folder, "docx", DRAFT)[1]
    result = read_back(folder, out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "proposes nothing" in result.stderr


@pytest.mark.parametrize("office", ["office", "organisation/nobody", "service/care"])
def test_an_office_that_is_none_is_refused(folder: Path, office: str) -> None:
    result = read_back(folder, worked_on(folder), office=office)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"`{office}` is no organisation" in result.stderr


@pytest.mark.parametrize(
    ("office", "says"),
    [
        pytest.param("office", "did you mean `organisation/office`?", id="without its kind"),
        pytest.param("organisation/ofice", "did you mean `organisation/office`?", id="mistyped"),
        pytest.param("role/x", "organisations of the project: organisation/office", id="unlike"),
    ],
)
def test_an_office_that_is_none_has_a_way_out(folder: Path, office: str, says: str) -> None:
    assert says in read_back(folder, worked_on(folder), office=office).stderr


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"%PDF-1.7", "the file is no Word file", id="a PDF"),
        pytest.param(bytes(LARGEST + 1), "the file has more than", id="huge"),
    ],
)
@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_a_file_that_is_none_of_ours_is_a_finding(
    folder: Path, data: bytes, says: str, lang: str
) -> None:
    file = folder / "bad.docx"
    file.write_bytes(data)
    before = everything(folder)
    office = "organisation/office"
    words = ("import", "docx", str(file), "--office", office, "--out", str(folder / "new"))
    result = command(folder, *words, lang=lang)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "WRD001" in result.stderr
    assert lang != "en" or says in result.stderr
    assert everything(folder) == before


# --- as a patch


def test_a_patch_is_shown_and_nothing_written(folder: Path) -> None:
    file = worked_on(folder)
    before = everything(folder)
    result = read_back(folder, file, "--diff")
    path = "normative/acts/help/editions/draft-first.yml"
    assert result.exit_code == 0
    assert result.stdout.startswith(f"--- a/{path}\n+++ b/{path}\n@@")
    assert "en: Everyone may apply in writing." in result.stdout
    assert result.stderr == "1 comment is not part of the patch; `--out` writes it\n"
    assert everything(folder) == before


def test_a_patch_names_what_it_leaves_to_a_person(folder: Path) -> None:
    out = exported(folder, "docx", DRAFT)[1]
    paper = Document(str(out))
    paragraph(paper, "Everyone")._p.addnext(paragraph(paper, "is given free")._p)  # noqa: SLF001 - python-docx moves none
    paper.save(str(out))
    result = read_back(folder, out, "--diff")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "not in the patch, look at it yourself: `move` `a1.1`\n"


def test_a_patch_and_files_are_not_made_at_once(folder: Path) -> None:
    result = read_back(folder, worked_on(folder), "--diff", "--out", str(folder / "new"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--out | --diff" in result.stderr


def test_a_patch_of_a_file_as_it_was_sent_out_is_empty(folder: Path) -> None:
    out = exported(folder, "docx", DRAFT)[1]
    result = read_back(folder, out, "--diff")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "proposes nothing" in result.stderr
