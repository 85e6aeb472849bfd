"""`gollanma diff`: what one edition changes against another."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.support.contracts import agrees
from tests.support.folders import command, small_folder
from tests.views.drafted import FILES

ARGUMENTS = ("diff", "act/help", "2020-02-01", "draft-first", "--lang", "en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_folder(tmp_path, FILES)


def test_as_text_each_change_has_its_words_in_every_language(folder: Path) -> None:
    result = command(folder, *ARGUMENTS)
    assert result.exit_code == 0, result.output
    assert "Sample wording, not the official text." in result.stdout
    assert "+ a1.2-1  Part 2 of Article 1: added" in result.stdout
    assert "    tk  Adamyň razylygy [-hökman-]{+ýazmaça+} soralýar." in result.stdout
    assert "    ! Translation waits: Russian, English" in result.stdout


def test_as_json_it_keeps_its_contract(folder: Path) -> None:
    written = json.loads(command(folder, *ARGUMENTS, "--format", "json").stdout)
    agrees(written, "diff")
    assert (written["from"], written["to"], written["sample"]) == (
        "2020-02-01",
        "draft-first",
        True,
    )
    row = {each["id"]: each for each in written["changes"]}["a2"]
    assert (row["fates"], row["changed_in"], row["behind"]) == (["changed"], ["tk"], ["ru", "en"])
    assert row["reasons"] == [{"tk": "Takyk.", "ru": "Точнее.", "en": "More exact."}]


def test_as_html_it_is_one_file_that_leads_nowhere_else(folder: Path) -> None:
    out = folder / "out.html"
    command(folder, *ARGUMENTS, "--format", "html", "--out", str(out))
    html = out.read_text(encoding="utf-8")
    assert '<html lang="en" class="sample">' in html
    assert "Sample wording, not the official text." in html
    hrefs = [each.partition('"')[0] for each in html.split(' href="')[1:]]
    assert hrefs
    assert all(each.startswith("#") for each in hrefs)
    assert "<script" not in html


def test_as_word_it_needs_a_file(folder: Path) -> None:
    out = folder / "out.docx"
    assert command(folder, *ARGUMENTS, "--format", "docx").exit_code == 2
    assert command(folder, *ARGUMENTS, "--format", "docx", "--out", str(out)).exit_code == 0
    with zipfile.ZipFile(out) as parts:
        assert b"<w:ins " in parts.read("word/document.xml")


def test_the_other_way_round_additions_are_deletions(folder: Path) -> None:
    result = command(folder, "diff", "help", "draft-first", "2020-02-01", "--lang", "en")
    assert "- a1.2-1  Part 2 of Article 1: deleted" in result.stdout


def test_equal_editions_do_not_differ(folder: Path) -> None:
    result = command(folder, "diff", "help", "draft-first", "draft-first", "--lang", "en")
    assert result.stdout.endswith("The texts do not differ.\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("act/none", "a", "b"), "there is no act `act/none`"),
        (("service/care", "a", "b"), "there is no act `service/care`"),
        (
            ("help", "2020-02-01", "2021"),
            "the act `act/help` has no edition `2021`; there are: 2020-02-01, draft-first",
        ),
    ],
)
def test_what_is_not_there_is_named(
    folder: Path, arguments: tuple[str, str, str], says: str
) -> None:
    result = command(folder, "diff", *arguments, "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
