import hashlib
import io
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.bundle import names, unzip, zips
from gollanma.bundle.errors import BundleError, MissingLibraryError
from tests.support.zipping import PAGE, Part, archive, hostile, named, zeros

PATHS = st.from_regex(r"[a-z0-9-]{1,20}(/[a-z0-9-]{1,20}){0,3}\.html", fullmatch=True)
LEGAL = PATHS.filter(lambda path: names.check(path) is None)
FILES = {"index.html": b"page" * 50, "a/b.html": b"", "sop/intake.html": b"\x00\x01\x02"}
GOOD = Part(name=b"a.html")
LINK, FOLDER, PIPE = 0o120777 << 16, 0o040755 << 16, 0o010644 << 16
UNIX = 3 << 8 | 20


@given(st.dictionaries(LEGAL, st.binary(max_size=400), min_size=1, max_size=6))
def test_what_was_written_is_read(files: dict[str, bytes]) -> None:
    assert unzip.read(zips.write(files)) == files


def test_any_program_reads_it() -> None:
    with zipfile.ZipFile(io.BytesIO(zips.write(FILES))) as found:
        assert found.testzip() is None
        assert found.namelist() == sorted(FILES)
        assert {name: found.read(name) for name in found.namelist()} == FILES
        assert {each.date_time for each in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_bytes_are_packed_alike_on_every_machine() -> None:
    told = "".join(f"{number} women, {number * 7} men\n" for number in range(300)).encode()
    found = zips.packed(told)
    assert (found.method, zlib.decompress(found.stream, -zlib.MAX_WBITS)) == (zips.DEFLATED, told)
    assert hashlib.sha256(found.stream).hexdigest()[:16] == "55804fa6b207178b"


def test_nothing_is_packed_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gollanma.bundle.zips.find_spec", lambda _: None)
    with pytest.raises(MissingLibraryError):
        zips.packed(b"page")
    assert zips.packed(b"page", 0).stream == b"page"


def test_the_order_of_the_files_makes_no_difference() -> None:
    assert zips.write(FILES) == zips.write(dict(reversed(FILES.items())))


def test_a_kept_entry_stands_as_it_stood_and_a_changed_one_can_be_stored() -> None:
    old = unzip.entries(zips.write(FILES))
    new = {**FILES, "sop/intake.html": b"page" * 50}
    kept = {path: entry for path, entry in old.items() if new[path] == FILES[path]}
    made = unzip.entries(zips.write(new, kept, level=0))
    assert made["index.html"] == old["index.html"]
    assert made["sop/intake.html"] == zips.packed(b"page" * 50, 0)
    assert made["sop/intake.html"].stream == b"page" * 50


def test_a_kept_entry_of_another_content_is_noticed() -> None:
    with pytest.raises(ValueError, match="another content"):
        zips.write(FILES, {"index.html": zips.packed(b"x")})


def test_it_is_read_from_a_file_up_to_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "north.zip"
    file.write_bytes(zips.write(FILES))
    assert unzip.read(file) == FILES
    with pytest.raises(BundleError) as refusal:
        unzip.read(file, unzip.Limits(archive=100))
    assert refusal.value.code == "too-large"


WHOLE = zips.write(FILES)


@pytest.mark.parametrize(
    ("data", "code", "name"),
    [
        pytest.param(b"", "no-zip", "", id="nothing"),
        pytest.param(b"MZ\x90" * 40, "no-zip", "", id="a program"),
        pytest.param(WHOLE[:-1], "after", "", id="cut in the end"),
        pytest.param(WHOLE[: len(WHOLE) // 2], "no-zip", "", id="cut in the middle"),
        pytest.param(WHOLE + b"\0", "after", "", id="something after it"),
        pytest.param(WHOLE + WHOLE, "directory", "", id="two archives"),
        pytest.param(b"MZ" + WHOLE, "directory", "", id="something before it"),
        pytest.param(archive(GOOD, comment=b"hello"), "after", "", id="a comment"),
        pytest.param(archive(GOOD, count=2), "directory", "", id="fewer entries than it says"),
        pytest.param(archive(GOOD, Part(), count=1), "directory", "", id="more entries than it says"),
        pytest.param(archive(GOOD, count=65535), "zip64", "", id="the count of zip64"),
        pytest.param(archive(GOOD, gap=b"hidden"), "between", "", id="something hidden before the directory"),
        pytest.param(hostile(before=b"hidden"), "between", "sop/intake.html", id="something hidden between entries"),
        pytest.param(hostile(at=0), "overlap", "sop/intake.html", id="two entries in one place"),
        pytest.param(hostile(at=9), "overlap", "sop/intake.html", id="an entry inside another one"),
        pytest.param(hostile(at=2**31), "between", "sop/intake.html", id="an entry beyond the end"),
        pytest.param(hostile(packed_size=10**6), "overlap", "", id="a content beyond the end"),
        pytest.param(hostile(name=b"../x.html"), "climbs", "../x.html", id="zip-slip"),
        pytest.param(hostile(name=b"..\\x.html"), "backslash", "..\\x.html", id="zip-slip in Windows"),
        pytest.param(hostile(name=b"/etc/x"), "absolute", "/etc/x", id="an absolute name"),
        pytest.param(hostile(name=b"C:/x"), "absolute", "C:/x", id="a drive"),
        pytest.param(hostile(name=b"nul.html"), "device", "nul.html", id="a device"),
        pytest.param(hostile(name=b"a.html."), "trailing", "a.html.", id="a dot at the end"),
        pytest.param(hostile(name=b"a.html "), "trailing", "a.html ", id="a blank at the end"),
        pytest.param(hostile(name=b"sop/"), "letters", "sop/", id="a folder"),
        pytest.param(hostile(name=b"setup.EXE"), "letters", "setup.EXE", id="a program in it"),
        pytest.param(hostile(name=b""), "absolute", "", id="no name"),
        pytest.param(hostile(name=b"a\0.html"), "letters", "a\\x00.html", id="a zero"),
        pytest.param(hostile(name=b"a\xff.html"), "backslash", "a\\xff.html", id="no UTF-8"),
        pytest.param(hostile(name="a\u202elmth.exe".encode()), "letters", "a\\u202elmth.exe", id="letters that turn around"),
        pytest.param(hostile(name=b"a" * 300), "long", f"{'a' * 119}…", id="300 letters"),
        pytest.param(named(["a.html", "a.html"]), "duplicate", "a.html", id="a name twice"),
        pytest.param(named(["a.html", "a.html/b.html"]), "folder-and-file", "a.html", id="a file and a folder of one name"),
        pytest.param(hostile(made_by=UNIX, outside=LINK), "link", "sop/intake.html", id="a symbolic link"),
        pytest.param(hostile(made_by=UNIX, outside=FOLDER), "special", "sop/intake.html", id="a folder by its rights"),
        pytest.param(hostile(made_by=UNIX, outside=PIPE), "special", "sop/intake.html", id="a pipe"),
        pytest.param(hostile(flags=0x0801), "encrypted", "sop/intake.html", id="a password"),
        pytest.param(hostile(flags=0x0840), "encrypted", "sop/intake.html", id="strong encryption"),
        pytest.param(hostile(flags=0x0808), "unusual", "sop/intake.html", id="sizes behind the content"),
        pytest.param(hostile(method=12), "unusual", "sop/intake.html", id="bzip2"),
        pytest.param(hostile(extra=b"up\5\0\1aaaa"), "unusual", "sop/intake.html", id="a second name in an extra field"),
        pytest.param(hostile(comment=b"x"), "unusual", "sop/intake.html", id="a comment to an entry"),
        pytest.param(hostile(disk=1), "unusual", "sop/intake.html", id="another disk"),
        pytest.param(hostile(disk=65535), "zip64", "sop/intake.html", id="the disk of zip64"),
        pytest.param(hostile(size=2**32 - 1), "zip64", "sop/intake.html", id="the size of zip64"),
        pytest.param(hostile(local_name=b"sop/intake.htm!"), "two-heads", "sop/intake.html", id="another name in its own header"),
        pytest.param(hostile(local_size=201), "two-heads", "sop/intake.html", id="another size in its own header"),
        pytest.param(hostile(local_mark=b"PK\7\x08"), "two-heads", "sop/intake.html", id="no header of its own"),
        pytest.param(hostile(crc=1), "damaged", "sop/intake.html", id="another checksum"),
        pytest.param(hostile(size=199), "bomb", "sop/intake.html", id="more than the declared size"),
        pytest.param(hostile(size=201), "damaged", "sop/intake.html", id="less than the declared size"),
        pytest.param(hostile(size=60 * 2**20), "damaged", "sop/intake.html", id="a size that deflate cannot reach"),
        pytest.param(hostile(entry=replace(PAGE, stream=b"\xff" * 20)), "damaged", "sop/intake.html", id="no deflate"),
        pytest.param(hostile(entry=replace(PAGE, stream=PAGE.stream[:-1])), "damaged", "sop/intake.html", id="deflate that does not end"),
        pytest.param(hostile(entry=replace(PAGE, stream=PAGE.stream + b"x")), "damaged", "sop/intake.html", id="something behind deflate"),
        pytest.param(hostile(entry=replace(PAGE, method=0)), "damaged", "sop/intake.html", id="stored, and of another size"),
    ],
)  # fmt: skip
def test_an_archive_that_is_not_as_we_write_it_is_refused(
    data: bytes, code: str, name: str
) -> None:
    with pytest.raises(BundleError) as refusal:
        unzip.read(data)
    assert (refusal.value.code, refusal.value.name) == (code, name)


@pytest.mark.parametrize(
    ("make", "code", "name"),
    [
        pytest.param(lambda: hostile(entry=zeros(300)), "bomb", "sop/intake.html", id="300 MB"),
        pytest.param(
            lambda: hostile(entry=zeros(60), size=9), "bomb", "sop/intake.html", id="it says less"
        ),
        pytest.param(
            lambda: archive(*(Part(name=b"%d" % each, entry=zeros(60)) for each in range(5))),
            "bomb",
            "4",
            id="300 MB in five parts",
        ),
        pytest.param(
            lambda: archive(*(Part(name=b"%d" % each) for each in range(65_534))),
            "many-files",
            "",
            id="65,534 entries",
        ),
        pytest.param(
            lambda: archive(*(Part(name=b"%d" % each) for each in range(20_001)), count=9),
            "directory",
            "",
            id="20,001 entries that say they are nine",
        ),
    ],
)
def test_a_bomb_is_refused_before_it_is_unpacked(
    make: Callable[[], bytes], code: str, name: str
) -> None:
    with pytest.raises(BundleError) as refusal:
        unzip.read(make())
    assert (refusal.value.code, refusal.value.name) == (code, name)


def test_a_bomb_is_not_unpacked_further_than_it_says() -> None:
    data = hostile(entry=zeros(60), size=10)
    tracemalloc.start()
    with pytest.raises(BundleError):
        unzip.read(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**20


@given(st.binary(max_size=300))
def test_whatever_is_read_nothing_but_a_refusal_comes_of_it(data: bytes) -> None:
    with pytest.raises(BundleError):
        unzip.read(data)


@given(st.data())
def test_an_archive_with_a_byte_changed_is_refused_or_holds_the_same(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(WHOLE) - 1))
    changed = bytearray(WHOLE)
    changed[at] ^= data.draw(st.integers(1, 255))
    try:
        found = unzip.read(bytes(changed))
    except BundleError:
        return
    assert sorted(found.values()) == sorted(FILES.values())


def test_no_more_entries_are_written_than_a_plain_zip_holds() -> None:
    entry = zips.packed(b"")
    with pytest.raises(BundleError) as refusal:
        zips.archive({f"{number}.html": entry for number in range(65_535)})
    assert refusal.value.code == "many-files"
    assert zlib.crc32(b"") == entry.crc
