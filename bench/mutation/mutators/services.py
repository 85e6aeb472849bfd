"""Mistakes in services, trainings, indicators, the directory, facts, and what is published."""

from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, Keys, drop, items, node_at, quoted, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import (
    anew,
    having,
    number_of,
    references,
    scalars,
    with_item,
    without,
)
from gollanma.source import Document


def rows(document: Document, keys: Keys) -> Iterator[Keys]:
    """Yield the keys of the items of a list."""
    return ((*keys, number) for number in range(items(document, keys)))


@mutator("SVC001", "a service without a Statute")
def no_statute(corpus: Corpus) -> Iterator[Edit]:
    """Take the Statute of a service."""
    for document in corpus.of("services"):
        if node_at(document, ("package",)):
            yield anew(document, ("package",), "{}")


@mutator("SVC002", "a group that no service serves")
def unserved(corpus: Corpus) -> Iterator[Edit]:
    """Add a group that services do not name."""
    for document in corpus.of("groups"):
        for number in (1, 2):
            path = document.path.replace("groups/", f"groups/g{number}-")
            if len(path) < LONGEST_PATH:
                yield Edit(path, (), (), place=path, others={path: document.text.encode()})


LONGEST_PATH = len("normative/groups/.yml") + 40


@mutator("SVC003", "a stage without its procedure", {"REF008": "it is carried out by another"})
def no_procedure(corpus: Corpus) -> Iterator[Edit]:
    """Take the procedure of a stage, or name one that was made for other services."""
    for document in corpus.of("services"):
        for keys in rows(document, ("process",)):
            yield from without(document, (*keys, "sop"), (*keys, "sop"))
            if scalar(document, (*keys, "sop")):
                yield anew(document, (*keys, "sop"), "sop/supervision")


@mutator("SVC004", "a post without a qualification", {"SCH003": "a role of a draft asks for it"})
def unqualified(corpus: Corpus) -> Iterator[Edit]:
    """Take the qualification of a post, and that of its role."""
    for document in corpus.of("services"):
        for keys in rows(document, ("staffing",)):
            role = (scalar(document, (*keys, "role")) or "").partition("/")[2]
            other = corpus.documents.get(f"normative/roles/{role}.yml")
            splice = drop(other, ("qualification",)) if other else None
            own = drop(document, (*keys, "qualification"))
            if other and splice and own:
                text = f"{other.text[: splice.start]}{other.text[splice.end :]}"
                yield Edit(document.path, (own,), keys, others={other.path: text.encode()})


@mutator("SVC005", "a ground without evidence")
def no_evidence(corpus: Corpus) -> Iterator[Edit]:
    """Take the paper that shows a ground."""
    for document in corpus.of("services"):
        for keys in rows(document, ("eligibility", "grounds")):
            yield from without(document, (*keys, "evidence"), keys)


@mutator("SVC006", "a quality standard that nobody measures")
def unmeasured(corpus: Corpus) -> Iterator[Edit]:
    """Take the indicator of a standard."""
    for document in corpus.of("services"):
        for keys in rows(document, ("quality_standards",)):
            yield from without(document, (*keys, "indicator"), keys)


@mutator("SVC006", "an indicator without target or rhythm")
def no_target(corpus: Corpus) -> Iterator[Edit]:
    """Take what an indicator is to reach, or how often it is counted."""
    for document in corpus.of("indicators"):
        for name in ("targets", "frequency"):
            yield from without(document, (name,), (name,))


@mutator("SVC007", "a service that is free of charge and has a tariff")
def free_with_tariff(corpus: Corpus) -> Iterator[Edit]:
    """Give a tariff to what is free, or take the tariff of what is not."""
    for document in corpus.of("services"):
        if scalar(document, ("cost", "kind")) == "free":
            block = "tariff: act/social-services"
            yield from having(document, ("cost",), block, ("cost", "tariff"))
            if not scalar(document, ("cost", "tariff")):
                yield anew(document, ("cost", "kind"), "partial")


@mutator("SVC008", "a complaint without a second office")
def one_office(corpus: Corpus) -> Iterator[Edit]:
    """Take all levels of complaint but the first."""
    for document in corpus.of("services"):
        where = ("complaint", "levels")
        count = items(document, where)
        found = tuple(filter(None, (drop(document, (*where, n)) for n in range(1, count))))
        if count > 1 and len(found) == count - 1:
            yield Edit(document.path, found, where)


@mutator("SVC008", "a complaint without a time for the answer")
def no_time(corpus: Corpus) -> Iterator[Edit]:
    """Take the time of a level of complaint."""
    for document in corpus.of("services"):
        for keys in rows(document, ("complaint", "levels")):
            yield from without(document, (*keys, "deadline"), keys)


@mutator("SVC009", "a service that forgets somebody")
def left_out(corpus: Corpus) -> Iterator[Edit]:
    """Take a part of the inclusion audit."""
    for document in corpus.of("services"):
        for name in ("gender", "disability", "child"):
            yield from without(document, ("inclusion", name), ("inclusion", name))


RELEASED = {"PUB003": "a time limit of what was released asks for a new first number"}


@mutator("SVC010", "a procedure with another time than its service", RELEASED)
def other_time(corpus: Corpus) -> Iterator[Edit]:
    """Raise a time limit that service and procedure share."""
    for document in corpus.of("sops"):
        services = [scalar(document, keys) or "" for keys in rows(document, ("implements",))]
        shared: set[str] = set()
        for each in services:
            service = corpus.documents.get(f"normative/services/{each.partition('/')[2]}.yml")
            for keys in rows(service, ("deadlines",)) if service else ():
                shared.add(scalar(service, (*keys, "id")) or "" if service else "")
        for keys in rows(document, ("deadlines",)):
            value = number_of(document, (*keys, "value"))
            if scalar(document, (*keys, "id")) in shared and value:
                yield anew(document, (*keys, "value"), str(value + 1))


@mutator("SVC010", "a stage whose time is not there")
def no_such_time(corpus: Corpus) -> Iterator[Edit]:
    """Misspell the time limit of a stage."""
    for document in corpus.of("services"):
        for keys in rows(document, ("process",)):
            value = scalar(document, (*keys, "deadline"))
            if value:
                yield anew(document, (*keys, "deadline"), f"{value}x")


@mutator("SVC011", "a caseload that no role has")
def other_caseload(corpus: Corpus) -> Iterator[Edit]:
    """Raise the caseload of a service."""
    for document in corpus.of("services"):
        value = number_of(document, ("caseload", "value"))
        if value:
            yield anew(document, ("caseload", "value"), str(value + 7))


@mutator("SVC012", "ages upside down")
def upside_down(corpus: Corpus) -> Iterator[Edit]:
    """Begin a service at an age beyond its last."""
    for document in corpus.of("services"):
        if scalar(document, ("eligibility", "ages", "to_year")):
            where = ("eligibility", "ages", "from_year")
            if scalar(document, where):
                yield Edit(document.path, anew(document, where, "99").splices, where)
        elif not node_at(document, ("eligibility", "ages")):
            block = "ages:\n  from_year: 30\n  to_year: 20"
            yield from having(document, ("eligibility",), block, ("eligibility", "ages"))


BEHIND = {"TRN001": "every course and case of the procedure is behind"}


@mutator("TRN001", "a course that teaches an older version", BEHIND)
def older_version(corpus: Corpus) -> Iterator[Edit]:
    """Raise the first number of a procedure that a course teaches in an older version."""
    for document in corpus.of("trainings"):
        for number in range(items(document, ("sessions",))):
            for keys in rows(document, ("sessions", number, "objectives")):
                ref = scalar(document, (*keys, "teaches", 0)) or ""
                path = f"normative/sops/{ref.partition('#')[0].partition('/')[2]}.yml"
                sop = corpus.documents.get(path)
                if sop and scalar(document, (*keys, "version")):
                    splice = anew(sop, ("version",), '"1.0"').splices[0]
                    text = f"{sop.text[: splice.start]}{splice.new}{sop.text[splice.end :]}"
                    at = (*keys, "teaches", 0)
                    yield Edit(document.path, (), at, others={path: text.encode()})


@mutator("TRN002", "a role for which there is no course")
def untrained(corpus: Corpus) -> Iterator[Edit]:
    """Add a role that nothing teaches."""
    model = corpus.documents["normative/roles/nurse.yml"]
    for number in range(20):
        text = model.text
        splice = drop(model, ("trainings",))
        if splice:
            text = f"{text[: splice.start]}{text[splice.end :]}"
        path = f"normative/roles/helper-{number}.yml"
        yield Edit(path, (), (), place=path, others={path: text.encode()})


@mutator("TRN003", "a session that is longer than its day")
def longer_day(corpus: Corpus) -> Iterator[Edit]:
    """Raise the minutes of the last session of a day."""
    for document in corpus.of("trainings"):
        last: dict[str, Keys] = {}
        for keys in rows(document, ("sessions",)):
            last[scalar(document, (*keys, "day")) or ""] = keys
        for keys in last.values() if scalar(document, ("day_minutes",)) else ():
            value = number_of(document, (*keys, "minutes"))
            if value:
                yield anew(document, (*keys, "minutes"), str(value + 45))


@mutator("TRN004", "a case that goes by steps that its procedure does not have")
def strange_scene(corpus: Corpus) -> Iterator[Edit]:
    """Misspell the step of a scene."""
    for document in corpus.of("practices"):
        for keys in rows(document, ("scenes",)):
            value = scalar(document, (*keys, "id"))
            yield Edit(document.path, anew(document, (*keys, "id"), f"{value}x").splices, keys)


@mutator("TRN004", "a scene without a right outcome")
def nothing_right(corpus: Corpus) -> Iterator[Edit]:
    """Take what is right of the outcomes of a scene."""
    for document in corpus.of("practices"):
        for keys, value in scalars(document, "right"):
            if value == "true":
                yield Edit(document.path, anew(document, keys, "false").splices, keys[:-2])


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


@mutator("DIR001", "a provider in a place that is not there")
def lost_territory(corpus: Corpus) -> Iterator[Edit]:
    """Misspell a place or a service of a provider."""
    for document, keys, value in references(corpus, "organisations"):
        if "territories" in keys or keys[-1] == "service":
            yield anew(document, keys, f"{value}x")


@mutator("DIR002", "a place without an office or a worker")
def no_office(corpus: Corpus) -> Iterator[Edit]:
    """Take the offices or posts of an etrap."""
    for document in corpus.of("territories"):
        if scalar(document, ("level",)) == "etrap":
            for name in ("offices", "posts"):
                yield from without(document, (name,), (name,))


@mutator("DIR003", "a number that cannot be called", {"PUB009": "a sample shows no number at all"})
def bad_phone(corpus: Corpus) -> Iterator[Edit]:
    """Write a number in letters."""
    for document in corpus.of("organisations", "territories"):
        for keys, _ in scalars(document, "missing"):
            if keys[-2] == "phone":
                at = keys[:-1]
                yield Edit(document.path, anew(document, at, '"call the office"').splices, at)


@mutator("DIR004", "a contract that has ended")
def ended(corpus: Corpus) -> Iterator[Edit]:
    """Give an offer a contract of last year."""
    for document in corpus.of("organisations"):
        for keys in rows(document, ("provides",)):
            if not node_at(document, (*keys, "contract")):
                block = "contract:\n  valid:\n    from: 2025-01-01\n    to: 2026-06-30"
                at = (*keys, "contract", "valid", "to")
                yield from having(document, keys, block, at)


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
                splice = anew(part, last, str(value + 1)).splices[0]
                text = f"{part.text[: splice.start]}{splice.new}{part.text[splice.end :]}"
                at = ("total_of",)
                yield Edit(document.path, (), at, others={part.path: text.encode()})


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
        whole = f"fact/{document.path.rpartition('/')[2].removesuffix('.yml')}"
        shares = {
            f"normative/facts/share-{name}.yml": SHARE.format(name=name, value=value, whole=whole)
            for name, value in (("a", 60), ("b", 30))
        }
        if scalar(document, ("unit",)) in PEOPLE:
            others = {path: text.encode() for path, text in shares.items()}
            place = next(iter(others))
            yield Edit(document.path, (), ("split_of",), place=place, others=others)


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
        version = anew(document, ("version",), scalar(document, ("version",)) or "")
        newest = '"0.2"' if "0.2" in _versions(corpus, path) else '"0.1"'
        for keys, words in scalars(document, "ru"):
            if keys[-2] in {"title", "purpose", "action", "scope"} and "[[" not in words:
                change = anew(document, keys, quoted(f"{words[:-1]} тоже{words[-1]}"))
                same = version.splices[0]
                new = type(same)(same.start, same.end, newest)
                yield Edit(path, (*change.splices, new), ("version",))


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
    splice = anew(project, ("profile",), "service").splices[0]
    text = f"{project.text[: splice.start]}{splice.new}{project.text[splice.end :]}"
    for document in corpus.of("sops"):
        yield Edit(document.path, (), ("sample",), others={project.path: text.encode()})


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


MUTATORS = (
    *(no_statute, unserved, no_procedure, unqualified, no_evidence, unmeasured, no_target),
    *(free_with_tariff, one_office, no_time, left_out, other_time, no_such_time),
    *(other_caseload, upside_down, older_version, untrained, longer_day, strange_scene),
    *(nothing_right, no_form, one_number, beyond, small_number, small_fact, lost_territory),
    *(no_office, bad_phone, ended, contradiction, wrong_total, wrong_share, not_approved),
    *(due, unbumped, for_service, cites, by_hand),
)
