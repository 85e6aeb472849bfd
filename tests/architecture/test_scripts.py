"""Our scripts keep to the oldest browsers that readers have: Chrome 109 and Firefox 115.

They are plain scripts of ES2018 that ask for nothing newer, for nothing that a page opened from a
folder may not have, and for nothing that would leave a trace. `tests/scripts/floor.js` reads them.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gollanma.site.assets import assets_of
from tests.site import fakes
from tests.support.node import answer_of

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator/gollanma"
READER = ROOT / "tests/scripts/floor.js"
SHIPPED = ("gollanma.js", "due.js", "search/search.js")
"""As the site serves them: with all that is joined to them."""
FORBIDDEN = {
    "fetch": "a page from a folder may not",
    "XMLHttpRequest": "a page from a folder may not",
    "Worker": "a page from a folder may not",
    "SharedWorker": "a page from a folder may not",
    "serviceWorker": "a page from a folder may not",
    "importScripts": "a page from a folder may not",
    "localStorage": "it leaves a trace",
    "sessionStorage": "it leaves a trace",
    "indexedDB": "it leaves a trace",
    "caches": "it leaves a trace",
    "cookie": "it leaves a trace",
    "pushState": "it leaves a trace",
    "sendBeacon": "it tells others",
    "WebSocket": "it tells others",
    "EventSource": "it tells others",
    "eval": "data would become a program",
    "Function": "data would become a program",
    "innerHTML": "data would become markup",
    "outerHTML": "data would become markup",
    "insertAdjacentHTML": "data would become markup",
    "createContextualFragment": "data would become markup",
    "DOMParser": "data would become markup",
    "write": "data would become markup",
    "writeln": "data would become markup",
}
LIBRARY = "bundle/made/library.js"
"""Others' work, made at set-up; it may speak as the oldest browsers of our readers do."""
ASKED_FOR_FIRST = ("toHex", "fromHex")
"""What the library takes where a browser has it, and does without elsewhere."""
ALLOWED = {
    "bundle/scripts/withdrawn.js": {"localStorage"},
    "bundle/onefile/scripts/pages.js": {"DOMParser"},
}
"""Of a notice that a person entered the device remembers the letters, which tell nothing she read.
The one file reads its own pages, which a browser without scripts would read from the same place."""
NEWER_PATTERN = re.compile(r"\\p\{|\(\?<")
"""A property of Unicode, a name or a look behind, should a pattern be put together from strings."""


@cache
def scripts() -> Mapping[str, str]:
    """Give every script of the package, then those that the site makes of them."""
    kept = {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("*.js"))
        if path != PACKAGE / LIBRARY
    }
    made = {each.name: each.content.decode() for each in assets_of(fakes.content())}
    return kept | {f"assets/{name}": made[name] for name in SHIPPED}


@cache
def read() -> Any:
    return answer_of(READER, dict(scripts()))


def faults(text: str, found: Any, allowed: Collection[str] = ()) -> Iterator[str]:
    """Yield what an old browser, or a careful reader, would not take."""
    yield from found["faults"]
    for name in found["names"]:
        if (reason := FORBIDDEN.get(name)) and name not in allowed:
            yield f"{name}: {reason}"
    for each in NEWER_PATTERN.finditer(text):
        yield f"{each[0]}: an older phone does not know it"


def test_all_scripts_are_looked_at() -> None:
    inside = {f"search/scripts/{each}.js" for each in ("analyser", "engine", "box")}
    assert {"render/assets/gollanma.js", *inside} <= scripts().keys()
    assert "gollanmaSearch.begin" in scripts()["assets/search/search.js"]
    assert "gollanmaSentences" in scripts()["assets/search/search.js"]


def test_a_script_keeps_to_the_floor() -> None:
    found = {
        name: list(faults(text, read()[name], ALLOWED.get(name, ())))
        for name, text in scripts().items()
    }
    assert {name: said for name, said in found.items() if said} == {}


def test_nothing_is_allowed_that_no_script_does() -> None:
    assert [
        name for name, names in ALLOWED.items() if not names <= set(read()[name]["names"])
    ] == []


def test_the_library_keeps_to_what_the_oldest_browsers_have() -> None:
    text = (PACKAGE / LIBRARY).read_text(encoding="utf-8")
    found = answer_of(READER, {LIBRARY: text}, "2022")[LIBRARY]
    said = [
        each for each in faults(text, found) if not any(name in each for name in ASKED_FOR_FIRST)
    ]
    assert said == []


BAD = {
    "a module": ("import x from 'y';", "ES2018: 'import' and 'export'"),
    "what a module gives": ("export var x = 1;", "ES2018: 'import' and 'export'"),
    "a module on demand": ("import('x');", "ES2018: "),
    "optional chaining": ("a?.b", "ES2018: Unexpected token"),
    "a default for nothing": ("a ?? b", "es-x/no-nullish-coalescing-operators"),
    "private fields": ("class A { #b = 1; }", "ES2018: Unexpected character"),
    "catch without a name": ("try { a(); } catch { b(); }", "ES2018: Unexpected token"),
    "an unbounded number": ("a = 1n", "ES2018: "),
    "a newer method": ("a.replaceAll('b', 'c')", "es-x/no-string-prototype-replaceall"),
    "a newer method of lists": ("a.flat()", "es-x/no-array-prototype-flat"),
    "a newer function": ("Object.fromEntries(a)", "es-x/no-object-fromentries"),
    "a newer global": ("globalThis.a = 1", "es-x/no-global-this"),
    "parts of words": ("new Intl.Segmenter('tk')", "es-x/no-intl-segmenter"),
    "a look behind": ("/(?<=a)b/.test(c)", "es-x/no-regexp-lookbehind-assertions"),
    "a named group": ("/(?<a>b)/.test(c)", "es-x/no-regexp-named-capture-groups"),
    "a property of Unicode": ("/\\p{L}/u.test(a)", "es-x/no-regexp-unicode-property-escapes"),
    "a pattern in parts": ("RegExp('\\\\p{' + a + '}')", "\\p{: an older phone"),
    "an interface of newer browsers": ("new URLPattern(a)", "compat/compat: URLPattern"),
    "another one": ("new CloseWatcher()", "MDN: CloseWatcher is newer"),
    "a newer method of an interface": ("AbortSignal.any([a])", "MDN: AbortSignal.any is newer"),
    "a newer method of elements": ("a.showPopover()", "MDN: showPopover is newer"),
    "one of pages": ("document.startViewTransition(a)", "MDN: startViewTransition is newer"),
    "a silenced linter": ("/* eslint-disable */ a.flat()", "es-x/no-array-prototype-flat"),
    "a request": ("fetch('x')", "fetch: a page from a folder"),
    "an older request": ("new XMLHttpRequest()", "XMLHttpRequest: a page from a folder"),
    "a worker": ("new Worker('x')", "Worker: a page from a folder"),
    "storage": ("window.localStorage.a = 1", "localStorage: it leaves"),
    "storage of a session": ("sessionStorage.clear()", "sessionStorage: it leaves"),
    "a database": ("indexedDB.open('a')", "indexedDB: it leaves"),
    "storage in quotation marks": ("window['localStorage'].a = 1", "localStorage: it leaves"),
    "a cookie": ("document.cookie = 'a'", "cookie: it leaves"),
    "a text as a program": ("eval(a)", "eval: data would become a program"),
    "markup from data": ("a.innerHTML = b", "innerHTML: data"),
    "markup beside": ("a.insertAdjacentHTML('afterend', b)", "insertAdjacentHTML: data"),
    "markup while it loads": ("document.write(a)", "write: data"),
}
"""What must be found, and the beginning of what is said of it."""


@cache
def read_bad() -> Any:
    return answer_of(READER, {name: text for name, (text, _) in BAD.items()})


@pytest.mark.parametrize("name", BAD)
def test_what_does_not_is_found(name: str) -> None:
    text, fault = BAD[name]
    said = list(faults(text, read_bad()[name]))
    assert [each for each in said if each.startswith(fault)], said


GOOD = {
    "methods of the floor": "a.closest('b').replaceChildren();",
    "own names": "var take = 1; a.first = function () {}; b.first(take);",
    "what ES2018 brought": "async function a() { return {...await b}; }",
    "words of a reader": "a = 'fetch a worker, write to document.cookie';",
}


@cache
def read_good() -> Any:
    return answer_of(READER, GOOD)


@pytest.mark.parametrize("name", GOOD)
def test_what_the_floor_has_is_taken(name: str) -> None:
    assert list(faults(GOOD[name], read_good()[name])) == []


LOCKS = (READER.parent, ROOT / "tools/library")


@pytest.mark.parametrize("folder", LOCKS, ids=lambda each: each.name)
def test_the_lock_names_no_host(folder: Path) -> None:
    packages = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    hosts = [each["resolved"] for each in packages.values() if "resolved" in each]
    assert [each for each in hosts if not each.startswith("https://registry.npmjs.org/")] == []


@pytest.mark.parametrize("folder", LOCKS, ids=lambda each: each.name)
def test_every_package_of_the_lock_is_proven_by_a_hash(folder: Path) -> None:
    packages = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, each in packages.items() if name and "integrity" not in each] == []


@pytest.mark.parametrize("folder", LOCKS, ids=lambda each: each.name)
def test_every_package_of_npm_is_justified(folder: Path) -> None:
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    wanted = json.loads((folder / "package.json").read_text("utf-8"))
    asked = wanted["devDependencies"] | wanted.get("dependencies", {})
    assert [name for name in asked if f"`{name}`" not in reasons] == []
