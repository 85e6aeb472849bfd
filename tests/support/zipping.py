"""Zip archives as nobody should make them, from the parts of one that is as it should be."""

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import accumulate

from gollanma.bundle.zips import CENTRAL, END, LOCAL, Stored, packed

PAGE = packed(b"page" * 50)


@dataclass(frozen=True, slots=True)
class Part:
    """An entry, with all that its two headers say; absent in the local one is as in the other."""

    name: bytes = b"index.html"
    entry: Stored = PAGE
    flags: int = 0x0800
    method: int | None = None
    made_by: int = 20
    outside: int = 0
    extra: bytes = b""
    local_extra: bytes = b""
    comment: bytes = b""
    local_name: bytes | None = None
    local_size: int | None = None
    local_mark: bytes = b"PK\x03\x04"
    at: int | None = None
    size: int | None = None
    packed_size: int | None = None
    crc: int | None = None
    disk: int = 0
    before: bytes = b""

    def local(self) -> bytes:
        name = self.name if self.local_name is None else self.local_name
        size = self._size if self.local_size is None else self.local_size
        sizes = (self._crc, self._packed, size)
        head = LOCAL.pack(
            self.local_mark, 20, self.flags, self._method, 0, 33, *sizes, len(name), len(self.local_extra)
        )  # fmt: skip
        return self.before + head + name + self.local_extra + self.entry.stream

    def central(self, at: int) -> bytes:
        place = at + len(self.before) if self.at is None else self.at
        sizes = (self._crc, self._packed, self._size)
        lengths = (len(self.name), len(self.extra), len(self.comment), self.disk)
        head = CENTRAL.pack(
            b"PK\x01\x02", self.made_by, 20, self.flags, self._method, 0, 33, *sizes, *lengths, 0, self.outside, place
        )  # fmt: skip
        return head + self.name + self.extra + self.comment

    @property
    def _method(self) -> int:
        return self.entry.method if self.method is None else self.method

    @property
    def _size(self) -> int:
        return self.entry.size if self.size is None else self.size

    @property
    def _packed(self) -> int:
        return len(self.entry.stream) if self.packed_size is None else self.packed_size

    @property
    def _crc(self) -> int:
        return self.entry.crc if self.crc is None else self.crc


def archive(
    *parts: Part, count: int | None = None, comment: bytes = b"", gap: bytes = b""
) -> bytes:
    """Give an archive of such entries; `gap` stands before its directory."""
    locals_ = [each.local() for each in parts]
    starts = accumulate(map(len, locals_), initial=0)
    directory = b"".join(each.central(at) for each, at in zip(parts, starts, strict=False))
    number = len(parts) if count is None else count
    body = b"".join((*locals_, gap))
    end = END.pack(b"PK\x05\x06", 0, 0, number, number, len(directory), len(body), len(comment))
    return body + directory + end + comment


def hostile(**changes: object) -> bytes:
    """Give an archive of a good entry and one with something changed."""
    part: Callable[..., Part] = partial(replace, Part(name=b"sop/intake.html"))
    return archive(Part(), part(**changes))


def named(names: Iterable[str]) -> bytes:
    """Give an archive of entries with these names."""
    return archive(*(Part(name=each.encode()) for each in names))


@cache
def zeros(mebibytes: int) -> Stored:
    """Give a bomb: so many MiB of zeros, deflated."""
    deflate = zlib.compressobj(1, zlib.DEFLATED, -15)
    block = bytes(2**20)
    stream, crc = b"", 0
    for _ in range(mebibytes):
        stream += deflate.compress(block)
        crc = zlib.crc32(block, crc)
    return Stored(8, crc, mebibytes * 2**20, stream + deflate.flush())
