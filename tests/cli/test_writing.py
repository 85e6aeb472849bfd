"""Commands that write to a project: new, release, schema."""

import json
import re
import tomllib
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from gollanma.cli.doctor import PACKAGES
from gollanma.model.kinds import BY_NAME
from gollanma.model.state import ADDRESSES
from tests.support.folders import command, small_folder
from tests.support.projects import changed

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
doctor_module = import_module("gollanma.cli.doctor")
INDEX = "normative/state/released.yml"
RETIRED = {"normative/state/retired.yml": "retired:\n  sop/old:\n    new: sop/visit\n"}


@pytest.mark.parametrize("kind", sorted(set(BY_NAME) - {"edition", "comment"}))
def test_a_new_record_is_found_in_its_place_and_wants_its_words(tmp_path: Path, kind: str) -> None:
    root = small_folder(tmp_path)
    made = command(root, "new", kind, "brand-new")
    assert made.exit_code == 0, made.output
    path = made.stdout.strip()
    assert (root / path).read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=")
    checked = json.loads(command(root, "check", "--format", "json").stdout)
    codes = {each["code"] for each in checked["findings"] if each["path"] == path}
    assert codes <= {"SCH001", "SCH003", "REF007"}


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        pytest.param(["sop", "visit"], "normative/sops/visit.yml", id="one that is there"),
        pytest.param(["sop", "Visit"], "Visit", id="a capital"),
        pytest.param(["sop", "nul"], "nul", id="a name that Windows keeps"),
    ],
)
def test_what_new_refuses(tmp_path: Path, words: list[str], hint: str) -> None:
    root = small_folder(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*.yml")}
    result = command(root, "new", *words)
    assert result.exit_code == 2
    assert hint in result.stderr
    assert {path: path.read_bytes() for path in root.rglob("*.yml")} == before


def test_a_release_keeps_the_record_as_it_is(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    result = command(root, "release", "sop/visit")
    assert (result.exit_code, result.stdout) == (0, "sop/visit@1.0\n")
    copy = (root / "normative/state/released/sop/visit/1.0.yml").read_text(encoding="utf-8")
    assert copy == (root / "normative/sops/visit.yml").read_text(encoding="utf-8")
    assert "sop/visit@1.0: h1:" in (root / INDEX).read_text(encoding="utf-8")


def test_a_second_release_of_the_same_words_changes_nothing(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    command(root, "release", "sop/visit")
    before = (root / INDEX).read_bytes()
    result = command(root, "release", "sop/visit")
    assert result.exit_code == 0
    assert (root / INDEX).read_bytes() == before


def test_a_record_that_changed_needs_a_new_version(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    command(root, "release", "sop/visit")
    path = "normative/sops/visit.yml"
    text = changed(path, "Agree with the family.", "Agree with them.")[path]
    (root / path).write_text(text, encoding="utf-8")
    refused = command(root, "release", "sop/visit")
    assert (refused.exit_code, "sop/visit" in refused.stderr) == (1, True)
    (root / path).write_text(text.replace('version: "1.0"', 'version: "1.1"', 1), encoding="utf-8")
    assert command(root, "release", "sop/visit").stdout == "sop/visit@1.1\n"


def test_without_references_what_is_in_use_is_released(tmp_path: Path) -> None:
    pilot = changed("normative/roles/lead.yml", "status: draft", "status: pilot")
    pilot = {path: text.replace("sample: true\n", "") for path, text in pilot.items()}
    result = command(small_folder(tmp_path, pilot), "release")
    assert result.stdout == "role/lead@1.0\n"


@pytest.mark.parametrize(
    "reference",
    [
        pytest.param("act/help", id="an act has editions"),
        pytest.param("sop/none", id="no record"),
        pytest.param("fact/offices", id="no version"),
    ],
)
def test_what_cannot_be_released(tmp_path: Path, reference: str) -> None:
    root = small_folder(tmp_path)
    result = command(root, "release", reference)
    assert (result.exit_code, (root / INDEX).exists()) == (1, False)
    assert reference in result.stderr


def test_schemas_are_written_once(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    assert command(root, "schema").exit_code == 0
    folder = root / "normative/schemas"
    times = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert "sop.json" in times
    command(root, "schema")
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == times


def test_the_doctor_lists_what_there_is(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    found = json.loads(command(root, "doctor", "--format", "json").stdout)
    by_name = {each["name"]: each["fine"] for each in found["checks"]}
    assert by_name["libyaml"] is True
    assert by_name["mkdocs.yml"] is False
    assert command(root, "doctor").exit_code == 3


def test_a_release_brings_the_list_of_addresses_up_to_date(tmp_path: Path) -> None:
    root = small_folder(tmp_path, {ADDRESSES: "sop/old.html\n"} | RETIRED)
    assert command(root, "release", "sop/visit").exit_code == 0
    lines = (root / ADDRESSES).read_text(encoding="utf-8").splitlines()
    assert {"sop/old.html", "sop/visit.html", "act/help/a1.html", "index.html"} <= set(lines)
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        pytest.param({}, ["ID002"], id="39 a record that is gone without a word"),
        pytest.param(RETIRED, [], id="a record that is gone and retired"),
    ],
)
def test_a_published_address_may_not_vanish(
    tmp_path: Path, files: dict[str, str], codes: list[str]
) -> None:
    root = small_folder(
        tmp_path,
        {
            ADDRESSES: "index.html\ns/sp-01.html\nsop/index-2.html\nsop/old.html\nsop/old--card.html\n"
        }
        | files,
    )
    result = command(root, "check", "--format", "json")
    found = json.loads(result.stdout)["findings"]
    assert [each["code"] for each in found] == codes
    assert [(each["path"], each["line"]) for each in found] == [(ADDRESSES, 4)] * len(codes)
    assert result.exit_code == bool(codes)


NEUTRAL = "quick_exit: true\nstatus:"


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="lists, short addresses, cards, books"),
        pytest.param(changed("normative/sops/visit.yml", "status:", NEUTRAL), id="an address that tells nothing"),
    ],
)  # fmt: skip
def test_nothing_is_missed_after_a_release(tmp_path: Path, files: dict[str, str]) -> None:
    root = small_folder(tmp_path, files)
    assert command(root, "release", "sop/visit").exit_code == 0
    assert any("--" in each for each in (root / ADDRESSES).read_text("utf-8").split())
    found = json.loads(command(root, "check", "--format", "json").stdout)["findings"]
    assert [each for each in found if each["path"].startswith("normative/state/")] == []


def test_a_kind_with_a_record_that_cannot_be_read_is_not_judged(tmp_path: Path) -> None:
    files = changed("normative/sops/visit.yml", "status:", NEUTRAL)
    root = small_folder(tmp_path, files)
    assert command(root, "release", "sop/visit").exit_code == 0
    (root / "normative/sops/visit.yml").write_text("title: 7\n", encoding="utf-8")
    found = json.loads(command(root, "check", "--format", "json").stdout)["findings"]
    assert found
    assert "ID002" not in {each["code"] for each in found}


def test_the_doctor_knows_all_that_the_package_needs() -> None:
    needed = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    assert sorted(PACKAGES) == sorted(re.split("[>=]", each)[0] for each in needed)


def test_the_doctor_says_what_to_do_once_for_each_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: Callable[[str], str] = doctor_module.version

    def partly(name: str) -> str:
        if name in {"lxml", "segno"}:
            raise PackageNotFoundError(name)
        return there(name)

    monkeypatch.setattr(doctor_module, "version", partly)
    root = small_folder(tmp_path)
    result = command(root, "doctor")
    assert result.exit_code == 3
    assert [each for each in result.stdout.splitlines() if each.startswith("hint")] == [
        "hint: run `make site`, or `python tools/setup.py site` where there is no make",
        "hint: run the command in the project's folder, or name the folder with `-C`",
    ]
    checks = json.loads(command(root, "doctor", "--format", "json").stdout)["checks"]
    assert [each["name"] for each in checks if not each["fine"]] == ["lxml", "segno", "mkdocs.yml"]
    assert [each["name"] for each in checks if bool(each["hint"]) == each["fine"]] == []
