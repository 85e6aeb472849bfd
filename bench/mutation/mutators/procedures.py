"""Mistakes in procedures: who does what, in what order, and who is called."""

from collections.abc import Iterator
from itertools import combinations

from bench.mutation.corpus import Corpus, Edit, drop, items, node_at, quoted, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import anew, having, scalars, slug_of, without
from bench.mutation.mutators.steps import following, steps

STRANGER = "role/trainer"
"""A role that no procedure and no service has."""
RESERVED = {"LAW118": "the law reserves some of these steps"}


@mutator("SOP001", "a step is given to somebody whom no service has", RESERVED)
def stranger(corpus: Corpus) -> Iterator[Edit]:
    """Give a step to a trainer."""
    for document, keys, _ in steps(corpus):
        if scalar(document, (*keys, "actor")):
            yield anew(document, (*keys, "actor"), STRANGER)


@mutator("SOP002", "a step goes on with one that is not there")
def nowhere(corpus: Corpus) -> Iterator[Edit]:
    """Misspell the step that follows."""
    for document in corpus.of("sops"):
        for keys, value in scalars(document, "next", "then"):
            if value != "end":
                yield anew(document, keys, f"{value}x")


@mutator("SOP002", "a step that the one before passes by")
def unreached(corpus: Corpus) -> Iterator[Edit]:
    """End a procedure before its last step."""
    for document, keys, _ in steps(corpus):
        is_last_but_one = int(keys[1]) == items(document, ("steps",)) - 2
        branching = node_at(document, (*keys, "decision")) or node_at(document, (*keys, "next"))
        last = scalar(document, (*following(keys), "id")) or "?"
        named = any(value == last for _, value in scalars(document, "next", "then"))
        if is_last_but_one and not branching and not named:
            yield from having(document, keys, "next: end", following(keys))


LED_TO = {"SOP002": "a step to which only the lost answer led is reached by nobody"}


@mutator("SOP003", "a question with one answer", LED_TO)
def one_answer(corpus: Corpus) -> Iterator[Edit]:
    """Take all answers of a question but the first."""
    for document, keys, _ in steps(corpus):
        where = (*keys, "decision", "branches")
        count = items(document, where)
        found = tuple(filter(None, (drop(document, (*where, n)) for n in range(1, count))))
        if count > 1 and len(found) == count - 1:
            yield Edit(document.path, found, (*keys, "decision"))


@mutator("SOP003", "a question without an else")
def no_else(corpus: Corpus) -> Iterator[Edit]:
    """Take the answer for every other case."""
    for document, keys, _ in steps(corpus):
        for number in range(items(document, (*keys, "decision", "branches"))):
            where = (*keys, "decision", "branches", number, "otherwise")
            if scalar(document, where):
                yield from without(document, where, (*keys, "decision"))


@mutator("SOP003", "two answers that are the same")
def same_answer(corpus: Corpus) -> Iterator[Edit]:
    """Give the second answer the words of the first."""
    for document, keys, _ in steps(corpus):
        where = (*keys, "decision", "branches")
        first = {code: scalar(document, (*where, 0, "answer", code)) for code in corpus.codes}
        second = [scalar(document, (*where, 1, "answer", code)) for code in corpus.codes]
        if all(first.values()) and all(second):
            edits = [
                anew(document, (*where, 1, "answer", code), quoted(words or ""))
                for code, words in first.items()
            ]
            splices = tuple(each.splices[0] for each in edits)
            yield Edit(document.path, splices, (*where, 1, "answer"))


STUCK = {
    "SOP002": "what stands behind the circle is reached by nobody, or never ends",
    "SOP004": "every step of the circle is told",
}


@mutator("SOP004", "a procedure that begins again instead of ending", STUCK)
def turning(corpus: Corpus) -> Iterator[Edit]:
    """Let a step that ends the procedure lead back to its beginning, for ever."""
    for document, keys, _ in steps(corpus):
        first = scalar(document, ("steps", 0, "id")) or ""
        alone = [value for _, value in scalars(document, "next")].count("end") == 1
        if alone and scalar(document, (*keys, "next")) == "end":
            at = ("steps", 0)
            yield Edit(document.path, anew(document, (*keys, "next"), first).splices, at)


@mutator("SOP004", "a step that goes on with itself", STUCK)
def standing_still(corpus: Corpus) -> Iterator[Edit]:
    """Let a step follow itself."""
    for document, keys, name in steps(corpus):
        plain = node_at(document, (*keys, "decision")) is None
        if plain and node_at(document, (*keys, "next")) is None:
            yield from having(document, keys, f"next: {name}", keys)


@mutator("SOP006", "a step that nobody does")
def no_actor(corpus: Corpus) -> Iterator[Edit]:
    """Take the actor of a step."""
    for document, keys, _ in steps(corpus):
        yield from without(document, (*keys, "actor"), keys)


@mutator("SOP006", "nobody answers for the procedure, or two do")
def not_accountable(corpus: Corpus) -> Iterator[Edit]:
    """Make whoever is accountable informed, and others accountable."""
    for document in corpus.of("sops"):
        for keys, value in scalars(document, "part"):
            if value == "accountable":
                splices = anew(document, keys, "consulted").splices
                yield Edit(document.path, splices, ("roles",))
            elif keys[:1] == ("roles",):
                splices = anew(document, keys, "accountable").splices
                yield Edit(document.path, splices, keys[:-1])


@mutator("SOP012", "somebody is to call herself")
def calls_herself(corpus: Corpus) -> Iterator[Edit]:
    """Name the actor of a step as the one to be called."""
    for document, keys, _ in steps(corpus):
        actor, where = scalar(document, (*keys, "actor")), (*keys, "escalation", "to")
        if actor and scalar(document, where):
            yield anew(document, where, actor)


@mutator("SOP012", "somebody is to call a person below her")
def calls_down(corpus: Corpus) -> Iterator[Edit]:
    """Name the social worker where the specialist calls."""
    for document, keys, _ in steps(corpus):
        actor, where = scalar(document, (*keys, "actor")), (*keys, "escalation", "to")
        if actor == "role/etrap-specialist" and scalar(document, where):
            yield anew(document, where, "role/social-worker")


@mutator("SOP013", "a referral that waits for no answer")
def no_answer(corpus: Corpus) -> Iterator[Edit]:
    """Take the times for the answers of a referral."""
    for document, keys, _ in steps(corpus):
        for name in ("acknowledgement", "feedback"):
            yield from without(document, (*keys, "referral", name), (*keys, "referral"))


CIRCLE = """\
title: {{tk: "Ugratmak: {name}", ru: "Направить: {name}", en: "Refer: {name}"}}
status: idea
sample: true
implements: [{ours}]
steps:
  - id: send
    title: {{tk: Iberiň, ru: Отправьте, en: Send}}
    actor: role/etrap-specialist
    action: {{tk: Adamy ugradyň., ru: Направьте человека., en: Refer the person.}}
    referral:
      to: [{theirs}]
"""


BARE = "the short procedures that are added have none of what one on violence must have"


@mutator(
    "SOP005",
    "services that send people in a circle",
    dict.fromkeys(("SOP014", "SOP015", "SOP018"), BARE),
)
def circle(corpus: Corpus) -> Iterator[Edit]:
    """Add two procedures that refer to each other's service and wait for no answer."""
    names = [slug_of(each) for each in corpus.of("services")]
    at = ("steps", 0, "referral", "to", 0)
    for one, other in combinations(sorted(names), 2):
        first, second = (f"normative/sops/to-{each}.yml" for each in (one, other))
        texts = [
            CIRCLE.format(name=name, ours=f"service/{ours}", theirs=f"service/{theirs}").encode()
            for name, ours, theirs in (("A", one, other), ("B", other, one))
        ]
        yield Edit(
            first, (), at, place=first, others=dict(zip((first, second), texts, strict=True))
        )


MUTATORS = (
    stranger,
    nowhere,
    unreached,
    one_answer,
    no_else,
    same_answer,
    turning,
    standing_still,
    no_actor,
    not_accountable,
    calls_herself,
    calls_down,
    no_answer,
    circle,
)
