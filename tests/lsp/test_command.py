"""The command that starts the server, where it cannot start."""

from pathlib import Path

import pytest

from tests.support.folders import command, small_folder


def test_a_machine_without_the_packages_is_told_what_brings_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gollanma.cli.lsp.find_spec", lambda _: None)
    result = command(small_folder(tmp_path), "lsp")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == ("the packages of the language server are missing: run `make editor`\n")


def test_a_language_that_is_none_is_refused_before_an_editor_waits(tmp_path: Path) -> None:
    assert command(small_folder(tmp_path), "lsp", lang="xx").exit_code == 2
