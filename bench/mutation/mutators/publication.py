"""Mistakes in what is published: approval, review, versions, samples, days."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, node_at, put, quoted, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import anew, having, made, scalars


@mutator("PUB001", "in force without an approval", {"PUB009": "a sample is never in force"})
def not_approved(corpus: Corpus) -> Iterator[Edit]:
    """Say of a draft that it is in force."""
    for document in corpus.of("documents", "facts", "territories", "groups", "calendars"):
        if scalar(document, ("status",)) == "draft":
            yield anew(document, ("status",), "in-force")


@mutator("PUB002", "a review that is due")
def due(corpus: Corpus) -> Iterator[Edit]:
    """Let the next review have been last year."""
    for document in corpus.of():
        if scalar(document, ("next_review",)):
            yield anew(document, ("next_review",), "2025-11-22")


@mutator("PUB003", "changed under the old version")
def unbumped(corpus: Corpus) -> Iterator[Edit]:
    """Change a word of what was released without a new version."""
    for path in sorted(corpus.released):
        document = corpus.documents[path]
        newest = '"0.2"' if "0.2" in _versions(corpus, path) else '"0.1"'
        for keys, words in scalars(document, "ru"):
            if keys[-2] in {"title", "purpose", "action", "scope"} and "[[" not in words:
                change = anew(document, keys, quoted(f"{words[:-1]} тоже{words[-1]}"))
                same = put(document, ("version",), newest)
                yield Edit(path, (*change.splices, same), ("version",))


def _versions(corpus: Corpus, path: str) -> set[str]:
    kind, slug = path.split("/")[1].removesuffix("s"), path.split("/")[2].removesuffix(".yml")
    where = f"normative/state/released/{kind}/{slug}/"
    found = (each for each in corpus.documents if each.startswith(where))
    return {each.rpartition("/")[2].removesuffix(".yml") for each in found}


ALL_SAMPLES = {"PUB008": "every sample of the handbook is one then"}


@mutator("PUB008", "a sample in a build for real work", ALL_SAMPLES)
def for_service(corpus: Corpus) -> Iterator[Edit]:
    """Build for real work, with samples."""
    project = corpus.documents["gollanma.yml"]
    others = {project.path: made(project, put(project, ("profile",), "service"))}
    for document in corpus.of("sops"):
        yield Edit(document.path, (), ("sample",), others=others)


@mutator("PUB009", "a sample that cites a source")
def cites(corpus: Corpus) -> Iterator[Edit]:
    """Let a sample cite a report."""
    for document in corpus.of("sops", "services", "forms", "roles", "trainings"):
        if scalar(document, ("sample",)) == "true" and not node_at(document, ("sources",)):
            block = "sources:\n  - document: document/annual-report-2021"
            yield from having(document, (), block, ("sources",))


@mutator("PUB010", "a released version that was changed by hand")
def by_hand(corpus: Corpus) -> Iterator[Edit]:
    """Change a word of a released copy."""
    for path, document in corpus.documents.items():
        if path.startswith("normative/state/released/"):
            for keys, words in scalars(document, "ru"):
                if keys[-2] in {"title", "summary", "purpose", "scope", "action"}:
                    splices = anew(document, keys, quoted(f"{words}")).splices
                    yield Edit(path, splices, ())


@mutator("LAW007", "what ends before it begins")
def upside_down(corpus: Corpus) -> Iterator[Edit]:
    """Let a record hold until a day before its first."""
    for document in corpus.of("services", "sops", "roles", "forms"):
        if not node_at(document, ("valid",)):
            block = "valid:\n  from: 2027-01-01\n  to: 2026-01-01"
            yield from having(document, (), block, ("valid", "to"))


MUTATORS = (
    not_approved,
    due,
    unbumped,
    for_service,
    cites,
    by_hand,
    upside_down,
)
