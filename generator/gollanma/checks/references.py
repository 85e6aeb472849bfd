"""References: each leads somewhere, to the right kind of thing, and to one that still holds."""

from collections.abc import Iterator, Mapping

from gollanma.checks.circles import circles
from gollanma.checks.finding import Finding, Words, check
from gollanma.checks.nearest import nearest
from gollanma.checks.reading import all_read
from gollanma.checks.standing import is_over
from gollanma.diagnostics import Severity, Value
from gollanma.graph import Graph, Link, Problem, asked_links, retired_links
from gollanma.model import Record, Status
from gollanma.model.kinds import Act
from gollanma.model.refs import REFERENCE_PATTERN
from gollanma.model.spelling import stranger_in

NOWHERE = frozenset({Problem.NO_RECORD, Problem.NO_EDITION, Problem.NO_PLACE})


@check("REF001")
def dangling_reference(graph: Graph) -> Iterator[Finding]:
    """A reference in a field leads nowhere.

    Somebody is sent to a form or an office that is not there.
    """
    for link in _links(graph, is_prose=False):
        if link.problem in NOWHERE:
            yield _nowhere(graph, link)
    for link in asked_links(graph.library):
        if link.problem in NOWHERE:
            yield _nowhere(graph, link)
    for link in retired_links(graph.library):
        if link.problem is Problem.UNREADABLE:
            yield Finding(
                link.source, link.path, "unreadable", {"value": link.written}, on_key=True
            )
        elif link.problem in NOWHERE:
            yield _nowhere(graph, link)


@check("REF002")
def wrong_kind_of_target(graph: Graph) -> Iterator[Finding]:
    """A reference leads to a record of the wrong kind.

    A role where a form belongs prints a sentence that makes no sense.
    """
    for link in _links(graph, is_prose=False):
        kind = link.ref.within(link.source).kind if link.ref else ""
        if link.kinds and kind not in link.kinds:
            values = {"value": link.written, "kind": kind, "known": ", ".join(link.kinds)}
            yield Finding(link.source, link.path, "wrong-kind", values)


@check("REF003")
def broken_reference_in_prose(graph: Graph) -> Iterator[Finding]:
    """A reference in running words leads nowhere.

    The reader sees words that look like a link and are none.
    """
    for link in _links(graph, is_prose=True):
        trouble = trouble_with(graph, link)
        if trouble:
            yield Finding(link.source, link.path, *trouble, words=_words(link))


def trouble_with(graph: Graph, link: Link) -> tuple[str, Mapping[str, Value]] | None:
    """Give the sentence about a reference in words that leads nowhere, and what fills it."""
    values: dict[str, Value] = {"value": link.written}
    if link.problem in NOWHERE:
        return str(link.problem), {**values, "near": nearest(graph, link)}
    if link.problem is not Problem.UNREADABLE:
        return None
    stranger = stranger_in(link.written, REFERENCE_PATTERN)
    return ("letter", {**values, **stranger}) if stranger else ("unreadable", values)


def _links(graph: Graph, *, is_prose: bool) -> Iterator[Link]:
    for links in graph.links.values():
        yield from (link for link in links if link.is_prose == is_prose)


def _words(link: Link) -> Words | None:
    return Words(link.language, link.start, link.end) if link.language else None


def _nowhere(graph: Graph, link: Link) -> Finding:
    values = {"value": link.written, "near": nearest(graph, link)}
    key = str(link.problem)
    return Finding(link.source, link.path, key, values, words=_words(link))


@check("REF004", Severity.WARNING)
def draft_cited_in_force(graph: Graph) -> Iterator[Finding]:
    """A record in force cites one that is still a draft.

    Somebody is bound by words that can change tomorrow.
    """
    for link in _resolved(graph):
        source, target = _ends(graph, link)
        is_draft = target.status is not None and target.status.rank < Status.PILOT.rank
        if source.status is Status.IN_FORCE and is_draft and target.kind != Act.kind:
            values = {"value": link.written, "status": target.status or ""}
            yield Finding(link.source, link.path, "draft", values, words=_words(link))


@check("REF005")
def cites_what_is_over(graph: Graph) -> Iterator[Finding]:
    """A reference leads to a record that was superseded or withdrawn.

    Following it means working by a rule that nobody stands behind any more.
    """
    for link in _resolved(graph):
        source, target = _ends(graph, link)
        if is_over(target) and not is_over(source) and "supersedes" not in link.path:
            values = {"value": link.written, "status": target.status or ""}
            yield Finding(link.source, link.path, "over", values, words=_words(link))


def _resolved(graph: Graph) -> Iterator[Link]:
    for links in graph.links.values():
        yield from (link for link in links if link.target is not None)


def _ends(graph: Graph, link: Link) -> tuple[Record, Record]:
    target = link.target
    assert target is not None  # noqa: S101 - `_resolved` yields no other
    return graph.library.records[link.source], graph.library.records[target.key]


ACYCLIC = ("supersedes", "parent", "supervised_by", "merged_into")


@check("REF006")
def cycle(graph: Graph) -> Iterator[Finding]:
    """Records stand above or after each other in a circle.

    Whoever looks for the newest version, or the office above, never arrives.
    """
    for field in ACYCLIC:
        ways = _ways(graph, field)
        for circle in circles(ways):
            link = ways[circle[0]][circle[1 % len(circle)]]
            values = {"path": " → ".join([*circle, circle[0]]), "field": field}
            yield Finding(circle[0], link.path, "cycle", values)


def _ways(graph: Graph, field: str) -> dict[str, dict[str, Link]]:
    found: dict[str, dict[str, Link]] = {}
    for link in _resolved(graph):
        if link.target and link.path[:1] == (field,):
            found.setdefault(link.source, {}).setdefault(link.target.key, link)
    return found


def _is_own(link: Link) -> bool:
    target = link.target
    return target is not None and target.key == link.source and target.fragment is None


NEEDS_USE = frozenset({"form", "role", "group"})
"""Kinds that nobody reaches but through a record that uses them."""


@check("REF007", Severity.WARNING)
def orphan(graph: Graph) -> Iterator[Finding]:
    """Nothing points at the record.

    A form that no step uses is never filled in, and nobody finds it.
    """
    for key, record in graph.library.records.items() if all_read(graph) else ():
        sources = {link.source for link in graph.backlinks.get(key, ())} - {key}
        if record.kind in NEEDS_USE and not sources and not is_over(record):
            yield Finding(key, (), "orphan", {"key": key})


MIRRORED = {
    "service.process.sop": "sop.implements",
    "role.trainings": "training.roles",
    "training.roles": "role.trainings",
}
"""Fields that a field of the other record must answer."""


@check("REF008")
def one_side_alone(graph: Graph) -> Iterator[Finding]:
    """A record names another, and that one has forgotten it.

    The service counts on a procedure that does not know of the service.
    """
    links = [link for link in _resolved(graph) if link.relation in {*MIRRORED, *MIRRORED.values()}]
    known = {(each.relation, each.source, each.target.key) for each in links if each.target}
    for link in links:
        back = MIRRORED.get(link.relation)
        if back and link.target and (back, link.target.key, link.source) not in known:
            field = back.rpartition(".")[2]
            values = {"value": link.written, "key": link.source, "field": field}
            yield Finding(link.source, link.path, "one-sided", values)


@check("REF010", Severity.WARNING)
def repeated_or_self_link(graph: Graph) -> Iterator[Finding]:
    """A list names something twice, or a record names itself.

    The reader is sent where she already is.
    """
    for links in graph.links.values():
        seen: set[tuple[object, str]] = set()
        for link in links:
            if link.is_prose or link.ref is None:
                continue
            place = (link.path[:-1], str(link.ref))
            in_list = bool(link.path) and isinstance(link.path[-1], int)
            if _is_own(link) and "owner" not in link.path:
                yield Finding(link.source, link.path, "self", {"value": link.written})
            elif in_list and place in seen:
                yield Finding(link.source, link.path, "twice", {"value": link.written})
            seen.add(place)
