import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.bundle import canonical
from gollanma.bundle.errors import BundleError
from gollanma.bundle.manifest import Manifest, version_of
from tests.support.signing import manifest

Body = dict[str, Any]


def with_field(key: str, value: object) -> Callable[[Body], Body]:
    return lambda body: {**body, key: value}


def with_files(*paths: str) -> Callable[[Body], Body]:
    rows = [{"path": path, "sha256": "0" * 64, "size": 1} for path in paths]
    return with_field("files", rows)


def without(key: str) -> Callable[[Body], Body]:
    return lambda body: {name: each for name, each in body.items() if name != key}


def test_a_manifest_is_read_as_it_was_written() -> None:
    assert Manifest.read(manifest().written()) == manifest()


def test_it_lists_every_file_but_itself_its_signatures_and_the_roots() -> None:
    files = {
        "index.html": b"1",
        "manifest.json": b"2",
        "signatures/a.sig": b"3",
        "root/1.json": b"4",
    }
    assert [each.path for each in manifest(files).files] == ["index.html"]


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        pytest.param(lambda body: {**body, "more": 1}, "field", "more", id="a field more"),
        pytest.param(without("content"), "field", "content", id="a field less"),
        pytest.param(with_field("schema", 3), "newer", None, id="a newer form"),
        pytest.param(with_field("schema", 2), "field", "schema", id="the form with lists, without one"),
        pytest.param(with_files("manifest/0123456789ab.json"), "field", "schema", id="a list, in the form without"),
        pytest.param(with_field("schema", "1"), "field", "schema", id="a number as a text"),
        pytest.param(with_field("schema", value=True), "field", "schema", id="true is no number"),
        pytest.param(with_field("form", "book"), "field", "form", id="an unknown form"),
        pytest.param(with_field("bundle", "North"), "field", "bundle", id="no slug"),
        pytest.param(with_field("languages", []), "field", "languages", id="no language"),
        pytest.param(with_field("languages", ["tk", "tk"]), "field", "languages", id="a language twice"),
        pytest.param(with_field("made", "2026-02-30"), "field", "made", id="a day that is none"),
        pytest.param(with_field("made", "20261122"), "field", "made", id="a day without hyphens"),
        pytest.param(with_field("made", "2026-11-23"), "version", None, id="another day than the version's"),
        pytest.param(with_field("version", 2026112200), "version", None, id="an issue 0"),
        pytest.param(with_field("version", 2**53 - 1), "version", None, id="a version to end all versions"),
        pytest.param(with_field("version", -1), "field", "version", id="below zero"),
        pytest.param(with_field("review_by", "2026-11-21"), "field", "review_by", id="review before it was made"),
        pytest.param(with_field("previous", "0" * 63), "field", "previous", id="a short hash"),
        pytest.param(with_field("content", "A" * 64), "field", "content", id="a hash in capitals"),
        pytest.param(with_field("files", []), "field", "files", id="no file"),
        pytest.param(with_field("files", {}), "field", "files", id="no list"),
        pytest.param(with_field("files", [1]), "field", "files[0]", id="no row"),
        pytest.param(with_field("files", [{"path": "a", "size": -1, "sha256": "0" * 64}]), "field", "files[0].size", id="a size below zero"),
        pytest.param(with_files("b.html", "a.html"), "field", "files", id="unsorted"),
        pytest.param(with_files("a.html", "a.html"), "duplicate", None, id="a file twice"),
        pytest.param(with_files("../a.html"), "climbs", None, id="a file outside"),
        pytest.param(with_files("manifest.json"), "field", "files", id="itself"),
        pytest.param(with_files("root/1.json"), "field", "files", id="a root"),
        pytest.param(lambda body: {**body, "form": "onefile"}, "field", "files", id="more than one file in one"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_refused(
    change: Callable[[Body], Body], code: str, place: str | None
) -> None:
    body = json.loads(manifest().written())
    with pytest.raises(BundleError) as refusal:
        Manifest.read(canonical.written(change(body)))
    assert refusal.value.code == code
    assert refusal.value.refusal.values.get("place") == place


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(lambda data: data[:-1], "canonical", id="no end of line"),
        pytest.param(lambda data: data + b"\n", "canonical", id="a line more"),
        pytest.param(lambda data: b" " + data, "canonical", id="a blank"),
        pytest.param(lambda data: b"\xef\xbb\xbf" + data, "json", id="a BOM"),
        pytest.param(lambda data: data.replace(b'"schema":1', b'"schema":1.0'), "json", id="a fraction"),
        pytest.param(lambda data: data.replace(b'"schema":1', b'"schema":1e0'), "json", id="an exponent"),
        pytest.param(lambda data: data.replace(b'"schema":1', b'"schema":NaN'), "json", id="no number"),
        pytest.param(lambda data: data.replace(b'"schema":1', b'"schema":9007199254740992'), "json", id="2^53"),
        pytest.param(lambda data: data.replace(b'"schema":1', b'"schema":' + b"9" * 9000), "json", id="9,000 digits"),
        pytest.param(lambda data: data.replace(b'"schema":1', b'"schema":1,"schema":1'), "json", id="a key twice"),
        pytest.param(lambda data: data.replace(b"north", b"\\u006eorth"), "canonical", id="a letter in signs"),
        pytest.param(lambda data: data.replace(b"gollanma 0", b"\\ud800"), "canonical", id="half a letter"),
        pytest.param(lambda data: data.replace(b"gollanma 0", "e\u0308".encode()), "canonical", id="not in NFC"),
        pytest.param(lambda data: data.replace(b"north", b"\xff"), "json", id="no UTF-8"),
        pytest.param(lambda _: b"[" * 100_000, "json", id="a hundred thousand brackets"),
        pytest.param(lambda _: b"[]\n", "json", id="a list"),
        pytest.param(lambda _: b"", "json", id="nothing"),
        pytest.param(lambda _: b" " * (2**24 + 1), "too-large", id="17 MB"),
    ],
)  # fmt: skip
def test_one_spelling_alone_is_read(change: Callable[[bytes], bytes], code: str) -> None:
    with pytest.raises(BundleError) as refusal:
        Manifest.read(change(manifest().written()))
    assert (refusal.value.code, refusal.value.name) == (code, "manifest.json")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(st.binary(max_size=300) | VALUES.map(lambda value: json.dumps(value).encode()))
def test_whatever_is_read_nothing_but_a_refusal_comes_of_it(data: bytes) -> None:
    with pytest.raises(BundleError):
        Manifest.read(data)


@given(st.sampled_from(sorted(json.loads(manifest().written()))), VALUES)
def test_whatever_a_field_holds_it_is_read_to_the_same_bytes_or_refused(
    key: str, value: object
) -> None:
    try:
        data = canonical.written({**json.loads(manifest().written()), key: value})
        read = Manifest.read(data)
    except (BundleError, ValueError):
        return
    assert read.written() == data


def test_a_version_rises_from_issue_to_issue_and_day_to_day() -> None:
    days = [date(2026, 11, 22), date(2026, 11, 23), date(2026, 12, 1), date(2027, 1, 1)]
    versions = [version_of(day, issue) for day in days for issue in (1, 2, 99)]
    assert versions == sorted(set(versions))
    assert versions[0] == 2026112201


@pytest.mark.parametrize("issue", [0, 100])
def test_the_issues_of_a_day_end(issue: int) -> None:
    with pytest.raises(ValueError, match="numbered from 1 to 99"):
        version_of(date(2026, 11, 22), issue)
