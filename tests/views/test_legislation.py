"""What machines are told of laws, and what they are never told."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gollanma.cli.desk import Desk
from gollanma.graph import Graph
from gollanma.model.kinds import Edition
from gollanma.model.stems import stem_of
from gollanma.views import pages
from gollanma.views.legislation import Legislation
from gollanma.views.page import Page
from gollanma.views.voice import Voice
from tests.support.projects import DAY
from tests.views.full import DRAFT_EDITION, EDITION, LAW, full

ACT = "normative/acts/support/act.yml"
FOLDER = "normative/acts/support/editions"
OFFICIAL = {
    f"{FOLDER}/2021-01-01.yml": EDITION.replace("sample: true\n", "", 1).replace(
        "status: draft\n", "status: in-force\n", 1
    ),
    f"{FOLDER}/draft-next.yml": DRAFT_EDITION.replace("    sample: true\n", "")
    + 'based_on: "2021-01-01"\n',
}


def told(graph: Graph) -> dict[tuple[str, str], Page]:
    return {(page.address, page.lang): page for page in pages(graph)}


def of(address: str, lang: str = "en", files: dict[str, str] | None = None) -> Any:
    """Give what is told on a page of a project whose law is no sample."""
    if not files:
        return official()[address, lang].law
    stem, laws = other(tuple(sorted(files.items())))
    return laws[address.replace("act/support", stem, 1), lang]


@cache
def other(files: tuple[tuple[str, str], ...]) -> tuple[str, dict[tuple[str, str], Any]]:
    """Give where the law stands in a project with these files, and what its pages tell."""
    made = full({**OFFICIAL, **dict(files)})
    told_of = {name: page.law for name, page in told(made.graph).items()}
    return stem_of(made.library, "act/support"), told_of


@cache
def official() -> dict[tuple[str, str], Page]:
    return told(full(OFFICIAL).graph)


def test_an_act_tells_what_it_is_and_whether_it_binds() -> None:
    assert of("act/support.html") == {
        "@type": "Legislation",
        "legislationIdentifier": "/akn/tm/act/2021/2-I",
        "name": "On Support",
        "alternateName": "Support Law",
        "inLanguage": "en",
        "legislationLegalValue": "https://schema.org/UnofficialLegalValue",
        "legislationType": "law",
        "legislationDate": "2020-12-01",
        "datePublished": "2020-12-30",
        "legislationDateVersion": "2021-01-01",
        "legislationPassedBy": {"@type": "Organization", "name": "The house"},
        "legislationLegalForce": "https://schema.org/InForce",
    }


def test_the_language_that_decides_is_no_translation() -> None:
    assert "legislationLegalValue" not in of("act/support.html", "ru")


def test_an_article_is_a_part_of_its_act() -> None:
    facts = of("act/support/a1.html")
    assert facts["legislationIdentifier"] == "/akn/tm/act/2021/2-I/~art_1-1"
    assert facts["isPartOf"]["legislationIdentifier"] == "/akn/tm/act/2021/2-I"
    assert facts["name"].startswith("Article 1")


def test_a_draft_does_not_bind_and_names_what_it_would_change() -> None:
    facts = of("act/support/draft-next.html")
    before = "/akn/tm/act/2021/2-I/eng@2021-01-01"
    assert facts["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert facts["legislationChanges"]["legislationIdentifier"] == before
    assert facts["isBasedOn"] == facts["legislationChanges"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({ACT: LAW + "sample: true\n"}, id="the act is a sample"),
        pytest.param({f"{FOLDER}/2021-01-01.yml": EDITION}, id="its edition is a sample"),
        pytest.param({ACT: LAW + "quick_exit: true\n"}, id="its reader may be in danger"),
    ],
)
@pytest.mark.parametrize("address", ["act/support.html", "act/support/a1.html"])
def test_of_a_sample_machines_are_told_nothing(files: dict[str, str], address: str) -> None:
    for lang in ("tk", "ru", "en"):
        assert of(address, lang, files) is None


def test_an_article_with_a_sample_inside_tells_nothing() -> None:
    edition = DRAFT_EDITION.replace(
        "    sample: true\n",
        '    contains:\n      - {id: a1.1, unit: part, number: "1", sample: true}\n',
    )
    files = {f"{FOLDER}/draft-next.yml": edition}
    assert of("act/support/draft-next/a1.html", files=files) is None
    assert of("act/support/draft-next.html", files=files) is not None


def test_pages_of_other_kinds_tell_nothing_of_law() -> None:
    told_on = {address for (address, _), page in official().items() if page.law is not None}
    assert told_on
    assert all(address.startswith("act/") for address in told_on)


@pytest.mark.parametrize("folder", [Path(), Path("tests/fixtures/codru")], ids=str)
def test_of_no_sample_of_ours_machines_are_told_anything(folder: Path) -> None:
    graph = Desk(folder, DAY, None).graph
    for key, edition in graph.library.keyed(Edition):
        act = graph.library.act_of(key)
        if act and (act.sample or edition.sample):
            for language in graph.languages.values():
                assert Legislation(Voice(graph, language), key, act, edition).facts() is None, key
