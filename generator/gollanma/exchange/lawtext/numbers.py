"""Ids and the order of numbers: what a provision is called for ever, and what looks amiss."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from gollanma.diagnostics import Diagnostic, Span
from gollanma.exchange.lawtext.findings import doubtful, repeated
from gollanma.exchange.lawtext.nodes import Node, below
from gollanma.exchange.lawtext.roles import Roles
from gollanma.languages import Opening, number_value, raised
from gollanma.model.project import Numbering


def name_all(roles: Roles, nodes: list[Node]) -> Iterator[Diagnostic]:
    """Give every provision its id; yield a finding where two would have the same."""
    taken: dict[str, Span] = {}
    for node, holder, prefix in _with_prefix(roles, nodes, "", ""):
        own = _own(roles, node, holder.contains if holder else nodes)
        id_ = id_of(roles, node.unit, prefix, own)
        if id_ in taken and holder is not None and not prefix:
            id_ = f"{holder.id}.{id_}"
        if id_ in taken:
            yield repeated(node.span, taken[id_], number=raised(node.number) or own)
        taken.setdefault(id_, node.span)
        node.id = id_


def _with_prefix(
    roles: Roles, nodes: Sequence[Node], prefix: str, _: str, holder: Node | None = None
) -> Iterator[tuple[Node, Node | None, str]]:
    """Yield provisions with what holds them and the id that theirs begins with."""
    for node in nodes:
        yield node, holder, prefix
        inside = node.id if roles.rule(node.unit).in_path else prefix
        yield from _with_prefix(roles, node.contains, inside, "", node)


def id_of(roles: Roles, unit: str, prefix: str, own: str) -> str:
    """Give the id of a provision under what is cited around it, from what it adds itself."""
    is_lettered = unit in roles.notes or unit == roles.inner
    if not prefix:
        return f"{unit[0]}{own}"
    return f"{prefix}.{unit[0]}{own}" if is_lettered else f"{prefix}.{own}"


def _own(roles: Roles, node: Node, siblings: Sequence[Node]) -> str:
    alike = [each for each in siblings if each.unit == node.unit]
    place = next(i for i, each in enumerate(alike, 1) if each is node)
    return own_part(roles, node.unit, node.number, place)


def own_part(roles: Roles, unit: str, number: str, place: int) -> str:
    """Give what a provision adds to an id: its number, or its place where that tells nothing."""
    if number and roles.rule(unit).numbering is Numbering.LETTER:
        letter = roles.form.position(number)
        return _latin(letter) if letter is not None else str(place)
    return "-".join(map(str, number_value(number))) or str(place)


def _latin(place: int) -> str:
    """Give the Latin letter of a place in a list, whatever letters the language counts with."""
    first, last = ord("a"), 26
    return chr(first + place) if place < last else f"z{place - last + 1}"


def out_of_order(roles: Roles, nodes: Sequence[Node]) -> Iterator[Diagnostic]:
    """Yield the numbers that do not follow the one before them; articles count through chapters."""
    everything = list(below(list(nodes)))
    for siblings in (nodes, *(each.contains for each in everything)):
        numbered = [each for each in siblings if each.number and each.unit != roles.article]
        for _, run in groupby(numbered, lambda each: each.unit):
            yield from _run(roles, list(run))
    yield from _run(roles, [each for each in everything if each.unit == roles.article])


def _run(roles: Roles, run: Sequence[Node]) -> Iterator[Diagnostic]:
    before: tuple[int, ...] = ()
    last: Node | None = None
    for node in run:
        value = value_of(roles, node)
        base = _raised_base(before, value)
        if last is not None and base is not None:
            values = {"number": node.number, "maybe": raised(f"{base[0]}^{base[1]}")}
            yield doubtful(node.span, "perhaps-raised", last.span, **values)
            value = base
        elif last is not None and value and before and not follows(before, value):
            values = {"number": raised(node.number), "previous": raised(last.number)}
            yield doubtful(node.span, "order", last.span, **values)
        before, last = value, node


def value_of(roles: Roles, node: Node | Opening) -> tuple[int, ...]:
    """Give what a number is compared by; empty for none, and for one that is none."""
    if roles.rule(node.unit).numbering is Numbering.LETTER:
        place = roles.form.position(node.number)
        return (place + 1,) if place is not None else ()
    return number_value(node.number)


def _raised_base(before: tuple[int, ...], value: tuple[int, ...]) -> tuple[int, int] | None:
    """Give 1¹ for an 11 that stands right after 1, and 1² for a 12 after that."""
    if len(value) != 1 or not before:
        return None
    base, above = divmod(value[0], 10)
    expected = before[1] + 1 if len(before) > 1 else 1
    is_jump = value[0] != before[0] + 1
    return (base, above) if is_jump and base == before[0] and above == expected else None


def follows(before: tuple[int, ...], value: tuple[int, ...]) -> bool:
    """Say whether a number may follow: 12, 12¹, 12², 13; of equal ones another finding speaks."""
    first, second = before[0], before[1] if len(before) > 1 else 0
    return value in {before, (first + 1,), (first, second + 1)} or value[:-1] == before
