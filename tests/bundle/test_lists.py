"""Lists of files, which a manifest of many files names in their place."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace

import pytest

from gollanma.bundle import canonical, lists
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import Trust
from gollanma.bundle.lists import File, is_list, is_listed, lists_of
from gollanma.bundle.opened import Opened
from gollanma.bundle.verify import Anchor, verify
from tests.support.signing import MADE, bundle, chain, manifest

Files = Mapping[str, bytes]
MANY = {f"sop/page-{number:03}.html": f"<p>{number}".encode() for number in range(500)}
WHOLE = bundle(files=MANY)
LISTS = sorted(filter(is_list, WHOLE))
FIRST = LISTS[0]
PAGE = "sop/page-250.html"
EDITED = {**MANY, PAGE: b"<p>edited"}
KNOWN = Anchor(known=Trust.following(chain()))


def with_file(path: str, data: bytes) -> Callable[[Files], Files]:
    return lambda files: {**files, path: data}


def without(path: str) -> Callable[[Files], Files]:
    return lambda files: {each: data for each, data in files.items() if each != path}


def found(files: Files, anchor: Anchor = KNOWN) -> list[tuple[str, str]]:
    verdict = verify(Opened.of_files(files), MADE, anchor)
    return [(each.code, each.name) for each in verdict.refusals]


def changed(before: Files, after: Files) -> list[str]:
    return sorted(path for path, data in after.items() if before.get(path) != data)


# --- who lists what


def test_a_few_files_are_named_by_the_manifest_itself() -> None:
    assert lists_of({f"{number}.html": b"" for number in range(lists.FEW)}) == {}


def test_the_manifest_names_lists_and_they_name_every_file_once() -> None:
    opened = Opened.of_files(WHOLE)
    assert [each.path for each in opened.manifest.files] == LISTS
    assert len(LISTS) > 5
    assert [each.path for each in opened.listed] == sorted({*LISTS, *MANY, "allowed-signers.txt"})
    assert {each.path: each for each in opened.listed}[PAGE] == File.of(PAGE, MANY[PAGE])


def test_a_bundle_with_lists_is_genuine() -> None:
    assert found(WHOLE) == []


@pytest.mark.parametrize("number", range(0, 500, 49))
def test_an_edited_page_changes_its_own_list_alone(number: int) -> None:
    edited = {**MANY, f"sop/page-{number:03}.html": b"<p>edited"}
    assert len(changed(lists_of(MANY), lists_of(edited))) == 1


@pytest.mark.parametrize("number", range(0, 500, 49))
def test_a_new_page_changes_its_own_list_or_divides_it(number: int) -> None:
    more = {**MANY, f"sop/page-{number:03}--card.html": b"<p>new"}
    assert len(changed(lists_of(MANY), lists_of(more))) <= 2


# --- what is not as it should be


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(with_file(FIRST, WHOLE[LISTS[1]]), [("size", FIRST)], id="another list"),
        pytest.param(with_file(FIRST, bytes(len(WHOLE[FIRST]))), [("changed", FIRST)], id="bytes that are no list"),
        pytest.param(without(FIRST), [("missing", FIRST)], id="a list missing"),
        pytest.param(with_file(PAGE, b"x"), [("size", PAGE)], id="a file of a list cut"),
        pytest.param(without(PAGE), [("missing", PAGE)], id="a file of a list missing"),
        pytest.param(with_file("setup.exe", b"MZ"), [("extra", "setup.exe")], id="a program"),
        pytest.param(with_file("manifest/0123456789ab.json", WHOLE[FIRST]), [("extra", "manifest/0123456789ab.json")], id="a list that nobody names"),
    ],
)  # fmt: skip
def test_a_list_that_is_not_as_signed_is_named(
    change: Callable[[Files], Files], expected: list[tuple[str, str]]
) -> None:
    assert found(change(WHOLE)) == expected


def written(*rows: File, schema: int = 1) -> bytes:
    return canonical.written({"schema": schema, "files": [asdict(each) for each in rows]})


def listing(*paths: str) -> bytes:
    return written(*(File.of(path, b"x") for path in paths))


NAMED = "manifest/0123456789ab.json"
TABLE = [
    pytest.param(listing("b.html", "a.html"), ("field", NAMED), id="unsorted"),
    pytest.param(listing("a.html", "a.html"), ("duplicate", "a.html"), id="a file twice"),
    pytest.param(listing("index.html"), ("duplicate", "index.html"), id="what the manifest names too"),
    pytest.param(listing("../a.html"), ("climbs", "../a.html"), id="a file outside"),
    pytest.param(listing("index.html/a.html"), ("folder-and-file", "index.html"), id="a folder of a file's name"),
    pytest.param(listing("manifest.json"), ("field", NAMED), id="the manifest"),
    pytest.param(listing("signatures/a.sig"), ("field", NAMED), id="a signature"),
    pytest.param(listing("manifest/00000000000a.json"), ("field", NAMED), id="a list of lists"),
    pytest.param(listing(), ("field", NAMED), id="no file"),
    pytest.param(written(File.of("a.html", b"x"), schema=2), ("newer", NAMED), id="a newer form"),
    pytest.param(listing("a.html")[:-1], ("canonical", NAMED), id="no end of line"),
    pytest.param(b"x", ("json", NAMED), id="no list"),
    pytest.param(canonical.written({"schema": 1}), ("field", NAMED), id="a field less"),
]  # fmt: skip


def signed_by_force(data: bytes) -> dict[str, bytes]:
    """Give a bundle in which offices signed a list that is none."""
    files = {"index.html": b"<p>", NAMED: data}
    rows = tuple(File.of(path, files[path]) for path in sorted(files))
    return bundle(replace(manifest({"index.html": b"<p>"}), files=rows), files)


@pytest.mark.parametrize(("data", "expected"), TABLE)
def test_a_signed_list_that_contradicts_itself_is_refused(
    data: bytes, expected: tuple[str, str]
) -> None:
    with pytest.raises(BundleError) as refusal:
        Opened.of_files(signed_by_force(data))
    assert (refusal.value.code, refusal.value.name) == expected


def test_a_list_of_the_version_before_is_mixed_in() -> None:
    files = {path: data for path, data in bundle(files=EDITED).items() if is_listed(path)}
    new = bundle(manifest(files, 2), files)
    (own,) = (path for path in LISTS if new[path] != WHOLE[path])
    anchor = Anchor(previous=Opened.of_files(WHOLE))
    assert found(new, anchor) == []
    assert found({**new, own: WHOLE[own]}, anchor) == [("mixed", own)]
