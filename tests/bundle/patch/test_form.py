"""A patch as a file: written in one way, refused where a byte is other than that."""

import tracemalloc
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.bundle.errors import BundleError
from gollanma.bundle.patch.form import Header, Patch, State, Sum

OPERATIONS = b"\0\x02\x04\x01\x03new"
HEADER = Header(
    bundle="ashgabat",
    form="folder",
    languages=("tk", "ru"),
    before=State(2026112201, Sum(4096, "a" * 64)),
    after=State(2026120101, Sum(6144, "b" * 64)),
    operations=Sum.of(OPERATIONS),
)
PATCH = Patch.of(HEADER, OPERATIONS, ["-----BEGIN SSH SIGNATURE-----\n", "two\n"])
WRITTEN = PATCH.written()
SIGNED = len(b"GOLLANMA PATCH 1\n") + 4
COUNT = SIGNED + len(PATCH.signed)


def test_a_patch_as_bytes() -> None:
    assert WRITTEN[:SIGNED] == b"GOLLANMA PATCH 1\n" + len(PATCH.signed).to_bytes(4, "big")
    assert WRITTEN[SIGNED:COUNT] == (
        b'{"bundle":"ashgabat","form":"folder",'
        b'"from":{"sha256":"' + b"a" * 64 + b'","size":4096,"version":2026112201},'
        b'"languages":["tk","ru"],'
        b'"ops":{"sha256":"' + Sum.of(OPERATIONS).sha256.encode() + b'","size":8},"schema":1,'
        b'"to":{"sha256":"' + b"b" * 64 + b'","size":6144,"version":2026120101}}\n'
    )
    assert WRITTEN[COUNT : COUNT + 8] == b"\0\0\0\x02\0\0\0\x1e"
    assert zlib.decompress(WRITTEN[-len(PATCH.deflated) :], -15) == OPERATIONS


def test_a_patch_is_read_as_it_was_written() -> None:
    assert Patch.read(WRITTEN) == PATCH
    assert PATCH.operations() == OPERATIONS


def with_header(old: bytes, new: bytes) -> bytes:
    signed = PATCH.signed.replace(old, new)
    assert signed != PATCH.signed
    size = len(signed).to_bytes(4, "big")
    return WRITTEN[: SIGNED - 4] + size + signed + WRITTEN[COUNT:]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "patch-form", id="an empty file"),
        pytest.param(b"PK\x03\x04" + WRITTEN, "patch-form", id="a zip"),
        pytest.param(WRITTEN.replace(b"H 1\n", b"H 2\n"), "patch-form", id="another form of patch"),
        pytest.param(WRITTEN[: SIGNED - 1], "patch-form", id="cut off within a size"),
        pytest.param(WRITTEN[: COUNT - 9], "patch-form", id="cut off within the header"),
        pytest.param(WRITTEN[: COUNT + 20], "patch-form", id="cut off within a signature"),
        pytest.param(WRITTEN[: SIGNED - 4] + b"\0\x01\0\x01" + WRITTEN[SIGNED:] + bytes(70000), "patch-form", id="a header of more than 64 KiB"),
        pytest.param(WRITTEN[:COUNT] + b"\0\0\0\x11" + WRITTEN[COUNT + 4 :] * 20, "patch-form", id="17 signatures"),
        pytest.param(WRITTEN[: COUNT + 4] + b"\0\0\x10\x01" + bytes(9999), "patch-form", id="a signature of more than 4 KiB"),
        pytest.param(WRITTEN.replace(b"SSH", "я2".encode()), "patch-form", id="a signature that is not ASCII"),
        pytest.param(with_header(b"{", b"["), "json", id="a header that is no JSON"),
        pytest.param(with_header(b'":', b'": '), "canonical", id="a header that is written otherwise"),
        pytest.param(with_header(b'"schema":1', b'"schema":2'), "newer", id="a header of a newer form"),
        pytest.param(with_header(b'"schema":1', b'"schema":1,"size":1'), "field", id="a field more"),
        pytest.param(with_header(b'"form":"folder",', b""), "field", id="a field less"),
        pytest.param(with_header(b'"folder"', b'"program"'), "field", id="an unknown form of bundle"),
        pytest.param(with_header(b'"ashgabat"', b'"../up"'), "field", id="a bundle that is no slug"),
        pytest.param(with_header(b'"size":4096', b'"size":0'), "field", id="nothing before"),
        pytest.param(with_header(b'"size":4096', b'"size":536870913'), "field", id="more than 512 MiB before"),
        pytest.param(with_header(b'"size":6144', b'"size":536870913'), "field", id="more than 512 MiB after"),
        pytest.param(with_header(b'"size":8}', b'"size":6161}'), "field", id="operations larger than what they make"),
        pytest.param(with_header(b"2026120101", b"9007199254740992"), "json", id="a version of 2^53"),
        pytest.param(with_header(b"a" * 64, b"A" * 64), "field", id="a hash in capitals"),
    ],
)  # fmt: skip
def test_files_that_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(BundleError) as raised:
        Patch.read(data)
    assert raised.value.code == code


def deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    "packed",
    [
        pytest.param(deflated(OPERATIONS + b"\0"), id="more than is stated"),
        pytest.param(deflated(bytes(2**28)), id="a bomb"),
        pytest.param(deflated(OPERATIONS[:-1]), id="less than is stated"),
        pytest.param(deflated(OPERATIONS[:-1] + b"W"), id="other bytes"),
        pytest.param(PATCH.deflated[:-1], id="cut off"),
        pytest.param(b"", id="none"),
        pytest.param(b"\xff" + PATCH.deflated, id="not deflated"),
        pytest.param(zlib.compress(OPERATIONS), id="deflated with a head of zlib"),
        pytest.param(PATCH.deflated + b"\0", id="a byte after the end"),
    ],
)
def test_operations_that_are_not_those_of_the_header(packed: bytes) -> None:
    with pytest.raises(BundleError) as raised:
        replace(PATCH, deflated=packed).operations()
    assert raised.value.code == "patch-operations"


@given(st.binary(max_size=300), st.integers(0, len(WRITTEN)), st.integers(0, len(WRITTEN)))
def test_any_bytes_are_a_patch_or_refused(data: bytes, start: int, end: int) -> None:
    for each in (data, WRITTEN[:start] + data + WRITTEN[end:]):
        try:
            Patch.read(each).operations()
        except BundleError:
            continue


def test_a_bomb_takes_no_more_room_than_is_stated() -> None:
    bomb = replace(PATCH, deflated=deflated(bytes(2**26)))
    tracemalloc.start()
    try:
        with pytest.raises(BundleError, match="patch-operations"):
            bomb.operations()
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()
