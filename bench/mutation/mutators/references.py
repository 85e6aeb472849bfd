"""Mistakes in references: to what is not there, of the wrong kind, over, twice, in a circle."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bench.mutation.corpus import Corpus, Edit, drop, items, node_at, put, scalar, spliced
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import (
    REFERENCE,
    anew,
    having,
    made,
    references,
    saying_all,
    slug_of,
    with_item,
    without,
)
from gollanma.source import Document


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
        if other and not {"related", "sources", "teaches", "evidence", "handouts", "uses"} & set(
            keys
        ):
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


ADDED_TWICE = {"FACT002": "a part that stands twice is added twice"}


@mutator("REF010", "a list names a record twice", ADDED_TWICE)
def named_twice(corpus: Corpus) -> Iterator[Edit]:
    """Repeat the last item of a list of references."""
    for document, keys, value in references(corpus):
        if isinstance(keys[-1], int) and keys[-1] == items(document, keys[:-1]) - 1:
            yield from with_item(document, keys[:-1], f"- {value}", (*keys[:-1], keys[-1] + 1))


@mutator("REF010", "a list in one line names a record twice", ADDED_TWICE)
def named_twice_in_line(corpus: Corpus) -> Iterator[Edit]:
    """Repeat the last item of a list of references that stands in one line."""
    for document, keys, value in references(corpus):
        above, last = node_at(document, keys[:-1]), keys[-1]
        is_last = isinstance(last, int) and last == items(document, keys[:-1]) - 1
        if is_last and above and document.text[above.start] == "[":
            splice = put(document, keys, f"{value}, {value}")
            yield Edit(document.path, (splice,), keys)


RECORD = re.compile(r"\b[a-z]+/[a-z0-9-]+")
APPROVED = """\
approved_by:
  act: act/social-services
  day: 2026-01-10
  signatories: [organisation/mlsp]"""


@mutator("REF004", "a record in force that rests on drafts")
def rests_on_drafts(corpus: Corpus) -> Iterator[Edit]:
    """Put a record in force whose owner is a draft."""
    for document in corpus.of("documents", "facts"):
        is_plain = scalar(document, ("status",)) == "draft" and not scalar(document, ("sample",))
        if is_plain and scalar(document, ("owner",)):
            status = anew(document, ("status",), "in-force").splices
            for edit in having(document, (), APPROVED, ("owner",)):
                yield Edit(document.path, (*edit.splices, *status), ("owner",))


def file_of(corpus: Corpus, key: str) -> Document | None:
    """Give the file of a record, unless it is an act."""
    kind, _, slug = key.partition("/")
    path = f"glossary/{slug}.yml" if kind == "term" else f"normative/{FOLDERS.get(kind)}/{slug}.yml"
    return corpus.documents.get(path)


FOLDERS = {
    **{each: f"{each}s" for each in ("sop", "service", "form", "role", "organisation", "group")},
    **{each: f"{each}s" for each in ("training", "indicator", "document", "fact", "practice")},
}


WITHDRAWN = {"PUB009": "a sample is never withdrawn"}


@mutator("REF005", "a record that was withdrawn is cited", WITHDRAWN)
def withdrawn(corpus: Corpus) -> Iterator[Edit]:
    """Withdraw a record to which one field leads."""
    met = Counter(each for file in corpus.of() for each in RECORD.findall(file.text))
    for document, keys, value in references(corpus):
        target = file_of(corpus, value)
        once = met[value] == 1
        if target and once and target is not document and scalar(target, ("status",)):
            over = made(target, put(target, ("status",), "withdrawn"))
            yield Edit(document.path, (), keys, others={target.path: over})


COPIED = {
    **WITHDRAWN,
    "REF008": "courses do not know the copy of a role",
    "SOP001": "no service has the copy of a role",
}


@mutator("REF005", "a copy that was withdrawn is cited", COPIED)
def withdrawn_copy(corpus: Corpus) -> Iterator[Edit]:
    """Lead a field to a copy of its record that was withdrawn."""
    for document, keys, value in references(corpus, "services", "sops", "forms", "indicators"):
        target = file_of(corpus, value)
        if target and value.startswith(("form/", "role/")):
            status, code = put(target, ("status",), "withdrawn"), drop(target, ("code",))
            copy = spliced(target.text, (status, *((code,) if code else ())))
            path = target.path.replace("s/", "s/old-", 1)
            edit = anew(document, keys, value.replace("/", "/old-"))
            yield replace(edit, others={path: copy.encode()})


@mutator("REF006", "two records that replace each other")
def each_other(corpus: Corpus) -> Iterator[Edit]:
    """Let two forms supersede each other."""
    for one, other in pairwise(sorted(corpus.of("forms"), key=lambda each: each.path[:-4])):
        keys = [f"form/{slug_of(each)}" for each in (one, other)]
        first = list(having(one, (), f"supersedes: [{keys[1]}]", ("supersedes", 0)))
        second = list(having(other, (), f"supersedes: [{keys[0]}]", ()))
        if first and second:
            there = {other.path: made(other, *second[0].splices)}
            yield Edit(one.path, first[0].splices, first[0].at, others=there)


@mutator("REF006", "two roles that supervise each other", {"SOP012": "one calls downwards"})
def supervise_each_other(corpus: Corpus) -> Iterator[Edit]:
    """Let somebody be supervised by whom she supervises."""
    where = ("supervised_by",)
    for document in corpus.of("roles"):
        above = file_of(corpus, scalar(document, where) or "")
        if above and scalar(above, where):
            role = f"role/{document.path.rpartition('/')[2].removesuffix('.yml')}"
            first = min(document.path, above.path, key=lambda each: each.removesuffix(".yml"))
            yield Edit(above.path, anew(above, where, role).splices, where, place=first)


@mutator("REF007", "a form that nobody uses")
def orphan(corpus: Corpus) -> Iterator[Edit]:
    """Add a form to which nothing leads."""
    for document in corpus.of("forms"):
        for edit in without(document, ("code",), ()):
            path = document.path.replace("forms/", "forms/n-")
            others = {path: made(document, *edit.splices)}
            yield Edit(path, (), (), place=path, others=others)


@mutator("REF008", "a course that has forgotten a role")
def forgotten(corpus: Corpus) -> Iterator[Edit]:
    """Take a role from a course that the role names."""
    for document in corpus.of("roles"):
        role = f"role/{slug_of(document)}"
        for number in range(items(document, ("trainings",))):
            course = file_of(corpus, scalar(document, ("trainings", number)) or "")
            count = items(course, ("roles",)) if course else 0
            names = [scalar(course, ("roles", n)) or "" for n in range(count) if course]
            if course and role in names and count > 1:
                rest = ", ".join(each for each in names if each != role)
                others = {course.path: made(course, put(course, ("roles",), f"[{rest}]"))}
                yield Edit(document.path, (), ("trainings", number), others=others)


STAMP = "h1:00000000000000000000"


@mutator("REF009", "a record changed since it was looked at")
def changed_since(corpus: Corpus) -> Iterator[Edit]:
    """Stamp the review of a form that then was another."""
    for document, keys, value in references(corpus, "sops", "services"):
        folder, name = document.path.split("/")[1:]
        once = len(re.findall(rf"\b{re.escape(value)}\b(?![-#])", document.text)) == 1
        if once and value.startswith(("form/", "role/", "indicator/")) and "#" not in value:
            text = (
                f"reviewed:\n  - part: {value}\n    stamp: {STAMP}\n"
                "    by: organisation/mlsp\n    on: 2026-03-01\n"
            )
            path = f"normative/state/reviewed/{folder.removesuffix('s')}/{name}"
            yield Edit(document.path, (), keys, others={path: text.encode()})


@mutator("REF009", "an indicator is counted from a form that changed")
def counted_from_changed(corpus: Corpus) -> Iterator[Edit]:
    """Stamp the review of the form from which an indicator is collected."""
    for document, keys, value in references(corpus, "indicators"):
        if keys[0] == "collected_in" and "#" not in value:
            text = (
                f"reviewed:\n  - part: {value}\n    stamp: {STAMP}\n"
                "    by: organisation/mlsp\n    on: 2026-03-01\n"
            )
            path = f"normative/state/reviewed/indicator/{document.path.rpartition('/')[2]}"
            yield Edit(document.path, (), keys, others={path: text.encode()})


@mutator("LTX008", "a reference that waits for a decision")
def undecided(corpus: Corpus) -> Iterator[Edit]:
    """Note that nobody has decided where a legal basis leads."""
    for document in corpus.of("services"):
        key = f"service/{slug_of(document)}"
        for number in range(items(document, ("legal_basis",))):
            at = ("legal_basis", number, "provision")
            value = scalar(document, at) or ""
            text = (
                f"undecided:\n  - where: {key}\n    old: act/social-services#a7\n    new: {value}\n"
            )
            others = {"normative/state/undecided.yml": text.encode()}
            yield Edit(document.path, (), at, others=others)


MUTATORS = (
    *(lost_letter, lost_place, wrong_kind, lost_in_prose, named_twice, rests_on_drafts),
    *(
        named_twice_in_line,
        withdrawn,
        withdrawn_copy,
        each_other,
        supervise_each_other,
        orphan,
        forgotten,
        changed_since,
    ),
    *(counted_from_changed, undecided),
)
