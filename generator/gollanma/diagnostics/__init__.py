"""What was found wrong, as values: a place, a code, a sentence's name and its words."""

from gollanma.diagnostics.finding import Diagnostic, Related, Severity, Value, in_order
from gollanma.diagnostics.outcome import Allowed, Mended, Outcome, Trend, counted
from gollanma.diagnostics.span import Span
from gollanma.diagnostics.written import read, written

__all__ = [
    "Allowed",
    "Diagnostic",
    "Mended",
    "Outcome",
    "Related",
    "Severity",
    "Span",
    "Trend",
    "Value",
    "counted",
    "in_order",
    "read",
    "written",
]
