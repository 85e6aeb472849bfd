"""Addresses of acts, of their editions in a language, and of places in them."""

import pytest

from gollanma.checks.examples import base
from gollanma.law.frbr import Addresses, plain
from gollanma.law.number_paths import eids
from gollanma.model import Ref
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind
from tests.support.projects import changed, small, whole

ACT = "normative/acts/help/act.yml"
PROJECT = "gollanma.yml"
EDITION = "normative/acts/help/editions/2020-02-01.yml"
COUNTRY = changed(PROJECT, "languages:\n", "country: xx\nlanguages:\n")


def act(old: str, new: str) -> dict[str, str]:
    return changed(ACT, old, new)


def addresses(files: dict[str, str]) -> Addresses:
    graph = whole({**base(), **files}).graph
    return Addresses(graph.library, graph.languages)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        pytest.param("434-VI", "434-vi", id="figures and Roman ones"),
        pytest.param("45-Ö", "45-o", id="a letter with a sign"),
        pytest.param("№ 5/2", "no-5-2", id="signs between"),
        pytest.param("45-Р", "", id="a Cyrillic letter would be lost"),
        pytest.param(None, "", id="no number"),
    ],
)
def test_a_number_in_an_address(number: str | None, written: str) -> None:
    assert plain(number) == written


@pytest.mark.parametrize(
    ("files", "address"),
    [
        pytest.param({}, None, id="no country, no address"),
        pytest.param(COUNTRY, "/akn/xx/act/law/2020-01-10/1-i", id="of kind, day and number"),
        pytest.param(
            COUNTRY | act("number: 1-I\n", ""),
            "/akn/xx/act/law/2020-01-10/help",
            id="by its name where it has no number",
        ),
        pytest.param(
            COUNTRY | act("  - stage: adopted\n    day: 2020-01-10\n", ""),
            "/akn/xx/act/law/2020-02-01/1-i",
            id="of the next best day",
        ),
        pytest.param(
            COUNTRY | act("act_kind: law\n", ""),
            "/akn/xx/act/9999-12-31/1-i",
            id="of no kind, and so of no stage and no day",
        ),
        pytest.param(
            act("number: 1-I\n", "number: 1-I\nfrbr: /akn/yy/act/2020/1/\n"),
            "/akn/yy/act/2020/1",
            id="its own before any other",
        ),
    ],
)
def test_the_address_of_an_act(files: dict[str, str], address: str | None) -> None:
    assert addresses(files).work("act/help") == address


def test_only_acts_have_addresses() -> None:
    made = addresses(COUNTRY)
    assert made.work("sop/visit") is None
    assert made.day("sop/visit") is None
    assert made.concept(Ref.parse("term/consent#x")) == "/akn/ontology/term/xx/consent#x"  # type: ignore[arg-type]
    assert addresses({}).concept(Ref("role", "worker")) == "/akn/ontology/role/worker"


@pytest.mark.parametrize(
    ("old", "new", "address"),
    [
        pytest.param("", "", "/akn/xx/act/law/2020-01-10/1-i/rus@2020-02-01", id="its first day"),
        pytest.param(
            "stage: in-force\nin_force:\n  from: 2020-02-01\n",
            "stage: drafting\nday: 2020-01-05\n",
            "/akn/xx/bill/law/2020-01-10/1-i/rus@2020-01-05",
            id="a bill, by the day when it was made",
        ),
        pytest.param(
            "in_force:\n  from: 2020-02-01\n",
            "in_force: {}\n",
            "/akn/xx/act/law/2020-01-10/1-i/rus@2020-02-01",
            id="its name where it has no day",
        ),
    ],
)
def test_the_address_of_an_edition(old: str, new: str, address: str) -> None:
    files = COUNTRY | changed(EDITION, old, new)
    made = addresses(files)
    edition = made.library.records["act/help@2020-02-01"]
    assert isinstance(edition, Edition)
    assert made.expression("act/help", "2020-02-01", edition, "ru") == address


def kind() -> ActKind | None:
    files = changed(
        PROJECT,
        "      - id: article\n",
        "      - {id: chapter, in_path: false}\n      - id: article\n",
    )
    return small(files).library.project.act_kind("law")


def unit(unit: str, number: str | None, *inside: Provision) -> Provision:
    return Provision(id="x", unit=unit, number=number, contains=inside)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        pytest.param(
            [unit("chapter", "II", unit("article", "8", unit("part", "1", unit("point", "2"))))],
            ["chp_II", "art_8", "art_8__para_1", "art_8__para_1__point_2"],
            id="numbers of articles run through the chapters",
        ),
        pytest.param([unit("article", "12^1")], ["art_12-1"], id="a raised number"),
        pytest.param(
            [unit("article", "1", unit("part", None), unit("part", None))],
            ["art_1", "art_1__para_nn1", "art_1__para_nn2"],
            id="parts without a number are counted",
        ),
        pytest.param(
            [unit("article", "1"), unit("article", "1"), unit("article", "1")],
            ["art_1", "art_1-2", "art_1-3"],
            id="equal numbers have names of their own",
        ),
        pytest.param([unit("note", None)], ["note_nn1"], id="a unit of no element"),
        pytest.param([unit("article", "№")], ["art_nn1"], id="a number without figures"),
    ],
)
def test_paths_of_numbers(body: list[Provision], names: list[str]) -> None:
    assert list(eids(Edition(body=tuple(body)), kind()).values()) == names
