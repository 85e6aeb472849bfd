"""`gollanma check`: its forms, its languages, how it ends."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner

from gollanma.cli import gollanma
from tests.support.contracts import agrees
from tests.support.folders import command, small_folder
from tests.support.projects import changed

WARNING = changed(
    "normative/roles/lead.yml", "sample: true", "sample: true\nnext_review: 2026-01-01"
)
ERROR = changed("normative/forms/consent.yml", "role/worker", "role/nobody")
INFO = changed("normative/groups/families.yml", "Maşgalalar", "Mas\u0327galalar")


@pytest.mark.parametrize(
    ("files", "words", "code"),
    [
        pytest.param({}, [], 0, id="nothing is wrong"),
        pytest.param({}, ["--strict"], 0, id="nothing is wrong, strictly"),
        pytest.param(INFO, ["--strict"], 0, id="an information never fails"),
        pytest.param(WARNING, [], 0, id="a warning does not fail"),
        pytest.param(WARNING, ["--strict"], 1, id="a warning fails a strict run"),
        pytest.param(ERROR, [], 1, id="an error fails"),
        pytest.param({"gollanma.yml": "schema: '2'\n"}, [], 1, id="a project file that is none"),
        pytest.param({}, ["--format", "xml"], 2, id="an unknown form"),
        pytest.param({}, ["--lang", "qq"], 2, id="an unknown language"),
        pytest.param({}, ["--today", "tomorrow"], 2, id="a day that is none"),
    ],
)
def test_how_it_ends(tmp_path: Path, files: dict[str, str], words: list[str], code: int) -> None:
    result = command(small_folder(tmp_path, files), "check", *words)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert command(tmp_path / "none", "check").exit_code == 2


def test_a_folder_without_a_project_is_a_finding(tmp_path: Path) -> None:
    result = command(tmp_path, "check")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "gollanma.yml:1:1: error[SCH004] there is no `gollanma.yml` in this folder",
        "  hint: run the command in the project's folder, or name the folder with `-C`",
        "records: 0, errors: 1, warnings: 0, infos: 0",
    ]


def test_a_missing_library_of_the_system_is_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gollanma.source.libyaml.CParser", None)
    result = command(small_folder(tmp_path), "check")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "libyaml" in result.stderr


def test_a_file_that_cannot_be_read_is_input_and_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    root = small_folder(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = command(root, "check")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "Permission denied" in result.stderr


def test_json_keeps_its_contract(tmp_path: Path) -> None:
    result = command(small_folder(tmp_path, ERROR), "check", "--format", "json")
    written = json.loads(result.stdout)
    agrees(written, "check")
    assert written["findings"] == [
        {
            "code": "REF001",
            "severity": "error",
            "path": "normative/forms/consent.yml",
            "line": 8,
            "column": 12,
            "end_line": 8,
            "end_column": 23,
            "where": "form Consent sheet > filled in by",
            "message": "there is no record `role/nobody`",
            "hint": "correct the reference, or add the record",
            "related": [],
        }
    ]
    assert written["summary"] | {"seconds": 0} == {
        "records": 14,
        "languages": ["tk", "ru", "en"],
        "errors": 1,
        "warnings": 0,
        "infos": 0,
        "allowed": 0,
        "baseline": 0,
        "seconds": 0,
    }


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        pytest.param("text", "normative/forms/consent.yml:8:12: error[REF001]", id="text"),
        pytest.param("json", '{\n  "schema_version": 1,', id="JSON"),
        pytest.param("github", "::error file=normative/forms/consent.yml,line=8,", id="GitHub"),
        pytest.param("gitlab", '[\n  {\n    "description":', id="GitLab"),
        pytest.param("sarif", '{\n  "$schema": "https://json.schemastore.org/sarif', id="SARIF"),
        pytest.param("junit", '<?xml version="1.0" encoding="UTF-8"?>', id="JUnit"),
    ],
)
def test_every_form_is_written_and_fails_alike(tmp_path: Path, form: str, begins: str) -> None:
    result = command(small_folder(tmp_path, ERROR), "check", "--format", form)
    assert result.exit_code == 1
    assert result.stdout.startswith(begins)
    assert result.stdout.endswith("\n")


def test_sarif_names_the_checks_that_found_something(tmp_path: Path) -> None:
    written = command(small_folder(tmp_path, ERROR), "check", "--format", "sarif").stdout
    rules = json.loads(written)["runs"][0]["tool"]["driver"]["rules"]
    assert rules == [{"id": "REF001", "shortDescription": {"text": "dangling reference"}}]


def test_junit_is_well_formed(tmp_path: Path) -> None:
    written = command(small_folder(tmp_path, ERROR), "check", "--format", "junit").stdout
    assert ET.fromstring(written).find("testsuite/testcase/failure") is not None  # noqa: S314 - our own output


@pytest.mark.parametrize(
    ("environment", "option", "word"),
    [
        pytest.param({}, (), "ýalňyşlyk[REF001]", id="the project's first language"),
        pytest.param({"GOLLANMA_LANG": "ru"}, (), "ошибка[REF001]", id="GOLLANMA_LANG"),
        pytest.param({"GOLLANMA_LANG": "ru"}, ("--lang", "en"), "error[REF001]", id="the option"),
        pytest.param({"LANG": "ru_RU.UTF-8"}, (), "ýalňyşlyk[REF001]", id="never the system's"),
    ],
)
def test_the_language_of_findings(
    tmp_path: Path, environment: dict[str, str], option: tuple[str, ...], word: str
) -> None:
    words = ["check", "-C", str(small_folder(tmp_path, ERROR)), *option]
    result = CliRunner().invoke(gollanma, words, env=environment)
    assert word in result.stdout


def test_the_day_decides_what_is_due(tmp_path: Path) -> None:
    root = small_folder(tmp_path, WARNING)
    assert "PUB002" in command(root, "check").stdout
    assert "PUB002" not in command(root, "check", "--today", "2025-12-31").stdout


@pytest.mark.parametrize(
    ("epoch", "code"),
    [
        pytest.param("1795305600", 1, id="the day of SOURCE_DATE_EPOCH"),
        pytest.param("1735689600", 0, id="an earlier one"),
        pytest.param("soon", 2, id="no number"),
    ],
)
def test_the_day_of_a_build(
    tmp_path: Path, epoch: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    words = ["check", "--strict", "-C", str(small_folder(tmp_path, WARNING))]
    assert CliRunner().invoke(gollanma, words).exit_code == code


def test_each_of_many_alike_is_told_where_all_are_asked_for(tmp_path: Path) -> None:
    rows = "".join(f"  - training/none-{at}\n" for at in range(13))
    lead = changed(
        "normative/roles/lead.yml", "trainings: [training/basics]", f"trainings:\n{rows}"
    )
    root = small_folder(tmp_path, lead)
    few, every = (command(root, "check", *words).stdout for words in ([], ["--all"]))
    assert (few.count("error[REF001]"), every.count("error[REF001]")) == (10, 13)
    assert ("`gollanma check --all`" in few, "--all" in every) == (True, False)


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_a_page_to_hand_on_says_the_same(tmp_path: Path, lang: str) -> None:
    result = command(small_folder(tmp_path, ERROR), "check", "--format", "html", lang=lang)
    assert (result.exit_code, f'<html lang="{lang}">' in result.stdout) == (1, True)
    assert "<code>role/nobody</code>" in result.stdout
