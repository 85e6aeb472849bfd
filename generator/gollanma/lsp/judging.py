"""Judging while somebody types: first the file alone; when the typing rests, all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gollanma.checks import CHECKS, Check, Finding, run
from gollanma.checks.allowances import CODE as ALLOWANCE
from gollanma.checks.near import FAR, NEAR
from gollanma.diagnostics import Diagnostic, in_order
from gollanma.graph import Graph
from gollanma.languages import Language, Languages
from gollanma.model.library import replaced
from gollanma.model.load import load
from gollanma.source import read_text

Stop = Callable[[], bool]


class SupersededError(Exception):
    """Something newer was typed: what is being judged is of no interest any more."""


@dataclass(frozen=True)
class Project:
    """A project as it was opened: where it stands, for which day, in whose words."""

    root: Path
    today: date
    languages: Languages
    language: Language
    """Of what a person reads."""


@dataclass(frozen=True)
class Known:
    """What was known of a project when it was looked at last."""

    graph: Graph | None
    """None where the project file does not decode."""
    before: tuple[Diagnostic, ...]
    """What reading found."""
    found: Mapping[str, tuple[Diagnostic, ...]]
    """By path."""

    def reading(self, graph: Graph | None) -> "Known":
        """Give the same findings beside records that were read anew, if they could be."""
        return replace(self, graph=graph or self.graph)

    def serving(self, graph: Graph | None) -> "Known":
        """Give the same findings beside the records with which an editor is answered."""
        return replace(self, graph=graph)


def read(project: Project, unsaved: Mapping[str, str]) -> Known:
    """Read a project as it stands in the editor, and judge nothing yet."""
    loaded = load(project.root, project.today, unsaved)
    graph = Graph(loaded.library, project.languages) if loaded.library else None
    return Known(graph, loaded.diagnostics, {})


def judge_all(known: Known, stop: Stop) -> Known:
    """Judge all; raise SupersededError as soon as nobody waits for it."""
    found = in_order(known.before)
    if known.graph is not None:
        checks = [replace(each, judge=_until(stop, each)) for each in CHECKS]
        found = run(known.graph, checks, known.before).findings
    return replace(known, found=_by_path(found))


def judge_file(known: Known, path: str, text: str) -> Known | None:
    """Judge one file that changed, by what can be said of it alone; None where all must be read.

    What other checks had found in it stays until all is judged again. A file that cannot be read
    leaves the records as they were: whoever writes in it still finds their names.
    """
    if known.graph is None:
        return None
    document = read_text(path, text.encode(errors="replace"))
    after = replaced(known.graph.library, document)
    if after is None:
        return None
    library, key, before = after
    near = Graph(library.through((key,)), known.graph.languages)
    outcome = run(near, NEAR, before)
    fresh = [each for each in outcome.findings if each.span.path == path and each.code != ALLOWANCE]
    is_whole = key in library.records
    kept = [
        each
        for each in known.found.get(path, ())
        if is_whole and (each.code in FAR or each.code == ALLOWANCE)
    ]
    return Known(
        Graph(library, known.graph.languages) if is_whole else known.graph,
        known.before,
        {**known.found, path: in_order([*fresh, *kept])},
    )


def _until(stop: Stop, check: Check) -> Callable[[Graph], Iterator[Finding]]:
    def judge(graph: Graph) -> Iterator[Finding]:
        if stop():
            raise SupersededError
        for each in check.judge(graph):
            if stop():
                raise SupersededError
            yield each

    return judge


def _by_path(found: Sequence[Diagnostic]) -> Mapping[str, tuple[Diagnostic, ...]]:
    by_path: dict[str, list[Diagnostic]] = {}
    for each in found:
        by_path.setdefault(each.span.path, []).append(each)
    return {path: tuple(those) for path, those in by_path.items()}
