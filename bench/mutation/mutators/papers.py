"""Mistakes in what a procedure writes down and hands on: forms, consent, personal data."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, items, node_at, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import anew, having, scalars
from bench.mutation.mutators.steps import GONE, needs_consent, steps


@mutator("SOP009", "a form in an old version")
def old_form(corpus: Corpus) -> Iterator[Edit]:
    """List a form in a version that is not today's."""
    for document in corpus.of("sops"):
        for number in range(items(document, ("forms",))):
            if scalar(document, ("forms", number, "version")):
                yield anew(document, ("forms", number, "version"), '"9.1"')


@mutator("SOP009", "a form that the list does not have")
def unlisted_form(corpus: Corpus) -> Iterator[Edit]:
    """Let a step use a form that the procedure does not list, and that needs no consent."""
    form = "form/monthly-report"
    for document, keys, _ in steps(corpus):
        if node_at(document, (*keys, "forms")) is None and form not in document.text:
            yield from having(document, keys, f"forms:\n  - {form}", (*keys, "forms", 0))


@mutator("SOP010", "a step takes what nobody has made")
def not_made(corpus: Corpus) -> Iterator[Edit]:
    """Misspell what a step takes."""
    for document, keys, _ in steps(corpus):
        for number in range(items(document, (*keys, "inputs"))):
            where = (*keys, "inputs", number)
            yield anew(document, where, f"{scalar(document, where)}x")


@mutator("SOP011", "personal data before anybody was asked")
def too_early(corpus: Corpus) -> Iterator[Edit]:
    """Fill in a form with personal data in the first step."""
    for document, keys, _ in steps(corpus):
        consent = any(value == "consent" for _, value in scalars(document, "id"))
        form = "form/initial-assessment"
        if keys[1] == 0 and consent and node_at(document, (*keys, "forms")) is None:
            yield from having(document, keys, f"forms:\n  - {form}", (*keys, "forms", 0))


EARLY = {
    **GONE,
    "SOP011": "every form behind the step comes too early",
    "SOP017": "what a referral behind the step sends comes too early",
}


@mutator("SOP011", "a step of consent that asks nobody", EARLY)
def never_asked(corpus: Corpus) -> Iterator[Edit]:
    """Call the event of consent by another name: every form behind it comes too early."""
    for document in corpus.of("sops"):
        for keys, value in scalars(document, "id"):
            if value == "consent" and "emits" in keys:
                step = int(keys[1])
                for number in range(step + 1, items(document, ("steps",))):
                    at = ("steps", number, "forms", 0)
                    if needs_consent(corpus, scalar(document, at) or ""):
                        yield Edit(document.path, anew(document, keys, "agreement").splices, at)


@mutator("SOP017", "a referral sends what its receiver may not see")
def sends_too_much(corpus: Corpus) -> Iterator[Edit]:
    """Send fields to a role with which they are not shared."""
    for document, keys, _ in steps(corpus):
        sends = [
            (*keys, "referral", "sends", n)
            for n in range(items(document, (*keys, "referral", "sends")))
        ]
        for role in ("role/nurse", "role/lawyer", "role/psychologist"):
            hidden_from = [
                each for each in sends if not is_shared(corpus, scalar(document, each) or "", role)
            ]
            receiver = (*keys, "referral", "to", 0)
            if hidden_from and scalar(document, receiver):
                splices = anew(document, receiver, role).splices
                yield Edit(document.path, splices, hidden_from[0], also_at=tuple(hidden_from[1:]))


def is_shared(corpus: Corpus, field: str, role: str) -> bool:
    """Say whether a role may see a field of a form."""
    form, _, name = field.partition("#field.")
    document = corpus.documents.get(f"normative/forms/{form.partition('/')[2]}.yml")
    for keys, value in scalars(document, "id") if document else ():
        if value == name and document:
            private = scalar(document, (*keys[:-1], "personal_data")) == "true"
            where = (*keys[:-1], "shared_with")
            shared = [scalar(document, (*where, n)) for n in range(items(document, where))]
            return not private or role in shared
    return True


MUTATORS = (
    old_form,
    unlisted_form,
    not_made,
    too_early,
    never_asked,
    sends_too_much,
)
