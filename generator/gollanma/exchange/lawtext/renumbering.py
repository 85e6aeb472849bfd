"""Numbers for provisions that a draft puts into another text: 12^1 where the next is 13 already."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import count

from gollanma.languages import number_value
from gollanma.law import Unit, units
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind

Row = tuple[str, str]
"""What provisions are counted in, and their unit."""


def fitting(
    body: Sequence[Provision], own: AbstractSet[str], kind: ActKind
) -> tuple[Provision, ...]:
    """Give a text in which each of its `own` provisions has a number that fits where it stands.

    A number stays where it does; else it is the one before it with a raised one behind.
    """
    placed = units(Edition(body=tuple(body)))
    rows: dict[Row, list[str]] = {}
    for name, unit in placed.items():
        if unit.provision.number and number_value(unit.provision.number):
            rows.setdefault((_scope(unit, placed, kind), unit.provision.unit), []).append(name)
    numbers: dict[str, str] = {}
    for row in rows.values():
        numbers |= _row(row, {name: placed[name].provision.number or "" for name in row}, own)
    return _with_numbers(body, numbers)


def _scope(unit: Unit, placed: Mapping[str, Unit], kind: ActKind) -> str:
    """Give the provision in which another is counted: articles run through all chapters."""
    for name in reversed(unit.above):
        rule = kind.unit(placed[name].provision.unit)
        if rule is not None and rule.in_path:
            return name
    return ""


def _row(
    names: Sequence[str], numbers: Mapping[str, str], own: AbstractSet[str]
) -> Mapping[str, str]:
    found: dict[str, str] = {}
    taken = {numbers[name] for name in names if name not in own}
    before = ""
    for index, name in enumerate(names):
        number = numbers[name]
        after = next((numbers[each] for each in names[index + 1 :] if each not in own), "")
        if name in own and not _fits(number, before, after, taken) and before:
            base = before.partition("^")[0]
            free = (f"{base}^{n}" for n in count(1))
            number = found[name] = next(each for each in free if each not in taken)
        taken.add(number)
        before = number
    return found


def _fits(number: str, before: str, after: str, taken: AbstractSet[str]) -> bool:
    value = number_value(number)
    is_behind = not before or number_value(before) < value
    return number not in taken and is_behind and (not after or value < number_value(after))


def _with_numbers(body: Sequence[Provision], numbers: Mapping[str, str]) -> tuple[Provision, ...]:
    return tuple(
        each.model_copy(
            update={
                "number": numbers.get(each.id, each.number),
                "contains": _with_numbers(each.contains, numbers),
            }
        )
        for each in body
    )
