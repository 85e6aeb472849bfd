"""The ministry's own records: complete, in their own words, and without a finding."""

from collections import Counter
from collections.abc import Iterator

import pytest

from gollanma.graph import Graph
from gollanma.languages.plain import reading_of
from gollanma.model import Record
from gollanma.model.kinds import Act, Comment, Form, Group, Role, Service, Sop
from gollanma.model.walk import parts, printed, texts
from gollanma.views.frame import desk_of
from gollanma.views.voice import Voice
from tests.support.ministry import ROOT, judged, library

WAYS = 4
RUN = 8
"""So many words in a row are no accident."""
REPEATED: dict[tuple[str, str], str] = {}
"""Runs that may stand in two records: (language, words) with the reason."""

SERVICES = frozenset(
    [
        "etrap-social-worker",
        "family-community-support",
        "infant-reintegration",
        "care-leavers",
        "children-with-disabilities",
        "domestic-violence",
        "newborn-abandonment-prevention",
        "adolescents-justice",
        "parents-addictions",
        "families-difficult-situations",
        "personal-assistant",
        "older-people-alone",
        "home-care-chronic-illness",
    ]
)
SOPS = frozenset(
    [
        "intake",
        "initial-assessment",
        "complex-assessment",
        "individual-plan",
        "referral",
        "monitoring-review",
        "case-closure",
        "crisis-response",
        "gbv-disclosure",
        "child-protection-concern",
        "complaint",
        "supervision",
    ]
)
ACTS = frozenset(
    [
        "social-services",
        "code-social-protection",
        "order-45-2020",
        "order-assessment-procedure",
        "hossarlyk-howandarlyk",
    ]
)
LEAST = {
    "term": 60,
    "role": 12,
    "form": 20,
    "organisation": 20,
    "territory": 26,
    "group": 11,
    "training": 6,
    "indicator": 12,
    "document": 13,
    "comment": 12,
    "calendar": 1,
}


def slugs(kind: type[Record]) -> frozenset[str]:
    return frozenset(key.partition("/")[2] for key, _ in library().keyed(kind))


def test_the_records_have_no_error_and_no_warning() -> None:
    found = [
        f"{each.span.path}:{each.span.line} {each.code} {each.key}"
        for each in judged().outcome.findings
        if each.severity != "info"
    ]
    assert found == []


def test_the_services_procedures_and_acts_have_their_names() -> None:
    assert (slugs(Service), slugs(Sop), slugs(Act)) == (SERVICES, SOPS, ACTS)


def test_there_are_enough_of_each_kind() -> None:
    counts = Counter(record.kind for record in library().records.values())
    assert {kind: counts[kind] for kind, least in LEAST.items() if counts[kind] < least} == {}


SECTIONS = (
    "purpose",
    "refusal",
    "confidentiality",
    "monitoring",
    "financing",
    "duration",
    "eligibility.who",
    "cost.text",
    "complaint.text",
    "inclusion.gender",
    "inclusion.disability",
    "inclusion.child",
)
LISTS = ("results", "ways_in", "ways_out", "process", "activities", "staffing", "rights",
         "provider_requirements", "basic_standards", "quality_standards", "legal_basis")  # fmt: skip


def sentences(words: str) -> int:
    return sum(words.count(mark) for mark in (". ", "! ", "? ", "; ")) + 1


@pytest.mark.parametrize("slug", sorted(SERVICES))
def test_every_section_of_a_service_says_something(slug: str) -> None:
    service = library().records[f"service/{slug}"]
    short: list[str] = []
    for name in SECTIONS:
        value: object = service
        for each in name.split("."):
            value = getattr(value, each)
        words = dict(value) if value else {}  # type: ignore[call-overload]
        short += [
            f"{name} {code}"
            for code in library().project.languages.all
            if sentences(words.get(code, "")) < 2 or not words.get(code)
        ]
    short += [name for name in LISTS if len(getattr(service, name)) < 2]
    assert short == []


@pytest.mark.parametrize("slug", sorted(SOPS))
def test_a_procedure_is_whole(slug: str) -> None:
    sop = library().records[f"sop/{slug}"]
    assert isinstance(sop, Sop)
    decisions = [each.decision for each in sop.steps if each.decision]
    referrals = [each.referral for each in sop.steps if each.referral]
    assert len(sop.steps) >= 6
    assert any(branch.otherwise for each in decisions for branch in each.branches)
    assert len(sop.exceptions) >= 2
    assert sop.urgent is not None
    assert sop.urgent.acts
    assert any(each.acknowledgement for each in referrals)
    assert any(each.say for each in sop.steps)


def words_of(words: str) -> list[str]:
    return [each.strip("«»“”„\"'.,;:!?()—–").casefold() for each in words.split()]


def runs(record: Record) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every run of eight words of a record."""
    for _, text in texts(record):
        for code, words in text.items():
            row = [each for each in words_of(words) if each]
            for start in range(len(row) - RUN + 1):
                yield code, tuple(row[start : start + RUN])


def text_of(key: str, record: Record) -> str:
    """Give the one text that a record belongs to.

    Each edition of an act holds the whole act, and a proposal in a comment becomes its next words.
    """
    if isinstance(record, Comment) and record.on is not None:
        return record.on.record
    return key.partition("@")[0]


def test_no_two_records_share_eight_words_in_a_row() -> None:
    first: dict[tuple[str, tuple[str, ...]], str] = {}
    shared: dict[str, str] = {}
    for key, record in library().records.items():
        own = text_of(key, record)
        for code, run in runs(record):
            other = first.setdefault((code, run), own)
            words = " ".join(run)
            if other != own and (code, words) not in REPEATED:
                shared.setdefault(f"{other} = {key}", f"{code}: {words}")
    assert shared == {}


def test_nothing_here_looks_like_a_way_to_reach_somebody() -> None:
    found = [
        key
        for key, record in library().records.items()
        for _, part in parts(record)
        if any(isinstance(getattr(part, name, None), str) for name in ("phone", "email"))
    ]
    assert found == []


def test_the_first_line_of_every_record_names_its_schema() -> None:
    wrong: list[str] = []
    for key, document in library().documents.items():
        head = document.text.partition("\n")[0]
        schema = head.removeprefix("# yaml-language-server: $schema=")
        place = (ROOT / document.path).parent / schema
        kind = library().records[key].kind
        if schema == head or place.resolve() != ROOT / "normative" / "schemas" / f"{kind}.json":
            wrong.append(document.path)
    assert wrong == []


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_what_people_come_for_is_asked_for_in_four_ways_at_least(lang: str) -> None:
    ways = {
        key: sum(lang in each for each in record.asked)
        for kind in (Service, Sop, Form, Role, Group)
        for key, record in library().keyed(kind)
    }
    assert {key: count for key, count in ways.items() if count < WAYS} == {}


LONGEST_SENTENCE = 20


def test_sentences_of_steps_are_short() -> None:
    """Somebody reads them in a hurry, beside a family."""
    graph = Graph(library(), judged().languages)
    long = []
    for language in graph.languages.values():
        voice = Voice(graph, language)
        for key, sop in library().keyed(Sop):
            desk = desk_of(voice, key)
            words = [desk.told(text) for path, text in printed(sop) if path[0] == "steps"]
            long += [
                (key, language.code)
                for each in words
                if reading_of([each]).longest > LONGEST_SENTENCE
            ]
    assert long == []
