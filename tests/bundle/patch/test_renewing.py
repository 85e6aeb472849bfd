"""From an installed version to the next: by right patches only, and to nothing but a whole bundle."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gollanma.bundle import unzip, zips
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import allowed_signers
from gollanma.bundle.opened import Opened, open_bundle
from gollanma.bundle.patch.form import Patch
from gollanma.bundle.patch.renewing import as_file, patch_between, renewed
from tests.support import patching, signing
from tests.support.patching import AFTER, BEFORE, DAY, NEW, OLD, OLD_ONE, folder, zipped

VECTORS = Path(__file__).parents[1] / "vectors"
CASES = json.loads((VECTORS / "cases.json").read_text(encoding="utf-8"))["cases"]


def test_the_vectors_are_what_their_maker_makes() -> None:
    there = {each.name: each.read_bytes() for each in VECTORS.iterdir() if each.is_file()}
    assert {
        name: data for name, data in there.items() if not name.endswith(".py")
    } == patching.vectors()


@pytest.mark.parametrize("case", [pytest.param(each, id=each["name"]) for each in CASES])
def test_a_vector(case: dict[str, str]) -> None:
    installed = open_bundle(VECTORS / case["old"])
    code, made = "", b""
    try:
        patch = Patch.read((VECTORS / f"{case['name']}.gpatch").read_bytes())
        made = as_file(renewed(installed, patch, DAY)[0], installed)
    except BundleError as error:
        code = error.code
    assert code == case["code"]
    assert not case["new"] or made == (VECTORS / case["new"]).read_bytes()


def test_an_unchanged_entry_stays_packed_as_it_was_and_others_are_stored() -> None:
    level_1 = {path: zips.packed(each, 1) for path, each in OLD.files.items()}
    installed = replace(OLD, entries=level_1)
    entries = unzip.entries(as_file(NEW, installed))
    same = [path for path in NEW.files if OLD.files.get(path) == NEW.files[path]]
    assert "index.html" in same
    assert {path: entries[path] for path in same} == {path: level_1[path] for path in same}
    assert {entries[path].method for path in NEW.files if path not in same} == {zips.STORED}


def test_a_patch_does_not_depend_on_how_a_zip_is_packed() -> None:
    stored = replace(OLD, entries={path: zips.packed(each, 0) for path, each in OLD.files.items()})
    assert patch_between(stored, NEW) == patch_between(OLD, NEW)


def test_a_demonstration_without_signatures_is_renewed_where_that_is_wanted() -> None:
    def demo(files: dict[str, bytes], issue: int) -> Opened:
        listed = replace(signing.manifest(files, issue), profile="demo")
        return zipped(signing.bundle(listed, files, roots=(), signing=()))

    old, new = demo(BEFORE, 1), demo(AFTER, 2)
    patch = patch_between(old, new)
    assert renewed(old, patch, DAY, unsigned_demo=True)[0].files == new.files
    with pytest.raises(BundleError, match="unsigned"):
        renewed(old, patch, DAY)


def test_a_service_copy_without_signatures_is_never_renewed() -> None:
    old, new = (
        zipped(signing.bundle(signing.manifest(files, issue), files, roots=(), signing=()))
        for issue, files in enumerate((BEFORE, AFTER), 1)
    )
    with pytest.raises(BundleError, match="unsigned"):
        renewed(old, patch_between(old, new), DAY, unsigned_demo=True)


def test_a_signed_copy_never_becomes_an_unsigned_one() -> None:
    listed = replace(signing.manifest(AFTER, 3), profile="demo")
    unsigned = signing.bundle(listed, AFTER, roots=(), signing=())
    with pytest.raises(BundleError) as raised:
        renewed(OLD, patching.leading_to(unsigned), DAY, unsigned_demo=True)
    assert raised.value.code == "unsigned"


def test_a_patch_may_bring_the_next_root_signed_by_those_of_the_root_before() -> None:
    second = signing.root(2, keys=(1, 3, 5), revoked={2: date(2026, 12, 1)})
    chain = (*signing.chain(), signing.signed(second, 1, 3, 5))
    held = {**AFTER, "allowed-signers.txt": allowed_signers(second)}
    new = zipped(signing.bundle(signing.manifest(held, 3), AFTER, chain, (3, 5)))
    patch = patch_between(OLD, new, signing.ring(1, 3))
    assert renewed(OLD, patch, DAY)[0].trust == new.trust
    third = folder(BEFORE, 4, roots=chain, keys=(3, 5))
    with pytest.raises(BundleError) as raised:
        renewed(new, patch_between(new, third, signing.ring(1, 2)), DAY)
    assert raised.value.code == "signatures"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param(OLD, folder(AFTER, 3, bundle="south"), "patch-other", id="another territory"),
        pytest.param(OLD, OLD_ONE, "patch-other", id="another form"),
        pytest.param(NEW, OLD, "patch-rollback", id="an older version"),
        pytest.param(OLD, OLD, "patch-rollback", id="the same version"),
    ],
)
def test_no_patch_is_made_between(old: Opened, new: Opened, code: str) -> None:
    with pytest.raises(BundleError) as raised:
        patch_between(old, new)
    assert raised.value.code == code


def test_notes_of_the_new_version_are_given() -> None:
    newest = folder(AFTER, 9)
    patch = patch_between(OLD, newest, signing.ring(1, 2))
    assert [each.code for each in renewed(OLD, patch, DAY)[1]] == ["not-next"]
