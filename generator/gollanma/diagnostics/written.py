"""Findings as lists that JSON can write, and back: what was found is kept for the next run."""

from typing import Any

from gollanma.diagnostics.finding import Diagnostic, Related, Severity
from gollanma.diagnostics.span import Span

Row = list[Any]
"""What JSON writes of one finding."""


def written(found: Diagnostic) -> Row:
    """Give the row of a finding."""
    related = [[_place(each.span), each.key, dict(each.values)] for each in found.related]
    return [
        _place(found.span),
        found.code,
        found.severity.value,
        found.key,
        dict(found.values),
        related,
        list(found.where),
    ]


def read(row: Row) -> Diagnostic:
    """Give the finding of a row that `written` gave; of no other."""
    place, code, severity, key, values, related, where = row
    return Diagnostic(
        Span(*place),
        code,
        Severity(severity),
        key,
        values,
        tuple(Related(Span(*span), name, more) for span, name, more in related),
        tuple(where),
    )


def _place(span: Span) -> Row:
    return [span.path, span.line, span.column, span.end_line, span.end_column]
