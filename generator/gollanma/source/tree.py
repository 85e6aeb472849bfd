"""What a file says, as written: scalars, lists and maps that know where they stand.

Nodes keep the indexes of their first character and of the one after their last; `Lines` turns
these into lines and columns. Named tuples, because a library has some 200,000 nodes.
"""

from collections.abc import Callable
from collections.abc import Mapping as Map
from functools import partial
from typing import NamedTuple, TypeAlias


class Scalar(NamedTuple):
    """A text, before anybody decides whether it is a number, a date or words."""

    value: str
    style: str
    """`'`, `"`, `|`, `>`, or empty for a plain one."""
    start: int
    end: int


class Sequence(NamedTuple):
    """A list."""

    items: "tuple[Node, ...]"
    start: int
    end: int


class Entry(NamedTuple):
    """A key of a map with its value."""

    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    """A map from keys to values, in the order of the file."""

    entries: Map[str, Entry]
    start: int
    end: int


Node: TypeAlias = Scalar | Sequence | Mapping

# Named tuples made by calling their class take twice the time, a fifth of reading a library.
# The parser gives any node as a key: `keys` lets scalars pass.
make_scalar: Callable[[tuple[str, str, int, int]], Scalar] = partial(tuple.__new__, Scalar)
make_entry: Callable[[tuple[Node, Node]], Entry] = partial(tuple.__new__, Entry)


def step(node: Node, key: str | int) -> Node | None:
    """Give the value under a key of a map or at an index of a list, or nothing."""
    match node, key:
        case Mapping(), str() if key in node.entries:
            return node.entries[key].value
        case Sequence(), int() if 0 <= key < len(node.items):
            return node.items[key]
        case _:
            return None
