"""Editions on a desk, and what pandoc reads in a Word file: it knows nothing of us."""

import json
import re
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc  # type: ignore[import-untyped] # it brings no types

from gollanma.exchange.word.plain import Line
from gollanma.graph import Graph
from gollanma.languages import raised
from gollanma.model.kinds import Edition
from gollanma.model.load import load
from gollanma.views.voice import Voice
from tests.support.projects import DAY, packs, small

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = "act/help@2020-02-01", "act/help@draft-next"
BASE = small().library
LANGUAGES = packs(BASE.project.languages.all)


@cache
def corpus() -> Graph:
    """Give the records of this very project."""
    library = load(ROOT, DAY).library
    assert library is not None
    return Graph(library, LANGUAGES)


def voice_over(language: str, old: Edition, new: Edition) -> Voice:
    """Give a language that speaks of two editions of the small project's act."""
    library = BASE.having({**BASE.records, OLD: old, NEW: new}, frozenset())
    return Voice(Graph(library, LANGUAGES), LANGUAGES[language])


def paragraphs_of(lines: Sequence[Line]) -> list[str]:
    return [paragraph for line in lines for paragraph in line.paragraphs]


def pandoc(data: bytes, changes: str) -> list[str]:
    """Give the paragraphs of a Word file whose changes are accepted or rejected.

    The title comes first. Spaces are made single, for pandoc puts some where it joins paragraphs;
    what is empty is left out, for it keeps the headings whose words are gone.
    """
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "docx", "-t", "json", f"--track-changes={changes}"],
        input=data,
        capture_output=True,
        check=True,
    )
    read = json.loads(done.stdout)
    title = read["meta"].get("title")
    blocks = (
        [title["c"], *map(_inlines, read["blocks"])] if title else map(_inlines, read["blocks"])
    )
    words = (" ".join(_words(each).split()) for each in blocks)
    return [each for each in words if each]


def _inlines(block: dict[str, Any]) -> list[dict[str, Any]]:
    match block:
        case {"t": "Para" | "Plain", "c": inlines} | {"t": "Header", "c": [_, _, inlines]}:
            return list(inlines)
    raise AssertionError(block)


def _words(inlines: list[dict[str, Any]]) -> str:
    return "".join(map(_word, inlines))


def _word(inline: dict[str, Any]) -> str:
    match inline:
        case {"t": "Str", "c": words}:
            return str(words)
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            return " "
        case {"t": "Superscript", "c": inner}:
            return re.sub("[0-9]+", lambda figures: raised(f"1^{figures[0]}")[1:], _words(inner))
        case {"t": "Span", "c": [_, inner]} | {"t": "Strong" | "Emph", "c": inner}:
            return _words(inner)
    raise AssertionError(inline)
