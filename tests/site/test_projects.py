"""Whole projects, from files to a site: the same by every way; nothing of one country baked in."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gollanma.languages import load
from tests.site.fakes import files
from tests.support.markup import Document

ROOT = Path(__file__).parents[2]
ELSEWHERE = ROOT / "tests/fixtures/codru"
"""Another country: two languages, another structure of the law."""
OURS = ("docs", "glossary", "normative", "gollanma.yml", "mkdocs.yml")
PROJECTS = [
    pytest.param(ELSEWHERE, id="another country"),
    pytest.param(ROOT, id="the ministry", marks=pytest.mark.slow),
]


def run(*words: str, folder: Path, seed: str = "0") -> str:
    """Run a program of the virtual environment as a process of its own, and give what it says."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def copied(project: Path, folder: Path) -> Path:
    """Put what belongs to a project into another folder."""
    for name in (*OURS, "languages"):
        source = project / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.exists():
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    return folder


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of the other country."""
    site = tmp_path_factory.mktemp("codru") / "site"
    run("gollanma", "build", "--site-dir", str(site), folder=ELSEWHERE)
    return site


@pytest.mark.parametrize("project", PROJECTS)
def test_every_way_and_place_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    odd = copied(project, tmp_path / "сайт ž # % b")
    run("gollanma", "build", "--site-dir", str(tmp_path / "ours"), folder=project, seed="1")
    run("gollanma", "build", folder=odd, seed="2")
    run("mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "theirs"), folder=odd, seed="3")
    ours, again, theirs = map(files, (tmp_path / "ours", odd / "site", tmp_path / "theirs"))
    assert ours.keys() == again.keys() == theirs.keys()
    assert [name for name in ours if not ours[name] == again[name] == theirs[name]] == []


def test_mkdocs_says_nothing_of_a_project_without_fault(tmp_path: Path) -> None:
    said = run("mkdocs", "build", "--site-dir", str(tmp_path / "out"), folder=ELSEWHERE)
    assert "WARNING" not in said


def pages(site: Path) -> Iterator[tuple[str, Document]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), Document.of(path.read_text("utf-8"))


def test_another_country_has_no_word_of_this_one(elsewhere: Path) -> None:
    strange = re.compile(r"[А-Яа-яЁёňňýžäöüşçŇÝŽÄÖÜŞÇ]|[Tt]urkmen|\betrap|\bvelayat|Gollanma")
    found = {
        place: [words for _, words in document.words if strange.search(words)]
        for place, document in pages(elsewhere)
    }
    assert {place: words for place, words in found.items() if words} == {}


def test_another_country_has_no_sentence_of_our_languages(elsewhere: Path) -> None:
    own = load(("tk", "ru")).values()
    sentences = {
        words
        for language in own
        for words in map(str, language.catalogue.sentences.values())
        if len(words) > 12
    }
    assert len(sentences) > 1000
    said = "\n".join(path.read_text("utf-8") for path in elsewhere.rglob("*.*"))
    assert [each for each in sorted(sentences) if each in said] == []


def test_another_country_has_whole_pages(elsewhere: Path) -> None:
    read = dict(pages(elsewhere))
    assert {place: document.faults for place, document in read.items() if document.faults} == {}
    step = (elsewhere / "sop/vizita.html").read_text("utf-8")
    assert "articolul 2" in step
    assert "în termen de 24 de ore" in step
