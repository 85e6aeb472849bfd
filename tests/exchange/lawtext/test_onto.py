"""An official text takes the place of a sample, and no reference is left in the air."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.exchange.lawtext.importing import import_act
from gollanma.exchange.lawtext.onto import import_onto
from gollanma.exchange.lawtext.printing import print_text
from gollanma.exchange.lawtext.written import Imported
from gollanma.exchange.records import as_yaml
from gollanma.graph import Graph, Problem
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.walk import fragments
from tests.exchange.lawtext.editions import bodies
from tests.exchange.lawtext.reading import CODES, ROOT, languages, read
from tests.support.projects import Small, whole

KEY = "act/help@2022-01-01"
PATH = "normative/acts/help/editions/2022-01-01.yml"
PROJECT = (ROOT / "gollanma.yml").read_text(encoding="utf-8")
ACT = """\
title: {tk: Kömek hakynda}
act_kind: law
authoritative: tk
lifecycle:
  - stage: in-force
    day: 2022-01-01
"""
SAMPLE = """\
sample: true
stage: in-force
in_force:
  from: 2022-01-01
body:
  - id: a1
    unit: article
    number: "1"
    heading: {tk: Kömegiň görnüşleri}
    contains:
      - id: a1.1
        unit: part
        number: "1"
        text: {tk: Goňşy iýmit we derman getirýär.}
        defines: term/food
      - id: a1.2
        unit: part
        number: "2"
        text: {tk: Kömek mugt berilýär.}
        reserves: role/neighbour
  - id: a2
    unit: article
    number: "2"
    heading: {tk: Habar bermek}
    text: {tk: Edara gyssagly ýagdaýda jaň edýär.}
    defines: term/call
"""
OFFICIAL = """\
TÜRKMENISTANYŇ KANUNY

Kömek hakynda

1-nji madda. Umumy düzgünler
Şu Kanun esaslary belleýär.

2-nji madda. Kömegiň görnüşleri
1. Kömek mugt berilýär we satylmaýar.
2. Goňşy iýmit getirýär, derman hem getirýär.
"""


def project(files: Mapping[str, str]) -> Small:
    return whole({"gollanma.yml": PROJECT, "normative/acts/help/act.yml": ACT, **files})


def onto(small: Small, text: str) -> Imported:
    return import_onto(small.graph, [read(text)], KEY)


def after(files: Mapping[str, str], imported: Imported) -> Small:
    return project({**files, **imported.files})


ROLE = """\
# a remark that stays
title: {tk: Goňşy}
legal_basis:   # and this one
  - provision: act/help#a1.1
summary: {tk: "[[act/help#a1.2|Mugt]] we [[act/help#a2]]."}
"""
TERM = """\
status: draft
labels: {tk: [{label: iýmit}]}
definition:
  tk: >-
    Şu hakda [[act/help@2022-01-01#a1|1-nji maddada]] aýdylýar.
"""
SMALL = {
    PATH: SAMPLE,
    "normative/roles/neighbour.yml": ROLE.replace("legal_basis:   # and this one\n  - provision: act/help#a1.1\n", ""),
    "glossary/food.yml": TERM,
    "glossary/call.yml": TERM.replace("iýmit", "jaň").replace("@2022-01-01#a1|1-nji maddada", "#a1.1"),
}  # fmt: skip


def test_the_concordance_follows_words_not_numbers() -> None:
    imported = onto(project(SMALL), OFFICIAL)
    assert imported.concordance is not None
    found = {each.old: each.new for each in imported.concordance.matches}
    assert found == {"a1": "a2", "a1.1": "a2.2", "a1.2": "a2.1", "a2": ""}


def test_references_lead_to_the_official_provisions_and_other_bytes_stay() -> None:
    imported = onto(project(SMALL), OFFICIAL)
    assert imported.files["normative/roles/neighbour.yml"] == SMALL[
        "normative/roles/neighbour.yml"
    ].replace("#a1.2|", "#a2.1|").replace("act/help#a2]]", "act/help]]")
    assert imported.files["glossary/food.yml"] == TERM.replace("#a1|", "#a2|")
    assert "[[act/help#a2.2]]" in imported.files["glossary/call.yml"]


def test_what_has_no_counterpart_is_listed_with_its_place() -> None:
    imported = onto(project(SMALL), OFFICIAL)
    listed = [
        (each.span.path, each.span.line, each.key)
        for each in imported.diagnostics
        if each.key != "perhaps"
    ]
    assert listed == [
        ("normative/acts/help/editions/2022-01-01.yml", 26, "left"),
        ("normative/roles/neighbour.yml", 3, "none"),
    ]


def test_the_official_text_is_no_sample_and_keeps_what_it_is_for_others() -> None:
    small = after(SMALL, onto(project(SMALL), OFFICIAL))
    edition = small.library.records[KEY]
    assert isinstance(edition, Edition)
    assert (edition.sample, edition.status, edition.note) == (False, None, None)
    one, two = edition.body[1].contains
    assert (one.reserves, str(two.defines)) == (one.reserves, "term/food")
    assert str(one.reserves) == "role/neighbour"


def test_references_in_pages_and_in_the_state_are_carried_too() -> None:
    page = "A [[act/help#a1.1|birinji]], `[[act/help#a1.1]]` we [[#a1.1]].\r\n"
    retired = "retired:\n  act/help#a9:\n    new: act/help#a1\n  sop/old: {}\n"
    review = (
        "reviewed:\n  - part: 'act/help#a1.2'\n    stamp: h1:00000000000000000000\n"
        "    by: edara\n    on: 2026-01-01\n"
    )
    state = {
        "normative/state/retired.yml": retired,
        "normative/state/reviewed/role/neighbour.yml": review,
    }
    small = project({**SMALL, **state})
    imported = import_onto(small.graph, [read(OFFICIAL)], KEY, {"docs/a.tk.md": page})
    assert imported.files["docs/a.tk.md"] == page.replace("#a1.1|", "#a2.2|")
    assert imported.files["normative/state/retired.yml"] == retired.replace("#a1\n", "#a2\n")
    reviewed = imported.files["normative/state/reviewed/role/neighbour.yml"]
    assert reviewed == review.replace("#a1.2", "#a2.1")


def test_an_official_text_is_never_overwritten() -> None:
    files = {**SMALL, PATH: SAMPLE.replace("sample: true\n", "")}
    imported = onto(project(files), OFFICIAL)
    assert [(each.code, each.key) for each in imported.diagnostics] == [("LTX001", "official")]
    assert imported.files == {}


def test_a_faulty_text_changes_nothing() -> None:
    imported = onto(project(SMALL), OFFICIAL + "2. Ýene bir gezek.\n")
    assert [each.code for each in imported.diagnostics] == ["LTX003"]
    assert imported.files == {}


def ids(body: Sequence[Provision]) -> list[str]:
    return list(fragments(Edition(body=tuple(body))))


@given(bodies(), bodies(), st.data())
def test_no_reference_is_left_in_the_air(
    old: tuple[Provision, ...], new: tuple[Provision, ...], data: st.DataObject
) -> None:
    pins = st.sampled_from(["", "@2022-01-01"])
    refs = [f"act/help{data.draw(pins)}#{data.draw(st.sampled_from(ids(old)))}" for _ in range(3)]
    first = f"title: {{tk: Goňşy}}\nsummary: {{tk: 'A [[{refs[0]}]], [[{refs[1]}|b]].'}}\n"
    second = f"status: draft\nlabels: {{tk: [{{label: söz}}]}}\nsources:\n  - document: {refs[2]}\n"
    files = {
        PATH: as_yaml(Edition(body=old, sample=True), PATH, CODES),
        "normative/roles/neighbour.yml": first,
        "glossary/food.yml": second,
    }
    official = project({PATH: as_yaml(Edition(body=new), PATH, CODES)})
    text = print_text(official.library, languages(), languages()["tk"], KEY)
    imported = onto(project(files), text)
    small = after(files, imported)
    assert in_the_air(small.graph) == []
    assert imported.concordance is not None
    listed = {each.span.path for each in imported.diagnostics if each.code == "LTX008"}
    without = {each.old for each in imported.concordance.matches if not each.new}
    for path, those in {
        "normative/roles/neighbour.yml": refs[:2],
        "glossary/food.yml": refs[2:],
    }.items():
        if any(each.partition("#")[2] in without for each in those):
            assert path in listed


def in_the_air(graph: Graph) -> list[str]:
    return [
        link.written
        for links in graph.links.values()
        for link in links
        if link.problem in {Problem.NO_PLACE, Problem.NO_EDITION, Problem.UNREADABLE}
    ]


# --- an edition beside others


def test_a_new_edition_keeps_the_ids_of_the_one_before_it() -> None:
    before = project({PATH: SAMPLE.replace("sample: true\n", "")})
    imported = import_act(before.library, languages(), [read(OFFICIAL)], "act/help@2024-01-01")
    small = after({PATH: SAMPLE.replace("sample: true\n", "")}, imported)
    edition = small.library.records["act/help@2024-01-01"]
    assert isinstance(edition, Edition)
    assert edition.based_on == "2022-01-01"
    assert ids(edition.body) == ["a1b", "a1", "a1.2", "a1.1"]


@pytest.mark.parametrize(
    ("key", "code", "finding"),
    [
        pytest.param(KEY, "LTX001", "language-there", id="the language is there already"),
    ],
)
def test_words_are_only_ever_added(key: str, code: str, finding: str) -> None:
    imported = import_act(project(SMALL).library, languages(), [read(OFFICIAL)], key)
    assert [(each.code, each.key) for each in imported.diagnostics] == [(code, finding)]
    assert imported.files == {}
