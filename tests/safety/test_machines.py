"""A site, a copy for a stick and a Word file are the same bytes, whatever the machine is like."""

import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.site import fakes
from tests.support.folders import write
from tests.support.machines import clock_of, kept_environment, read_only
from tests.support.sticks import files

MAKE = """\
import os, sys
os.umask(int(sys.argv[2], 8))
root, out = sys.argv[1], sys.argv[3]
def heard(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname"):
        raise PermissionError(f"nothing may be asked of the network: {event}")
sys.addaudithook(heard)
from gollanma.cli import gollanma
DESK = ["-C", root, "--today", "2026-11-22"]
for words in (
    ["build", *DESK, "--site-dir", f"{out}/site"],
    ["bundle", *DESK, "--territory", "north", "--languages", "tk", "--out", f"{out}/dist"],
    ["export", "docx", *DESK, "act/help@2020-02-01", "--out", f"{out}/act.docx"],
):
    try:
        gollanma(words)
    except SystemExit as done:
        assert not done.code, (words, done.code)
"""
YEAR_1970, YEAR_2099 = 86_400, 4_070_908_800


@dataclass(frozen=True)
class Machine:
    """What a machine is like."""

    folder: str = "plain"
    seed: int = 0
    """Of the order in which the files come onto its disk."""
    umask: str = "022"
    environment: Mapping[str, str] = field(default_factory=dict)
    clock: int | None = None
    """Absent: its clock is this one's."""
    is_read_only: bool = False
    """Nobody may write into the project's folder."""


PLAIN = {"PYTHONHASHSEED": "7", "LANG": "C.UTF-8", "TZ": "UTC", "HOME": "/"}
BARE = {"PYTHONHASHSEED": "4242", "LANG": "C", "LC_ALL": "C", "TZ": "Asia/Ashgabat"}
"""Without a home."""
OTHER = {"PYTHONHASHSEED": "1", "LANG": "ru_RU.KOI8-R", "TZ": "America/Lima", "PYTHONUTF8": "0", "HOME": "/nowhere"}  # fmt: skip


def made(machine: Machine, parent: Path) -> dict[str, bytes]:
    """Make all that is handed out on a machine, and give its files."""
    root, out, room = parent / machine.folder, parent / "out", parent / "room"
    laid_out(root, machine.seed)
    for each in (out, room):
        each.mkdir()
    before = fakes.files(root)
    command: Sequence[str] = [sys.executable, "-c", MAKE, str(root), machine.umask, str(out)]
    if machine.is_read_only:
        command = read_only(root, command) or pytest.skip("no mounts of one's own here")
    clock = {} if machine.clock is None else clock_of(machine.clock, parent)
    env = {**kept_environment(), **machine.environment, **clock, "TMPDIR": str(room)}
    done = subprocess.run(command, env=env, capture_output=True, check=False, cwd=parent)
    assert done.returncode == 0, done.stderr.decode()
    assert (fakes.files(root), list(room.iterdir())) == (before, [])
    return fakes.files(out)


def laid_out(root: Path, seed: int) -> None:
    """Write the country, its files in an order of their own."""
    fakes.project(root)
    paths = sorted(files())
    random.Random(seed).shuffle(paths)  # noqa: S311 - an order, no secret
    write(root, {path: files()[path] for path in paths})


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(Machine(environment=PLAIN), tmp_path_factory.mktemp("first"))


def test_the_clock_of_a_test_is_the_clock_of_a_program(tmp_path: Path) -> None:
    clock = clock_of(YEAR_2099, tmp_path)
    if not clock:
        pytest.skip("no compiler here")
    words = "import datetime, time; print(datetime.date.today().year, time.time())"
    done = subprocess.run(
        [sys.executable, "-c", words], env={**os.environ, **clock}, capture_output=True, check=True
    )
    assert done.stdout.split() == [b"2099", b"4070908800.0"]


@pytest.mark.parametrize(
    "machine",
    [
        pytest.param(
            Machine("Папка ž %41 #1 ?", 1, "077", BARE, YEAR_2099, is_read_only=True),
            id="another in every way",
        ),
        pytest.param(
            Machine("b", 2, "000", OTHER, YEAR_1970),
            id="its clock was never set, its letters are others",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            Machine(environment=PLAIN), id="the same once more", marks=pytest.mark.slow
        ),
        pytest.param(
            Machine(environment=PLAIN, is_read_only=True), id="a folder for reading", marks=pytest.mark.slow
        ),
    ],
)  # fmt: skip
def test_every_machine_hands_out_the_same_bytes(
    tmp_path: Path, machine: Machine, first: dict[str, bytes]
) -> None:
    kinds = {path.rpartition(".")[2] for path in first}
    assert {"html", "js", "docx", "zip"} <= kinds
    found = made(machine, tmp_path)
    assert list(found) == list(first)
    assert [path for path, data in found.items() if first[path] != data] == []
