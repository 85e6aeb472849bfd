"""Mending files: every edit of a round, each read again before it is kept."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from gollanma.diagnostics import Diagnostic, Severity
from gollanma.edit.mending.case import Case, Edit
from gollanma.edit.mending.menders import MENDERS
from gollanma.edit.normal import normal
from gollanma.graph import Graph
from gollanma.model.state import FOLDER
from gollanma.source import Lines, read_text


def mended(root: Path, graph: Graph, found: Iterable[Diagnostic]) -> Mapping[str, str]:
    """Give the files, by their paths, that say something else once what can be mended is mended.

    Findings may lie so close to each other that only one of them is mended: run the checks on the
    files and mend again. Raises OSError where a file cannot be read.
    """
    by_path: dict[str, list[Diagnostic]] = {}
    for each in found:
        if not each.span.path.startswith(f"{FOLDER}/"):  # what was released or stamped stays
            by_path.setdefault(each.span.path, []).append(each)
    files = {}
    for path, here in sorted(by_path.items()):
        target = root / path
        if target.is_file():
            data = target.read_bytes()
            text = _mended(path, data, graph, here)
            if text is not None and text.encode() != data:
                files[path] = text
    return files


def _mended(path: str, data: bytes, graph: Graph, found: list[Diagnostic]) -> str | None:
    """Give the text of a file as it is to be; None where nobody can tell its encoding."""
    for each in found:
        codec = each.values.get("codec")
        if each.code == "SRC001" and each.key == "encoding" and isinstance(codec, str):
            return normal(data, codec).decode()
    try:
        text = (
            normal(data).decode() if any(each.code == "SRC005" for each in found) else data.decode()
        )
    except UnicodeDecodeError:
        return None
    if text.encode() != data:
        return text  # places are counted anew before the next round
    return _applied(path, text, sorted(set(_edits(Lines(path, text), graph, found)), reverse=True))


def answer(lines: Lines, graph: Graph, found: Diagnostic) -> Edit | None:
    """Give the one right answer to a finding in a text; None where none is, or it would break."""
    edit = _answer(lines, graph, found)
    if edit is None or found.span.path.startswith(f"{FOLDER}/"):
        return None
    return edit if _applied(lines.path, lines.text, [edit]) != lines.text else None


def _answer(lines: Lines, graph: Graph, found: Diagnostic) -> Edit | None:
    mender = MENDERS.get(f"{found.code}.{found.key}")
    return mender(Case(found, lines, graph)) if mender else None


def _edits(lines: Lines, graph: Graph, found: list[Diagnostic]) -> Iterator[Edit]:
    """Yield the edits of a file; of those that would meet, the first."""
    end = -1
    edits = (_answer(lines, graph, each) for each in found)
    for edit in sorted(filter(None, edits)):
        if edit.start >= end:
            yield edit
            end = max(edit.end, edit.start + 1)


def _applied(path: str, text: str, edits: list[Edit]) -> str:
    """Make edits from the last to the first, leaving out each that would break the file."""
    broken = _faults(path, text)
    for edit in edits:
        new = f"{text[: edit.start]}{edit.text}{text[edit.end :]}"
        if (left := _faults(path, new)) <= broken:
            text, broken = new, left
    return text


def _faults(path: str, text: str) -> int:
    read = read_text(path, text.encode())
    return sum(each.severity is Severity.ERROR for each in read.diagnostics)
