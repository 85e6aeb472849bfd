"""Mending offered beside a finding: only where it has one right answer."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from gollanma.diagnostics import Diagnostic
from gollanma.edit.mending import answer
from gollanma.graph import Graph
from gollanma.languages import Language
from gollanma.lsp.positions import range_of_span
from gollanma.lsp.renaming import edits_in
from gollanma.lsp.saying import shown
from gollanma.lsp.texts import Texts
from gollanma.report import put_into_words
from gollanma.source import Lines


def fixes(
    graph: Graph, found: Iterable[Diagnostic], texts: Texts, uri: str, language: Language
) -> Iterator[types.CodeAction]:
    """Yield an action for each finding of a file that has one right answer."""
    for each in found:
        lines = texts.lines(each.span.path)
        edit = answer(lines, graph, each)
        if edit is not None:
            said = put_into_words(each, language, graph.library)
            yield types.CodeAction(
                title=said.hint or said.message,
                kind=types.CodeActionKind.QuickFix,
                diagnostics=shown([each], texts, language, graph.library),
                is_preferred=True,
                edit=types.WorkspaceEdit(changes={uri: edits_in(lines, (edit,))}),
            )


def touching(
    found: Iterable[Diagnostic], lines: Lines, place: types.Range
) -> tuple[Diagnostic, ...]:
    """Give the findings that a range touches."""
    return tuple(each for each in found if _touches(range_of_span(lines, each.span), place))


def _touches(one: types.Range, other: types.Range) -> bool:
    return one.start <= other.end and other.start <= one.end
