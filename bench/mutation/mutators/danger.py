"""Mistakes where violence is possible: safety, the urgent way, when to stop."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, drop, items, node_at
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import having, without
from bench.mutation.mutators.steps import GONE, hidden, steps


@mutator("SOP014", "a procedure on violence without its exceptions", GONE)
def no_exception(corpus: Corpus) -> Iterator[Edit]:
    """Take the exceptions of a procedure on violence."""
    for document in corpus.of("sops"):
        if hidden(document):
            yield from without(document, ("exceptions",), ("exceptions",))


@mutator("SOP014", "a procedure on violence without a word on safety")
def no_safety(corpus: Corpus) -> Iterator[Edit]:
    """Take what each step says of safety."""
    for document in corpus.of("sops"):
        count = items(document, ("steps",))
        found = (drop(document, ("steps", number, "safety")) for number in range(count))
        splices = tuple(filter(None, found))
        if hidden(document) and splices:
            yield Edit(document.path, splices, ("steps",))


LED = {"SOP002": "a step that led to the urgent path leads nowhere"}


@mutator("SOP015", "a procedure that may meet violence without an urgent path", LED)
def no_urgent(corpus: Corpus) -> Iterator[Edit]:
    """Take the urgent path."""
    for document in corpus.of("sops"):
        if hidden(document) or "service/domestic-violence" in document.text:
            yield from without(document, ("urgent",), ("steps",))


NO_NUMBER = {"PUB009": "a sample shows no number at all"}


@mutator("SOP015", "a number that no directory has", NO_NUMBER)
def strange_number(corpus: Corpus) -> Iterator[Edit]:
    """Write a number of one's own under the contacts."""
    for document in corpus.of("sops"):
        if node_at(document, ("contacts",)) is None:
            for number in ("00 00 09", "00 00 07"):
                block = f'contacts:\n  - phone: "{number}"'
                yield from having(document, (), block, ("contacts", 0, "phone"))


@mutator("SOP018", "a talk about violence that does not say when to stop")
def no_stop(corpus: Corpus) -> Iterator[Edit]:
    """Take what says when to stop."""
    for document, keys, _ in steps(corpus):
        if node_at(document, (*keys, "say")):
            yield from without(document, (*keys, "stop_if"), keys)


MUTATORS = (
    no_exception,
    no_safety,
    no_urgent,
    strange_number,
    no_stop,
)
