"""Mistakes in the directory: providers, offices, numbers, contracts."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, node_at, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import anew, having, references, rows, scalars, without


@mutator("DIR001", "a provider in a place that is not there")
def lost_territory(corpus: Corpus) -> Iterator[Edit]:
    """Misspell a place or a service of a provider."""
    for document, keys, value in references(corpus, "organisations"):
        if "territories" in keys or keys[-1] == "service":
            yield anew(document, keys, f"{value}x")


@mutator("DIR002", "a place without an office or a worker")
def no_office(corpus: Corpus) -> Iterator[Edit]:
    """Take the offices or posts of an etrap."""
    for document in corpus.of("territories"):
        if scalar(document, ("level",)) == "etrap":
            for name in ("offices", "posts"):
                yield from without(document, (name,), (name,))


@mutator("DIR003", "a number that cannot be called", {"PUB009": "a sample shows no number at all"})
def bad_phone(corpus: Corpus) -> Iterator[Edit]:
    """Write a number in letters."""
    for document in corpus.of("organisations", "territories"):
        for keys, _ in scalars(document, "missing"):
            if keys[-2] == "phone":
                at = keys[:-1]
                yield Edit(document.path, anew(document, at, '"call the office"').splices, at)


@mutator("DIR004", "a contract that has ended")
def ended(corpus: Corpus) -> Iterator[Edit]:
    """Give an offer a contract of last year."""
    for document in corpus.of("organisations"):
        for keys in rows(document, ("provides",)):
            if not node_at(document, (*keys, "contract")):
                block = "contract:\n  valid:\n    from: 2025-01-01\n    to: 2026-06-30"
                at = (*keys, "contract", "valid", "to")
                yield from having(document, keys, block, at)


MUTATORS = (
    lost_territory,
    no_office,
    bad_phone,
    ended,
)
