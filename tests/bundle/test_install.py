"""Installing: the new version takes the name, the one before stays, half-done work is set right."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from gollanma.bundle import disk
from gollanma.bundle.install import installing, previous_of, put_file, put_folder
from gollanma.site import LockedError
from gollanma.site.lock import locked
from tests.support import signing

OLDER, OLD, NEW = (
    signing.bundle(signing.manifest({"index.html": text}, issue), {"index.html": text}, roots=())
    for issue, text in enumerate((b"older", b"old", b"new"), 1)
)


def fine(_written: Path) -> None:
    pass


def found(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


def unpacked(folder: Path, files: Mapping[str, bytes]) -> None:
    disk.write_folder(folder, files)


def install(target: Path, files: Mapping[str, bytes] = NEW) -> None:
    with installing(target):
        put_folder(target, files, fine)


def test_a_file_takes_the_place_of_another_which_stays(tmp_path: Path) -> None:
    target = tmp_path / "handbook.zip"
    target.write_bytes(b"old")
    for new, old in ((b"new", b"old"), (b"newest", b"new")):
        with installing(target):
            put_file(target, new, old, fine)
        assert found(tmp_path) == {"handbook.zip": new, "handbook.previous.zip": old}


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_a_folder_takes_the_place_of_another_which_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    target = tmp_path / "handbook"
    unpacked(target, OLDER)
    for new, old in ((OLD, OLDER), (NEW, OLD)):
        install(target, new)
        assert found(target) == new
        assert found(tmp_path / "handbook.previous") == old
    assert sorted(each.name for each in tmp_path.iterdir()) == ["handbook", "handbook.previous"]


def left_unwritten(at: Path) -> None:
    unpacked(at / "handbook", OLD)
    unpacked(at / ".handbook.building", {"index.html": b"half"})
    (at / ".handbook.lock").write_text("999999\n", encoding="ascii")


def left_before_the_exchange(at: Path) -> None:
    unpacked(at / "handbook", OLD)
    unpacked(at / ".handbook.ready", NEW)
    unpacked(at / "handbook.previous", OLDER)


def left_after_the_exchange(at: Path) -> None:
    unpacked(at / "handbook", NEW)
    unpacked(at / ".handbook.ready", OLD)
    unpacked(at / "handbook.previous", OLDER)


def left_while_the_older_one_was_leaving(at: Path) -> None:
    unpacked(at / "handbook", NEW)
    unpacked(at / ".handbook.ready", OLD)
    unpacked(at / ".handbook.leaving", OLDER)


def left_half_removed(at: Path) -> None:
    unpacked(at / "handbook", NEW)
    unpacked(at / "handbook.previous", OLD)
    unpacked(at / ".handbook.leaving", {"index.html": b"half"})


def left_between_two_renames(at: Path) -> None:
    unpacked(at / "handbook.previous", OLD)
    unpacked(at / ".handbook.ready", NEW)
    unpacked(at / ".handbook.leaving", OLDER)


@pytest.mark.parametrize(
    ("left", "version", "previous"),
    [
        (left_unwritten, OLD, None),
        (left_before_the_exchange, OLD, OLDER),
        (left_after_the_exchange, NEW, OLD),
        (left_while_the_older_one_was_leaving, NEW, OLD),
        (left_half_removed, NEW, OLD),
        (left_between_two_renames, NEW, OLD),
    ],
)
def test_what_was_left_half_way_is_set_right(
    left: object, version: Mapping[str, bytes], previous: Mapping[str, bytes] | None, tmp_path: Path
) -> None:
    assert callable(left)
    left(tmp_path)
    with installing(tmp_path / "handbook"):
        assert found(tmp_path / "handbook") == version
    there = {"handbook"} | ({"handbook.previous"} if previous else set())
    assert {each.name for each in tmp_path.iterdir()} == there
    if previous:
        assert found(tmp_path / "handbook.previous") == previous


def refuses(_written: Path) -> None:
    raise OSError(5, "Input/output error")


def install_refused(target: Path, *, is_folder: bool) -> None:
    with installing(target):
        if is_folder:
            put_folder(target, NEW, refuses)
        else:
            put_file(target, b"new", b"old", refuses)


@pytest.mark.parametrize("is_folder", [False, True])
def test_what_is_not_as_it_should_be_on_the_disk_is_not_installed(
    tmp_path: Path, *, is_folder: bool
) -> None:
    target = tmp_path / ("handbook" if is_folder else "handbook.zip")
    if is_folder:
        unpacked(target, OLD)
    else:
        target.write_bytes(b"old")
    before = found(tmp_path)
    with pytest.raises(OSError, match="Input"):
        install_refused(target, is_folder=is_folder)
    assert found(tmp_path) == before


def test_a_switch_that_fails_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "handbook"
    unpacked(target, OLD)
    whole = os.replace
    monkeypatch.setattr(sys, "platform", "darwin")

    def replace(old: Path, new: Path) -> None:
        if new == target:
            raise PermissionError(13, "Permission denied")
        whole(old, new)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(PermissionError), installing(target):
        put_folder(target, NEW, fine)
    monkeypatch.undo()
    with installing(target):
        assert found(target) == NEW
    assert found(previous_of(target)) == OLD


def test_one_process_at_a_time_has_the_place(tmp_path: Path) -> None:
    target = tmp_path / "handbook"
    with (
        locked(tmp_path / ".handbook.lock"),
        pytest.raises(LockedError),
        installing(target),
    ):
        pass


def test_a_handbook_with_a_point_in_its_name_keeps_it(tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parent / "patch", tmp_path / "handbook.2026")
    assert previous_of(tmp_path / "handbook.2026").name == "handbook.2026.previous"
    assert previous_of(tmp_path / "handbook.2026.zip").name == "handbook.2026.previous.zip"
