"""What every command shares: the day, the language, and how it ends."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from gollanma.cli import desk, gollanma
from gollanma.model.load import Loaded
from gollanma.source import MissingLibyaml
from tests.support.folders import command, small_folder
from tests.support.projects import changed


def test_without_libyaml_the_environment_is_to_blame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Loaded:
        raise MissingLibyaml

    monkeypatch.setattr(desk, "load", broken)
    result = command(small_folder(tmp_path), "check")
    assert result.exit_code == 3
    assert "libyaml" in result.stderr


def test_an_unwritable_folder_is_a_fault_of_input_or_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "normative/schemas/act.json")

    root = small_folder(tmp_path)
    monkeypatch.setattr(Path, "write_bytes", full)
    result = command(root, "schema")
    assert (result.exit_code, result.stderr) == (
        4,
        "No space left on device: normative/schemas/act.json\n",
    )


@pytest.mark.parametrize(
    ("epoch", "exit_code"),
    [
        pytest.param("1795305600", 0, id="a number of seconds"),
        pytest.param("today", 2, id="a word"),
        pytest.param("-1", 2, id="a day before 1970"),
    ],
)
def test_the_day_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, exit_code: int
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = CliRunner().invoke(gollanma, ["check", "-C", str(small_folder(tmp_path))])
    assert result.exit_code == exit_code, result.output


def test_the_day_that_is_asked_for_decides(tmp_path: Path) -> None:
    due = changed(
        "normative/roles/lead.yml", "status: draft", "status: draft\nnext_review: 2026-12-01"
    )
    root = str(small_folder(tmp_path, due))
    runner = CliRunner()
    before = runner.invoke(gollanma, ["check", "-C", root, "--strict", "--today", "2026-12-01"])
    after = runner.invoke(gollanma, ["check", "-C", root, "--strict", "--today", "2026-12-02"])
    assert (before.exit_code, after.exit_code) == (0, 1)


@pytest.mark.parametrize(
    ("option", "environment", "expected"),
    [
        pytest.param(None, None, "ýazgylar", id="the project's default"),
        pytest.param(None, "ru", "записей", id="the environment's"),
        pytest.param("en", "ru", "records", id="the one asked for"),
    ],
)
def test_the_language_of_messages(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    option: str | None,
    environment: str | None,
    expected: str,
) -> None:
    if environment:
        monkeypatch.setenv("GOLLANMA_LANG", environment)
    words = ["check", "-C", str(small_folder(tmp_path)), *(["--lang", option] if option else [])]
    assert expected in CliRunner().invoke(gollanma, words).stdout


def test_a_language_without_a_pack_is_a_mistake_of_use(tmp_path: Path) -> None:
    result = command(small_folder(tmp_path), "check", lang="xx")
    assert (result.exit_code, "xx" in result.stderr) == (2, True)


def test_a_folder_without_a_project(tmp_path: Path) -> None:
    result = command(tmp_path, "check")
    assert (result.exit_code, "gollanma.yml" in result.stdout) == (1, True)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["impact", "sop/visit"], id="impact"),
        pytest.param(["explain", "sop.steps"], id="explain"),
        pytest.param(["new", "sop", "talk"], id="new"),
        pytest.param(["release"], id="release"),
    ],
)
def test_in_another_folder_a_command_says_where_it_should_be_run(
    tmp_path: Path, words: list[str]
) -> None:
    result = command(tmp_path, *words, lang="ru")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("gollanma.yml:1:1: ошибка[SCH004]")
    assert "`-C`" in result.stderr
