"""What reading law text finds: which code a sentence belongs to, and how much it weighs."""

from gollanma.diagnostics import Diagnostic, Related, Severity, Span, Value


def refused(span: Span, key: str, **values: Value) -> Diagnostic:
    """Give an error: nothing can be made of the file, or of what was asked."""
    return Diagnostic(span, "LTX001", Severity.ERROR, key, values)


def unread(span: Span, key: str, **values: Value) -> Diagnostic:
    """Give a warning: a line, or a part of one, of which nothing was made."""
    return Diagnostic(span, "LTX002", Severity.WARNING, key, values)


def repeated(span: Span, first: Span, **values: Value) -> Diagnostic:
    """Give an error for the second of two provisions with one number; it names the first."""
    return Diagnostic(
        span, "LTX003", Severity.ERROR, "twice", values, (Related(first, "first", values),)
    )


def doubtful(span: Span, key: str, before: Span | None = None, **values: Value) -> Diagnostic:
    """Give a warning: a number that does not follow the one before it."""
    related = (Related(before, "before", values),) if before else ()
    return Diagnostic(span, "LTX004", Severity.WARNING, key, values, related)


def mixed(span: Span, **values: Value) -> Diagnostic:
    """Give a warning: a letter of another script inside a word."""
    return Diagnostic(span, "LTX005", Severity.WARNING, "mixed", values)


def lacking(span: Span, other: Span, key: str, **values: Value) -> Diagnostic:
    """Give a warning: one language says less than another, or something else; with both places."""
    related = (Related(other, "other", values),)
    return Diagnostic(span, "LTX006", Severity.WARNING, key, values, related)


def gone(span: Span, **values: Value) -> Diagnostic:
    """Give a warning: words of a sample go with it, and no official ones take their place."""
    return Diagnostic(span, "LTX006", Severity.WARNING, "gone", values)


def homeless(span: Span, other: Span, key: str, **values: Value) -> Diagnostic:
    """Give an error: a language has a provision that has no place among the ids."""
    related = (Related(other, "other", values),)
    return Diagnostic(span, "LTX007", Severity.ERROR, key, values, related)


def undecided(span: Span, key: str, **values: Value) -> Diagnostic:
    """Give a warning: a reference that a person has to decide on."""
    return Diagnostic(span, "LTX008", Severity.WARNING, key, values)


def broken(span: Span, key: str, before: Span) -> Diagnostic:
    """Give a warning: a line that may begin a provision or go on with the sentence above it."""
    return Diagnostic(span, "LTX009", Severity.WARNING, key, {}, (Related(before, "before"),))


def guessed(span: Span, key: str, **values: Value) -> Diagnostic:
    """Give an information: what was guessed of a line, so that a person can look."""
    return Diagnostic(span, "LTX010", Severity.INFO, key, values)
