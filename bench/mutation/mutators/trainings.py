"""Mistakes in courses and practice cases."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, Keys, drop, items, put, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import anew, made, number_of, rows

BEHIND = {"TRN001": "every course and case of the procedure is behind"}


@mutator("TRN001", "a course that teaches an older version", BEHIND)
def older_version(corpus: Corpus) -> Iterator[Edit]:
    """Raise the first number of a procedure that a course teaches in an older version."""
    for document in corpus.of("trainings"):
        for number in range(items(document, ("sessions",))):
            for keys in rows(document, ("sessions", number, "objectives")):
                ref = scalar(document, (*keys, "teaches", 0)) or ""
                path = f"normative/sops/{ref.partition('#')[0].partition('/')[2]}.yml"
                sop = corpus.documents.get(path)
                if sop and scalar(document, (*keys, "version")):
                    others = {path: made(sop, put(sop, ("version",), '"1.0"'))}
                    yield Edit(document.path, (), (*keys, "teaches", 0), others=others)


@mutator("TRN002", "a role for which there is no course")
def untrained(corpus: Corpus) -> Iterator[Edit]:
    """Add a role that nothing teaches."""
    model = corpus.documents["normative/roles/nurse.yml"]
    splices = filter(None, [drop(model, ("trainings",))])
    untaught = made(model, *splices)
    for number in range(20):
        path = f"normative/roles/helper-{number}.yml"
        yield Edit(path, (), (), place=path, others={path: untaught})


@mutator("TRN003", "a session that is longer than its day")
def longer_day(corpus: Corpus) -> Iterator[Edit]:
    """Raise the minutes of the last session of a day."""
    for document in corpus.of("trainings"):
        last: dict[str, Keys] = {}
        for keys in rows(document, ("sessions",)):
            last[scalar(document, (*keys, "day")) or ""] = keys
        for keys in last.values() if scalar(document, ("day_minutes",)) else ():
            value = number_of(document, (*keys, "minutes"))
            if value:
                yield anew(document, (*keys, "minutes"), str(value + 45))


@mutator("TRN004", "a case that goes by steps that its procedure does not have")
def strange_scene(corpus: Corpus) -> Iterator[Edit]:
    """Misspell the step of a scene."""
    for document in corpus.of("practices"):
        for keys in rows(document, ("scenes",)):
            value = scalar(document, (*keys, "id"))
            yield Edit(document.path, anew(document, (*keys, "id"), f"{value}x").splices, keys)


@mutator("TRN004", "a scene without a right outcome")
def nothing_right(corpus: Corpus) -> Iterator[Edit]:
    """Let no outcome of a scene be right, of however many that were."""
    for document in corpus.of("practices"):
        for scene in rows(document, ("scenes",)):
            outcomes = rows(document, (*scene, "outcomes"))
            marks = [(*each, "right") for each in outcomes if scalar(document, (*each, "right"))]
            splices = tuple(put(document, each, "false") for each in marks)
            if splices:
                yield Edit(document.path, splices, (*scene, "outcomes"))


MUTATORS = (
    older_version,
    untrained,
    longer_day,
    strange_scene,
    nothing_right,
)
