import io
import tarfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.bundle import names, tar
from gollanma.bundle.errors import BundleError

PATHS = st.from_regex(r"[a-z0-9-]{1,20}(/[a-z0-9-]{1,30}){0,4}(\.[a-z]{1,4})?", fullmatch=True)
LEGAL = PATHS.filter(lambda path: names.check(path) is None)
FILES = {"b.html": b"B" * 700, "a/c.html": b"", "a-b.html": b"x" * 512}
LONG = "/".join(["a" * 29] * 4)


@given(st.dictionaries(LEGAL, st.binary(max_size=1100), max_size=6))
def test_what_was_written_is_read(files: dict[str, bytes]) -> None:
    assert tar.read(tar.write(files)) == files


@pytest.mark.parametrize(
    "files", [pytest.param(FILES, id="short paths"), pytest.param({LONG: b"1"}, id="a long path")]
)
def test_any_program_reads_it(files: dict[str, bytes]) -> None:
    with tarfile.open(fileobj=io.BytesIO(tar.write(files)), mode="r:") as archive:
        members = archive.getmembers()
        found = {each.name: archive.extractfile(each) for each in members}
    assert [each.name for each in members] == sorted(files)
    assert {name: file.read() for name, file in found.items() if file} == files
    assert {(each.mode, each.uid, each.gid, each.mtime) for each in members} == {(0o644, 0, 0, 0)}


def test_the_bytes_of_a_header_stay_as_they_are() -> None:
    info = tarfile.TarInfo("a/c.html")
    info.size = 7
    standard = bytearray(info.tobuf(tarfile.USTAR_FORMAT))
    standard[329:345] = bytes(16)  # the numbers of a device, which some versions write as zeros
    standard[148:156] = b" " * 8
    standard[148:156] = b"%06o\0 " % sum(standard)
    assert tar.header("a/c.html", 7) == bytes(standard)


@pytest.mark.parametrize(
    ("path", "name", "before"),
    [
        pytest.param(f"{'a' * 49}/{'b' * 50}", f"{'a' * 49}/{'b' * 50}", "", id="100 bytes"),
        pytest.param(f"{'a' * 50}/{'b' * 50}", "b" * 50, "a" * 50, id="101 bytes"),
        pytest.param(f"c/{'a' * 49}/{'b' * 49}", f"{'a' * 49}/{'b' * 49}", "c", id="the first `/`"),
    ],
)
def test_a_long_path_is_cut_at_the_first_place_that_leaves_it_short(
    path: str, name: str, before: str
) -> None:
    block = tar.header(path, 0)
    assert block[:100].rstrip(b"\0").decode() == name
    assert block[345:500].rstrip(b"\0").decode() == before


def with_byte(at: int, value: int) -> Callable[[bytes], bytes]:
    return lambda data: data[:at] + bytes([value]) + data[at + 1 :]


@pytest.mark.parametrize(
    ("change", "name"),
    [
        pytest.param(lambda data: data[:-1], "", id="cut at the end"),
        pytest.param(lambda data: data + b"\0", "", id="more at the end"),
        pytest.param(lambda data: data[:700], "a-b.html", id="cut in a file"),
        pytest.param(with_byte(0, ord("A")), "A-b.html", id="another name"),
        pytest.param(with_byte(0, ord("/")), "/-b.html", id="an absolute name"),
        pytest.param(with_byte(156, ord("2")), "a-b.html", id="a link"),
        pytest.param(with_byte(100, ord("7")), "a-b.html", id="other rights"),
        pytest.param(with_byte(130, ord("9")), "a-b.html", id="no octal size"),
        pytest.param(with_byte(124, 0x80), "a-b.html", id="a size in base 256"),
        pytest.param(with_byte(500, 1), "a-b.html", id="something behind the header's fields"),
        pytest.param(with_byte(2048 + 511, 1), "", id="something in the end"),
        pytest.param(lambda data: data[1024:1536] + data[:1024] + data[1536:], "a-b.html", id="another order"),
        pytest.param(lambda data: data[:1024] + data, "a-b.html", id="a file twice"),
        pytest.param(lambda _: b"", "", id="nothing"),
    ],
)  # fmt: skip
def test_every_other_tar_is_refused(change: Callable[[bytes], bytes], name: str) -> None:
    whole = tar.write({path: content for path, content in FILES.items() if path != "b.html"})
    with pytest.raises(BundleError) as refusal:
        tar.read(change(whole))
    assert (refusal.value.code, refusal.value.name) == ("tar", name)


@given(st.binary(max_size=3000))
def test_whatever_is_read_nothing_but_a_refusal_comes_of_it(data: bytes) -> None:
    try:
        files = tar.read(data)
    except BundleError:
        return
    assert tar.write(files) == data


def test_a_path_that_no_bundle_may_hold_is_not_written() -> None:
    with pytest.raises(ValueError, match="no file of a bundle"):
        tar.write({"../x": b""})
