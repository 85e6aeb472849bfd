"""Findings as text: place, code, message, the line with a caret, hint."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from gollanma.languages import Language
from gollanma.model import Library
from gollanma.report.sentences import Report
from gollanma.report.summary import Summary

MOST_OF_ONE_CODE = 10
"""Findings of one code that one file shows; the rest are counted."""


def as_text(
    reports: Sequence[Report],
    summary: Summary,
    language: Language,
    library: Library | None,
    most: int | None = MOST_OF_ONE_CODE,
) -> Iterator[str]:
    """Yield the lines of a run's report, with so many findings of one code for each file."""
    yield from findings_as_text(reports, language, library, most)
    yield from _closing(summary, language)


def findings_as_text(
    reports: Sequence[Report],
    language: Language,
    library: Library | None,
    most: int | None = MOST_OF_ONE_CODE,
) -> Iterator[str]:
    """Yield the lines of findings, without what closes a run of checks."""
    shown: dict[tuple[str, str], int] = {}
    lines = lines_of(library)
    for each in reports:
        place = (each.span.path, each.code)
        shown[place] = shown.get(place, 0) + 1
        if most is None or shown[place] <= most:
            yield from _finding(each, language, _line(each, lines(each.span.path)))
    for (path, code), count in shown.items():
        if most is not None and count > most:
            yield f"{path}: {language.say('report.more', n=count - most, code=code)}"


def _finding(each: Report, language: Language, line: str | None) -> Iterator[str]:
    span = each.span
    severity = language.say(f"severity.{each.severity}")
    yield f"{span.path}:{span.line}:{span.column}: {severity}[{each.code}] {each.message}"
    if each.where:
        yield f"  {language.say('report.where')}: {each.where}"
    if line is not None:
        yield from _picture(each, line)
    if each.hint:
        yield f"  {language.say('report.hint')}: {each.hint}"
    for note in each.related:
        yield f"  {note.span.path}:{note.span.line}:{note.span.column}: {note.message}"


def _picture(each: Report, line: str) -> Iterator[str]:
    """Yield the line of the file and a caret under what is meant."""
    span = each.span
    last = span.end_column if span.end_line == span.line else len(line) + 1
    number = str(span.line)
    before = "".join("\t" if letter == "\t" else " " for letter in line[: span.column - 1])
    yield f"  {number} | {line}"
    yield f"  {' ' * len(number)} | {before}{'^' * max(1, last - span.column)}"


def lines_of(library: Library | None) -> Callable[[str], Sequence[str]]:
    """Give a function that gives the lines of a file; none where the library has no such file."""
    documents = library.documents.values() if library else ()
    known = {file.path: file for each in documents for file in each.files}
    if library:
        known.update(library.state.files)
    pages = library.pages if library else {}

    @cache
    def lines(path: str) -> Sequence[str]:
        return known[path].text.splitlines() if path in known else pages.get(path, "").splitlines()

    return lines


def _line(each: Report, lines: Sequence[str]) -> str | None:
    return lines[each.span.line - 1] if each.span.line <= len(lines) else None


def _closing(summary: Summary, language: Language) -> Iterator[str]:
    if summary.allowed:
        yield language.say("report.allowed", n=summary.allowed)
    if summary.baseline:
        yield language.say("report.baseline", n=summary.baseline)
    yield language.say(
        "report.summary",
        records=summary.records,
        errors=summary.errors,
        warnings=summary.warnings,
        infos=summary.infos,
    )
