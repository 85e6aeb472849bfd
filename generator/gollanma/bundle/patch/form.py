"""A patch as a file: its header, who signed it, and its operations."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from gollanma.bundle import canonical
from gollanma.bundle.canonical import HASH, Fields
from gollanma.bundle.errors import BundleError
from gollanma.bundle.lists import hashed
from gollanma.bundle.manifest import FORM, LANGUAGE, SLUG

MAGIC = b"GOLLANMA PATCH 1\n"
NAMESPACE = "gollanma-patch"
ENDING = ".gpatch"
SCHEMA = 1
LARGEST = 2**29
MORE_OPERATIONS = 16
LONGEST_HEADER = 2**16
LONGEST_SIGNATURE = 2**12
MOST_SIGNATURES = 16
NUMBER = 4
NAME = "patch"
FIELDS = ("schema", "bundle", "form", "languages", "from", "to", "ops")


@dataclass(frozen=True, slots=True)
class Sum:
    """How many bytes there are, and their SHA-256."""

    size: int
    sha256: str

    @classmethod
    def of(cls, data: bytes) -> Self:
        """Sum bytes up."""
        return cls(len(data), hashed(data))


@dataclass(frozen=True, slots=True)
class State:
    """One version of a bundle, as the bytes that a patch works on."""

    version: int
    sum: Sum


@dataclass(frozen=True, slots=True)
class Header:
    """What a patch is for; whoever signs it stands for all that it makes."""

    bundle: str
    form: str
    languages: tuple[str, ...]
    before: State
    after: State
    operations: Sum

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Read the bytes of a header; refuses all but the canonical ones."""
        found = canonical.fields(data, NAME, SCHEMA, LONGEST_HEADER)
        found.only(*FIELDS)
        header = cls(
            bundle=found.text("bundle", SLUG),
            form=found.text("form", FORM),
            languages=found.texts("languages", LANGUAGE),
            before=_state(found.fields("from")),
            after=_state(found.fields("to")),
            operations=_sum(found.fields("ops"), "size", "sha256"),
        )
        if header.operations.size > header.after.sum.size + MORE_OPERATIONS:
            raise found.refused("ops.size")
        return header

    def written(self) -> bytes:
        """Give the canonical bytes, which are what is signed."""
        return canonical.written(
            {
                "schema": SCHEMA,
                "bundle": self.bundle,
                "form": self.form,
                "languages": list(self.languages),
                "from": _written(self.before),
                "to": _written(self.after),
                "ops": {"size": self.operations.size, "sha256": self.operations.sha256},
            }
        )


@dataclass(frozen=True, slots=True)
class Patch:
    """A patch as it was handed over: nothing in it is believed yet."""

    header: Header
    signed: bytes
    """The bytes of the header, over which the signatures are."""
    signatures: tuple[str, ...]
    deflated: bytes

    @classmethod
    def of(cls, header: Header, operations: bytes, signatures: Sequence[str] = ()) -> Self:
        """Make a patch; signatures are put in as those who sign send them."""
        packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
        packed = packer.compress(operations) + packer.flush()
        return cls(header, header.written(), tuple(signatures), packed)

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Read a patch; codes `patch-form`, and those of a header."""
        if not data.startswith(MAGIC):
            raise BundleError("patch-form")
        signed, at = _piece(data, len(MAGIC), LONGEST_HEADER)
        count, at = _number(data, at, MOST_SIGNATURES)
        signatures = []
        for _ in range(count):
            armour, at = _piece(data, at, LONGEST_SIGNATURE)
            signatures.append(_text(armour))
        return cls(Header.read(signed), signed, tuple(signatures), data[at:])

    def written(self) -> bytes:
        """Give the bytes of the file."""
        armours = [each.encode("ascii") for each in self.signatures]
        pieces = [b for each in armours for b in (_counted(len(each)), each)]
        head = (MAGIC, _counted(len(self.signed)), self.signed, _counted(len(armours)))
        return b"".join((*head, *pieces, self.deflated))

    def operations(self) -> bytes:
        """Inflate the operations, to the stated size and no further."""
        wanted = self.header.operations
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            found = unpacker.decompress(self.deflated, wanted.size + 1)
        except zlib.error:
            raise BundleError("patch-operations") from None
        if not unpacker.eof or unpacker.unused_data or Sum.of(found) != wanted:
            raise BundleError("patch-operations")
        return found


def _state(found: Fields) -> State:
    state = State(found.integer("version", 1), _sum(found, "version", "size", "sha256"))
    if state.sum.size > LARGEST:
        raise found.refused("size")
    return state


def _sum(found: Fields, *known: str) -> Sum:
    found.only(*known)
    return Sum(found.integer("size", 1), found.text("sha256", HASH))


def _written(state: State) -> dict[str, object]:
    return {"version": state.version, "size": state.sum.size, "sha256": state.sum.sha256}


def _counted(number: int) -> bytes:
    return number.to_bytes(NUMBER, "big")


def _number(data: bytes, at: int, most: int) -> tuple[int, int]:
    """Read a whole number; give it with the place after it."""
    end = at + NUMBER
    number = int.from_bytes(data[at:end], "big")
    if end > len(data) or number > most:
        raise BundleError("patch-form")
    return number, end


def _piece(data: bytes, at: int, longest: int) -> tuple[bytes, int]:
    """Read a piece with its size before it; give it with the place after it."""
    size, start = _number(data, at, longest)
    if start + size > len(data):
        raise BundleError("patch-form")
    return data[start : start + size], start + size


def _text(armour: bytes) -> str:
    try:
        return armour.decode("ascii")
    except UnicodeDecodeError:
        raise BundleError("patch-form") from None
