"""What is handed over and is not genuine, whole or newer: rows 68 to 71 of the faults, by table."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gollanma.bundle import trailer, zips
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import Signed, Trust
from gollanma.bundle.manifest import Manifest
from gollanma.bundle.opened import Opened, open_bundle
from gollanma.bundle.unzip import Limits
from gollanma.bundle.verify import Anchor, verified, verify
from tests.support.signing import (
    EXPIRES,
    FILES,
    MADE,
    bundle,
    chain,
    keyid,
    manifest,
    ring,
    root,
    signed,
)

Files = dict[str, bytes]
KNOWN = Anchor(known=Trust.following(chain()))
SIGNATURE = f"signatures/{keyid(1)}.sig"
NEXT = date(2026, 12, 1)
ROTATED = (*chain(), signed(root(2, (1, 2, 5), revoked={3: MADE}), 1, 2))


def with_file(path: str, data: bytes) -> Callable[[Files], Files]:
    return lambda files: {**files, path: data}


def without(path: str) -> Callable[[Files], Files]:
    return lambda files: {name: data for name, data in files.items() if name != path}


def as_it_is(files: Files) -> Files:
    return files


def found(
    files: Mapping[str, bytes], anchor: Anchor = KNOWN, day: date = MADE
) -> list[tuple[str, str]]:
    try:
        verdict = verify(Opened.of_files(files), day, anchor)
    except BundleError as error:
        return [(error.code, error.name)]
    return [(each.code, each.name) for each in verdict.refusals]


def test_a_genuine_bundle_is_so_and_by_whom() -> None:
    verdict = verify(Opened.of_files(bundle()), MADE, KNOWN)
    assert (verdict.refusals, verdict.notes) == ((), ())
    assert [each.keyid for each in verdict.signers] == sorted((keyid(1), keyid(2)))


def flipped(path: str) -> Callable[[Files], Files]:
    return lambda files: {**files, path: bytes([files[path][0] ^ 1]) + files[path][1:]}


LARGE = b"x" * 5000


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        *(
            pytest.param(flipped(path), [("changed", path)], id=f"a bit flipped in {path}")
            for path in (*FILES, "allowed-signers.txt")
        ),
        pytest.param(flipped("manifest.json"), [("json", "manifest.json")], id="a bit flipped in the manifest"),
        pytest.param(flipped("root/1.json"), [("json", "root/1.json")], id="a bit flipped in a root"),
        pytest.param(flipped(f"root/1.{keyid(1)}.sig"), [("root-signatures", "root/1.json")], id="a bit flipped in a signature over a root"),
        pytest.param(flipped(SIGNATURE), [("bad-signature", SIGNATURE), ("signatures", "manifest.json")], id="a bit flipped in a signature"),
        pytest.param(without("index.html"), [("missing", "index.html")], id="a file missing"),
        pytest.param(without("manifest.json"), [("no-manifest", "")], id="the manifest missing"),
        pytest.param(without("root/1.json"), [("no-root", ""), ("extra", f"root/1.{keyid(1)}.sig"), ("extra", f"root/1.{keyid(2)}.sig")], id="the root missing"),
        pytest.param(without(SIGNATURE), [("signatures", "manifest.json")], id="a signature missing"),
        pytest.param(with_file("setup.exe", b"MZ"), [("extra", "setup.exe")], id="a program"),
        pytest.param(with_file("root/readme.txt", b"x"), [("extra", "root/readme.txt")], id="a file beside the roots"),
        pytest.param(with_file("signatures/a.sig", b"x"), [("extra", "signatures/a.sig")], id="a file beside the signatures"),
        pytest.param(with_file(f"signatures/{keyid(9)}.sig", b"x"), [("unknown-key", f"signatures/{keyid(9)}.sig")], id="a signature of nobody"),
        pytest.param(with_file(SIGNATURE, LARGE), [("bad-signature", SIGNATURE), ("signatures", "manifest.json")], id="a signature of 5,000 letters"),
        pytest.param(with_file("index.html", FILES["index.html"][:-1]), [("size", "index.html")], id="a file cut"),
        pytest.param(lambda files: with_file("index.html", b"x")(without("sop/intake.html")(files)), [("size", "index.html"), ("missing", "sop/intake.html")], id="two faults, both named"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_as_signed_is_named(
    change: Callable[[Files], Files], expected: list[tuple[str, str]]
) -> None:
    assert sorted(found(change(bundle()))) == sorted(expected)


def test_a_manifest_whose_content_hash_is_of_other_files_is_refused() -> None:
    files = bundle(replace(manifest(without_envelope(bundle())), content="0" * 64))
    assert found(files) == [("content", "manifest.json")]


def without_envelope(files: Files) -> Files:
    return {path: files[path] for path in (*FILES, "allowed-signers.txt")}


@pytest.mark.parametrize(
    ("roots", "signing", "namespace", "expected"),
    [
        pytest.param(chain(), (1, 2), "gollanma-bundle", [], id="2 of 3"),
        pytest.param(chain(), (1, 2, 3), "gollanma-bundle", [], id="3 of 3"),
        pytest.param(chain(), (), "gollanma-bundle", ["unsigned"], id="unsigned"),
        pytest.param(chain(), (1,), "gollanma-bundle", ["signatures"], id="1 of 2"),
        pytest.param(chain(), (1, 9), "gollanma-bundle", ["unknown-key", "signatures"], id="a wrong key"),
        pytest.param(chain(), (1, 4), "gollanma-bundle", ["signatures"], id="a key of another role"),
        pytest.param(chain(), (1, 2), "gollanma-patch", ["namespace", "namespace", "signatures"], id="a namespace of the same role"),
        pytest.param(chain(), (1, 2), "gollanma-root", ["namespace", "namespace", "signatures"], id="the namespace of roots"),
        pytest.param((), (1, 2), "gollanma-bundle", ["no-root"], id="signed, without a root"),
        pytest.param((signed(root(keys=(7, 8, 9)), 7, 8),), (7, 8), "gollanma-bundle", ["root-fork"], id="a chain of somebody else"),
        pytest.param(ROTATED, (1, 5), "gollanma-bundle", [], id="a rotated chain"),
        pytest.param(ROTATED, (1, 3), "gollanma-bundle", ["signatures"], id="a revoked key"),
        pytest.param(ROTATED, (1, 2, 3), "gollanma-bundle", [], id="a revoked key beside enough others"),
        pytest.param((*chain(), signed(root(3), 1, 2)), (1, 2), "gollanma-bundle", ["root-gap"], id="a skipped root"),
        pytest.param((*chain(), signed(root(2, (7, 8, 9)), 7, 8)), (7, 8), "gollanma-bundle", ["root-signatures"], id="a root nobody vouched for"),
        pytest.param((signed(root(expires=date(2026, 11, 23)), 1, 2),), (1, 2), "gollanma-bundle", ["root-fork"], id="another first root by the same keys"),
    ],
)  # fmt: skip
def test_who_signed(
    roots: tuple[Signed, ...], signing: tuple[int, ...], namespace: str, expected: list[str]
) -> None:
    files = bundle(roots=roots, signing=signing, namespace=namespace)
    assert [code for code, _ in found(files)] == expected


@pytest.mark.parametrize(
    ("expires", "made", "day", "refusals", "notes"),
    [
        pytest.param(EXPIRES, MADE, MADE, [], [], id="today"),
        pytest.param(EXPIRES, MADE, date(2027, 5, 22), [], [], id="on the last day of its review"),
        pytest.param(EXPIRES, MADE, date(2027, 5, 23), [], ["overdue"], id="a day later"),
        pytest.param(EXPIRES, MADE, date(2026, 11, 21), [], ["future"], id="by a clock that is late"),
        pytest.param(MADE.replace(day=23), MADE, date(2026, 11, 24), [], ["root-expired-since"], id="the root expired since"),
        pytest.param(MADE.replace(day=23), date(2026, 11, 24), MADE, ["root-expired"], ["future"], id="made after the root expired"),
        pytest.param(EXPIRES, date(2199, 1, 1), MADE, ["root-expired"], ["future"], id="a version from far ahead"),
    ],
)  # fmt: skip
def test_days(expires: date, made: date, day: date, refusals: list[str], notes: list[str]) -> None:
    roots = (signed(root(expires=expires), 1, 2),)
    listed = manifest(without_envelope(bundle(roots=roots)))
    listed = replace(
        listed,
        made=made,
        version=int(f"{made:%Y%m%d}01"),
        review_by=max(listed.review_by, made),
    )
    anchor = Anchor(known=Trust.following(roots))
    verdict = verify(Opened.of_files(bundle(listed, roots=roots)), day, anchor)
    assert [each.code for each in verdict.refusals] == refusals
    assert [each.code for each in verdict.notes] == notes


def opened(
    issue: int = 1,
    files: Mapping[str, bytes] = FILES,
    roots: tuple[Signed, ...] = chain(),
    **changes: object,
) -> Opened:
    whole = without_envelope(bundle(files=files, roots=roots))
    listed = replace(manifest(whole, issue), **changes)  # type: ignore[arg-type]
    return Opened.of_files(bundle(listed, files, roots))


OLD = opened(1)
NEW_FILES = {**FILES, "index.html": b"new"}


@pytest.mark.parametrize(
    ("new", "refusals", "notes"),
    [
        pytest.param(opened(2, previous=OLD.manifest.sha256), [], [], id="the next one"),
        pytest.param(opened(3, previous="0" * 64), [], ["not-next"], id="one that skips a version"),
        pytest.param(opened(1), [], ["same"], id="the same one again"),
        pytest.param(opened(1, NEW_FILES), ["same-version"], [], id="another one of the same version"),
        pytest.param(opened(2, bundle="south"), ["other-bundle"], ["not-next"], id="that of another place"),
        pytest.param(opened(2, languages=("tk",)), [], ["languages", "not-next"], id="fewer languages"),
        pytest.param(opened(2, profile="demo"), ["demo"], ["not-next"], id="a demonstration in place of the handbook"),
        pytest.param(opened(2, roots=ROTATED), [], ["not-next"], id="with a root more"),
    ],
)  # fmt: skip
def test_what_follows_the_copy_at_hand(new: Opened, refusals: list[str], notes: list[str]) -> None:
    verdict = verify(new, MADE, Anchor(previous=OLD))
    assert [each.code for each in verdict.refusals] == refusals
    assert [each.code for each in verdict.notes] == notes


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(opened(2), opened(1), [("rollback", "manifest.json")], id="an older version"),
        pytest.param(opened(1, roots=ROTATED), opened(2), [("root-old", "root/1.json")], id="older roots"),
        pytest.param(opened(1, roots=(signed(root(expires=NEXT), 1, 2),)), opened(2), [("root-fork", "root/1.json")], id="a fork at root 1"),
        pytest.param(opened(1, roots=(*chain(), signed(root(2, expires=NEXT), 1, 2))), opened(2, roots=ROTATED), [("root-fork", "root/2.json")], id="a fork at root 2"),
        pytest.param(opened(1), Opened.of_files({**bundle(manifest(without_envelope(bundle()) | NEW_FILES, 2)), **FILES}), [("mixed", "index.html")], id="a file of the version before"),
    ],
)  # fmt: skip
def test_what_does_not_follow(old: Opened, new: Opened, expected: list[tuple[str, str]]) -> None:
    verdict = verify(new, MADE, Anchor(previous=old))
    assert [(each.code, each.name) for each in verdict.refusals] == expected


def test_the_signatures_of_the_version_before_do_not_serve() -> None:
    new = {**bundle(manifest(without_envelope(bundle()), 2))}
    mixed = {**new, **{path: data for path, data in bundle().items() if path.startswith("sig")}}
    codes = [code for code, _ in found(mixed)]
    assert codes == ["bad-signature", "bad-signature", "signatures"]


def test_without_anything_trusted_a_signature_says_nothing() -> None:
    assert found(bundle(), Anchor()) == [("no-anchor", "")]


def test_words_that_a_person_compared_are_trusted() -> None:
    first, second = Trust.following(ROTATED).fingerprints()
    files = bundle(roots=ROTATED)
    assert found(files, Anchor(fingerprint=first)) == []
    assert found(files, Anchor(fingerprint=second)) == []
    assert found(bundle(), Anchor(fingerprint=second)) == [("other-root", "root/1.json")]


def test_a_key_revoked_in_a_root_that_is_known_does_not_count_in_an_older_chain() -> None:
    anchor = Anchor(known=Trust.following(ROTATED))
    assert found(bundle(signing=(1, 2)), anchor) == []
    assert found(bundle(signing=(1, 3)), anchor) == [("signatures", "manifest.json")]


@pytest.mark.parametrize(
    ("profile", "anchor", "expected"),
    [
        pytest.param("demo", Anchor(unsigned_demo=True), [], id="a demonstration, if that is fine"),
        pytest.param("demo", Anchor(), ["unsigned"], id="a demonstration, if nobody said so"),
        pytest.param("service", Anchor(unsigned_demo=True), ["unsigned"], id="a handbook for work"),
        pytest.param("demo", Anchor(previous=OLD, unsigned_demo=True), ["unsigned", "demo"], id="in place of a signed one"),
    ],
)  # fmt: skip
def test_a_bundle_without_signatures(profile: str, anchor: Anchor, expected: list[str]) -> None:
    listed = replace(manifest(issue=2), profile=profile)
    files = bundle(listed, roots=(), signing=())
    assert [code for code, _ in found(files, anchor)] == expected


def onefile(data: bytes = b"<!doctype html>\n") -> bytes:
    listed = replace(manifest({"handbook.html": data}), form="onefile")
    message = listed.written()
    return data + trailer.written(message, ring(1, 2).sign("gollanma-bundle", message), chain())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(lambda data: data, None, id="as it was made"),
        pytest.param(lambda data: data.replace(b"html", b"HTML", 1), "changed", id="a letter changed"),
        pytest.param(lambda data: b"<script>" + data, "size", id="something before it"),
        pytest.param(lambda data: data + b"<script>", "no-manifest", id="something after it"),
        pytest.param(lambda data: data + b"\n", "no-manifest", id="a line after it"),
        pytest.param(lambda data: data[:-1], "no-manifest", id="cut"),
        pytest.param(lambda data: data.replace(b"gollanma-manifest ", b"gollanma-manifest  "), "no-manifest", id="a blank more"),
        pytest.param(lambda _: b"", "no-manifest", id="nothing"),
        pytest.param(lambda _: b"<!doctype html>\n", "no-manifest", id="any page"),
    ],
)  # fmt: skip
def test_the_one_file_form(change: Callable[[bytes], bytes], code: str | None) -> None:
    try:
        codes = [
            each.code for each in verify(Opened.of_onefile(change(onefile())), MADE, KNOWN).refusals
        ]
    except BundleError as error:
        codes = [error.code]
    assert codes == ([] if code is None else [code])


def unpacked(folder: Path, files: Mapping[str, bytes]) -> Path:
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


def test_zip_folder_and_one_file_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "north.zip").write_bytes(zips.write(bundle()))
    (tmp_path / "handbook.html").write_bytes(onefile())
    unpacked(tmp_path / "north", bundle())
    places = [open_bundle(tmp_path / name) for name in ("north.zip", "north", "handbook.html")]
    assert [each.kind for each in places] == ["zip", "folder", "onefile"]
    assert [verified(each, MADE, KNOWN) for each in places] == [(), (), ()]


def test_what_windows_leaves_in_a_folder_is_named_or_passed_over(tmp_path: Path) -> None:
    folder = unpacked(tmp_path, {**bundle(), "Thumbs.db": b"", "autorun.inf": b""})
    codes = [(each.code, each.name) for each in verify(open_bundle(folder), MADE, KNOWN).refusals]
    assert codes == [("extra", "Thumbs.db"), ("extra", "autorun.inf")]
    assert verified(open_bundle(folder, only_listed=True), MADE, KNOWN) == ()


SIZES = sorted(len(data) for data in bundle().values())


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        pytest.param(Limits(files=len(SIZES), total=sum(SIZES), file=SIZES[-1]), None, id="just enough"),
        pytest.param(Limits(files=len(SIZES) - 1), "many-files", id="a file too many"),
        pytest.param(Limits(total=sum(SIZES) - 1), "too-large", id="a byte too many in all"),
        pytest.param(Limits(file=SIZES[-1] - 1), "too-large", id="a byte too many in one"),
    ],
)  # fmt: skip
def test_a_folder_that_is_too_large_is_not_read_further(
    tmp_path: Path, limits: Limits, code: str | None
) -> None:
    folder = unpacked(tmp_path, bundle())
    if code is None:
        assert open_bundle(folder, limits).manifest == Opened.of_files(bundle()).manifest
        return
    with pytest.raises(BundleError) as refusal:
        open_bundle(folder, limits)
    assert refusal.value.code == code


def test_links_in_a_folder_are_refused(tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "north", bundle())
    (folder / "sop" / "loop").symlink_to(folder)
    with pytest.raises(BundleError) as refusal:
        open_bundle(folder)
    assert (refusal.value.code, refusal.value.name) == ("link", "sop/loop")


def test_the_first_refusal_is_raised_where_one_is_enough() -> None:
    with pytest.raises(BundleError) as refusal:
        verified(Opened.of_files(flipped("index.html")(bundle())), MADE, KNOWN)
    assert (refusal.value.code, refusal.value.name) == ("changed", "index.html")


def test_a_manifest_of_another_form_is_refused() -> None:
    listed = Manifest.read(manifest({"handbook.html": b""}).written())
    with pytest.raises(BundleError) as refusal:
        Opened.of_files({"manifest.json": replace(listed, form="onefile").written()})
    assert refusal.value.code == "form"
