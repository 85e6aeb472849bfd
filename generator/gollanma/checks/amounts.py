"""Amounts as the checks compare and say them."""

from collections.abc import Mapping

from gollanma.graph import Graph
from gollanma.model.base import Quantity

PEOPLE = frozenset({"person", "child", "family", "household", "case"})
"""Units by which people are counted."""
PERCENT = "percent"


def said(graph: Graph, amount: Quantity) -> Mapping[str, str]:
    """Give an amount in the words of every language."""
    return {
        code: language.quantity(amount.value, amount.unit)
        for code, language in graph.languages.items()
        if amount.unit in language.formats.measures
    }
