"""The findings of reading: which code a sentence belongs to, and how much it weighs."""

from gollanma.diagnostics import Diagnostic, Related, Severity, Span, Value


def refused(span: Span, key: str, **values: Value) -> Diagnostic:
    """Give an error: YAML or bytes that we do not read, so that nothing is guessed."""
    return Diagnostic(span, "SRC001", Severity.ERROR, key, values)


def repeated(span: Span, first: Span, name: str) -> Diagnostic:
    """Give an error for the second of two equal keys, with the place of the first."""
    values: dict[str, Value] = {"name": name, "line": first.line}
    related = (Related(first, "first", {"name": name}),)
    return Diagnostic(span, "SRC002", Severity.ERROR, "duplicate", values, related)


def doubtful(span: Span, key: str, **values: Value) -> Diagnostic:
    """Give a warning: a character that nobody sees and that splits words."""
    return Diagnostic(span, "SRC004", Severity.WARNING, key, values)


def accepted(span: Span, key: str, **values: Value) -> Diagnostic:
    """Give an information: bytes that we read as if they had been written our way."""
    return Diagnostic(span, "SRC005", Severity.INFO, key, values)
