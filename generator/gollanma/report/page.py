"""Findings as one page of HTML that opens anywhere: without internet, without a program in it."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby

from gollanma.diagnostics import Diagnostic, Outcome, counted
from gollanma.graph.owners import by_owner
from gollanma.languages import Language
from gollanma.model import Library
from gollanma.report.plain_text import lines_of
from gollanma.report.sentences import Report, put_into_words
from gollanma.report.summary import Summary

STYLE = """
:root { color-scheme: light dark; --line: #8886; --soft: #8882; }
body { font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; margin: 1.5rem auto;
  max-width: 60rem; padding: 0 1rem; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; }
h3 { font-size: 1rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .75rem .35rem 0; text-align: start;
  vertical-align: top; }
th { font-weight: 600; }
td.n, th.n { text-align: end; }
@media (max-width: 30rem) { table { font-size: .875rem; } }
article { border-inline-start: 4px solid var(--line); margin: 0 0 1rem;
  padding: .1rem 0 .1rem 1rem; }
article.error { border-color: #c0392b; }
article.warning { border-color: #b7791f; }
p { margin: .25rem 0; }
code, pre { font-family: ui-monospace, Consolas, "DejaVu Sans Mono", monospace;
  font-size: .875rem; overflow-wrap: anywhere; }
pre { background: var(--soft); margin: .35rem 0; padding: .35rem .5rem; white-space: pre-wrap; }
.soft { opacity: .75; }
@media print { article, tr { break-inside: avoid; } body { max-width: none; } }
""".strip()
"""Nothing is fetched: the fonts are those of the machine."""
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{}'"
"""Content Security Policy Level 3: nothing runs, nothing is fetched, this style alone is taken."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the checks as it is told."""

    outcome: Outcome
    findings: tuple[Diagnostic, ...]
    """Those that are told."""
    reports: tuple[Report, ...]
    """The same in words."""
    summary: Summary
    today: date


def as_page(run: Run, language: Language, library: Library | None) -> str:
    """Write all findings, whose they are, what is accepted, and what was mended."""
    say = language.say
    title = say("quality.report")
    digest = b64encode(hashlib.sha256(f"\n{STYLE}\n".encode()).digest()).decode()
    parts = (
        _heading(run, language, library),
        _codes(run, language),
        _owners(run, language, library),
        _trend(run.outcome, language),
        _allowed(run.outcome, language, library),
        _findings(run.reports, language, library),
    )
    body = "\n".join(line for part in parts for line in part)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language.code)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY.format(digest)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n{body}\n"
        "</body>\n</html>\n"
    )


def _heading(run: Run, language: Language, library: Library | None) -> Iterator[str]:
    names = library.project.site.name if library else {}
    name = names.get(language.code) or next(iter(names.values()), "")
    yield f"<h1>{escape(language.say('quality.report'))}</h1>"
    yield f"<p>{escape(' · '.join(filter(None, (name, language.date(run.today)))))}</p>"
    figures = run.summary
    said = language.say(
        "report.summary",
        records=figures.records,
        errors=figures.errors,
        warnings=figures.warnings,
        infos=figures.infos,
    )
    yield f"<p><strong>{escape(said)}</strong></p>"


def _codes(run: Run, language: Language) -> Iterator[str]:
    rows = [
        (_code(language, code), escape(language.say(f"severity.{severity}")), str(n))
        for severity, code, n in counted(run.findings)
    ]
    yield from _table(language, ("what", "weight", "#count"), rows)


def _owners(run: Run, language: Language, library: Library | None) -> Iterator[str]:
    if library is None or not run.reports:
        return
    rows = [
        (_office(language, library, owner), str(numbers.total()))
        for owner, numbers in by_owner(library, run.findings).items()
    ]
    yield f"<h2>{escape(language.say('quality.owners'))}</h2>"
    yield from _table(language, ("owner", "#count"), rows)


def _office(language: Language, library: Library, key: str) -> str:
    if not key:
        return escape(language.say("trust.nobody"))
    return _name(language, library, key)


def _name(language: Language, library: Library, key: str) -> str:
    name: Mapping[str, str] = library.name(key) if key in library.records else {}
    words = name.get(language.code) or next(iter(name.values()), "")
    return f"{escape(words)} <code>{escape(key)}</code>".strip()


def _trend(outcome: Outcome, language: Language) -> Iterator[str]:
    if not outcome.trends:
        return
    mended, standing = len(outcome.mended), len(outcome.standing)
    said = language.say("quality.trend", n=mended, total=mended + standing)
    yield f"<h2>{escape(language.say('quality.since'))}</h2>"
    yield f"<p>{escape(said)}</p>"
    rows = [
        (_code(language, each.code), str(each.before), str(each.mended), str(each.standing))
        for each in outcome.trends
    ]
    yield from _table(language, ("what", "#before", "#mended", "#standing"), rows)


def _allowed(outcome: Outcome, language: Language, library: Library | None) -> Iterator[str]:
    if not outcome.allowed:
        return
    yield f"<h2>{escape(language.say('quality.allowed'))}</h2>"
    say = language.say
    for each in outcome.allowed:
        found = put_into_words(each.finding, language, library)
        until = language.date(each.until) if each.until else say("quality.for-good")
        yield "<article>"
        yield f"<p>{_words(found.message)}</p>"
        yield f'<p class="soft">{_code(language, found.code)} · {_place(found)}</p>'
        yield f"<p>{escape(say('quality.reason'))}: {escape(each.reason)}</p>"
        yield f"<p>{escape(say('quality.until'))}: {escape(until)}</p>"
        yield "</article>"


def _findings(
    reports: Iterable[Report], language: Language, library: Library | None
) -> Iterator[str]:
    lines, reports = lines_of(library), tuple(reports)
    if reports:
        yield f"<h2>{escape(language.say('quality.what'))}</h2>"
    for path, group in groupby(reports, key=lambda each: each.span.path):
        yield f"<h3><code>{escape(path)}</code></h3>"
        for each in group:
            yield from _finding(each, language, lines(path))


def _finding(each: Report, language: Language, lines: Sequence[str]) -> Iterator[str]:
    say, line = language.say, each.span.line
    severity = escape(say(f"severity.{each.severity}"))
    yield f'<article class="{each.severity}">'
    yield f"<p><strong>{_words(each.message)}</strong></p>"
    yield f'<p class="soft">{severity} · {_code(language, each.code)} · {_place(each)}</p>'
    if each.where:
        yield f"<p>{escape(say('report.where'))}: {escape(each.where)}</p>"
    if line <= len(lines):
        yield f"<pre>{line} | {escape(lines[line - 1])}</pre>"
    if each.hint:
        yield f"<p>{escape(say('report.hint'))}: {_words(each.hint)}</p>"
    for note in each.related:
        at = f"{note.span.path}:{note.span.line}:{note.span.column}"
        yield f"<p><code>{escape(at)}</code>: {_words(note.message)}</p>"
    yield "</article>"


def _words(sentence: str) -> str:
    """Give a sentence in HTML: what stands between two backticks there was taken from a file."""
    pieces = escape(sentence).split("`")
    if len(pieces) % 2 == 0:
        return escape(sentence)
    return "".join(f"<code>{each}</code>" if at % 2 else each for at, each in enumerate(pieces))


def _place(each: Report) -> str:
    return f"<code>{escape(each.span.path)}:{each.span.line}:{each.span.column}</code>"


def _code(language: Language, code: str) -> str:
    title = f"{code}.title"
    words = language.say(title) if language.says(title) else ""
    return f"{escape(words)} <code>{escape(code)}</code>".strip()


def _table(
    language: Language, heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[str]:
    """Yield a table of cells in HTML; the head of a column of numbers begins with `#`."""
    if not rows:
        return
    marks = [' class="n"' if head.startswith("#") else "" for head in heads]
    words = [escape(language.say(HEADS[head.lstrip("#")])) for head in heads]
    cells = "".join(
        f'<th scope="col"{mark}>{each}</th>' for mark, each in zip(marks, words, strict=True)
    )
    yield f"<table><thead><tr>{cells}</tr></thead><tbody>"
    for row in rows:
        first, *rest = row
        cells = "".join(
            f"<td{mark}>{each}</td>" for mark, each in zip(marks[1:], rest, strict=True)
        )
        yield f'<tr><th scope="row">{first}</th>{cells}</tr>'
    yield "</tbody></table>"


HEADS = {
    "what": "quality.what",
    "weight": "quality.weight",
    "count": "quality.count",
    "owner": "trust.owner",
    "before": "quality.before",
    "mended": "quality.mended",
    "standing": "quality.standing",
}
"""What the heads of columns are called in the catalogue."""
