"""Findings as an editor shows them."""

from collections.abc import Iterable

from lsprotocol import types

from gollanma.diagnostics import Diagnostic, Severity
from gollanma.languages import Language
from gollanma.lsp.places import uri_of
from gollanma.lsp.positions import range_of_span
from gollanma.lsp.texts import Texts
from gollanma.model import Library
from gollanma.report import put_into_words

SOURCE = "gollanma"
WEIGHTS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def shown(
    found: Iterable[Diagnostic], texts: Texts, language: Language, library: Library | None
) -> list[types.Diagnostic]:
    """Give findings in the words of a language: what is, and on the next line what to do."""
    return [_shown(each, texts, language, library) for each in found]


def _shown(
    found: Diagnostic, texts: Texts, language: Language, library: Library | None
) -> types.Diagnostic:
    said = put_into_words(found, language, library)
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(
                uri_of(texts.root, each.span.path),
                range_of_span(texts.lines(each.span.path), each.span),
            ),
            each.message,
        )
        for each in said.related
    ]
    return types.Diagnostic(
        range=range_of_span(texts.lines(found.span.path), found.span),
        message=f"{said.message}\n{said.hint}" if said.hint else said.message,
        severity=WEIGHTS[found.severity],
        code=found.code,
        source=SOURCE,
        related_information=related or None,
    )
