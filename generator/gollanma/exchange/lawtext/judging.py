"""What the checks would say of a library after an import, that they do not say now.

An official text may say otherwise than its sample: what then has to be mended in other records is
told before anything is written. A draft that would no longer hold together stands in the way.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from gollanma.checks import CHECKS, run
from gollanma.diagnostics import Diagnostic, Severity, Span, in_order
from gollanma.exchange.lawtext.findings import refused
from gollanma.exchange.lawtext.written import Imported
from gollanma.graph import Graph
from gollanma.model import assemble, assemble_state
from gollanma.model.state import FOLDER
from gollanma.source import Document, read_text

BROKEN = frozenset({"I18N001", "ID001", "LAW101", "LAW102", "LAW111", "LAW112", "LAW117"})
"""Errors of a draft that was not carried over well; others are errors of what it says."""
UNREAD = ("REF", "SCH", "SRC")


def judged(graph: Graph, imported: Imported) -> Imported:
    """Give an import with the errors that lie ahead; without files where a draft would break."""
    if not imported.files:
        return imported
    new = _worse(graph, imported.files, imported.removed)
    broken = tuple(each for each in new if each.span.path in imported.drafts and _is_broken(each))
    if not broken:
        return replace(imported, ahead=new)
    stops = tuple(_stops(broken))
    found = in_order((*imported.diagnostics, *stops))
    return Imported(found, concordance=imported.concordance, ahead=broken)


def _is_broken(found: Diagnostic) -> bool:
    return found.code in BROKEN or found.code.startswith(UNREAD)


def _stops(broken: Collection[Diagnostic]) -> Iterator[Diagnostic]:
    for path in sorted({each.span.path for each in broken}):
        n = sum(each.span.path == path for each in broken)
        yield refused(Span.of_file(path), "draft-breaks", n=n)


def _worse(
    graph: Graph, files: Mapping[str, str], removed: Collection[str]
) -> tuple[Diagnostic, ...]:
    """Give the errors that files would bring; of a file that has more of a kind, all of that kind.

    `removed` are paths that would go.
    """
    before = Counter(map(_kind, _errors(graph, {}, ())))
    after = _errors(graph, files, removed)
    many = Counter(map(_kind, after))
    return tuple(each for each in after if many[_kind(each)] > before[_kind(each)])


def _kind(found: Diagnostic) -> tuple[str, str]:
    return found.code, found.span.path


def _errors(
    graph: Graph, files: Mapping[str, str], removed: Collection[str]
) -> tuple[Diagnostic, ...]:
    library = graph.library
    known = {file.path: file for each in library.documents.values() for file in each.files}
    known |= library.state.files
    written = {path: text for path, text in files.items() if path.endswith(".yml")}
    known |= {path: read_text(path, text.encode()) for path, text in written.items()}
    kept = [each for path, each in sorted(known.items()) if path not in removed]
    of_state = [each for each in kept if _is_state(each)]
    state, in_state = assemble_state(of_state, library.project.languages.all)
    state = replace(state, addresses=library.state.addresses)
    others = [each for each in kept if not _is_state(each)]
    made, found = assemble(others, library.project, library.today, state)
    made = replace(made, project_file=library.project_file)
    outcome = run(Graph(made, graph.languages), CHECKS, (*in_state, *found))
    return tuple(each for each in outcome.findings if each.severity is Severity.ERROR)


def _is_state(document: Document) -> bool:
    return document.path.startswith(f"{FOLDER}/")
