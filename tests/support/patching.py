"""Bundles before and after a change, and patches between them, right ones and wrong ones."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from gollanma.bundle import tar, trailer, zips
from gollanma.bundle.keys import Signed, allowed_signers
from gollanma.bundle.manifest import ONE_FILE, Manifest
from gollanma.bundle.opened import Opened
from gollanma.bundle.patch.form import Header, Patch, State, Sum
from gollanma.bundle.patch.renewing import as_file, patch_between, whole
from tests.support import signing

DAY = date(2027, 1, 10)
PAGE = "<!doctype html>\n<title>{title}</title>\n" + "".join(
    f"<p>Step {number}: ask, listen, write down, and say what happens next.</p>\n"
    for number in range(12)
)
BEFORE = {
    "assets/search/en/t-0.js": b'take("en/t-0","ask listen say write");\n' * 9,
    "index.html": PAGE.format(title="Home").encode(),
    "sop/intake.html": PAGE.format(title="Intake").encode(),
    "sop/referral.html": PAGE.format(title="Referral").encode(),
}
AFTER = {
    "assets/search/en/t-0.js": BEFORE["assets/search/en/t-0.js"],
    "index.html": BEFORE["index.html"],
    "sop/intake.html": BEFORE["sop/intake.html"].replace(b"Step 7: ask", b"Step 7: ask twice"),
    "sop/visit.html": PAGE.format(title="Home visit – öýe barmak").encode(),
}
OPERATIONS = Sum.of(b"\0\0\x01")


def folder(files: Mapping[str, bytes], issue: int, **changes: object) -> Opened:
    """Give a signed bundle of the form folder, as a zip."""
    roots = changes.pop("roots", None)
    keys = changes.pop("keys", (1, 2))
    held = {**files, "allowed-signers.txt": allowed_signers(signing.root())}
    listed = replace(signing.manifest(held, issue), **changes)  # type: ignore[arg-type]
    return zipped(signing.bundle(listed, files, roots, keys))  # type: ignore[arg-type]


def zipped(files: Mapping[str, bytes]) -> Opened:
    """Give the bundle of some files as a zip that was opened."""
    entries = {path: zips.packed(each) for path, each in files.items()}
    return replace(Opened.of_files(dict(files), "zip"), entries=entries)


def onefile(body: bytes, issue: int, chain: Iterable[Signed] | None = None) -> Opened:
    """Give a signed bundle of the form of one file."""
    listed = replace(signing.manifest({ONE_FILE: body}, issue), form="onefile")
    data = listed.written()
    signatures = signing.ring(1, 2).sign("gollanma-bundle", data)
    roots = tuple(signing.chain() if chain is None else chain)
    return Opened.of_onefile(body + trailer.written(data, signatures, roots))


def bytes_of(opened: Opened) -> bytes:
    """Give the file of a bundle: the zip, or the one file."""
    return opened.data if opened.kind == "onefile" else zips.archive(opened.entries)


OLDER, OLD, NEW = folder({**BEFORE, "x.html": b"x"}, 1), folder(BEFORE, 2), folder(AFTER, 3)
OLD_ONE = onefile(b"".join(BEFORE.values()), 2)
NEW_ONE = onefile(b"".join(AFTER.values()), 3)


def header(old: Opened = OLD, new: Opened = NEW, **changes: object) -> Header:
    """Give the header of the patch between two versions, with some fields changed."""
    return replace(patch_between(old, new).header, **changes)  # type: ignore[arg-type]


def operations(old: Opened = OLD, new: Opened = NEW) -> bytes:
    """Give the operations between two versions."""
    return patch_between(old, new).operations()


def signed(
    of: Header, made: bytes, keys: Iterable[int] = (1, 2), namespace: str = "gollanma-patch"
) -> Patch:
    """Give a patch of this header, whether it fits the operations or not, signed by some keys."""
    signatures = signing.ring(*keys).sign(namespace, of.written())
    return Patch.of(of, made, tuple(signatures.values()))


def leading_to(files: Mapping[str, bytes]) -> Patch:
    """Give a rightly signed patch from the old version to some files, whatever they are."""
    made = tar.write(files)
    operations = b"\1" + _varint(len(made)) + made
    after = State(Manifest.read(files["manifest.json"]).version, Sum.of(made))
    return signed(header(after=after, operations=Sum.of(operations)), operations)


def with_operations(made: bytes) -> Patch:
    """Give a rightly signed patch from the old version to the new one with these operations."""
    return signed(header(operations=Sum.of(made)), made)


def _varint(number: int) -> bytes:
    low, rest = number % 128, number // 128
    return bytes([low | 128]) + _varint(rest) if rest else bytes([low])


@dataclass(frozen=True, slots=True)
class Case:
    """One patch handed to one installed copy, and what comes of it."""

    name: str
    old: str
    patch: bytes
    code: str = ""
    """Of the refusal; where there is none, the copy becomes the new version of its form."""


def cases() -> list[Case]:
    """Give all of them: what is right first, then the refusals in the order of the package."""
    fine = patch_between(OLD, NEW, signing.ring(1, 2))
    data = fine.written()
    start = len(b"GOLLANMA PATCH 1\n")
    rows = [
        *_right(fine),
        ("empty", "old.zip", b"", "patch-form"),
        ("other-beginning", "old.zip", b"PK\3\4" + data, "patch-form"),
        ("newer-form", "old.zip", data.replace(b"PATCH 1\n", b"PATCH 2\n", 1), "patch-form"),
        ("cut-in-header", "old.zip", data[: start + 40], "patch-form"),
        ("cut-in-signature", "old.zip", data[: start + 4 + len(fine.signed) + 50], "patch-form"),
        ("header-too-long", "old.zip", data[:start] + b"\0\1\0\1" + data[start + 4 :], "patch-form"),
        ("header-no-json", "old.zip", _with_header(fine, b"{", b"["), "json"),
        ("header-spelled-otherwise", "old.zip", _with_header(fine, b'":', b'": '), "canonical"),
        ("header-twice-a-key", "old.zip", _with_header(fine, b'{"bundle"', b'{"bundle":"north","bundle"'), "json"),
        ("header-newer", "old.zip", _with_header(fine, b'"schema":1', b'"schema":2'), "newer"),
        ("header-field-more", "old.zip", _with_header(fine, b'"schema":1', b'"schema":1,"sum":1'), "field"),
        ("header-size-of-a-bomb", "old.zip", _with_size(fine), "field"),
        *((name, "old.zip", patch.written(), code) for name, patch, code in _others()),
        ("done-already", "new.zip", data, "patch-done"),
        ("from-another-version", "older.zip", data, "patch-from"),
        ("back-to-an-older-one", "new.zip", signed(header(before=header().after, after=header(OLDER, OLD).before), operations()).written(), "patch-rollback"),
        *((name, "old.zip", patch.written(), "signatures") for name, patch in _signatures(fine)),
        ("copy-changed", "old-changed.zip", data, "patch-changed"),
        *((name, "old.zip", patch.written(), "patch-operations") for name, patch in _operations(fine)),
        ("another-result", "old.zip", signed(header(after=replace(header().after, sum=replace(header().after.sum, sha256="0" * 64))), operations()).written(), "patch-result"),
        ("another-version-in-the-result", "old.zip", signed(header(after=replace(header().after, version=NEW.manifest.version + 1)), operations()).written(), "patch-result"),
        *((name, "old.zip", leading_to(files).written(), code) for name, files, code in _results()),
    ]  # fmt: skip
    return [Case(*row) for row in rows]


def _right(fine: Patch) -> list[tuple[str, str, bytes, str]]:
    one = patch_between(OLD_ONE, NEW_ONE, signing.ring(1, 2))
    spare = replace(fine, signatures=(*signed(fine.header, b"", (9,)).signatures, *fine.signatures))
    return [
        ("folder", "old.zip", fine.written(), ""),
        ("three-signatures", "old.zip", signed(fine.header, operations(), (1, 2, 3)).written(), ""),
        ("one-more-of-nobody", "old.zip", spare.written(), ""),
        ("onefile", "old.html", one.written(), ""),
    ]


def _others() -> list[tuple[str, Patch, str]]:
    made = operations()
    return [
        ("for-another-territory", signed(header(bundle="south"), made), "patch-other"),
        ("for-the-one-file-form", patch_between(OLD_ONE, NEW_ONE, signing.ring(1, 2)), "patch-other"),
        ("for-other-languages", signed(header(languages=("ru", "tk")), made), "patch-other"),
    ]  # fmt: skip


def _signatures(fine: Patch) -> list[tuple[str, Patch]]:
    made = operations()
    other = signed(replace(fine.header, after=replace(fine.header.after, version=2027010101)), made)
    return [
        ("unsigned", replace(fine, signatures=())),
        ("one-of-two", signed(fine.header, made, (1,))),
        ("twice-the-same", replace(fine, signatures=fine.signatures[:1] * 2)),
        ("keys-of-nobody", signed(fine.header, made, (8, 9))),
        ("a-key-for-recalls", signed(fine.header, made, (1, 4))),
        ("signed-as-a-bundle", signed(fine.header, made, namespace="gollanma-bundle")),
        ("signatures-of-another-patch", replace(fine, signatures=other.signatures)),
        ("a-bit-of-the-header", replace(fine, signed=fine.signed.replace(b"0", b"1", 1))),
    ]


def _operations(fine: Patch) -> list[tuple[str, Patch]]:
    size = len(whole(OLD))
    return [
        ("operations-of-another-patch", signed(fine.header, operations(OLDER, OLD))),
        ("operations-cut", replace(fine, deflated=fine.deflated[:-3])),
        ("operations-none", replace(fine, deflated=b"")),
        ("operations-followed-by-a-byte", replace(fine, deflated=fine.deflated + b"\0")),
        ("operations-not-deflated", replace(fine, deflated=b"\xff\xff" + fine.deflated)),
        ("operations-a-bomb", replace(fine, deflated=Patch.of(fine.header, bytes(2**24)).deflated)),
        ("copy-over-the-end", with_operations(b"\0" + _varint(size - 1) + b"\2")),
        ("copy-from-behind-the-end", with_operations(b"\0" + _varint(size) + b"\1")),
        ("copy-from-far-away", with_operations(b"\0" + b"\xff" * 7 + b"\x0f" + b"\1")),
        ("copy-of-nothing", with_operations(b"\0\0\0" + operations())),
        ("literal-of-nothing", with_operations(b"\1\0" + operations())),
        ("literal-over-the-end", with_operations(b"\1\x7fx")),
        ("number-not-shortest", with_operations(b"\0\x80\0\1")),
        ("number-without-end", with_operations(b"\0" + b"\x80" * 9)),
        ("number-too-large", with_operations(b"\0\0" + b"\xff" * 7 + b"\x10")),
        ("operation-unknown", with_operations(b"\2" + operations())),
        ("more-than-stated", with_operations(operations() + b"\0\0\1")),
        ("less-than-stated", with_operations(b"\0\0\1")),
    ]


def _results() -> list[tuple[str, Mapping[str, bytes], str]]:
    """Give what only `verify` finds: people signed a patch to a bundle that is not genuine."""
    files = NEW.files
    other = dict(folder(AFTER, 3, bundle="south").files)
    return [
        ("result-one-signature", {p: d for p, d in files.items() if p != f"signatures/{signing.keyid(2)}.sig"}, "signatures"),
        ("result-mixed", {**files, "sop/intake.html": OLD.files["sop/intake.html"]}, "mixed"),
        ("result-changed", {**files, "index.html": files["index.html"].replace(b"Home", b"Hxme")}, "changed"),
        ("result-missing", {p: d for p, d in files.items() if p != "index.html"}, "missing"),
        ("result-extra", {**files, "setup.html": b"x"}, "extra"),
        ("result-of-another-territory", other, "other-bundle"),
    ]  # fmt: skip


def _with_header(fine: Patch, old: bytes, new: bytes) -> bytes:
    return replace(fine, signed=fine.signed.replace(old, new)).written()


def _with_size(fine: Patch) -> bytes:
    return _with_header(fine, f'"size":{fine.header.after.sum.size}'.encode(), b'"size":536870913')


def vectors() -> dict[str, bytes]:
    """Give the files of `tests/bundle/vectors`, which readers in other languages are tested by."""
    index = OLD.files["index.html"]
    changed = {**OLD.files, "index.html": index.replace(b"Step 3: ask", b"Step 3: pay")}
    rows = cases()
    listed = [
        {"name": each.name, "old": each.old, "code": each.code, "new": "" if each.code else f"new.{each.old.partition('.')[2]}"}
        for each in rows
    ]  # fmt: skip
    trust = [{"data": e.data.decode(), "signatures": dict(e.signatures)} for e in signing.chain()]
    return {
        "older.zip": bytes_of(OLDER),
        "old.zip": bytes_of(OLD),
        "old-changed.zip": bytes_of(zipped(changed)),
        "new.zip": as_file(NEW, OLD),
        "old.html": OLD_ONE.data,
        "new.html": NEW_ONE.data,
        "cases.json": _json({"day": DAY.isoformat(), "cases": listed}),
        "trust.json": _json(trust),
        **{f"{each.name}.gpatch": each.patch for each in rows},
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()
