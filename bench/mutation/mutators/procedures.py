"""Mistakes in procedures: who does what, in what order, by when, with which paper."""

from collections.abc import Iterator
from itertools import combinations

from bench.mutation.corpus import (
    Corpus,
    Edit,
    Keys,
    add_item,
    drop,
    items,
    node_at,
    quoted,
    scalar,
)
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import anew, having, scalars, without
from gollanma.source import Document

STRANGER = "role/trainer"
"""A role that no procedure and no service has."""


def steps(corpus: Corpus) -> Iterator[tuple[Document, Keys, str]]:
    """Yield every step of every procedure with its id."""
    for document in corpus.of("sops"):
        for number in range(items(document, ("steps",))):
            keys = ("steps", number)
            yield document, keys, scalar(document, (*keys, "id")) or ""


def following(keys: Keys) -> Keys:
    """Give where the step after this one stands."""
    return (keys[0], int(keys[1]) + 1)


def needs_consent(corpus: Corpus, form: str) -> bool:
    """Say whether a form asks for what nobody may write down without consent."""
    document = corpus.documents.get(f"normative/forms/{form.partition('/')[2]}.yml")
    return document is not None and any(
        value == "true" and scalar(document, (*keys[:-1], "personal_data")) == "true"
        for keys, value in scalars(document, "needs_consent")
    )


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


RELEASED = "a time limit of what was released asks for a new first number"


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


@mutator("SOP008", "a time limit that begins with nothing", {"PUB003": RELEASED})
def no_event(corpus: Corpus) -> Iterator[Edit]:
    """Misspell the event from which a time runs, or leave it out."""
    for document in corpus.of("sops"):
        for keys, value in scalars(document, "from"):
            if keys[-2] == "deadline" or keys[0] == "deadlines":
                yield anew(document, keys, f"{value}x")
                yield from without(document, keys, keys[:-1])


@mutator("SOP009", "a form in an old version")
def old_form(corpus: Corpus) -> Iterator[Edit]:
    """List a form in a version that is not today's."""
    for document in corpus.of("sops"):
        for number in range(items(document, ("forms",))):
            if scalar(document, ("forms", number, "version")):
                yield anew(document, ("forms", number, "version"), '"9.1"')


@mutator("SOP009", "a form that the list does not have")
def unlisted_form(corpus: Corpus) -> Iterator[Edit]:
    """Let a step use a form that the procedure does not list."""
    for document, keys, _ in steps(corpus):
        if node_at(document, (*keys, "forms")) is None and "form/plan-review" not in document.text:
            yield from having(document, keys, "forms:\n  - form/plan-review", (*keys, "forms", 0))


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


GONE = {"ID002": "an id of what was released is gone"}


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


def hidden(document: Document) -> bool:
    """Say whether a procedure's own page hides."""
    return scalar(document, ("quick_exit",)) == "true"


@mutator("SOP014", "a procedure on violence without its exceptions", GONE)
def no_exception(corpus: Corpus) -> Iterator[Edit]:
    """Take the exceptions of a procedure on violence."""
    for document in corpus.of("sops"):
        if hidden(document):
            yield from without(document, ("exceptions",), ("exceptions",))


@mutator("SOP014", "a procedure on violence without a word on safety")
def no_safety(corpus: Corpus) -> Iterator[Edit]:
    """Take what each step says of safety."""
    for document in corpus.of("sops"):
        count = items(document, ("steps",))
        found = (drop(document, ("steps", number, "safety")) for number in range(count))
        splices = tuple(filter(None, found))
        if hidden(document) and splices:
            yield Edit(document.path, splices, ("steps",))


LED = {"SOP002": "a step that led to the urgent path leads nowhere"}


@mutator("SOP015", "a procedure that may meet violence without an urgent path", LED)
def no_urgent(corpus: Corpus) -> Iterator[Edit]:
    """Take the urgent path."""
    for document in corpus.of("sops"):
        if hidden(document) or "service/domestic-violence" in document.text:
            yield from without(document, ("urgent",), ("steps",))


NO_NUMBER = {"PUB009": "a sample shows no number at all"}


@mutator("SOP015", "a number that no directory has", NO_NUMBER)
def strange_number(corpus: Corpus) -> Iterator[Edit]:
    """Write a number of one's own under the contacts."""
    for document in corpus.of("sops"):
        if node_at(document, ("contacts",)) is None:
            for number in ("00 00 09", "00 00 07"):
                block = f'contacts:\n  - phone: "{number}"'
                yield from having(document, (), block, ("contacts", 0, "phone"))


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


@mutator("SOP016", "a step of the card with too many words")
def wordy_card(corpus: Corpus) -> Iterator[Edit]:
    """Make the title of a step on the card a page long."""
    for document, keys, name in steps(corpus):
        listed = [
            scalar(document, ("job_aid", "steps", number))
            for number in range(items(document, ("job_aid", "steps")))
        ]
        title = scalar(document, (*keys, "title", "ru"))
        if name in listed and title:
            yield Edit(
                document.path,
                anew(document, (*keys, "title", "ru"), quoted(f"{title} " * 30)).splices,
                keys,
            )


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


@mutator("SOP018", "a talk about violence that does not say when to stop")
def no_stop(corpus: Corpus) -> Iterator[Edit]:
    """Take what says when to stop."""
    for document, keys, _ in steps(corpus):
        if node_at(document, (*keys, "say")):
            yield from without(document, (*keys, "stop_if"), keys)


@mutator("PUB007", "a card that holds until a day that is over")
def old_card(corpus: Corpus) -> Iterator[Edit]:
    """Let a card end last year."""
    for document in corpus.of("sops"):
        if node_at(document, ("job_aid",)) and not node_at(document, ("job_aid", "valid_until")):
            block = "valid_until: 2025-12-31"
            yield from having(document, ("job_aid",), block, ("job_aid", "valid_until"))


@mutator("PUB007", "a card without its code, version or end")
def nameless_card(corpus: Corpus) -> Iterator[Edit]:
    """Take the code, the version or the day of the next review."""
    for document in corpus.of("sops"):
        for name in ("code", "version", "next_review"):
            if items(document, ("job_aid", "steps")):
                yield from without(document, (name,), ("job_aid",))


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


@mutator("SOP005", "services that send people in a circle")
def circle(corpus: Corpus) -> Iterator[Edit]:
    """Add two procedures that refer to each other's service and wait for no answer."""
    names = [each.path.rpartition("/")[2].removesuffix(".yml") for each in corpus.of("services")]
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
    *(stranger, nowhere, unreached, one_answer, no_else, same_answer, turning, standing_still),
    *(no_actor, not_accountable, too_long, no_event, old_form, unlisted_form, not_made),
    *(too_early, never_asked, calls_herself, calls_down, no_answer, no_exception),
    *(no_safety, no_urgent, strange_number, long_card, wordy_card, sends_too_much),
    *(no_stop, old_card, nameless_card, circle),
)
