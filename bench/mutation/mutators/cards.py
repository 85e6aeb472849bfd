"""Mistakes on the cards for the pocket."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, add_item, items, node_at, quoted, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import anew, having, without
from bench.mutation.mutators.steps import steps


@mutator("SOP016", "a card with more steps than fit")
def long_card(corpus: Corpus) -> Iterator[Edit]:
    """Put every step on the card."""
    for document in corpus.of("sops"):
        where, count = ("job_aid", "steps"), items(document, ("steps",))
        if items(document, where) and count:
            first = scalar(document, (*where, 0)) or ""
            splice = add_item(document, where, "\n".join(f"- {first}" for _ in range(10)))
            if splice:
                yield Edit(document.path, (splice,), where)
            elif node_at(document, where):
                yield anew(document, where, f"[{', '.join([first] * 10)}]")


PAGE = 1500
"""Letters that no page of a card has room for."""


def _longer_than_a_page(title: str) -> str:
    return " ".join([title] * (PAGE // len(title) + 1))


@mutator("SOP016", "a step of the card with too many words")
def wordy_card(corpus: Corpus) -> Iterator[Edit]:
    """Make the title of a step on the card longer than a page."""
    for document, keys, name in steps(corpus):
        listed = [
            scalar(document, ("job_aid", "steps", number))
            for number in range(items(document, ("job_aid", "steps")))
        ]
        title = scalar(document, (*keys, "title", "ru"))
        if name in listed and title:
            yield Edit(
                document.path,
                anew(document, (*keys, "title", "ru"), quoted(_longer_than_a_page(title))).splices,
                keys,
            )


@mutator("PUB007", "a card that holds until a day that is over")
def old_card(corpus: Corpus) -> Iterator[Edit]:
    """Let a card end last year."""
    for document in corpus.of("sops"):
        if node_at(document, ("job_aid",)) and not node_at(document, ("job_aid", "valid_until")):
            block = "valid_until: 2025-12-31"
            yield from having(document, ("job_aid",), block, ("job_aid", "valid_until"))


ASKED = {"SCH003": "a record at this status asks for its version, whether it has a card or not"}


@mutator("PUB007", "a card without its code, version or end", ASKED)
def nameless_card(corpus: Corpus) -> Iterator[Edit]:
    """Take the code, the version or the day of the next review."""
    for document in corpus.of("sops"):
        for name in ("code", "version", "next_review"):
            if items(document, ("job_aid", "steps")):
                yield from without(document, (name,), ("job_aid",))


MUTATORS = (
    long_card,
    wordy_card,
    old_card,
    nameless_card,
)
