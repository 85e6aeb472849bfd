"""The same records give the same pages, whatever the machine is like."""

import os
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from gollanma.checks.examples import base
from tests.conftest import DAY
from tests.support.folders import write
from tests.views.rich import FILES

SUM = """\
import hashlib, os, sys
from pathlib import Path
os.umask(int(sys.argv[2], 8))
from gollanma.site.content import content_of
content = content_of(Path(sys.argv[1]))
settings = content.settings
made = hashlib.sha256(repr((settings.names, settings.as_of, settings.menu)).encode())
for page in content.pages:
    made.update(repr((page.lang, page.address, page.title, page.side, page.toc)).encode())
    made.update(content.html(page).encode())
for each in content.diagnostics:
    made.update(repr(each).encode())
print(len(content.pages), made.hexdigest())
"""
HOUSE = "normative/organisations/house.yml"
PROJECT: dict[str, str] = {
    **base(),
    **{path: text for path, text in FILES.items() if "crisis" not in path},
    HOUSE: FILES[HOUSE].replace("sample: true\n", ""),
}
"""Without errors: of a library with errors no page is written."""


def laid_out(root: Path, seed: int) -> Path:
    paths = list(PROJECT)
    random.Random(seed).shuffle(paths)  # noqa: S311 - an order, no secret
    write(root, {path: PROJECT[path] for path in paths})
    return root


def sum_of(root: Path, umask: str, environment: Mapping[str, str]) -> str:
    kept = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV") if name in os.environ}
    command = [sys.executable, "-W", "error", "-c", SUM, str(root), umask]
    env = {**kept, **environment}
    done = subprocess.run(command, env=env, capture_output=True, check=False, cwd=root.parent)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


MACHINES = [
    pytest.param("a", 1, "022", {"PYTHONHASHSEED": "0", "LANG": "C.UTF-8", "TZ": "UTC", "HOME": "/"}, id="plain"),
    pytest.param("Папка ž %#", 2, "077", {"PYTHONHASHSEED": "1", "LANG": "C", "LC_ALL": "C", "TZ": "Asia/Ashgabat"}, id="another folder, order, zone, no home, LANG=C"),
    pytest.param("c", 3, "000", {"PYTHONHASHSEED": "4242", "LANG": "ru_RU.KOI8-R", "TZ": "America/Lima", "PYTHONUTF8": "0"}, id="another seed and alphabet"),
]  # fmt: skip


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> str:
    root = laid_out(tmp_path_factory.mktemp("first") / "x", 0)
    return sum_of(root, "022", {"PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": DAY})


@pytest.mark.parametrize(("folder", "seed", "umask", "environment"), MACHINES)
def test_every_machine_makes_the_same_pages(
    tmp_path: Path, folder: str, seed: int, umask: str, environment: dict[str, str], *, first: str
) -> None:
    assert not first.startswith("0 ")
    root = laid_out(tmp_path / folder, seed)
    assert sum_of(root, umask, {**environment, "SOURCE_DATE_EPOCH": DAY}) == first


def test_the_hour_of_the_day_changes_nothing(tmp_path: Path, first: str) -> None:
    root = laid_out(tmp_path / "x", 0)
    late = str(int(DAY) + 86_399)
    assert sum_of(root, "022", {"TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": late}) == first
