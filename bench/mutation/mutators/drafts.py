"""Mistakes in the way of an act: stages and days, declared changes, solemn form, comments."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, node_at, put, quoted, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import anew, having, scalars, without
from bench.mutation.mutators.law import (
    ACT,
    MORE,
    NOW,
    UNDECLARED,
    editions,
    provisions,
    said_before,
    with_words,
)


@mutator("LAW109", "signed after it was in force")
def signed_late(corpus: Corpus) -> Iterator[Edit]:
    """Let an act be signed years after it entered into force."""
    for document in corpus.of("acts"):
        for keys, value in scalars(document, "day"):
            if keys[0] == "lifecycle" and scalar(document, (*keys[:-1], "stage")) == "signed":
                day = f"{int(value[:4]) + 9}{value[4:]}"
                yield Edit(document.path, anew(document, keys, day).splices, keys)


@mutator("LAW109", "a draft that is in force", {"LAW007": "two editions would bind on one day"})
def dated_draft(corpus: Corpus) -> Iterator[Edit]:
    """Give a draft a day of entry into force."""
    for document in editions(corpus):
        if "draft-" in document.path and not node_at(document, ("in_force",)):
            for year in range(2090, 2100):
                block = f"in_force:\n  from: {year}-01-01"
                yield from having(document, (), block, ("in_force",))


@mutator("LAW110", "a by-law that is older than its ground")
def too_early(corpus: Corpus) -> Iterator[Edit]:
    """Rest a by-law on a law that came later."""
    path = "normative/acts/order-45-2020/act.yml"
    document, keys = corpus.documents[path], ("enabled_by", 0)
    for place, name in provisions(corpus.documents[NOW]):
        if len(place) > len(("body", 0)) and "." in name:
            yield anew(document, keys, f"{ACT}#{name}")


@mutator("LAW111", "a change that nobody declared")
def undeclared(corpus: Corpus) -> Iterator[Edit]:
    """Change a provision of a draft, in all languages, and say nothing."""
    for document in editions(corpus):
        if not scalar(document, ("based_on",)) or "draft-working" in document.path:
            continue
        declared = {value for _, value in scalars(document, "target")}
        for keys, name, words in with_words(corpus, document):
            near = any(name.startswith(each) or each.startswith(name) for each in declared)
            if not near and "[[" not in " ".join(words.values()):
                said = {code: f"{each.rstrip('.;:')} {MORE[code]}." for code, each in words.items()}
                splices = tuple(
                    put(document, (*keys, "text", code), quoted(one)) for code, one in said.items()
                )
                yield Edit(document.path, splices, (*keys, "id"))


@mutator("LAW112", "a change of what is not there", UNDECLARED)
def no_target(corpus: Corpus) -> Iterator[Edit]:
    """Misspell what a change changes."""
    for document in editions(corpus):
        for keys, value in scalars(document, "target"):
            if keys[0] == "changes":
                yield anew(document, keys, f"{value}.77")


@mutator("LAW113", "a change in one language alone", UNDECLARED)
def alone(corpus: Corpus) -> Iterator[Edit]:
    """Change the Turkmen words of a provision that no language has changed.

    Where all have, each language has its change: what one says more is badly translated.
    """
    for document in editions(corpus):
        if scalar(document, ("based_on",)):
            before = said_before(corpus, document)
            for keys, name, words in with_words(corpus, document):
                if before.get(name) == words and "[[" not in words["tk"]:
                    said = quoted(f"{words['tk'].rstrip('.;:')} {MORE['tk']}.")
                    at = (*keys, "text")
                    yield Edit(document.path, (put(document, (*at, "tk"), said),), at)


@mutator("LAW114", "an edition without its solemn form", UNDECLARED)
def no_form(corpus: Corpus) -> Iterator[Edit]:
    """Take the preamble or the signature of an edition."""
    for document in editions(corpus):
        for name in ("preamble", "signature"):
            is_draft = scalar(document, ("stage",)) in {"drafting", "submitted"}
            if not is_draft or (name, scalar(document, ("stage",))) == ("preamble", "submitted"):
                yield from without(document, (name,), ("stage",))


@mutator("LAW119", "a comment that nobody answered")
def unanswered(corpus: Corpus) -> Iterator[Edit]:
    """Take the answer to a comment on a draft that went on."""
    for document in corpus.of("acts"):
        if "/comments/" in document.path:
            yield from without(document, ("answer",), ("on",))


MUTATORS = (
    signed_late,
    dated_draft,
    too_early,
    undeclared,
    no_target,
    alone,
    no_form,
    unanswered,
)
