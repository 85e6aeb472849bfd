"""Small projects made of text, without a folder."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from gollanma.checks import CHECKS, Check, run
from gollanma.checks.examples import base
from gollanma.diagnostics import Diagnostic, Outcome
from gollanma.graph import Graph
from gollanma.languages import Languages, load
from gollanma.model import Library, assemble, assemble_state
from gollanma.model.load import PROJECT_FILE, decode_project
from gollanma.model.state import FOLDER
from gollanma.source import read_text

DAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Small:
    """A project with what was wrong in its files."""

    graph: Graph
    found: tuple[Diagnostic, ...]

    @property
    def library(self) -> Library:
        return self.graph.library

    def outcome(self, checks: tuple[Check, ...] = CHECKS) -> Outcome:
        return run(self.graph, checks, self.found)

    def findings(self, code: str = "") -> list[tuple[str, int, int, str, str]]:
        """Give place, code and sentence of each finding, of one code or of all."""
        return [
            (each.span.path, each.span.line, each.span.column, each.code, each.key)
            for each in self.outcome().findings
            if code in {"", each.code}
        ]


@cache
def packs(codes: tuple[str, ...]) -> Languages:
    return load(codes)


def small(files: Mapping[str, str] | None = None, today: date = DAY) -> Small:
    """Give the project of the checks' examples with these files laid over it."""
    return whole({**base(), **(files or {})}, today)


def whole(files: Mapping[str, str], today: date = DAY) -> Small:
    """Give a project of these files alone."""
    documents = {path: read_text(path, text.encode()) for path, text in sorted(files.items())}
    project_file = documents.pop(PROJECT_FILE)
    project, wrong = decode_project(project_file)
    assert project is not None, wrong
    codes = project.languages.all
    in_state = [each for path, each in documents.items() if path.startswith(FOLDER)]
    others = [each for path, each in documents.items() if not path.startswith(FOLDER)]
    state, wrong_state = assemble_state(in_state, codes)
    library, found = assemble(others, project, today, state)
    library = replace(library, project_file=project_file)
    return Small(Graph(library, packs(codes)), (*wrong, *wrong_state, *found))


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """Give one file of the base with some of its text replaced."""
    text = base()[path]
    assert old in text, f"{path} does not say {old!r}"
    return {path: text.replace(old, new)}
