"""`gollanma check --baseline`: from a day on only what is new is told."""

import json
from pathlib import Path

import pytest

from tests.support.folders import command, small_folder, write
from tests.support.projects import changed

FORM, ROLE = "normative/forms/consent.yml", "normative/roles/lead.yml"
PATH = "normative/state/baseline.yml"
ERROR = changed(FORM, "role/worker", "role/nobody")
LATE = changed(ROLE, "sample: true", "sample: true\nnext_review: 2026-01-01")


def summary(root: Path) -> dict[str, int]:
    found: dict[str, int] = json.loads(command(root, "check", "--format", "json").stdout)["summary"]
    return found


def test_what_stands_is_accepted_and_what_is_new_is_told(tmp_path: Path) -> None:
    root = small_folder(tmp_path, {**ERROR, **LATE})
    result = command(root, "check", "--baseline")
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        ["2 findings stood in the baseline", "records: 14, errors: 0, warnings: 0, infos: 0"],
    )
    text = (root / PATH).read_text(encoding="utf-8")
    assert text.startswith("# Written by `gollanma check --baseline`; never by hand.\nfindings:\n")
    write(root, changed("normative/sops/visit.yml", "role/worker", "role/no-such-role"))
    assert (summary(root)["errors"] > 0, summary(root)["baseline"]) == (True, 2)


def test_written_again_it_says_the_same(tmp_path: Path) -> None:
    root = small_folder(tmp_path, {**ERROR, **LATE})
    texts = []
    for _ in range(2):
        command(root, "check", "--baseline")
        texts.append((root / PATH).read_bytes())
    assert texts[0] == texts[1]


def test_what_was_mended_leaves_it_when_it_is_written_again(tmp_path: Path) -> None:
    root = small_folder(tmp_path, {**ERROR, **LATE})
    command(root, "check", "--baseline")
    write(root, changed(FORM, "role/worker", "role/worker"))
    page = command(root, "check", "--format", "html").stdout
    assert "2 findings that stood when the project began to heed its checks, 1 have been" in page
    command(root, "check", "--baseline")
    assert (root / PATH).read_text(encoding="utf-8").count("code:") == 1


def test_a_project_with_nothing_to_accept_has_an_empty_one(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    assert command(root, "check", "--baseline").exit_code == 0
    assert (root / PATH).read_text(encoding="utf-8").endswith("findings: []\n")
    assert summary(root)["baseline"] == 0


def test_a_file_that_is_no_record_is_never_accepted(tmp_path: Path) -> None:
    root = small_folder(tmp_path, changed(FORM, "filled_by:", "filled_buy:"))
    result = command(root, "check", "--baseline")
    assert (result.exit_code, "SCH001" in result.stdout) == (1, True)
    assert command(root, "check").exit_code == 1


@pytest.mark.parametrize("words", [["--fix"], ["--watch"], ["--changed"]])
def test_what_does_not_go_with_it_is_wrong_use(tmp_path: Path, words: list[str]) -> None:
    result = command(small_folder(tmp_path), "check", "--baseline", *words)
    assert (result.exit_code, f"--baseline: {words[0]}" in result.output) == (2, True)
    assert not (tmp_path / PATH).exists()
