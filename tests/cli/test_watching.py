"""`gollanma check --watch`: a project is checked again whenever a file changes."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gollanma.cli.watching import changes, state_of
from tests.support.folders import command, small_folder, write
from tests.support.projects import changed
from tests.support.running import heeding

FORM, ROLE = "normative/forms/consent.yml", "normative/roles/lead.yml"


class Looks:
    """Stands for the time between two looks: before each of them somebody may do something."""

    def __init__(self, *deeds: Callable[[], object]) -> None:
        self.deeds = list(deeds)

    def __call__(self, _: float) -> None:
        if self.deeds:
            self.deeds.pop(0)()


def nothing() -> None:
    pass


def test_files_are_named_when_all_of_them_are_saved(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    looks = Looks(
        nothing,
        lambda: write(root, {FORM: "a"}),
        lambda: write(root, {ROLE: "b"}),
        lambda: write(root, {FORM: "ab"}),
        nothing,
        (root / ROLE).unlink,
        nothing,
        lambda: write(root, {"glossary/new.yml": "c"}),
        nothing,
    )
    found = changes(root, state_of(root), looks)
    assert [next(found) for _ in range(3)] == [(FORM, ROLE), (ROLE,), ("glossary/new.yml",)]


def test_what_is_no_content_is_not_looked_at(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    before = state_of(root)
    write(root, {"site/index.html": "", "normative/forms/.consent.yml.swp": "", "notes.txt": ""})
    assert state_of(root) == before


def test_a_folder_that_comes_later_is_looked_at(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    found = changes(
        root, state_of(root), Looks(lambda: write(root, {"languages/tk/pack.toml": ""}))
    )
    assert next(found) == ("languages/tk/pack.toml",)


@pytest.mark.parametrize("words", [("--fix",), ("--format", "sarif")])
def test_what_cannot_be_watched_is_wrong_use(tmp_path: Path, words: tuple[str, ...]) -> None:
    result = command(small_folder(tmp_path), "check", "--watch", *words)
    assert (result.exit_code, "--watch: --f" in result.output) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is another thing there")
def test_each_save_is_checked_until_somebody_stops_it(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    words = ["check", "--watch", "--lang", "en", "--today", "2026-11-22", "-C", str(root)]
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "gollanma", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=heeding,  # noqa: PLW1509 - nothing here runs in threads
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == "records: 14, errors: 0, warnings: 0, infos: 0\n"
        assert running.stderr.readline() == "waiting for changes; Ctrl+C ends\n"
        write(root, changed(FORM, "role/worker", "role/nobody"))
        assert running.stderr.readline() == f"changed: `{FORM}`\n"
        assert running.stdout.readline().startswith(f"{FORM}:")
        while not (line := running.stdout.readline()).startswith("records"):
            pass
        assert line == "records: 14, errors: 1, warnings: 0, infos: 0\n"
        write(root, changed(FORM, "role/worker", "role/worker"))
        assert running.stdout.readline() == "records: 14, errors: 0, warnings: 0, infos: 0\n"
        running.send_signal(signal.SIGINT)
        _, said = running.communicate()
    assert (running.returncode, "Traceback" in said) == (130, False)
