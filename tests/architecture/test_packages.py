"""Rules of what the project is built with."""

import re
import tomllib
from importlib.metadata import EntryPoint, PackageNotFoundError, distribution, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
SITE = [*PROJECT["dependencies"], *EXTRAS["build"]]
LOCKS = {
    "requirements.txt": SITE,
    "requirements-editor.txt": [*SITE, *EXTRAS["editor"]],
    "requirements-test.txt": [*SITE, *EXTRAS["test"], *EXTRAS["dev"]],
}
PEERS = "bench/mutation/peers/requirements.txt"
"""The lock of other tools, which are measured and never installed beside ours."""
NAME = re.compile(r"^[\w-]+")
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)", re.MULTILINE)
BINDING = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)
"""Licences that would bind a ministry's own code. The Lesser GPL would not."""


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def names(requirements: list[str]) -> set[str]:
    return {found[0] for each in requirements if (found := NAME.match(each))}


def pins(lock: str) -> dict[str, str]:
    return {found["name"]: found["version"] for found in PIN.finditer(text(lock))}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_all_that_is_asked_for(lock: str) -> None:
    assert sorted(names(LOCKS[lock]) - pins(lock).keys()) == []


@pytest.mark.parametrize("lock", [*LOCKS, PEERS])
def test_every_pin_is_proven_by_a_hash(lock: str) -> None:
    blocks = re.split(r"\n(?=[a-z])", text(lock).split("\n", 2)[2])
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", [*LOCKS, PEERS])
def test_a_lock_names_no_host(lock: str) -> None:
    assert [line for line in text(lock).splitlines() if "://" in line or "index" in line] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_the_tests_run_with_what_is_used(lock: str) -> None:
    test = pins("requirements-test.txt")
    assert {name: each for name, each in pins(lock).items() if test.get(name) != each} == {}


def test_the_notices_name_every_package() -> None:
    named = set(re.findall(r"^\| ([a-z0-9-]+) \|", text("THIRD-PARTY-NOTICES.md"), re.MULTILINE))
    assert sorted(pins("requirements.txt").keys() ^ named) == []


def test_no_package_binds_the_code_by_its_licence() -> None:
    assert [name for name in pins("requirements.txt") if BINDING.search(licence(name))] == []


@pytest.mark.parametrize("entry", distribution("gollanma").entry_points, ids=lambda it: it.group)
def test_every_entry_point_leads_somewhere(entry: EntryPoint) -> None:
    assert callable(entry.load())


def licence(package: str) -> str:
    try:
        head = metadata(package)
    except PackageNotFoundError:  # a package of another system
        return ""
    classifiers = [each for each in head.get_all("Classifier", []) if each.startswith("License")]
    return " ".join([head["License-Expression"] or "", *classifiers])


def test_every_dependency_is_justified() -> None:
    reasons = text("CONTRIBUTING.md")
    asked = sorted(names(LOCKS["requirements-test.txt"]))
    assert [name for name in asked if f"`{name}`" not in reasons] == []
