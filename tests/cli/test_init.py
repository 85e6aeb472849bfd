"""`gollanma init`: a new handbook that checks are silent about, and that can be built at once."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gollanma.cli import gollanma
from gollanma.cli.exits import Exit
from gollanma.edit import beginning
from gollanma.languages import load as load_languages
from gollanma.model.kinds import BY_NAME
from gollanma.model.load import read_project
from tests.support.folders import command

ORDERS = ["tk,ru,en", "ru", "en,tk"]
MARKUP = "<b>Handbook</b> {{ 7 * 7 }}"
NAMES = [MARKUP, "Handbook", 'Guide: "all" of it', "# 1", "yes"]
KINDS = sorted(set(BY_NAME) - {"edition", "comment"})


def begun(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(gollanma, ["init", str(folder), *options])


@pytest.mark.parametrize("codes", ORDERS)
def test_a_new_handbook_has_no_mistake_and_becomes_a_site(tmp_path: Path, codes: str) -> None:
    root = tmp_path / "new"
    made = begun(root, "--languages", codes)
    assert made.exit_code == 0, made.output
    assert {tmp_path / each for each in made.stdout.splitlines()} == {
        each for each in root.rglob("*") if each.is_file()
    }
    checked = json.loads(command(root, "check", "--format", "json").stdout)
    assert checked["findings"] == []
    built = command(root, "build")
    assert built.exit_code == 0, built.output
    homes = {f"{code}/index.html" for code in codes.split(",")[1:]} | {"index.html"}
    assert all((root / "site" / each).is_file() for each in homes)
    assert command(root, "check", "--strict").exit_code == 0


@pytest.mark.parametrize("name", NAMES)
def test_its_name_is_data(tmp_path: Path, name: str) -> None:
    root = tmp_path / "new"
    assert begun(root, "--languages", "en,ru", "--name", name).exit_code == 0
    project, _, found = read_project(root)
    assert found == ()
    assert project == beginning(load_languages(("en", "ru")), name)


def test_its_name_is_never_markup(tmp_path: Path) -> None:
    root = tmp_path / "new"
    begun(root, "--languages", "en", "--name", MARKUP)
    assert command(root, "build").exit_code == 0
    home = (root / "site/index.html").read_text(encoding="utf-8")
    assert "<b>Handbook" not in home
    assert "{{ 7 * 7 }}" in home


def test_a_folder_that_cannot_be_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    told = begun(tmp_path / "file/new", "--languages", "en")
    assert told.exit_code == Exit.INPUT_OUTPUT
    assert "file" in told.stderr


def test_every_kind_of_record_can_be_begun_in_it(tmp_path: Path) -> None:
    root = tmp_path / "new"
    begun(root, "--languages", "tk,ru,en")
    for kind in KINDS:
        assert command(root, "new", kind, "first").exit_code == 0
    checked = json.loads(command(root, "check", "--format", "json").stdout)
    assert {each["code"] for each in checked["findings"]} <= {"SCH001", "SCH003", "REF007"}


@pytest.mark.parametrize(
    ("there", "options", "words"),
    [
        pytest.param("gollanma.yml", [], "new", id="a handbook"),
        pytest.param("mkdocs.yml", [], "mkdocs.yml", id="another site"),
        pytest.param("read.me", ["--languages", "tk,xx"], "xx", id="a language without a pack"),
        pytest.param("read.me", ["--languages", ""], "", id="no language"),
        pytest.param("read.me", ["--lang", "xx"], "xx", id="messages without a pack"),
    ],
)
def test_what_it_refuses_it_leaves_as_it_was(
    tmp_path: Path, there: str, options: list[str], words: str
) -> None:
    root = tmp_path / "new"
    root.mkdir()
    (root / there).write_text("mine\n", encoding="utf-8")
    refused = begun(root, *options)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert words in refused.stderr
    assert [each.name for each in root.rglob("*")] == [there]


def test_a_pack_beside_it_is_a_language_of_it(tmp_path: Path) -> None:
    root = tmp_path / "new"
    shutil.copytree(Path(__file__).parents[1] / "languages/packs/ro", root / "languages/ro")
    made = begun(root, "--languages", "ro,en")
    assert made.exit_code == 0, made.output
    assert command(root, "check").exit_code == 0
