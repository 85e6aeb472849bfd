"""Our scripts keep to the oldest browsers that readers have: Chrome 109 and Firefox 115.

They are plain scripts of ES2018, as node's own acorn parses them, and ask for nothing that a page
opened from a folder may not have, or that would leave a trace.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gollanma.languages import load
from gollanma.search import program
from tests.support.node import answer

PACKAGE = Path(__file__).parents[2] / "generator/gollanma"
SCRIPTS = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.js"))
WHOLE = "assets/search/search.js"
PARSE = """
const acorn = require("internal/deps/acorn/acorn/dist/acorn");
const walk = require("internal/deps/acorn/acorn-walk/dist/walk");
const text = JSON.parse(require("fs").readFileSync(0, "utf8"));
let found;
try {
  const names = new Set();
  const tree = acorn.parse(text, {ecmaVersion: 2018, sourceType: "script"});
  walk.full(tree, node => {
    if (node.type === "MemberExpression" && !node.computed) { names.add("." + node.property.name); }
    if (node.type === "Identifier") { names.add(node.name); }
    if (node.type === "Literal" && node.regex) { names.add("/" + node.regex.pattern + "/"); }
  });
  found = {fault: null, names: [...names].sort()};
} catch (error) {
  found = {fault: error.message, names: []};
}
process.stdout.write(JSON.stringify(found));
"""
FORBIDDEN = {
    "fetch": "a page from a folder may not",
    "XMLHttpRequest": "a page from a folder may not",
    "Worker": "a page from a folder may not",
    "importScripts": "a page from a folder may not",
    "localStorage": "it leaves a trace",
    "sessionStorage": "it leaves a trace",
    "indexedDB": "it leaves a trace",
    "caches": "it leaves a trace",
    ".cookie": "it leaves a trace",
    ".pushState": "it leaves a trace",
    ".sendBeacon": "it tells others",
    "WebSocket": "it tells others",
    "eval": "data would become a program",
    "Function": "data would become a program",
    ".innerHTML": "data would become markup",
    ".outerHTML": "data would become markup",
    ".insertAdjacentHTML": "data would become markup",
    ".write": "data would become markup",
}
NEWER = {
    ".at", ".findLast", ".findLastIndex", ".flat", ".flatMap", ".fromEntries", ".groupBy", ".hasOwn",
    ".isWellFormed", ".matchAll", ".replaceAll", ".structuredClone", ".toReversed", ".toSorted",
    ".toSpliced", ".toWellFormed", ".trimEnd", ".trimStart", ".with", ".withResolvers",
    "AbortSignal", "BigInt", "FinalizationRegistry", "Iterator", "WeakRef", "globalThis",
    "structuredClone", "Segmenter", ".Segmenter", ".startViewTransition", ".showPopover",
    ".checkVisibility", ".moveBefore", ".scheduler", "scheduler", "Sanitizer", ".setHTML",
}  # fmt: skip
"""What came after ES2018, or after the floor."""
PATTERN = re.compile(r"\\p\{|\(\?<")
"""In a regular expression: a property of Unicode, a name or a look behind."""


@cache
def script(name: str) -> str:
    """Give a script as it is shipped."""
    if name == WHOLE:
        return program(load(("tk", "ru", "en")))
    return (PACKAGE / name).read_text(encoding="utf-8")


def parsed(text: str) -> Any:
    return answer(PARSE, text, "--expose-internals")


def faults(text: str) -> Iterator[str]:
    """Yield what an old browser, or a careful reader, would not take."""
    found = parsed(text)
    if found["fault"]:
        yield found["fault"]
    for name in found["names"]:
        known = FORBIDDEN.get(name) or FORBIDDEN.get(name.removeprefix("."))
        if known:
            yield f"{name}: {known}"
        if name in NEWER:
            yield f"{name}: newer than the floor"
        if name.startswith("/") and PATTERN.search(name):
            yield f"{name}: newer than the floor"


def test_all_scripts_are_looked_at() -> None:
    assert "render/assets/gollanma.js" in SCRIPTS
    assert {f"search/scripts/{each}.js" for each in ("analyser", "engine")} <= set(SCRIPTS)


@pytest.mark.parametrize("name", [*SCRIPTS, WHOLE])
def test_a_script_keeps_to_the_floor(name: str) -> None:
    assert list(faults(script(name))) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("import x from 'y';", "'import' and 'export'", id="a module"),
        pytest.param("a?.b", "Unexpected token", id="optional chaining"),
        pytest.param("a ?? b", "Unexpected token", id="a default for nothing"),
        pytest.param("class A { #b = 1; }", "Unexpected character", id="private fields"),
        pytest.param("try { a(); } catch { b(); }", "Unexpected token", id="catch without a name"),
        pytest.param("fetch('x')", "fetch: a page from a folder", id="fetch"),
        pytest.param("window.localStorage.a = 1", ".localStorage: it leaves", id="storage"),
        pytest.param("document.cookie = 'a'", ".cookie: it leaves", id="a cookie"),
        pytest.param("a.innerHTML = b", ".innerHTML: data", id="markup from data"),
        pytest.param("a.replaceAll('b', 'c')", ".replaceAll: newer", id="a newer method"),
        pytest.param("/\\p{L}/u.test(a)", "newer than the floor", id="a property of Unicode"),
        pytest.param("/(?<=a)b/.test(c)", "newer than the floor", id="a look behind"),
    ],
)
def test_what_does_not_is_found(text: str, fault: str) -> None:
    assert any(fault in each for each in faults(text))
