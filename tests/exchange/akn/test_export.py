"""Editions as Akoma Ntoso: what others read must be what we hold."""

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from gollanma.cli.desk import Desk
from gollanma.exchange.akn import documents, read
from gollanma.graph import Graph
from gollanma.model.kinds import Edition
from tests.exchange.akn.support import schema
from tests.support.projects import DAY

ADDRESS = ".//{*}FRBRExpression/{*}FRBRuri"
CODRU = Path("tests/fixtures/codru")


@cache
def graph_in(folder: Path) -> Graph:
    return Desk(folder, DAY, None).graph


def editions_in(folder: Path) -> list[str]:
    return [key for key, _ in graph_in(folder).library.keyed(Edition)]


EVERYWHERE = [(folder, key) for folder in (Path(), CODRU) for key in editions_in(folder)]


@pytest.mark.parametrize(("folder", "key"), EVERYWHERE)
def test_each_edition_keeps_the_strict_schema(folder: Path, key: str) -> None:
    for document in documents(graph_in(folder), key).values():
        schema().assertValid(etree.fromstring(document))


@pytest.mark.parametrize(("folder", "key"), EVERYWHERE)
def test_each_edition_comes_back_as_it_went(folder: Path, key: str) -> None:
    graph = graph_in(folder)
    imported = read(graph, documents(graph, key))
    assert imported.diagnostics == ()
    assert imported.editions == {key: graph.library.records[key]}


@pytest.mark.parametrize("folder", [Path(), CODRU], ids=str)
def test_no_two_documents_have_one_address(folder: Path) -> None:
    graph = graph_in(folder)
    addresses = [
        etree.fromstring(document).findall(ADDRESS)[0].get("value")
        for key in editions_in(folder)
        for document in documents(graph, key).values()
    ]
    assert len(addresses) == len(set(addresses))
