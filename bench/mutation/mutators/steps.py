"""The steps of the procedures in which mistakes are planted."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Keys, items, scalar
from bench.mutation.mutators.edits import scalars
from gollanma.source import Document

RELEASED = "a time limit of what was released asks for a new first number"
GONE = {"ID002": "an id of what was released is gone"}


def steps(corpus: Corpus) -> Iterator[tuple[Document, Keys, str]]:
    """Yield every step of every procedure with its id."""
    for document in corpus.of("sops"):
        for number in range(items(document, ("steps",))):
            keys = ("steps", number)
            yield document, keys, scalar(document, (*keys, "id")) or ""


def following(keys: Keys) -> Keys:
    """Give where the step after this one stands."""
    return (keys[0], int(keys[1]) + 1)


def hidden(document: Document) -> bool:
    """Say whether a procedure's own page hides."""
    return scalar(document, ("quick_exit",)) == "true"


def needs_consent(corpus: Corpus, form: str) -> bool:
    """Say whether a form asks for what nobody may write down without consent."""
    document = corpus.documents.get(f"normative/forms/{form.partition('/')[2]}.yml")
    return document is not None and any(
        value == "true" and scalar(document, (*keys[:-1], "personal_data")) == "true"
        for keys, value in scalars(document, "needs_consent")
    )
