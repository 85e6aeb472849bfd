"""The peers on the same pages: MiniSearch and lunr from npm, and Material's own search.

Each is set up as its handbook advises, with its index prebuilt, and as a folder that opens from a
disk without a network. They show titles alone, where ours shows where and why: this favours them.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bench.search.browser import INDEX, Engine
from bench.search.pages import MadePage
from bench.search.plan import LUNR, MATERIAL, MINISEARCH
from bench.search.writing import flat, markdown
from tests.support.node import NODE
from tools import setup

BENCH = Path(__file__).resolve().parent.parent
PARTS = Path(__file__).resolve().parent / "peers"
LIBRARIES = {MINISEARCH: "minisearch/dist/umd/index.js", LUNR: "lunr/lunr.min.js"}
SHIM = "iframe-worker/shim/index.js"
MATERIAL_LANGUAGES = ("en", "ru")
"""Of ours, those for which Material's search has rules."""


def install(folder: Path) -> Path:
    """Install what the lock names and give the folder of the packages."""
    setup.install_scripts(BENCH, folder)
    return folder / "node_modules"


def indexed(name: str, modules: Path, pages: Iterable[MadePage], folder: Path) -> Engine:
    """Build the index of a peer from npm, and the small page that loads it."""
    folder.mkdir(parents=True)
    listed, index = folder / "pages.jsonl", folder / "index.js"
    lines = (json.dumps(flat(each), ensure_ascii=False) + "\n" for each in pages)
    with listed.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)
    command = [str(NODE), "--max-old-space-size=8192", str(PARTS / "build.js"), name, str(listed)]
    environment = {**os.environ, "NODE_PATH": str(modules)}
    subprocess.run([*command, str(index)], check=True, env=environment)
    listed.unlink()
    shutil.copy(modules / LIBRARIES[name], folder / "library.js")
    return with_box(name, "", folder, {INDEX: (index,)})


def with_box(name: str, lang: str, folder: Path, index: Mapping[str, tuple[Path, ...]]) -> Engine:
    """Put the small page into a folder: a field, and a list of titles."""
    shutil.copy(PARTS / "box.js", folder)
    page = (PARTS / "page.html").read_text(encoding="utf-8")
    page = page.replace("ENGINE", name).replace("LANG", lang)
    (folder / "page.html").write_text(page, encoding="utf-8", newline="\n")
    return Engine(name, folder / "page.html", "#query", "#results > li", index)


def material(modules: Path, pages: Iterable[MadePage], folder: Path) -> Engine:
    """Build a site with Material's search.

    It wants a worker, which a page from a disk may not have, and fetches a replacement from
    elsewhere; here the replacement lies beside the site, so that it runs at all.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True)
    shutil.copy(modules / SHIM, docs / "iframe-worker.js")
    (docs / "index.md").write_text("# Start\n", encoding="utf-8", newline="\n")
    for each in pages:
        place = docs / each.lang / f"{each.slug}.md"
        place.parent.mkdir(exist_ok=True)
        place.write_text(markdown(each), encoding="utf-8", newline="\n")
    (folder / "mkdocs.yml").write_text("\n".join(_settings()), encoding="utf-8", newline="\n")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, check=True, cwd=folder)
    site = folder / "site"
    box, result = "[data-md-component=search-query]", ".md-search-result__item"
    index = site / "search" / "search_index.js"
    return Engine(MATERIAL, site / "index.html", box, result, {INDEX: (index,)})


def _settings() -> Iterator[str]:
    """Yield the lines of a project in which only the start page stands in the navigation."""
    yield "site_name: Peer"
    yield "theme: {name: material, font: false}"
    yield "nav: [index.md]"
    yield "validation: {nav: {omitted_files: ignore}}"
    yield f"plugins: [{{search: {{lang: [{', '.join(MATERIAL_LANGUAGES)}]}}}}, offline]"
    yield "extra: {polyfills: [iframe-worker.js]}"
    yield "markdown_extensions: [tables]"
