"""Mistakes in time limits: of steps, of the whole, of the service."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, items, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import anew, number_of, rows, scalars, without
from bench.mutation.mutators.steps import RELEASED, steps


@mutator("SOP007", "a step that takes longer than the whole", {"PUB003": RELEASED})
def too_long(corpus: Corpus) -> Iterator[Edit]:
    """Write a zero too many behind the days of a step."""
    for document, keys, _ in steps(corpus):
        where = (*keys, "deadline", "value")
        event = scalar(document, (*keys, "deadline", "from"))
        unit = scalar(document, (*keys, "deadline", "unit"))
        for number in range(items(document, ("deadlines",))):
            same = scalar(document, ("deadlines", number, "from")) == event
            if same and scalar(document, ("deadlines", number, "unit")) == unit:
                yield anew(document, where, f"{scalar(document, where)}00")


MOVED = {
    "PUB003": RELEASED,
    "SVC010": "the service still lets the same time run from the right event",
    "SOP007": "the limit of the whole that remains from the right event is a shorter one",
}


@mutator("SOP008", "a time limit that begins with nothing", MOVED)
def no_event(corpus: Corpus) -> Iterator[Edit]:
    """Misspell the event from which a time runs, or leave it out."""
    for document in corpus.of("sops"):
        for keys, value in scalars(document, "from"):
            if keys[-2] == "deadline" or keys[0] == "deadlines":
                yield anew(document, keys, f"{value}x")
                yield from without(document, keys, keys[:-1])


@mutator("SVC010", "a procedure with another time than its service", {"PUB003": RELEASED})
def other_time(corpus: Corpus) -> Iterator[Edit]:
    """Raise a time limit that service and procedure share."""
    for document in corpus.of("sops"):
        services = [scalar(document, keys) or "" for keys in rows(document, ("implements",))]
        shared: set[str] = set()
        for each in services:
            service = corpus.documents.get(f"normative/services/{each.partition('/')[2]}.yml")
            for keys in rows(service, ("deadlines",)) if service else ():
                shared.add(scalar(service, (*keys, "id")) or "" if service else "")
        for keys in rows(document, ("deadlines",)):
            value = number_of(document, (*keys, "value"))
            if scalar(document, (*keys, "id")) in shared and value:
                yield anew(document, (*keys, "value"), str(value + 1))


@mutator("SVC010", "a stage whose time is not there")
def no_such_time(corpus: Corpus) -> Iterator[Edit]:
    """Misspell the time limit of a stage."""
    for document in corpus.of("services"):
        for keys in rows(document, ("process",)):
            value = scalar(document, (*keys, "deadline"))
            if value:
                yield anew(document, (*keys, "deadline"), f"{value}x")


MUTATORS = (
    too_long,
    no_event,
    other_time,
    no_such_time,
)
