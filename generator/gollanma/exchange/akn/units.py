"""Which unit of an act an element is, and the id of one that comes without."""

import re

from lxml import etree

from gollanma.exchange.akn.vocabulary import UNITS, own
from gollanma.exchange.markup import Element
from gollanma.languages import lowered
from gollanma.languages.numerals import arabic
from gollanma.law.number_paths import CONTAINER
from gollanma.model.project import ActKind
from gollanma.model.scalars import FRAGMENT_PATTERN

NUMBER = re.compile(
    r"""  (?P<figures> [0-9]+ (?: \^ [0-9]+ )? )
        | \b (?P<roman> [IVXLCDM]+ (?: \^ [0-9]+ )? ) \b
        | \b (?P<letter> \w ) (?= [).] )
    """,
    re.VERBOSE,
)
FRAGMENT = re.compile(FRAGMENT_PATTERN)
LONGEST = 80
NOT_IN_IDS = re.compile("[^0-9a-z]+")


def unit_of(element: Element) -> str:
    """Give the unit for which an element stands."""
    name = etree.QName(element).localname
    return (element.get("name") or name) if name == CONTAINER else UNITS.get(name, name)


def number_of(number: Element | None, words: str) -> str | None:
    """Give a number as data: the one that we wrote, else what the printed words hold."""
    if number is None:
        return None
    kept = number.get(own("number"))
    if kept is not None:
        return kept
    found = NUMBER.search(lowered(words))
    return found[0] if found else None


def id_of(element: Element, unit: str, number: str | None, above: str, count: int) -> str:
    """Give the id of a provision: its own, else one made of its number and what holds it."""
    given = element.get("wId", "")
    if FRAGMENT.fullmatch(given) and len(given) <= LONGEST:
        return given
    bare = slug_of(number)
    if above:
        return f"{above}.{bare or f'{unit}-{count}'}"
    return f"{unit[0]}{bare}" if bare else f"{unit}-{count}"


def slug_of(number: str | None) -> str:
    """Give a number as an id holds it: `12^1` is 12-1, II is 2."""
    figures, _, above = arabic(number or "").partition("^")
    return "-".join(filter(None, (NOT_IN_IDS.sub("", figures.lower()), above)))


def is_in_path(kind: ActKind | None, unit: str) -> bool:
    """Say whether ids inside a unit begin with its own."""
    rule = kind.unit(unit) if kind else None
    return rule is None or rule.in_path
