"""`gollanma check --changed`: what concerns files that differ from a commit of git."""

import json
import subprocess
from pathlib import Path
from shutil import which

import pytest

from tests.support.folders import command, small_folder, write
from tests.support.projects import changed

HERE = "normative/forms/consent.yml"
ELSEWHERE = "normative/roles/lead.yml"
ERROR = changed(HERE, "role/worker", "role/nobody")
WARNING = changed(ELSEWHERE, "sample: true", "sample: true\nnext_review: 2026-01-01")

pytestmark = pytest.mark.skipif(which("git") is None, reason="there is no git")


def git(root: Path, *words: str) -> None:
    names = ("-c", "user.name=A", "-c", "user.email=a@example.invalid", "-c", "core.autocrlf=false")
    subprocess.run(["git", "-C", str(root), *names, *words], check=True, capture_output=True)


def committed(root: Path, files: dict[str, str] | None = None) -> Path:
    """Give the small project, these files laid over it, as it stands in a repository."""
    small_folder(root, files)
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "first")
    return root


def told(root: Path, *words: str) -> list[tuple[str, str]]:
    findings = json.loads(command(root, "check", "--format", "json", *words).stdout)["findings"]
    return [(each["path"], each["code"]) for each in findings]


def test_what_stood_before_is_counted_and_fails_nothing(tmp_path: Path) -> None:
    root = committed(tmp_path, ERROR)
    assert command(root, "check").exit_code == 1
    result = command(root, "check", "--changed")
    assert (result.exit_code, result.stdout) == (
        0,
        "records: 14, errors: 0, warnings: 0, infos: 0\n",
    )
    assert "1 more finding stands in files that have nothing to do with the change" in result.stderr


def test_a_changed_file_is_told_and_another_is_not(tmp_path: Path) -> None:
    root = committed(tmp_path, WARNING)
    write(root, ERROR)
    assert told(root) == [(HERE, "REF001"), (ELSEWHERE, "PUB002")]
    assert told(root, "--changed") == [(HERE, "REF001")]
    assert command(root, "check", "--changed").exit_code == 1


def test_a_file_that_git_does_not_know_yet_is_changed(tmp_path: Path) -> None:
    root = committed(tmp_path, WARNING)
    text = (root / HERE).read_text(encoding="utf-8")
    write(root, {"normative/forms/other.yml": text.replace("role/worker", "role/nobody")})
    assert ("normative/forms/other.yml", "REF001") in told(root, "--changed")
    assert (ELSEWHERE, "PUB002") not in told(root, "--changed")


@pytest.mark.parametrize("staged", [False, True])
def test_who_refers_to_what_was_deleted_is_told(tmp_path: Path, *, staged: bool) -> None:
    root = committed(tmp_path)
    (root / "normative/roles/worker.yml").unlink()
    if staged:
        git(root, "add", "--all")
    assert (HERE, "REF001") in told(root, "--changed")


def test_changes_are_counted_from_the_commit_that_is_named(tmp_path: Path) -> None:
    root = committed(tmp_path)
    write(root, ERROR)
    git(root, "commit", "--quiet", "-a", "-m", "second")
    assert told(root, "--changed") == []
    assert told(root, "--changed=HEAD~1") == [(HERE, "REF001")]


def test_a_project_in_a_folder_of_a_repository_has_its_own_paths(tmp_path: Path) -> None:
    small_folder(tmp_path / "gollanma ýäş")
    root = committed(tmp_path)
    write(root / "gollanma ýäş", ERROR)
    assert told(root / "gollanma ýäş", "--changed") == [(HERE, "REF001")]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param("--changed=none", 2, "git knows no commit `none`", id="no such commit"),
        pytest.param("--changed=-p", 2, "", id="an option of git"),
        pytest.param("--changed=HEAD:gollanma.yml", 2, "git knows no commit", id="a file"),
    ],
)
def test_a_commit_that_is_none_is_wrong_use(
    tmp_path: Path, words: str, code: int, said: str
) -> None:
    result = command(committed(tmp_path), "check", words)
    assert (result.exit_code, said in result.output) == (code, True)


def test_without_a_repository_the_environment_lacks_something(tmp_path: Path) -> None:
    result = command(small_folder(tmp_path), "check", "--changed")
    assert (result.exit_code, result.output) == (
        3,
        "`--changed` needs git, and a folder that git looks after\n",
    )


def test_without_git_the_environment_lacks_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = committed(tmp_path)
    monkeypatch.setenv("PATH", "")
    assert command(root, "check", "--changed").exit_code == 3


def test_a_repository_without_a_commit_has_none_to_compare_with(tmp_path: Path) -> None:
    git(small_folder(tmp_path), "init", "--quiet")
    result = command(tmp_path, "check", "--changed")
    assert (result.exit_code, "git knows no commit `HEAD`" in result.output) == (2, True)
