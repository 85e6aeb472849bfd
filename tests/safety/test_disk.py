"""A folder in which nobody may write, and a disk that is full at any write: the old site stays."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.site import fakes
from tests.support.folders import small_folder
from tests.support.machines import on_small_disk, read_only

ROOT = Path(__file__).parents[2]
SAMPLE = 2
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked here")


def swept(*words: str) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.site.sweeping", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_a_disk_that_is_full_at_some_write_of_a_build_leaves_the_old_site() -> None:
    found = swept("records", str(SAMPLE))
    assert (found["tried"], found["wrong"]) == (SAMPLE, [])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "fewest"),
    [
        pytest.param(("pages",), 100, id="each write of a small site"),
        pytest.param(("records", "100"), 100, id="a hundred writes of a site of records"),
    ],
)
def test_a_disk_that_is_full_at_any_write_of_a_build_leaves_the_old_site(
    words: Sequence[str], fewest: int
) -> None:
    found = swept(*words)
    assert found["wrong"] == []
    assert int(str(found["tried"])) >= fewest


def build(root: Path, *words: str) -> list[str]:
    desk = ("-C", str(root), "--today", "2026-11-22", "--lang", "en")
    return [sys.executable, "-m", "gollanma", "build", *desk, *words]


def ended(command: Sequence[str] | None) -> tuple[int, str]:
    """Run a command; gives how it ended and what it said."""
    if command is None:
        pytest.skip("no mounts of one's own here")
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr.strip()


def test_where_nobody_may_write_a_build_says_so(tmp_path: Path) -> None:
    """Root neither: the folder lies on a disk for reading alone."""
    root = fakes.project(small_folder(tmp_path / "p"))
    before = fakes.files(root)
    said = "cannot write to `site`: Read-only file system"
    assert ended(read_only(root, build(root))) == (4, said)
    assert fakes.files(root) == before


@pytest.mark.slow
def test_a_real_disk_that_is_full_is_said(tmp_path: Path) -> None:
    root = fakes.project(small_folder(tmp_path / "p"))
    before = fakes.files(root)
    small = tmp_path / "stick"
    small.mkdir()
    command = on_small_disk(small, "400k", build(root, "--site-dir", str(small / "site")))
    assert ended(command) == (4, "cannot write to `site`: No space left on device")
    assert fakes.files(root) == before
