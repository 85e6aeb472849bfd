"""A small copy as a person has it unpacked: its own pages and two others, around them no theme."""

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path

from gollanma.bundle import browser
from gollanma.bundle.keys import Signed
from gollanma.graph import Graph
from gollanma.render import content
from gollanma.site.policy import POLICY
from gollanma.views import Page, Voice
from gollanma.views.copies import copy_pages
from gollanma.views.links import in_language, way_to_root
from tests.support.signing import MADE, chain, manifest

PAGES = ("index", "sop/intake")
"""The others, in each language."""
WAYS = "window.gollanmaWays = {pageOf: function (fragment) { return fragment; }};"
"""As the script of the one file says which page holds a place."""
LINKS = """<h1>{address}</h1><ul><li><a href="{root}sop/intake.html">Intake</a></li>
<li><a href="{root}sop/intake--card.html">Card</a></li><li><a href="{root}index.html">Home</a></li></ul>"""


def copy_files(
    graph: Graph, roots: Sequence[Signed] = chain(), said: Mapping[str, object] | None = None
) -> dict[str, bytes]:
    """Give the files of a copy; `said` is what it says of itself, where that matters."""
    languages = graph.languages
    data = {
        "form": "folder",
        "bundle": "north",
        "version": manifest().version,
        "made": MADE.isoformat(),
        "profile": "service",
        "languages": list(languages),
        "withdrawn": {},
        **(said or {}),
    }
    line = f"window.gollanmaCopy = {json.dumps(data)};\n"
    style = files("gollanma.render") / "assets/gollanma.css"
    return {
        "assets/copy.js": (line + browser.withdrawn_script(languages)).encode(),
        "assets/gollanma.css": style.read_bytes(),
        **browser.scripts(languages, roots, [f"{each}.html" for each in PAGES]),
        **{address: text.encode() for address, text in _pages(graph)},
    }


def put(folder: Path, copy: Mapping[str, bytes]) -> Path:
    """Unpack a copy into a folder."""
    for path, data in copy.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


def _pages(graph: Graph) -> Iterator[tuple[str, str]]:
    default = graph.languages.default.code
    for code, language in graph.languages.items():
        for page in copy_pages(Voice(graph, language)):
            place = in_language(page.address, code, default)
            yield place, _page(place, page, content(page, graph.languages))
        for each in PAGES:
            place = in_language(f"{each}.html", code, default)
            words = LINKS.format(
                address=each, root=way_to_root(place) + in_language("", code, default)
            )
            yield place, _page(place, code, words)


def _page(place: str, page: Page | str, words: str) -> str:
    root = way_to_root(place)
    lang, title = (page, place) if isinstance(page, str) else (page.lang, page.title)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n"
        f'<link rel="stylesheet" href="{root}assets/gollanma.css">\n'
        f'<script src="{root}assets/copy.js" defer></script></head>\n'
        f'<body><div class="frame frame-solo"><main id="main" tabindex="-1">{words}</main></div></body></html>\n'
    )


def one_file(graph: Graph, lang: str) -> str:
    """Give a handbook in one file as far as notices go: two pages, of which one is shown."""
    languages = graph.languages
    data = {
        "form": "onefile",
        "version": manifest().version,
        "made": MADE.isoformat(),
        "languages": [lang],
    }
    line = f"window.gollanmaCopy = {json.dumps(data)};\n"
    asleep = browser.entering(languages[lang], chain(), [f"{each}.html" for each in PAGES])
    return (
        f'<!DOCTYPE html><html lang="{lang}"><meta charset="utf-8"><title>Handbook</title>\n'
        '<article id="sop/intake" class="on"><div class="in"><h1>Intake</h1></div></article>\n'
        '<article id="index"><div class="in"><a href="#sop/intake">Intake</a></div></article>\n'
        '<footer class="foot"><div class="foot-text"></div></footer>\n'
        f'<script type="text/plain" id="_recall">{asleep}</script>\n'
        f"<script>{line}{browser.withdrawn_script(languages)}</script>\n"
        f"<script>{WAYS}</script></html>\n"
    )
