"""The operations of a patch: what they make, and what is refused before it takes room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.bundle.errors import BundleError
from gollanma.bundle.patch.operations import Copy, Operation, carried_out, joined, written

OLD = b"the hand of the law"


@pytest.mark.parametrize(
    ("operations", "data"),
    [
        pytest.param([Copy(4, 4)], b"\0\x04\x04", id="a copy"),
        pytest.param([b"law"], b"\x01\x03law", id="a literal"),
        pytest.param([Copy(300, 128)], b"\0\xac\x02\x80\x01", id="numbers of two bytes"),
        pytest.param([Copy(0, 3), Copy(3, 5)], b"\0\0\x08", id="copies side by side are one"),
        pytest.param([b"a", b"", b"b"], b"\x01\x02ab", id="so are literals"),
        pytest.param([Copy(7, 0), b""], b"", id="what is empty is left out"),
    ],
)
def test_operations_as_bytes(operations: list[Operation], data: bytes) -> None:
    assert written(operations) == data


@pytest.mark.parametrize(
    ("operations", "new"),
    [
        pytest.param([Copy(0, 4), b"foot", Copy(8, 11)], b"the foot of the law", id="in between"),
        pytest.param([Copy(16, 3), Copy(3, 1), Copy(0, 3)], b"law the", id="in another order"),
        pytest.param([Copy(0, 19), Copy(0, 19)], OLD + OLD, id="the same twice"),
        pytest.param([b"new"], b"new", id="nothing of the old"),
    ],
)
def test_what_operations_make(operations: list[Operation], new: bytes) -> None:
    assert carried_out(written(operations), OLD, len(new)) == new


LONGEST = b"\xff\xff\xff\xff\xff\xff\xff\x0f"


@pytest.mark.parametrize(
    ("operations", "size"),
    [
        pytest.param(b"\0\x04\x10", 16, id="a copy over the end of the old"),
        pytest.param(b"\0\x13\x01", 1, id="a copy from behind the old"),
        pytest.param(b"\0" + LONGEST + b"\x01", 1, id="a copy from far away"),
        pytest.param(b"\0\0" + LONGEST, 19, id="a copy of more than there is"),
        pytest.param(b"\0\0\x02", 1, id="more than the stated size"),
        pytest.param(b"\0\0\x02\x01\x01x", 2, id="one byte more than the stated size"),
        pytest.param(b"\0\0\x02", 3, id="less than the stated size"),
        pytest.param(b"", 1, id="no operation"),
        pytest.param(b"\0\0\0\x01\x01x", 1, id="a copy of nothing"),
        pytest.param(b"\x01\0\x01\x01x", 1, id="a literal of nothing"),
        pytest.param(b"\x01\x03ab", 3, id="a literal over the end"),
        pytest.param(b"\x02\x01x", 1, id="an operation that there is not"),
        pytest.param(b"\0\0", 2, id="cut off before a length"),
        pytest.param(b"\0\x80", 2, id="cut off within a number"),
        pytest.param(b"\x01\x81\0x", 1, id="a number longer than it need be"),
        pytest.param(b"\0\0" + b"\xff" * 7 + b"\x10", 1, id="a number of 2^53 and more"),
        pytest.param(b"\0\0" + b"\x80" * 9 + b"\x01", 1, id="a number without end"),
    ],
)
def test_operations_that_are_refused(operations: bytes, size: int) -> None:
    with pytest.raises(BundleError) as raised:
        carried_out(operations, OLD, size)
    assert raised.value.code == "patch-operations"


@given(st.binary(max_size=60), st.binary(max_size=60), st.integers(0, 200))
def test_any_bytes_make_the_stated_size_or_are_refused(data: bytes, old: bytes, size: int) -> None:
    try:
        assert len(carried_out(data, old, size)) == size
    except BundleError as error:
        assert error.code == "patch-operations"  # noqa: PT017 - no other may come out


OPERATION = st.one_of(st.binary(max_size=9), st.builds(Copy, st.integers(0, 10), st.integers(0, 9)))


@given(st.lists(OPERATION))
def test_written_operations_are_carried_out_as_they_stand(operations: list[Operation]) -> None:
    new = b"".join(OLD[e.offset : e.end] if isinstance(e, Copy) else e for e in operations)
    assert carried_out(written(operations), OLD, len(new)) == new
    assert written(joined(operations)) == written(operations)
