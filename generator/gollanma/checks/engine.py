"""Running the checks: every finding of a run, sorted by place, the most telling one at each.

What an author allowed, with a reason, is counted and left out; so is what stood in the baseline.
"""

from collections.abc import Callable, Iterable, Sequence

from gollanma.checks.allowances import allow
from gollanma.checks.finding import Check, Finding
from gollanma.checks.written import faults_of_pages
from gollanma.diagnostics import Diagnostic, Mended, Outcome, Related, Span, in_order
from gollanma.graph import Graph
from gollanma.model import stamp
from gollanma.source import Document, no_search_for_garbage

COVERS = {
    "LAW116": ("LAW002", "REF009"),
    "LAW002": ("REF009",),
    "I18N020": ("I18N002", "I18N003", "I18N004", "I18N005", "I18N015"),
    "GLO006": ("TXT005",),
    "TXT001": ("GLO008", "I18N008"),
    "GLO012": ("I18N010",),
    "LAW103": ("LAW104", "LAW105", "LAW003", "LAW006"),
    "LAW104": ("LAW006", "LAW003"),
    "I18N007": ("I18N008",),
    "I18N012": ("LAW106",),
    "LAW112": ("LAW111",),
    "LAW117": ("I18N001",),
    "LAW110": ("LAW001",),
    "SVC003": ("REF008",),
    "SOP004": ("SOP002",),
    "SVC009": ("SCH003",),
    "DIR001": ("REF001",),
    "PUB001": ("SCH003",),
    "TRN001": ("REF005",),
    "LAW003": ("REF001", "REF003"),
    "REF002": ("REF008", "SOP001"),
    "SRC001": ("SCH001",),
    "SRC003": ("SCH001",),
    "SCH004": ("SCH001",),
    "I18N005": ("I18N003",),
    "I18N006": ("I18N003", "I18N004"),
    "I18N003": ("I18N004",),
}
"""Where one place earns several codes, the first is reported and the others are not."""


Found = Sequence[Diagnostic]
"""What one check found, in the order in which it did."""
Judging = Callable[[Graph, Sequence[Check]], Sequence[Found]]
"""A way to let checks judge a library: it gives what each found, in their order."""


def found_by(graph: Graph, check: Check) -> Found:
    """Give what a check finds, each at its place."""
    return [diagnose(graph, check, finding) for finding in check.judge(graph)]


def in_turn(graph: Graph, checks: Sequence[Check]) -> Sequence[Found]:
    """Let one check judge after the other."""
    return [found_by(graph, each) for each in checks]


def run(
    graph: Graph,
    checks: Sequence[Check],
    before: Iterable[Diagnostic] = (),
    judging: Judging = in_turn,
) -> Outcome:
    """Judge a library; `before` is what reading and decoding it found."""
    with no_search_for_garbage():
        judged = judging(graph, checks)
    found = (each for those in judged for each in those)
    return settle(graph, [*before, *faults_of_pages(graph), *found])


def settle(graph: Graph, found: Iterable[Diagnostic]) -> Outcome:
    """Give of all that was found what is to be reported, sorted by place."""
    telling = _most_telling(found)
    remaining, allowed = allow(graph, telling)
    fresh, standing, mended = _compared(graph, remaining)
    return Outcome(in_order(fresh), allowed, in_order(standing), mended)


def diagnose(graph: Graph, check: Check, finding: Finding) -> Diagnostic:
    """Give a finding its place in the author's file."""
    severity = finding.severity or check.severity
    related = tuple(
        Related(document_of(graph, each.source).span(*each.path), each.key, each.values)
        for each in finding.also
    )
    language = (finding.words.language,) if finding.words else ()
    where = (finding.source, *(str(key) for key in finding.path), *language)
    span = span_of(graph, finding)
    return Diagnostic(span, check.code, severity, finding.key, finding.values, related, where)


def document_of(graph: Graph, source: str) -> Document:
    """Give the file of a record, of a released version, or a file of the state or the project."""
    library = graph.library
    known = (library.documents, library.state.copies, library.state.files)
    found = next((each[source] for each in known if source in each), library.project_file)
    if found is None:
        raise KeyError(source)
    return found


def span_of(graph: Graph, finding: Finding) -> Span:
    """Give the place of a finding: a field's name, its value, or some words of it."""
    document = document_of(graph, finding.source)
    if finding.on_key:
        return document.key_span(*finding.path)
    if finding.words is None:
        return document.span(*finding.path)
    words = finding.words
    return document.within(*finding.path, words.language, start=words.start, end=words.end)


def _most_telling(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Leave out what a more telling code at the same place covers, and exact repetitions."""
    unique = in_order(dict.fromkeys(found))
    codes: dict[Span, set[str]] = {}
    for each in unique:
        codes.setdefault(each.span, set()).add(each.code)
    covered = {
        (span, hidden)
        for span, here in codes.items()
        for code in here
        for hidden in COVERS.get(code, ())
    }
    return [each for each in unique if (each.span, each.code) not in covered]


def _compared(
    graph: Graph, found: Sequence[Diagnostic]
) -> tuple[list[Diagnostic], list[Diagnostic], tuple[Mended, ...]]:
    """Tell what is new, what stood in the baseline, and what stood there and is gone.

    A finding is known by its sentence and not by the number of its line. What stands in a file that
    cannot be read as a record is never accepted: its record would be missing without a word.
    """
    old = {(each.code, each.path, each.stamp) for each in graph.library.state.baseline}
    if not old:
        return [*found], [], ()
    unread = {each.path for key in graph.library.broken for each in _files(graph, key)}
    names = [
        (each.code, each.span.path, "" if each.span.path in unread else finding_stamp(each))
        for each in found
    ]
    named = [*zip(found, names, strict=True)]
    fresh = [each for each, name in named if name not in old]
    standing = [each for each, name in named if name in old]
    gone = sorted(old.difference(names))
    return fresh, standing, tuple(Mended(code, path) for code, path, _ in gone)


def _files(graph: Graph, key: str) -> tuple[Document, ...]:
    known = graph.library.documents
    return known[key].files if key in known else ()


def finding_stamp(found: Diagnostic) -> str:
    """Give the stamp by which the baseline knows a finding when lines have moved."""
    values = {key: str(value) for key, value in found.values.items()}
    return stamp([found.code, found.key, values, list(found.where)])
