"""Pages that are written by hand: whether what they point at is there.

They are no records, so no check goes through them; what is wrong with them is found here, before
the site is built.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from gollanma.checks.references import trouble_with
from gollanma.diagnostics import Diagnostic, Severity
from gollanma.graph import Graph, page_links, without_examples
from gollanma.source import Lines

WAY = re.compile(
    r"""(?<!!) \[ [^\]\n]* \]                        # no picture
        \( (?P<way>
            (?P<page> [^)\s#:]+ \.md )?
            (?: \# (?P<place> [^)\s]+ ) )?
        ) \)
    """,
    re.VERBOSE,
)
"""A link to another page, to a place in it, or to a place in its own."""
HEADING = re.compile(
    r"""^ \#{2,6} [ ] [^\n{]*
        (?: \{ [^}\n#]* \# (?P<id> [^\s}]+ ) [^}\n]* \} )?
    """,
    re.VERBOSE | re.MULTILINE,
)
"""A heading below the title, which is no place to lead to."""
HOME = "index"
"""The page that nobody writes by hand; links may lead there."""


def faults_of_pages(graph: Graph) -> Iterator[Diagnostic]:
    """Yield each reference and each link of a hand-written page that leads nowhere."""
    lines = {path: Lines(path, text) for path, text in graph.library.pages.items()}
    for link in page_links(graph.library):
        trouble = trouble_with(graph, link)
        if trouble:
            span = lines[link.source].span(link.start, link.end)
            yield Diagnostic(span, "REF003", Severity.ERROR, *trouble)
    for each in lines.values():
        yield from _lost_ways(graph, each)


def _lost_ways(graph: Graph, lines: Lines) -> Iterator[Diagnostic]:
    for found in WAY.finditer(without_examples(lines.text)):
        span, values = lines.span(*found.span("way")), {"link": found["way"]}
        target = _target(graph, lines.path, found["page"])
        if target is None:
            yield Diagnostic(span, "PUB005", Severity.ERROR, "no-page", values)
        elif found["place"] and not _may_have(graph, target, found["place"]):
            yield Diagnostic(span, "PUB005", Severity.ERROR, "no-anchor", values)


def _target(graph: Graph, path: str, page: str | None) -> str | None:
    """Give the page to which a link leads from another one, in its own language; None if none."""
    if page is None:
        return path
    own, folder = PurePosixPath(path), PurePosixPath(path).parent
    language = own.suffixes[-2] if len(own.suffixes) > 1 else ""
    parts: list[str] = []
    for each in (folder / page).parts:
        parts = parts[:-1] if each == ".." else [*parts, each]
    there = "/".join(parts)
    if there.removesuffix(".md").rpartition("/")[2] == HOME:
        return there
    names = (f"{there.removesuffix('.md')}{language}.md", there)
    return next((each for each in names if each in graph.library.pages), None)


def _may_have(graph: Graph, path: str, place: str) -> bool:
    """Say whether a page may have a place; headings without a name get theirs from their words."""
    text = graph.library.pages.get(path, "")
    headings = list(HEADING.finditer(without_examples(text)))
    is_named = all(each["id"] for each in headings)
    return not is_named or place in {each["id"] for each in headings}
