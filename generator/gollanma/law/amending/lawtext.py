"""The law text of an edition: what an amending act changes and what must be equal in the end.

Numbers, headings, words, order, structure, preamble and what was repealed are law text.
Explanations, notes, modality, dates, promised by-laws and what a provision defines are not: they
are of the handbook, and no amending act speaks of them.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.text import Text

Words = tuple[tuple[str, str], ...]
"""By language."""


@dataclass(frozen=True, slots=True)
class Written:
    """One provision as the law has it."""

    id: str
    """Empty where an id is not compared."""
    unit: str
    number: str
    heading: Words
    text: Words
    is_repealed: bool
    contains: "tuple[Written, ...]"


@dataclass(frozen=True, slots=True)
class LawText:
    """The text of an act."""

    preamble: Words
    body: tuple[Written, ...]


def law_text(
    edition: Edition, languages: Collection[str], named: Callable[[str], bool] | None = None
) -> LawText:
    """Give the law text of an edition in these languages, with the ids for which `named` holds."""
    body = tuple(_written(each, languages, named) for each in edition.body)
    return LawText(_words(edition.preamble, languages), body)


def said(text: Text | None, language: str) -> str:
    """Give the words of a text in a language; empty where it has none."""
    return text.get(language, "").strip() if text else ""


def _written(
    provision: Provision, languages: Collection[str], named: Callable[[str], bool] | None
) -> Written:
    return Written(
        provision.id if named is None or named(provision.id) else "",
        provision.unit,
        provision.number or "",
        _words(provision.heading, languages),
        _words(provision.text, languages),
        provision.repealed,
        tuple(_written(each, languages, named) for each in provision.contains),
    )


def _words(text: Text | None, languages: Collection[str]) -> Words:
    return tuple((code, said(text, code)) for code in languages if said(text, code))
