"""Findings that somebody accepts: `# allow CODE: reason` on the line, or `lint:` in the record.

Each is counted and shown. One that has expired or that nothing needs any more is itself a finding.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gollanma.diagnostics import Allowed, Diagnostic, Severity, Span
from gollanma.graph import Graph

COMMENT = re.compile(r"allow\s+(?P<code>[A-Z0-9]+[0-9]{3})\s*:\s*(?P<reason>\S.*)")
CODE = "SUP001"
"""The code of an allowance that has expired or that nothing needs."""


@dataclass(frozen=True, slots=True)
class Grant:
    """An author's word that a code may be found at a place."""

    code: str
    reason: str
    span: Span
    path: str
    line: int | None
    """Absent: anywhere in the file."""
    until: date | None

    def covers(self, found: Diagnostic) -> bool:
        """Say whether the grant speaks of the place of a finding of its code in its file."""
        span = found.span
        return self.line is None or (span.path, span.line) == (self.path, self.line)


def allow(
    graph: Graph, found: Sequence[Diagnostic]
) -> tuple[list[Diagnostic], tuple[Allowed, ...]]:
    """Give the findings that remain, with those about the grants, and the ones accepted."""
    grants = tuple(_grants(graph))
    heads = _heads(graph)
    valid: dict[tuple[str, str], list[Grant]] = {}
    for each in grants:
        if each.until is None or graph.today <= each.until:
            valid.setdefault((each.path, each.code), []).append(each)
    allowed: list[Allowed] = []
    remaining: list[Diagnostic] = []
    used: set[Grant] = set()
    for finding in found:
        paths = (finding.span.path, heads.get(finding.span.path, ""))
        here = [each for path in paths for each in valid.get((path, finding.code), ())]
        grant = next((grant for grant in here if grant.covers(finding)), None)
        if grant is None:
            remaining.append(finding)
        else:
            used.add(grant)
            allowed.append(Allowed(finding, grant.reason, grant.until))
    remaining.extend(_about(grant, graph.today) for grant in grants if grant not in used)
    return remaining, tuple(allowed)


def _heads(graph: Graph) -> dict[str, str]:
    """Give for each further file of a record its head: what is granted there covers all."""
    documents = graph.library.documents.values()
    return {part.path: each.path for each in documents for part in each.parts[1:]}


def _about(grant: Grant, today: date) -> Diagnostic:
    expired = grant.until is not None and grant.until < today
    key = "expired" if expired else "unused"
    until = grant.until.isoformat() if grant.until else ""
    return Diagnostic(grant.span, CODE, Severity.WARNING, key, {"code": grant.code, "until": until})


def _grants(graph: Graph) -> Iterator[Grant]:
    for key, document in graph.library.documents.items():
        for file in document.files:
            for comment in file.comments:
                match = COMMENT.search(comment.text)
                if match:
                    yield _from_comment(file.path, comment.line, comment.column, match)
        record = graph.library.records.get(key)
        for index, each in enumerate(record.lint if record else ()):
            span = document.span("lint", index)
            yield Grant(each.code, each.reason, span, document.path, None, each.until)


def _from_comment(path: str, line: int, column: int, match: re.Match[str]) -> Grant:
    end = column + len(match.string)
    span = Span(path, line, column, line, end)
    return Grant(match["code"], match["reason"].strip(), span, path, line, None)
