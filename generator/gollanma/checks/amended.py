"""Records that rest on provisions as these no longer are."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from gollanma.checks.acts import words_of
from gollanma.checks.finding import Finding, check, stricter_in_force
from gollanma.checks.standing import citing, is_over, status_of
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, Link, Target, resolve
from gollanma.graph.impact import rests
from gollanma.law import Fate, Row, compare
from gollanma.model import Part, Ref
from gollanma.model.kinds import Act, Edition
from gollanma.model.state import Review, content_stamp
from gollanma.model.walk import at

BY_ITSELF = frozenset({Fate.RENUMBERED, Fate.MOVED})
"""What a reference follows by itself: nobody has to read the rule again."""


@check("LAW002", Severity.WARNING)
def amended_since_the_review(graph: Graph) -> Iterator[Finding]:
    """A cited provision was amended after the record was last looked at.

    The page tells a family what the law said last year.
    """
    changed = cache(lambda old, new: _changed(graph, old, new))
    for key, record in graph.library.records.items():
        day = record.reviewed
        if day is None or is_over(record):
            continue
        for (act, place), link in _cited(graph, key).items():
            old, new = _edition(graph, act, day), _edition(graph, act, graph.today)
            if old and new and old != new and place in changed(old, new):
                values = {"value": link.written, "day": day.isoformat(), "edition": new}
                yield Finding(key, link.path, "amended", values, words=words_of(link))


def _cited(graph: Graph, key: str) -> Mapping[tuple[str, str], Link]:
    """Give the provisions on which a record rests as they are today, each with its first link."""
    found: dict[tuple[str, str], Link] = {}
    for link in sorted(graph.links[key], key=lambda each: each.is_prose):
        target, is_pinned = link.target, link.ref is None or link.ref.at is not None
        if target and target.fragment and not is_pinned and rests(link):
            found.setdefault((target.key, target.fragment), link)
    own = key.partition("@")[0]
    return {place: link for place, link in found.items() if place[0] != own}


def _edition(graph: Graph, act: str, day: date) -> str | None:
    return graph.library.edition_in_force(act, day)


def _changed(graph: Graph, old: str, new: str) -> frozenset[str]:
    """Give the provisions whose rule differs, with all that holds them."""
    one, other = graph.library.records[old], graph.library.records[new]
    if not (isinstance(one, Edition) and isinstance(other, Edition)):
        return frozenset()
    rows = compare(one, other, graph.project.languages.all)
    return frozenset(
        place for row in rows if not BY_ITSELF.issuperset(row.fates) for place in _touched(row)
    )


def _touched(row: Row) -> tuple[str, ...]:
    around = (each for unit in (row.old, row.new) if unit for each in unit.above)
    return (row.id, *row.inside, *around)


@check("LAW116", Severity.WARNING)
def reviewed_against_an_earlier_edition(graph: Graph) -> Iterator[Finding]:
    """A record was looked at against an earlier edition of the provision on which it rests.

    Whoever works by it keeps a rule that the law has left.
    """
    for key, reviews in graph.library.state.reviewed.items():
        record = graph.library.records.get(key)
        for review in reviews if record and not is_over(record) else ():
            link = citing(graph, key, review.part)
            edition = _reviewed_edition(graph, key, review)
            if record and edition:
                values = {"value": review.part, "edition": edition, "day": review.on.isoformat()}
                weight = stricter_in_force(status_of(record))
                path, words = (link.path, words_of(link)) if link else ((), None)
                yield Finding(key, path, "earlier", values, weight, words=words)


def _reviewed_edition(graph: Graph, key: str, review: Review) -> str | None:
    """Give the earlier edition whose provision was looked at, when it says something else now."""
    ref = Ref.parse(review.part)
    target = resolve(graph.library, ref, key) if ref and not ref.is_local else None
    if not isinstance(target, Target) or not isinstance(graph.library.records.get(target.key), Act):
        return None
    stamps = {
        edition: _stamp(graph, edition, target.fragment)
        for edition, _ in graph.library.editions(target.key)
    }
    if stamps.get(target.holder) == review.stamp:
        return None
    return next((each for each, mark in stamps.items() if mark == review.stamp), None)


def _stamp(graph: Graph, edition: str, fragment: str | None) -> str | None:
    """Give the stamp of a provision in an edition, or of the edition; None where it has no such."""
    path = graph.library.fragments_of(edition).get(fragment) if fragment else ()
    part = at(graph.library.records[edition], path) if path is not None else None
    return content_stamp(part) if isinstance(part, Part) else None
