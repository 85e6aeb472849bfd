"""What points to a record: named by how it does, in every language, for every field there is."""

from collections.abc import Iterator
from typing import get_args

import pytest

from gollanma.model import Part, Ref
from gollanma.model.kinds import KINDS
from gollanma.model.walk import slots
from gollanma.views.frame import desk_of
from gollanma.views.inverse import MENTION, inverse_of, label_key
from gollanma.views.voice import Voice
from tests.support.projects import packs
from tests.views.drafted import graph as drafted
from tests.views.full import full
from tests.views.rich import rich
from tests.views.test_places import OLD

GRAPH = rich().graph


def inverse(key: str, lang: str = "en", fragment: str | None = None) -> list[tuple[str, list[str]]]:
    """Give the headings of what points to a record, with the words of each entry."""
    desk = desk_of(Voice(GRAPH, GRAPH.languages[lang]), key)
    return [
        (
            group.label,
            [
                " ".join([str(entry.link.words), *(str(place.words) for place in entry.places)])
                for entry in group.entries
            ],
        )
        for group in inverse_of(desk, key, fragment)
    ]


@pytest.mark.parametrize(
    ("key", "lang", "expected"),
    [
        pytest.param(
            "service/care",
            "en",
            [
                ("Carried out by procedures", ["Visiting a family", "In danger"]),
                ("Providers", ["The house"]),
                ("Measured by", ["Visits in time"]),
            ],
            id="a service",
        ),
        pytest.param(
            "form/consent",
            "ru",
            [
                ("Подтверждает право на услугу", ["Помощь на дому"]),
                ("Перечислено в процедурах", ["Посещение семьи", "При опасности"]),
                ("Используется в шагах", ["Посещение семьи шаг 2", "При опасности шаг 2"]),
                ("Используется для направлений", ["При опасности шаг 2"]),
                ("Передаётся при направлении", ["При опасности шаг 2"]),
                ("Даёт данные для показателей", ["Своевременные посещения"]),
            ],
            id="a form and the steps that use it",
        ),
        pytest.param("indicator/visits", "en", [], id="nothing points here"),
    ],
)
def test_what_points_to_a_record(
    key: str, lang: str, expected: list[tuple[str, list[str]]]
) -> None:
    found = [
        group for group in inverse(key, lang) if group[0] != "Shows the quality of the services"
    ]
    assert found == expected


def test_what_points_to_one_place_alone() -> None:
    assert inverse("form/consent", fragment="field.name") == [
        ("Handed on with referrals", ["In danger step 2"])
    ]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        pytest.param("tk", "1–3-nji meýdançalar 5-nji meýdança", id="Turkmen"),
        pytest.param("ru", "поля 1–3 поле 5", id="Russian"),
        pytest.param("en", "fields 1–3 field 5", id="English"),
    ],
)
def test_three_places_in_a_row_are_told_as_one(lang: str, expected: str) -> None:
    fields = "".join(
        f"  - id: f{number}\n    label: {{en: Field}}\n    shared_with: [role/{role}]\n"
        for number, role in enumerate(("worker", "worker", "worker", "lead", "worker"), 1)
    )
    graph = rich({"normative/forms/long.yml": f"title: {{en: Long}}\nfields:\n{fields}"}).graph
    desk = desk_of(Voice(graph, graph.languages[lang]), "role/worker")
    entry = next(
        entry
        for group in inverse_of(desk, "role/worker")
        for entry in group.entries
        if str(entry.link.href).startswith("../form/long")
    )
    assert " ".join(str(place.words) for place in entry.places) == expected
    assert [place.href for place in entry.places] == [
        "../form/long.html#field.f1",
        "../form/long.html#field.f5",
    ]


def test_an_office_sees_what_its_comments_are_on() -> None:
    voice = Voice(drafted(), GRAPH.languages["en"])
    groups = inverse_of(desk_of(voice, "organisation/office"), "organisation/office")
    group = next(each for each in groups if each.label == "Comments by this office")
    assert [str(each.link.words) for each in group.entries] == [
        "Article 2 of the Law &quot;On Help&quot;",
        "Law &quot;On Help&quot;",
    ]


def test_mentions_come_last_and_never_beside_a_named_relation() -> None:
    files = {
        "normative/groups/talk.yml": (
            "title: {en: Talkers}\nstatus: idea\n"
            "description: {en: 'They use [[form/consent]] and [[sop/visit]].'}\n"
        ),
        "normative/roles/worker.yml": (
            "title: {en: Worker}\nstatus: idea\npurpose: {en: 'Follows [[sop/visit]].'}\n"
            "duties: [{en: 'Fills [[form/consent]].'}]\nsupervised_by: role/lead\n"
        ),
        "normative/sops/crisis.yml": (
            "title: {en: In danger}\nstatus: idea\npurpose: {en: 'See [[form/consent]].'}\n"
            "forms: [{form: form/consent}]\n"
        ),
    }
    graph = rich(files).graph
    desk = desk_of(Voice(graph, graph.languages["en"]), "form/consent")
    last = inverse_of(desk, "form/consent")[-1]
    assert last.label == "Mentioned in"
    assert [str(entry.link.words) for entry in last.entries] == ["Talkers", "Worker"]


def test_a_source_is_not_named_twice_for_one_record() -> None:
    """A fact cites the report as its source, and its statement does: a list once is enough."""
    fact = (
        "title: {en: Visits made}\nstatus: idea\nsources: [{document: document/guide}]\n"
        "statements: [{value: 1, document: document/guide}]\n"
    )
    role = "title: {en: Worker}\nstatus: idea\nsources: [{document: document/guide}]\n"
    files = {"normative/facts/made.yml": fact, "normative/roles/worker.yml": role}
    graph = full(files).graph
    desk = desk_of(Voice(graph, graph.languages["en"]), "document/guide")
    found = {
        group.label: [str(each.link.words) for each in group.entries]
        for group in inverse_of(desk, "document/guide")
    }
    assert "Visits made" in found["States facts"]
    assert found["Source of"] == ["Worker"]


def test_an_edition_that_binds_no_more_points_nowhere() -> None:
    text = "        text: {tk: Öňki., ru: Прежнее., en: 'Former: [[form/consent]].'}"
    path = "normative/acts/help/editions/2019-01-01.yml"
    old = OLD[path].replace(
        "            text: {tk: Öňki., ru: Прежнее., en: Former.}", f"    {text}"
    )
    graph = rich({path: old}).graph
    desk = desk_of(Voice(graph, graph.languages["en"]), "form/consent")
    assert "form/consent" in {
        link.target.key for link in graph.links["act/help@2019-01-01"] if link.target
    }
    assert "Mentioned in" not in {group.label for group in inverse_of(desk, "form/consent")}


def relations(kind: str, part: type[Part], path: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the relation of every field of a kind that holds references."""
    for slot in slots(part):
        for each in _types(part.model_fields[slot.name].annotation):
            here = (*path, slot.key)
            if each is Ref:
                yield ".".join((kind, *here))
            elif isinstance(each, type) and issubclass(each, Part) and slot.key not in path:
                yield from relations(kind, each, here)


def _types(annotation: object) -> Iterator[object]:
    yield annotation
    for each in get_args(annotation):
        yield from _types(each)


EVERY = sorted({relation for kind in KINDS for relation in relations(kind.kind, kind)})


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_every_relation_has_a_name_for_its_other_side(lang: str) -> None:
    voice = Voice(GRAPH, packs(("tk", "ru", "en"))[lang])
    assert len(EVERY) > 100
    assert [each for each in EVERY if label_key(voice, each) == MENTION] == []


def test_the_depth_of_a_provision_does_not_change_the_name() -> None:
    voice = Voice(GRAPH, GRAPH.languages["en"])
    deep = label_key(voice, "edition.body.contains.contains.defines")
    assert deep == label_key(voice, "edition.body.defines")
    assert voice.say(deep) == "Defined in"
