"""Documents of Akoma Ntoso from strangers, parsed."""

from lxml import etree

from gollanma.diagnostics import Diagnostic
from gollanma.exchange.akn.findings import unreadable
from gollanma.exchange.akn.vocabulary import AKN, akn
from gollanma.exchange.markup import Markup
from gollanma.exchange.markup import parse as parse_markup


def parse(path: str, data: bytes) -> Markup | Diagnostic:
    """Parse a document, or say what is wrong with it; nothing is raised."""
    markup = parse_markup(path, data, unreadable)
    if isinstance(markup, Diagnostic):
        return markup
    name = etree.QName(markup.root)
    if name.namespace != AKN or markup.root.tag != akn("akomaNtoso"):
        return unreadable(markup.span(markup.root), "other", name=name.localname)
    return markup
