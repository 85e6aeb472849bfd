"""What travels after one edited paragraph: a signed patch, beside the files of a stock site.

Both change one sentence of one page in one language, and count what differs from the site before:
as it stands on a disk, and packed as hard as a zip packs it.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.building import ROOT, run
from bench.measure import Measure, seconds
from bench.search import peers
from bench.search.pages import corpus
from bench.search.running import MADE
from bench.search.words import LANGUAGES
from gollanma.bundle import zips
from gollanma.bundle.opened import open_bundle

KB = 1000
DAYS = "2026-11-22", "2026-12-01"
PROJECT = ("normative", "glossary", "docs", "gollanma.yml", "mkdocs.yml")
PARAGRAPH = "normative/sops/supervision.yml", "Супервизия — это поддержка, а не проверка."
EDITED = "Супервизия поддерживает, а не проверяет: говорите о трудном прямо."
OFFICES = "one", "two", "three", "recalls"


def measures() -> Iterator[Measure]:
    """Yield the figures, ours beside theirs."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        keys = _prepared(project, Path(folder) / "keys")
        old = _bundle(project, DAYS[0], "old", keys)
        path, sentence = PARAGRAPH
        _replace(project / path, sentence, EDITED)
        new = _bundle(project, DAYS[1], "new", keys, "--since", str(old))
        (patch,) = new.parent.glob("*.gpatch")
        yield Measure("signed patch", patch.stat().st_size / KB, "kB")
        target = Path(folder) / "stick.zip"
        shutil.copy(old, target)
        applying = seconds(lambda: run("apply", str(patch), "--to", str(target)))
        yield Measure("gollanma apply, the whole command", applying, "s")
        before, after = (open_bundle(each).files for each in (old, new))
        yield from _weights("ours", before, after)
        count = sum(1 for path in after if path.endswith(".html"))
        yield from _of_stock(count // len(LANGUAGES), Path(folder) / "stock")


def _prepared(project: Path, keys: Path) -> list[str]:
    """Copy the project and give it a root of three keys; give the options by which two sign."""
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        project.mkdir(exist_ok=True)
        copy(ROOT / name, project / name)
    keys.mkdir()
    (keys / "word").write_text("a passphrase for a measurement\n", encoding="utf-8")
    word = ["--passphrase-file", str(keys / "word")]
    for name in OFFICES:
        run("keys", "new", str(keys / name), "--office", name, *word)
    shutil.rmtree(project / "normative/state/root", ignore_errors=True)
    publics = [str(keys / f"{name}.pub") for name in OFFICES]
    here = ["-C", str(project), "--today", DAYS[0]]
    run("keys", "root", "first", *publics[:-1], "--recall", publics[-1], *here)
    signing = [part for name in OFFICES[:2] for part in ("--key", str(keys / name))] + word
    run("keys", "sign", str(project / "normative/state/root/1.json"), *signing, *here)
    return signing


def _bundle(project: Path, day: str, out: str, keys: list[str], *more: str) -> Path:
    folder = project.parent / out
    words = ("--whole", "--today", day, "--out", str(folder), "-C", str(project))
    run("bundle", *words, *keys, *more)
    (made,) = folder.glob("*.zip")
    return made


def _of_stock(count: int, folder: Path) -> Iterator[Measure]:
    """Yield the same of a stock site of so many pages in each language."""
    source = corpus(ROOT)
    pages = (page for lang in LANGUAGES for page in source.pages(lang, count))
    engine = peers.material(peers.install(MADE / "peers"), pages, folder)
    before = _files(engine.page.parent)
    page = min((folder / "docs" / LANGUAGES[0]).glob("*.md"))
    lines = page.read_text(encoding="utf-8").split("\n")
    longest = max(lines, key=len)
    _replace(page, longest, f"{longest} {longest[:60]}")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, check=True, cwd=folder)
    yield from _weights("stock", before, _files(engine.page.parent))


def _weights(
    whose: str, before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> Iterator[Measure]:
    changed = {path: data for path, data in after.items() if before.get(path) != data}
    packed = sum(len(zips.packed(each).stream) for each in changed.values())
    yield Measure(f"files that change, {whose}", len(changed), "")
    yield Measure(f"their bytes, {whose}", sum(map(len, changed.values())) / KB, "kB")
    yield Measure(f"the same packed, {whose}", packed / KB, "kB")


def _files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if text.count(old) < 1:
        raise ValueError(f"{path} no longer says: {old}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
