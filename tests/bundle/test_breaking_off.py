"""Row 72: whatever is broken off, and wherever, the old version opens and the second run completes.

Every step of writing is counted, and at each one the program is killed once and the disk fails once.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bundle.sweeping import Work, lost
from tests.support.breaking import FAIL, KILL, Steps

ROOT = Path(__file__).parents[2]
SAMPLE = 30
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked here")


def swept(*words: str) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.bundle.sweeping", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_nothing_is_lost_in_a_sample_of_all_faults() -> None:
    found = swept(str(SAMPLE))
    assert found["lost"] == []
    assert found["cases"] == SAMPLE


@pytest.mark.slow
def test_nothing_is_lost_wherever_a_program_is_killed_or_a_disk_fails() -> None:
    found = swept()
    hits = found["hits"]
    assert isinstance(hits, dict)
    for phase, number in hits.items():
        sys.stdout.write(f"{number:5} {phase}\n")
    assert found["lost"] == []
    assert sum(number for phase, number in hits.items() if ": kill at " in phase) >= 500
    steps = {phase.rpartition(" at ")[2] for phase in hits}
    assert steps >= {
        "open",
        "write",
        "fsync",
        "close",
        "replace",
        "unlink",
        "rmdir",
        "exchange",
        "file",
    }


def careless(folder: Path) -> None:
    """Write the new version over the old one."""
    handle = os.open(folder / "x.zip", os.O_WRONLY | os.O_TRUNC)
    os.write(handle, b"new" * 9)
    os.close(handle)


@pytest.mark.parametrize("how", [KILL, FAIL])
def test_a_writer_that_would_lose_the_old_version_is_found_out(how: str, tmp_path: Path) -> None:
    work = Work(
        "careless",
        {"x.zip": b"old"},
        careless,
        {"x.zip": b"new" * 9},
        [{"x.zip": {"": b"old"}}, {"x.zip": {"": b"new" * 9}}],
    )
    found = list(lost(work, Steps(how, 1), tmp_path / "stick", "careless"))
    assert found == ["careless: neither the old version nor the new one is whole"]
