"""The list of published addresses: it only grows."""

from gollanma.graph import Graph
from gollanma.views import pages


def addresses(graph: Graph) -> str:
    """Give the text of the list: what it held, and every page of the library as it is now."""
    default = graph.languages.default.code
    now = {page.address for page in pages(graph) if page.lang == default}
    return "".join(f"{each}\n" for each in sorted({*graph.library.state.addresses, *now}))
