"""A person who stops us, a machine that lacks room, files that go while they are read."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gollanma.cli import NO_MEMORY, checking
from gollanma.source import Document, Kept, folders
from gollanma.source.limits import Limits
from tests.site import fakes
from tests.support.folders import command, small_folder, write
from tests.support.running import heeding

DAY = ("--today", "2026-11-22", "--lang", "en")
ROUTINE = "normative/sops/visit.yml"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits and signals of Unix")


def bytes_of(root: Path) -> dict[str, bytes]:
    """Give every file of a folder, hidden ones too."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def build(root: Path, *limit: str) -> list[str]:
    """Give the command that builds a project, under a limit of the shell."""
    words = [sys.executable, "-m", "gollanma", "build", "-C", str(root), *DAY]
    return ["sh", "-c", f'ulimit {" ".join(limit)}; exec "$@"', "sh", *words] if limit else words


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fakes.project(small_folder(tmp_path_factory.mktemp("p")))


@pytest.fixture(scope="module")
def took(project: Path) -> float:
    """Build the project once, and give how long it took here."""
    begin = time.monotonic()
    subprocess.run(build(project), check=True, capture_output=True)
    return time.monotonic() - begin


@pytest.fixture(scope="module")
def whole(project: Path, took: float) -> Mapping[str, bytes]:
    assert took
    return bytes_of(project)


def test_a_build_writes_nothing_beside_its_site(project: Path, tmp_path: Path) -> None:
    own = {path for path in bytes_of(project) if not path.startswith("site/")}
    small = fakes.project(small_folder(tmp_path))
    assert own == set(bytes_of(small))


@pytest.mark.parametrize("part", [0, 0.1])
def test_who_stops_a_build_keeps_the_old_site(
    project: Path, took: float, whole: Mapping[str, bytes], part: float
) -> None:
    running = subprocess.Popen(
        build(project),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=heeding,  # noqa: PLW1509 - nothing here runs in threads
    )
    while running.poll() is None and not list(project.glob(".site.building-*")):
        time.sleep(0.01)
    time.sleep(took * part)
    running.send_signal(signal.SIGINT)
    said, _ = running.communicate()
    assert (running.returncode, b"Traceback" in said) == (130, False)
    assert bytes_of(project) == whole


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        pytest.param(("-f", "8"), errno.EFBIG, id="no large file"),
        pytest.param(("-n", "6"), errno.EMFILE, id="few files at a time"),
    ],
)
def test_a_machine_without_room_says_so(
    project: Path, whole: Mapping[str, bytes], limit: tuple[str, ...], reason: int
) -> None:
    done = subprocess.run(build(project, *limit), check=False, capture_output=True, text=True)
    assert (done.returncode, "Traceback" in done.stderr) == (4, False)
    assert os.strerror(reason) in done.stderr
    assert bytes_of(project) == whole


def test_without_memory_a_command_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_given: object) -> None:
        raise MemoryError

    monkeypatch.setattr(checking, "run", none)
    result = command(small_folder(tmp_path), "check")
    assert (result.exit_code, result.stderr.strip()) == (3, NO_MEMORY)


LIMITED = """\
import resource, sys
from importlib import import_module
from gollanma.cli import gollanma
build = import_module("gollanma.cli.build")
read, is_read = build.content_of, sys.argv[1] == "read"
def limit(*given):
    content = read(*given) if is_read else None
    with open("/proc/self/status", encoding="ascii") as status:
        used = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmSize"))
    resource.setrlimit(resource.RLIMIT_AS, (used + int(sys.argv[2]) * 2**20,) * 2)
    return content if is_read else read(*given)
build.content_of = limit
gollanma(sys.argv[3:])
"""
"""A build that may have so many megabytes more than it has, once the records are read or before."""


def limited(root: Path, begin: str, megabytes: int) -> tuple[int, str]:
    """Build under a limit of memory; gives how it ended and what it said."""
    words = [sys.executable, "-c", LIMITED, begin, str(megabytes), *build(root)[3:]]
    done = subprocess.run(words, check=False, capture_output=True, text=True)
    return done.returncode, done.stderr.strip()


ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")


@ON_LINUX
def test_where_memory_ends_a_build_says_so(project: Path, whole: Mapping[str, bytes]) -> None:
    assert limited(project, "read", 2) == (3, NO_MEMORY)
    assert bytes_of(project) == whole


@ON_LINUX
@pytest.mark.slow
@pytest.mark.parametrize("begin", ["read", "unread"])
def test_wherever_memory_ends_the_site_stays_whole(
    project: Path, whole: Mapping[str, bytes], begin: str
) -> None:
    """Where pydantic-core is the one that gets none, Rust aborts: the next build tidies up."""
    for megabytes in range(0, 40, 2):
        code, said = limited(project, begin, megabytes)
        fine = {(0, ""), (3, NO_MEMORY)}
        aborted = begin == "unread" and code == -signal.SIGABRT and "memory allocation" in said
        assert (code, said) in fine or aborted, megabytes
        left = bytes_of(project)
        kept = {path: left[path] for path in left if not path.startswith(".site.")}
        assert (kept if aborted else left) == whole, megabytes


@pytest.mark.parametrize("place", ["gollanma.yml/site", "new/gollanma.yml/site"])
def test_where_nothing_can_be_written_a_build_says_so(tmp_path: Path, place: str) -> None:
    root = fakes.project(small_folder(tmp_path))
    write(root, {"new/gollanma.yml": ""})
    before = bytes_of(root)
    result = command(root, "build", "--site-dir", str(root / place))
    assert (result.exit_code, "Traceback" in result.output) == (4, False)
    assert bytes_of(root) == before


@pytest.mark.parametrize(
    "then",
    [
        pytest.param(lambda path: path.unlink(), id="gone"),
        pytest.param(lambda path: path.write_bytes(b"id: [\xff"), id="broken"),
        pytest.param(lambda path: (path.unlink(), path.mkdir()), id="a folder now"),
    ],
)
def test_a_file_that_changes_while_others_are_read_is_judged_as_it_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: Callable[[Path], object]
) -> None:
    root, seen = small_folder(tmp_path), list[str]()
    read = folders.read_file

    def changes(project: Path, path: str, limits: Limits, kept: Kept) -> Document:
        if not seen:
            then(root / ROUTINE)
        seen.append(path)
        return read(project, path, limits, kept)

    monkeypatch.setattr(folders, "read_file", changes)
    result = command(root, "check")
    assert seen.index(ROUTINE) > 0
    assert (result.exit_code, "Traceback" in result.output) == (1, False)
    assert ROUTINE in result.output


def changed_while_building(*words: str) -> Mapping[str, object]:
    command = [sys.executable, "-m", "tests.site.changing", *words]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    found: Mapping[str, object] = json.loads(done.stdout)
    return found


def test_a_file_that_changes_while_a_build_opens_it_leaves_a_whole_site() -> None:
    found = changed_while_building("3")
    assert (found["tried"], found["wrong"]) == (3, [])


@pytest.mark.slow
def test_any_file_may_change_in_any_way_while_a_build_opens_it() -> None:
    found = changed_while_building()
    assert found["wrong"] == []
    assert found["tried"] == found["cases"]
    ends = found["ends"]
    assert isinstance(ends, dict)
    assert {"gone: 1", "broken: 1", "a folder now: 1", "other words: 0"} <= set(ends)
