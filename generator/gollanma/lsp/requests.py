"""What an editor asks about a project, and the answers."""

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from gollanma.diagnostics import Span
from gollanma.edit import Renamed
from gollanma.edit import rename as new_name
from gollanma.graph import Graph
from gollanma.lsp.completing import Offer, offers
from gollanma.lsp.fixing import fixes, touching
from gollanma.lsp.hovering import about
from gollanma.lsp.names import Meant, meant_at, place_of, span_of, target_of, users
from gollanma.lsp.places import path_of, uri_of
from gollanma.lsp.positions import index_at, range_of, range_of_span
from gollanma.lsp.renaming import part_at, touches_files, workspace_edit
from gollanma.lsp.session import Session
from gollanma.model import Ref
from gollanma.source import Lines

REFUSED = -32803
"""A request that cannot be done, by the protocol."""
SORTS = {
    "reference": types.CompletionItemKind.Reference,
    "field": types.CompletionItemKind.Field,
    "word": types.CompletionItemKind.EnumMember,
    "term": types.CompletionItemKind.Text,
}
Pointing = (
    types.HoverParams
    | types.DefinitionParams
    | types.ReferenceParams
    | types.PrepareRenameParams
    | types.RenameParams
)
"""Requests about what stands under a cursor."""
Found = tuple[Graph, Lines, Meant, int]


def opened(session: Session, params: types.DidOpenTextDocumentParams) -> None:
    """Take the words of a file that was opened."""
    _take(session, params.text_document.uri, params.text_document.text)


def changed(session: Session, params: types.DidChangeTextDocumentParams) -> None:
    """Take the words of a file that was typed in."""
    uri = params.text_document.uri
    for each in params.content_changes:
        _take(session, uri, each.text)


def closed(session: Session, params: types.DidCloseTextDocumentParams) -> None:
    """Go by the disk again."""
    path = path_of(session.project.root, params.text_document.uri)
    if path is not None:
        session.closed(path)


def saved(session: Session, _: object) -> None:
    """Look again: something on the disk may be another."""
    session.look()


def _take(session: Session, uri: str, text: str) -> None:
    path = path_of(session.project.root, uri)
    if path is not None:
        session.typed(path, text)


def completion(session: Session, params: types.CompletionParams) -> types.CompletionList | None:
    """Offer what may be written."""
    lines, graph = _lines(session, params.text_document.uri), session.known.graph
    if lines is None or graph is None:
        return None
    index = index_at(lines, params.position)
    found = offers(graph, lines, index, session.project.language.code)
    items = [_item(each, lines, index) for each in found]
    return types.CompletionList(is_incomplete=True, items=items)


def _item(offer: Offer, lines: Lines, index: int) -> types.CompletionItem:
    place = range_of(lines, index - len(offer.begun), index)
    return types.CompletionItem(
        label=offer.written.rstrip(": ") if offer.sort == "field" else offer.written,
        kind=SORTS[offer.sort],
        detail=offer.detail or None,
        documentation=offer.about or None,
        filter_text=offer.written,
        text_edit=types.TextEdit(place, offer.written),
    )


def hover(session: Session, params: types.HoverParams) -> types.Hover | None:
    """Say what a name means."""
    found = _meant(session, params)
    if found is None:
        return None
    graph, lines, meant, _ = found
    said = about(graph, meant.ref, session.project.language)
    if said is None:
        return None
    text = types.MarkupContent(types.MarkupKind.Markdown, said)
    return types.Hover(text, range_of(lines, meant.start, meant.end))


def definition(session: Session, params: types.DefinitionParams) -> types.Location | None:
    """Lead to where a record or a place begins."""
    found = _meant(session, params)
    target = target_of(found[0].library, found[2].ref) if found else None
    span = span_of(found[0].library, target) if found and target else None
    return _location(session, span) if span else None


def references(session: Session, params: types.ReferenceParams) -> list[types.Location] | None:
    """List where a record or a place is used."""
    found = _meant(session, params)
    target = target_of(found[0].library, found[2].ref) if found else None
    if found is None or target is None:
        return None
    graph = found[0]
    spans = [place_of(graph, each) for each in users(graph, target)]
    own = span_of(graph.library, target) if params.context.include_declaration else None
    return [_location(session, each) for each in sorted({*spans, *([own] if own else [])})]


def _location(session: Session, span: Span) -> types.Location:
    place = range_of_span(session.texts.lines(span.path), span)
    return types.Location(uri_of(session.project.root, span.path), place)


def prepare(
    session: Session, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Say which letters a new name would replace."""
    found = _meant(session, params)
    if found is None:
        return None
    part = _part(found)
    if part is None:
        return None
    _, start, end = part
    lines = found[1]
    return types.PrepareRenamePlaceholder(range_of(lines, start, end), lines.text[start:end])


async def rename(session: Session, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """Rename on what the buffers say at this moment: nothing may be older than its letters."""
    await session.read_anew()
    return _renamed(session, params)


def _renamed(session: Session, params: types.RenameParams) -> types.WorkspaceEdit | None:
    found = _meant(session, params)
    part = _part(found) if found else None
    if found is None or part is None:
        return None
    texts = session.texts
    library = found[0].library
    made = new_name(library, part[0], params.new_name, library.pages)
    if not isinstance(made, Renamed):
        raise JsonRpcException(session.project.language.say(made.sentence, **made.values), REFUSED)
    edit = workspace_edit(made, texts)
    if not session.moves_files and touches_files(edit):
        values = {"old": made.old, "new": params.new_name}
        raise JsonRpcException(session.project.language.say("lsp.moves", **values), REFUSED)
    return edit


def actions(session: Session, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    """Offer what mends a finding."""
    uri = params.text_document.uri
    lines, graph = _lines(session, uri), session.known.graph
    if lines is None or graph is None or session.is_behind(lines.path):
        return None
    here = touching(session.known.found.get(lines.path, ()), lines, params.range)
    return [*fixes(graph, here, session.texts, uri, session.project.language)]


def _part(found: Found) -> tuple[Ref, int, int] | None:
    _, lines, meant, index = found
    return part_at(meant, lines.text[meant.start : meant.end], index)


def _lines(session: Session, uri: str) -> Lines | None:
    path = path_of(session.project.root, uri)
    return session.texts.lines(path) if path is not None else None


def _meant(session: Session, params: Pointing) -> Found | None:
    lines, graph = _lines(session, params.text_document.uri), session.known.graph
    if lines is None or graph is None:
        return None
    index = index_at(lines, params.position)
    meant = meant_at(graph.library, lines, index)
    return (graph, lines, meant, index) if meant else None
