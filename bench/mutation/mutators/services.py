"""Mistakes in services: what belongs to one, whom it serves, and where people complain."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, drop, items, node_at, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import anew, having, made, number_of, rows, slug_of, without


@mutator("SVC001", "a service without a Statute")
def no_statute(corpus: Corpus) -> Iterator[Edit]:
    """Take the Statute of a service."""
    for document in corpus.of("services"):
        if node_at(document, ("package",)):
            yield anew(document, ("package",), "{}")


@mutator("SVC002", "a group that no service serves")
def unserved(corpus: Corpus) -> Iterator[Edit]:
    """Add a group that services do not name."""
    for document in corpus.of("groups"):
        for number in (1, 2):
            path = document.path.replace("groups/", f"groups/g{number}-")
            if len(path) < LONGEST_PATH:
                yield Edit(path, (), (), place=path, others={path: document.text.encode()})


LONGEST_PATH = len("normative/groups/.yml") + 40


OTHERS = "sop/supervision"


@mutator("SVC003", "a stage without its procedure", {"REF008": "it is carried out by another"})
def no_procedure(corpus: Corpus) -> Iterator[Edit]:
    """Take the procedure of a stage, or name one that was made for other services."""
    other = corpus.documents["normative/sops/supervision.yml"]
    served = {scalar(other, keys) for keys in rows(other, ("implements",))}
    for document in corpus.of("services"):
        key = f"service/{slug_of(document)}"
        for keys in rows(document, ("process",)):
            yield from without(document, (*keys, "sop"), (*keys, "sop"))
            if scalar(document, (*keys, "sop")) and key not in served:
                yield anew(document, (*keys, "sop"), OTHERS)


@mutator("SVC004", "a post without a qualification", {"SCH003": "a role of a draft asks for it"})
def unqualified(corpus: Corpus) -> Iterator[Edit]:
    """Take the qualification of a post, and that of its role."""
    for document in corpus.of("services"):
        for keys in rows(document, ("staffing",)):
            role = (scalar(document, (*keys, "role")) or "").partition("/")[2]
            other = corpus.documents.get(f"normative/roles/{role}.yml")
            splice = drop(other, ("qualification",)) if other else None
            own = drop(document, (*keys, "qualification"))
            if other and splice and own:
                yield Edit(document.path, (own,), keys, others={other.path: made(other, splice)})


@mutator("SVC005", "a ground without evidence")
def no_evidence(corpus: Corpus) -> Iterator[Edit]:
    """Take the paper that shows a ground."""
    for document in corpus.of("services"):
        for keys in rows(document, ("eligibility", "grounds")):
            yield from without(document, (*keys, "evidence"), keys)


@mutator("SVC006", "a quality standard that nobody measures")
def unmeasured(corpus: Corpus) -> Iterator[Edit]:
    """Take the indicator of a standard."""
    for document in corpus.of("services"):
        for keys in rows(document, ("quality_standards",)):
            yield from without(document, (*keys, "indicator"), keys)


@mutator("SVC006", "an indicator without target or rhythm")
def no_target(corpus: Corpus) -> Iterator[Edit]:
    """Take what an indicator is to reach, or how often it is counted."""
    for document in corpus.of("indicators"):
        for name in ("targets", "frequency"):
            yield from without(document, (name,), (name,))


@mutator("SVC007", "a service that is free of charge and has a tariff")
def free_with_tariff(corpus: Corpus) -> Iterator[Edit]:
    """Give a tariff to what is free, or take the tariff of what is not."""
    for document in corpus.of("services"):
        if scalar(document, ("cost", "kind")) == "free":
            block = "tariff: act/social-services"
            yield from having(document, ("cost",), block, ("cost", "tariff"))
            if not scalar(document, ("cost", "tariff")):
                yield anew(document, ("cost", "kind"), "partial")


@mutator("SVC008", "a complaint without a second office")
def one_office(corpus: Corpus) -> Iterator[Edit]:
    """Take all levels of complaint but the first."""
    for document in corpus.of("services"):
        where = ("complaint", "levels")
        count = items(document, where)
        found = tuple(filter(None, (drop(document, (*where, n)) for n in range(1, count))))
        if count > 1 and len(found) == count - 1:
            yield Edit(document.path, found, where)


@mutator("SVC008", "a complaint without a time for the answer")
def no_time(corpus: Corpus) -> Iterator[Edit]:
    """Take the time of a level of complaint."""
    for document in corpus.of("services"):
        for keys in rows(document, ("complaint", "levels")):
            yield from without(document, (*keys, "deadline"), keys)


@mutator("SVC009", "a service that forgets somebody")
def left_out(corpus: Corpus) -> Iterator[Edit]:
    """Take a part of the inclusion audit."""
    for document in corpus.of("services"):
        for name in ("gender", "disability", "child"):
            yield from without(document, ("inclusion", name), ("inclusion", name))


@mutator("SVC011", "a caseload that no role has")
def other_caseload(corpus: Corpus) -> Iterator[Edit]:
    """Raise the caseload of a service."""
    for document in corpus.of("services"):
        value = number_of(document, ("caseload", "value"))
        if value:
            yield anew(document, ("caseload", "value"), str(value + 7))


@mutator("SVC012", "ages upside down")
def upside_down(corpus: Corpus) -> Iterator[Edit]:
    """Begin a service at an age beyond its last."""
    for document in corpus.of("services"):
        if scalar(document, ("eligibility", "ages", "to_year")):
            where = ("eligibility", "ages", "from_year")
            if scalar(document, where):
                yield Edit(document.path, anew(document, where, "99").splices, where)
        elif not node_at(document, ("eligibility", "ages")):
            block = "ages:\n  from_year: 30\n  to_year: 20"
            yield from having(document, ("eligibility",), block, ("eligibility", "ages"))


MUTATORS = (
    no_statute,
    unserved,
    no_procedure,
    unqualified,
    no_evidence,
    unmeasured,
    no_target,
    free_with_tariff,
    one_office,
    no_time,
    left_out,
    other_caseload,
    upside_down,
)
