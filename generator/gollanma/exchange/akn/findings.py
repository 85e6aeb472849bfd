"""What is found in documents of others: the code of each sentence, and how much it weighs."""

from gollanma.diagnostics import Diagnostic, Related, Severity, Span, Value


def unreadable(span: Span, key: str, **values: Value) -> Diagnostic:
    """Give an error: no document that we read, or one that we refuse to open."""
    return Diagnostic(span, "AKN001", Severity.ERROR, key, values)


def misfit(span: Span, key: str, **values: Value) -> Diagnostic:
    """Give an error: something that has no place in an act of the project."""
    return Diagnostic(span, "AKN002", Severity.ERROR, key, values)


def loss(span: Span, key: str, **values: Value) -> Diagnostic:
    """Give a warning: something of the document is not in the record."""
    return Diagnostic(span, "AKN002", Severity.WARNING, key, values)


def disagreement(span: Span, first: Span, key: str, **values: Value) -> Diagnostic:
    """Give an error: the documents of two languages do not say the same; both places are given."""
    related = (Related(first, "first", values),)
    return Diagnostic(span, "AKN003", Severity.ERROR, key, values, related)
