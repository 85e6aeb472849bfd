"""Mistakes in references: to what is not there, of the wrong kind, over, twice, in a circle."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, items
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import (
    REFERENCE,
    anew,
    references,
    saying_all,
    with_item,
)


@mutator("REF001", "a reference loses its last letter")
def lost_letter(corpus: Corpus) -> Iterator[Edit]:
    """Misspell the record to which a field leads."""
    for document, keys, value in references(corpus):
        if value.startswith(("act/", "comment/")) or "#" in value or "@" in value:
            continue
        yield anew(document, keys, value[:-1])


@mutator("REF001", "a reference names a place that is not there")
def lost_place(corpus: Corpus) -> Iterator[Edit]:
    """Misspell the place inside a record."""
    for document, keys, value in references(corpus):
        if "#" in value and not value.startswith("act/"):
            yield anew(document, keys, f"{value}x")


OTHER = {"role": "form/consent", "form": "role/supervisor", "sop": "form/consent"}


@mutator("REF002", "a reference of the wrong kind")
def wrong_kind(corpus: Corpus) -> Iterator[Edit]:
    """Name a form where a role belongs, and the like."""
    for document, keys, value in references(corpus):
        other = OTHER.get(value.partition("/")[0])
        if other and not {"related", "sources", "teaches", "evidence"} & set(keys):
            yield anew(document, keys, other)


@mutator("REF003", "a reference in prose loses a letter")
def lost_in_prose(corpus: Corpus) -> Iterator[Edit]:
    """Misspell the record to which running words lead, in every language alike."""
    for document, keys, words in corpus.texts:
        lost = {code: _lost(text) for code, text in words.items()}
        if all(lost.values()):
            yield from saying_all(document, keys, lost, *lost)


def _lost(text: str) -> str:
    """Give words with their first reference misspelled; nothing where they have none."""
    before, opening, rest = text.partition("[[")
    target = rest.partition("]]")[0].partition("|")[0].partition("~")[0]
    if not opening or not REFERENCE.fullmatch(target) or target.startswith("act/"):
        return ""
    return f"{before}[[{target}x{rest[len(target) :]}"


@mutator(
    "REF010", "a list names a record twice", {"FACT002": "a part that stands twice is added twice"}
)
def named_twice(corpus: Corpus) -> Iterator[Edit]:
    """Repeat the last item of a list of references."""
    for document, keys, value in references(corpus):
        if isinstance(keys[-1], int) and keys[-1] == items(document, keys[:-1]) - 1:
            yield from with_item(document, keys[:-1], f"- {value}", (*keys[:-1], keys[-1] + 1))


MUTATORS = (lost_letter, lost_place, wrong_kind, lost_in_prose, named_twice)
