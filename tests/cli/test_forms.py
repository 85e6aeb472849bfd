"""`gollanma export form`."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.support.folders import command, small_folder
from tests.views.test_blanks import FORM, PATH

RESTRICTED = FORM.replace("  - id: story\n", "  - id: story\n    sensitivity: restricted\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_folder(tmp_path, {PATH: RESTRICTED})


def tags(out: Path) -> list[str]:
    found = Document(str(out)).element.body.iter(qn("w:tag"))
    return [each.get(qn("w:val")) for each in found if "." not in each.get(qn("w:val"))]


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        pytest.param((), "name way heard day times hand", id="for everybody"),
        pytest.param(
            ("--for", "restricted"), "name story way heard day times hand", id="for the office"
        ),
        pytest.param(("--copy", "role/lead"), "name", id="a copy for everybody"),
        pytest.param(
            ("--copy", "role/lead", "--for", "restricted"), "name story", id="a copy of the office"
        ),
    ],
)
def test_a_file_holds_what_its_receiver_may_have(
    folder: Path, words: tuple[str, ...], fields: str
) -> None:
    out = folder / "form.docx"
    result = command(folder, "export", "form", "form/letter", *words, "--out", str(out))
    assert (result.exit_code, result.output) == (0, "")
    assert tags(out) == fields.split()


def test_two_languages_stand_in_one_file_and_it_is_written_the_same_twice(folder: Path) -> None:
    out, again = folder / "form.docx", folder / "again.docx"
    for each in (out, again):
        words = ("form/letter", "--also", "tk", "--out", str(each))
        assert command(folder, "export", "form", *words, lang="ru").exit_code == 0
    said = [each.text for each in Document(str(out)).paragraphs]
    assert said.index("Имя") < said.index("Ady") if "Имя" in said else "Ady" in said
    assert out.read_bytes() == again.read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("form/none",), "`form/none` is no form", id="no form"),
        pytest.param(("role/worker",), "`role/worker` is no form", id="another record"),
        pytest.param(("form/letter", "--also", "fr"), "no language `fr`", id="no language"),
        pytest.param(("form/letter", "--copy", "role/none"), "`role/none` may see", id="no role"),
        pytest.param(("form/letter", "--copy", "lead"), "`lead` may see", id="no reference"),
        pytest.param(
            ("form/letter", "--copy", "sop/visit"), "`sop/visit` may see", id="who sees nothing"
        ),
    ],
)
def test_what_cannot_be_written_is_said(folder: Path, words: tuple[str, ...], said: str) -> None:
    out = folder / "form.docx"
    result = command(folder, "export", "form", *words, "--out", str(out))
    assert result.exit_code == 2
    assert said in result.output
    assert not out.exists()
