"""Whatever an author leaves out, doubles or mistypes: findings with places and words, no crash."""

from dataclasses import replace
from typing import get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gollanma.checks import CHECKS, run
from gollanma.checks.examples import base
from gollanma.graph import Graph
from gollanma.languages import load
from gollanma.model.project import Project
from gollanma.report import put_into_words
from tests.support.projects import small

LANGUAGES = load(["tk", "ru", "en"])
FILES = {path: text for path, text in base().items() if path != "gollanma.yml"}
VALUES = [
    "",
    "end",
    "urgent",
    "null",
    "0",
    "-1",
    "2026-02-30",
    "[]",
    "{}",
    "{tk: A}",
    "withdrawn",
    "in-force",
    "form/consent",
    "form/consent#field.gone",
    "act/help#a9.9",
    "act/help@draft-x#a1",
    "'#ask'",
    "'[[act/help#a1.2|9 [[sop/gone]]'",
    "fortnight",
]


@st.composite
def slips(draw: st.DrawFn) -> dict[str, str]:
    """Give some files of the small project with a slip in each."""
    paths = draw(st.lists(st.sampled_from(sorted(FILES)), min_size=1, max_size=3, unique=True))
    return {path: _slip(draw, FILES[path]) for path in paths}


def _slip(draw: st.DrawFn, text: str) -> str:
    lines = text.splitlines()
    number = draw(st.integers(0, len(lines) - 1))
    line = lines[number]
    changed = {
        "left out": [],
        "twice": [line, line],
        "deeper": [f"  {line}"],
        "another value": [f"{line.partition(':')[0]}: {draw(st.sampled_from(VALUES))}"],
        "cut off": [line[: draw(st.integers(0, len(line)))]],
        "the rest is gone": [],
    }
    kind = draw(st.sampled_from(sorted(changed)))
    after = [] if kind == "the rest is gone" else lines[number + 1 :]
    return "\n".join([*lines[:number], *changed[kind], *after]) + "\n"


LISTS = [
    key for key, field in Project.model_fields.items() if get_origin(field.annotation) is tuple
]


@pytest.mark.parametrize("key", LISTS)
def test_an_empty_list_of_the_project_is_judged_too(key: str) -> None:
    project = small()
    emptied = project.library.project.model_copy(update={key: ()})
    graph = Graph(replace(project.library, project=emptied), project.graph.languages)
    for found in run(graph, CHECKS).findings:
        assert put_into_words(found, LANGUAGES["ru"], graph.library).message


@settings(max_examples=150)
@given(slips())
def test_a_slip_is_a_finding_and_never_a_crash(files: dict[str, str]) -> None:
    project = small(files)
    for found in project.outcome().findings:
        for language in LANGUAGES.values():
            report = put_into_words(found, language, project.library)
            assert report.message
        assert 1 <= found.span.line <= found.span.end_line
        assert (found.span.line, found.span.column) <= (found.span.end_line, found.span.end_column)
