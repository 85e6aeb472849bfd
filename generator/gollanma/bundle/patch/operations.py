"""The operations of a patch: written, and carried out within strict bounds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from gollanma.bundle.canonical import SAFE
from gollanma.bundle.errors import BundleError

COPY, LITERAL = 0, 1
BITS = 7
MORE = 1 << BITS
MOST_BITS = SAFE.bit_length()


@dataclass(frozen=True, slots=True)
class Copy:
    """Bytes of the version before."""

    offset: int
    length: int

    @property
    def end(self) -> int:
        """The offset after the last byte."""
        return self.offset + self.length

    def __len__(self) -> int:
        return self.length


Operation: TypeAlias = Copy | bytes
"""A copy, or the bytes themselves where the version before does not have them."""


def written(operations: Iterable[Operation]) -> bytes:
    """Give operations as a patch holds them; those that are empty are left out."""
    return b"".join(chain.from_iterable(_parts(each) for each in joined(operations)))


def joined(operations: Iterable[Operation]) -> Iterator[Operation]:
    """Yield the same operations, neighbours that are one made one and empty ones left out."""
    last: Operation = b""
    for each in operations:
        if not each:
            continue
        if isinstance(last, bytes) and isinstance(each, bytes):
            last += each
        elif isinstance(last, Copy) and isinstance(each, Copy) and last.end == each.offset:
            last = Copy(last.offset, last.length + each.length)
        else:
            yield from (last,) if last else ()
            last = each
    yield from (last,) if last else ()


def carried_out(operations: bytes, old: bytes, size: int) -> bytes:
    """Make so many bytes; refuses operations that break a rule, before they take more room."""
    new = bytearray()
    at = 0
    while at < len(operations):
        kind, at = _number(operations, at)
        source, start, length, at = _source(kind, operations, at, old)
        if not 0 < length <= min(size - len(new), len(source) - start):
            raise BundleError("patch-operations")
        new += memoryview(source)[start : start + length]
    if len(new) != size:
        raise BundleError("patch-operations")
    return bytes(new)


def _source(kind: int, operations: bytes, at: int, old: bytes) -> tuple[bytes, int, int, int]:
    """Give where bytes come from, at which offset, how many, and where the next operation is."""
    match kind:
        case 0:
            offset, at = _number(operations, at)
            length, at = _number(operations, at)
            return old, offset, length, at
        case 1:
            length, at = _number(operations, at)
            return operations, at, length, at + length
        case _:
            raise BundleError("patch-operations")


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Read a varint; give it with the place after it."""
    value = 0
    for shift in range(0, MOST_BITS, BITS):
        if at >= len(data):
            break
        byte = data[at]
        at += 1
        value |= byte % MORE << shift
        if byte < MORE:
            if value >= SAFE or (shift and not byte):
                break
            return value, at
    raise BundleError("patch-operations")


def _parts(operation: Operation) -> Iterator[bytes]:
    match operation:
        case Copy(offset, length):
            yield bytes([COPY, *_varint(offset), *_varint(length)])
        case _:
            yield bytes([LITERAL, *_varint(len(operation))])
            yield operation


def _varint(number: int) -> Iterator[int]:
    while number >= MORE:
        yield number % MORE | MORE
        number >>= BITS
    yield number
