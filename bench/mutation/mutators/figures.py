"""Mistakes in indicators and facts."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, items, node_at, put, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import (
    anew,
    having,
    made,
    number_of,
    rows,
    scalars,
    slug_of,
    with_item,
    without,
)


@mutator("IND001", "an indicator that is counted from nothing")
def no_form(corpus: Corpus) -> Iterator[Edit]:
    """Take the forms from which an indicator is counted."""
    for document in corpus.of("indicators"):
        yield from without(document, ("collected_in",), ("collected_in",))


@mutator("IND002", "an indicator that does not tell women from men")
def one_number(corpus: Corpus) -> Iterator[Edit]:
    """Take a breakdown of an indicator."""
    for document in corpus.of("indicators"):
        count = items(document, ("disaggregation",))
        names = [scalar(document, ("disaggregation", n)) or "" for n in range(count)]
        for name in ("sex", "age", "disability", "residence"):
            if name in names:
                rest = ", ".join(each for each in names if each != name)
                yield anew(document, ("disaggregation",), f"[{rest}]")


@mutator("IND003", "a target beyond all")
def beyond(corpus: Corpus) -> Iterator[Edit]:
    """Write a target of more than a hundred percent, or of half a household."""
    for document in corpus.of("indicators"):
        percent = scalar(document, ("unit",)) == "percent"
        for keys in rows(document, ("targets",)):
            yield anew(document, (*keys, "value"), "950" if percent else "0.5")
            if percent:
                yield anew(document, (*keys, "value"), "-5")


PEOPLE = {"person", "child", "family", "household", "case"}


@mutator("IND005", "a number so small that it points at somebody")
def small_number(corpus: Corpus) -> Iterator[Edit]:
    """Observe three people."""
    for document in corpus.of("indicators"):
        if not node_at(document, ("observations",)) and scalar(document, ("unit",)) != "percent":
            block = "observations:\n  - day: 2026-06-01\n    value: 3"
            yield from having(document, (), block, ("observations", 0, "value"))


@mutator(
    "IND005",
    "a fact so small that it points at somebody",
    {"FACT002": "a total of few people is no sum of many"},
)
def small_fact(corpus: Corpus) -> Iterator[Edit]:
    """State three people, where everybody may read it."""
    for document in corpus.of("facts"):
        last = items(document, ("statements",)) - 1
        is_public = scalar(document, ("sensitivity",)) is None
        if is_public and scalar(document, ("unit",)) in PEOPLE and last >= 0:
            yield anew(document, ("statements", last, "value"), "3")


@mutator("FACT001", "two values for one day", {"FACT002": "the total is the old one"})
def contradiction(corpus: Corpus) -> Iterator[Edit]:
    """State another value for the day of the last statement."""
    for document in corpus.of("facts"):
        last = items(document, ("statements",)) - 1
        value = number_of(document, ("statements", last, "value"))
        day = scalar(document, ("statements", last, "as_of"))
        plain = not node_at(document, ("statements", last, "scope"))
        if value is not None and day and plain:
            block = f"- value: {value + 1}\n  as_of: {day}"
            at = ("statements", last + 1, "value")
            if not node_at(document, ("statements", last, "approximate")):
                yield from with_item(document, ("statements",), block, at)


@mutator("FACT002", "a total that is not the sum")
def wrong_total(corpus: Corpus) -> Iterator[Edit]:
    """Raise a total, or one of its parts, by one."""
    for document in corpus.of("facts"):
        rough = any(True for _ in scalars(document, "approximate"))
        total = 0 if rough else items(document, ("total_of",))
        for keys in rows(document, ("statements",)) if total else ():
            value = number_of(document, (*keys, "value"))
            if value and keys[1] == items(document, ("statements",)) - 1:
                splices = anew(document, (*keys, "value"), str(value + 1)).splices
                yield Edit(document.path, splices, ("total_of",))
        for keys in rows(document, ("total_of",)) if total else ():
            name = (scalar(document, keys) or "").partition("/")[2]
            part = corpus.documents[f"normative/facts/{name}.yml"]
            last = ("statements", items(part, ("statements",)) - 1, "value")
            value = number_of(part, last)
            if value:
                others = {part.path: made(part, put(part, last, str(value + 1)))}
                yield Edit(document.path, (), ("total_of",), others=others)


SHARE = """\
title: {{tk: "Paý: {name}", ru: "Доля: {name}", en: "Share: {name}"}}
status: draft
sample: true
unit: percent
statements:
  - value: {value}
    as_of: 2026-01-01
split_of: {whole}
"""


@mutator("FACT003", "shares that are no whole", {"IND005": "a share of few people is few people"})
def wrong_share(corpus: Corpus) -> Iterator[Edit]:
    """Split a fact into two shares that leave ten of a hundred out."""
    for document in corpus.of("facts"):
        whole = f"fact/{slug_of(document)}"
        shares = {
            f"normative/facts/share-{name}.yml": SHARE.format(name=name, value=value, whole=whole)
            for name, value in (("a", 60), ("b", 30))
        }
        if scalar(document, ("unit",)) in PEOPLE:
            others = {path: text.encode() for path, text in shares.items()}
            place = next(iter(others))
            yield Edit(document.path, (), ("split_of",), place=place, others=others)


MUTATORS = (
    no_form,
    one_number,
    beyond,
    small_number,
    small_fact,
    contradiction,
    wrong_total,
    wrong_share,
)
