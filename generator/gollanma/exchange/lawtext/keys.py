"""What provisions are called by their numbers alone, so that two texts of one act can be paired."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from gollanma.exchange.lawtext.nodes import Node
from gollanma.exchange.lawtext.roles import Roles
from gollanma.languages import LawForm, number_value
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import Numbering

Key = tuple[tuple[str, str], ...]
"""Unit and number from the outermost in: of what is cited, and of the provision itself."""


H = TypeVar("H", Node, Provision)
"""A provision in the making, or one that is made."""


def keyed(roles: Roles, forms: Sequence[LawForm], body: Sequence[H]) -> Mapping[Key, H]:
    """Give provisions by their keys; `forms` are those in whose letters lists may be numbered."""
    found: dict[Key, H] = {}
    for cited, whole, each in _walk(roles, forms, body, (), ()):
        found[whole if cited in found else cited] = each
    return found


def _walk(
    roles: Roles, forms: Sequence[LawForm], body: Sequence[H], cited: Key, whole: Key
) -> Iterator[tuple[Key, Key, H]]:
    for each in body:
        own = (each.unit, number_of(roles, forms, each, body))
        yield (*cited, own), (*whole, own), each
        inside = (*cited, own) if _is_cited(roles, each.unit) else cited
        yield from _walk(roles, forms, each.contains, inside, (*whole, own))


def _is_cited(roles: Roles, unit: str) -> bool:
    rule = roles.kind.unit(unit)
    return rule is not None and rule.in_path


def number_of(roles: Roles, forms: Sequence[LawForm], provision: H, siblings: Sequence[H]) -> str:
    """Give the number of a provision as it compares; of one without any its place."""
    if not provision.number:
        alike = [each for each in siblings if each.unit == provision.unit]
        return f"#{next(i for i, each in enumerate(alike) if each is provision)}"
    rule = roles.kind.unit(provision.unit)
    if rule is not None and rule.numbering is Numbering.LETTER:
        places = (form.position(provision.number) for form in forms)
        place = next((each for each in places if each is not None), None)
        return provision.number if place is None else str(place)
    return ".".join(map(str, number_value(provision.number))) or provision.number
