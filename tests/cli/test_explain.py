"""`gollanma explain`: the page of a code, the list of all, and the places of records."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from gollanma.checks import entries
from gollanma.checks.examples import examples
from gollanma.cli import gollanma
from tests.support.contracts import agrees
from tests.support.folders import command, small_folder

LANGUAGES = ("tk", "ru", "en")


def test_a_page_tells_why_and_shows_bad_and_good(tmp_path: Path) -> None:
    result = command(small_folder(tmp_path), "explain", "PUB002")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "PUB002 · warning",
        "the review is overdue",
        "",
        "Offices move and laws change; a page that nobody has looked at misleads.",
        "",
        "bad:",
        "",
        "    #+ normative/roles/lead.yml",
        "    next_review: 2026-09-01  #! PUB002",
        "",
        "good:",
        "",
        "    #+ normative/roles/lead.yml",
        "    next_review: 2027-09-01",
        "",
    ]


def test_a_code_may_be_typed_small(tmp_path: Path) -> None:
    assert command(small_folder(tmp_path), "explain", "pub002").stdout.startswith("PUB002")


def test_an_unknown_code_is_wrong_use(tmp_path: Path) -> None:
    result = command(small_folder(tmp_path), "explain", "ABC999")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "`ABC999`" in result.stderr


@pytest.mark.parametrize("code", [each.code for each in entries()])
def test_every_code_has_a_page(small_project: Path, code: str) -> None:
    result = command(small_project, "explain", code)
    assert result.exit_code == 0
    for _, text in examples(code):
        assert all(f"    {line}\n" in result.stdout for line in text.splitlines())


@pytest.fixture(scope="module")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_folder(tmp_path_factory.mktemp("small"))


def test_the_list_keeps_its_contract(tmp_path: Path) -> None:
    result = command(small_folder(tmp_path), "explain", "--list", "--format", "json")
    written = json.loads(result.stdout)
    agrees(written, "explain")
    assert [each["code"] for each in written["checks"]] == [each.code for each in entries()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_has_a_line_for_every_code(tmp_path: Path, language: str) -> None:
    result = command(small_folder(tmp_path), "explain", lang=language)
    assert [line.split()[0] for line in result.stdout.splitlines()] == [
        each.code for each in entries()
    ]


def test_it_works_without_a_project(tmp_path: Path) -> None:
    result = CliRunner().invoke(gollanma, ["explain", "PUB002", "-C", str(tmp_path)])
    assert result.exit_code == 0


def test_one_code_for_a_machine(tmp_path: Path) -> None:
    result = command(small_folder(tmp_path), "explain", "PUB002", "--format", "json")
    found = json.loads(result.stdout)
    agrees(found, "explain")
    assert [each["code"] for each in found["checks"]] == ["PUB002"]
    assert sorted(found["checks"][0]["examples"]) == ["bad", "good"]


# --- a place of a record

SHORT = "короткое имя: строчные латинские буквы, цифры, дефисы"


def test_a_place_tells_its_fields_and_shows_an_example(tmp_path: Path) -> None:
    result = command(small_folder(tmp_path), "explain", "sop.steps.deadline", lang="ru")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "sop.steps.deadline · срок",
        "поля",
        "",
        "  value  значение  число · нужно всегда",
        f"  unit   единица   {SHORT} · нужно всегда",
        f"  from   с         {SHORT}",
        "",
        "Как в normative/sops/visit.yml:31:",
        "",
        "    deadline:",
        "      value: 1",
        "      unit: working-day",
        "      from: request",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_lists_what_a_record_may_hold(tmp_path: Path, language: str) -> None:
    result = command(small_folder(tmp_path), "explain", "sop", lang=language)
    listed = [line.split()[0] for line in result.stdout.splitlines() if line.startswith("  ")]
    assert {"title", "steps", "urgent", "together"} <= set(listed)
    assert "gollanma explain sop." in result.stdout


def test_an_unknown_place_is_wrong_use(tmp_path: Path) -> None:
    result = command(small_folder(tmp_path), "explain", "sop.stps")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "`sop.stps`" in result.stderr


@pytest.mark.parametrize("place", ["sop", "sop.steps", "sop.status", "project.site"])
def test_a_place_for_a_machine_keeps_its_contract(tmp_path: Path, place: str) -> None:
    result = command(small_folder(tmp_path), "explain", place, "--format", "json")
    agrees(json.loads(result.stdout), "explain-place")
