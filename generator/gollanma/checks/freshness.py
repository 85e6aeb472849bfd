"""What has changed since somebody looked: at a source, at a translation, at a released copy."""

from collections.abc import Iterator, Mapping

from gollanma.checks.acts import words_of
from gollanma.checks.finding import Finding, check, stricter_in_force
from gollanma.checks.standing import citing, spoken_in, status_of
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, Target, resolve
from gollanma.model import Ref, Text, stamp
from gollanma.model.base import Part
from gollanma.model.state import RELEASED, Review, content_stamp, place_of
from gollanma.model.translated import is_behind
from gollanma.model.walk import at, texts


@check("REF009", Severity.WARNING)
def rests_on_what_has_changed(graph: Graph) -> Iterator[Finding]:
    """A record was looked at against something that has changed since.

    The article says five days now, and the procedure still ten.
    """
    for key, reviews in graph.library.state.reviewed.items():
        if key in graph.library.records:
            for review in reviews:
                yield from _outdated(graph, key, review)


def _outdated(graph: Graph, key: str, review: Review) -> Iterator[Finding]:
    """Yield the finding for a review of what the record rests on; its own parts are not meant."""
    ref = Ref.parse(review.part)
    target = resolve(graph.library, ref, key) if ref and not ref.is_local else None
    if not isinstance(target, Target):
        return
    library = graph.library
    holder = library.records.get(target.holder) or library.state.released[target.holder]
    now = at(holder, target.path)
    if isinstance(now, Part) and content_stamp(now) != review.stamp:
        values = {"value": review.part, "day": review.on.isoformat()}
        link = citing(graph, key, review.part)
        path, words = (link.path, words_of(link)) if link else ((), None)
        yield Finding(key, path, "changed", values, words=words)


@check("I18N002", Severity.WARNING)
def translation_is_stale(graph: Graph) -> Iterator[Finding]:
    """The words that decide have changed since the translation was made.

    The reader of the translation follows the old rule.
    """
    for key, places in graph.library.state.translated.items():
        record = graph.library.records.get(key)
        if record is None:
            continue
        weight = stricter_in_force(status_of(record))
        fragments = {path: place for place, path in graph.library.fragments_of(key).items()}
        for path, text in texts(record):
            marks = places.get(place_of(fragments, path), {})
            for code, sentence in _stale(text, marks, spoken_in(graph, key)):
                values = {"language": code, "source": spoken_in(graph, key)}
                yield Finding(key, (*path, code), sentence, values, weight)


def _stale(text: Text, marks: Mapping[str, str], own: str) -> Iterator[tuple[str, str]]:
    """Yield the languages of a text that no longer follow the one that decides, and how."""
    for code, mark in marks.items():
        if code not in text:
            continue
        if own not in text:
            yield code, "no-source"
        elif is_behind(text, own, mark):
            yield code, "stale"


@check("PUB010")
def released_version_was_changed(graph: Graph) -> Iterator[Finding]:
    """A released version is not what it was when it was released.

    People were trained by that text; who asks what held then gets another answer.
    """
    state = graph.library.state
    for key, document in state.copies.items():
        if key not in state.stamps:
            yield Finding(key, (), "unlisted", {"key": key})
        elif stamp(document.text) != state.stamps[key]:
            yield Finding(key, (), "changed", {"key": key})
    for key in state.stamps:
        if key not in state.copies:
            yield Finding(RELEASED, ("released", key), "gone", {"key": key}, on_key=True)
