"""Akoma Ntoso 3.0: editions of acts for other systems of law, and back into our records."""

from collections.abc import Mapping

from gollanma.exchange.akn.document import Writer
from gollanma.exchange.akn.importing import Imported, read
from gollanma.exchange.akn.subject import Subject
from gollanma.exchange.markup import LARGEST
from gollanma.graph import Graph
from gollanma.law.frbr import Addresses
from gollanma.model.kinds import Act, Edition
from gollanma.views.voice import Voice


def documents(graph: Graph, key: str) -> Mapping[str, bytes]:
    """Give the documents of an edition, one for each language, by the name of their file.

    The act needs an address, or the project a country; see `lacks_address`.
    """
    act, edition = graph.library.act_of(key), graph.library.records[key]
    if act is None or not isinstance(edition, Edition):
        raise TypeError(f"{key} is no edition of an act")
    name = key.partition("/")[2]
    return {
        f"{name}.{code}.xml": Writer(Subject(Voice(graph, language), key, act, edition)).document()
        for code, language in graph.languages.items()
        if code in graph.project.languages.all
    }


def lacks_address(graph: Graph, act: str) -> bool:
    """Say whether an act can have no address: none is given, and none can be made."""
    is_act = isinstance(graph.library.records[act], Act)
    return is_act and Addresses(graph.library, graph.languages).work(act) is None


__all__ = ["LARGEST", "Imported", "documents", "lacks_address", "read"]
