"""How a language orders changes of an act: sentences with holes, all of them data of its pack."""

from collections.abc import Mapping
from dataclasses import dataclass

from gollanma.languages.inflection import Cases, Noun, read_noun
from gollanma.languages.tables import Table


@dataclass(frozen=True, slots=True)
class Amending:
    """The words of an amending act in one language."""

    sentences: Mapping[str, str]
    """By what is ordered; empty where the pack has no words for amending acts."""
    words: Noun | None
    """The noun for the words that are quoted."""
    agreeing: Mapping[str, Mapping[str, str]]
    """Words that take a form by the gender of a noun."""
    languages: Mapping[str, str]
    """In which language a text is, by code."""
    marks: Mapping[str, str]
    """What a quoted text says of itself in brackets."""
    act: Mapping[str, str]
    """The sentences around the items."""
    titled: frozenset[str]
    """Units that begin with their name and their heading."""
    named: frozenset[str]
    """Units that begin with their name."""
    letters: tuple[str, ...]
    """Of the items inside an item."""
    dash: str
    """Of the items inside those."""


def read_amending(cases: Cases, table: Table) -> Amending:
    """Read the words of a pack for amending acts; a pack may lack them."""
    words = table.table("words")
    return Amending(
        table.table("sentences").strings(),
        read_noun(cases, words) if "singular" in words else None,
        {name: each.strings() for name, each in table.table("agreeing").tables()},
        table.table("languages").strings(),
        table.table("marks").strings(),
        table.table("act").strings(),
        frozenset(table.texts("titled")),
        frozenset(table.texts("named")),
        tuple(table.text("letters", "").split()),
        table.text("dash", ""),
    )
