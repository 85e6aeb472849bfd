"""Writing to a disk: whole or not at all, and nothing of ours stays behind."""

import errno
import os
from pathlib import Path

import pytest

from gollanma.bundle import disk


def names(folder: Path) -> list[str]:
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*"))


def full(_handle: int, _data: bytes) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_file_is_put_in_place_of_another(tmp_path: Path) -> None:
    data = bytes(range(256)) * 4096
    (tmp_path / "a.zip").write_bytes(b"old")
    disk.put(tmp_path / "a.zip", data)
    assert (tmp_path / "a.zip").read_bytes() == data
    assert names(tmp_path) == ["a.zip"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.zip").write_bytes(b"old")
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        disk.put(tmp_path / "a.zip", b"new")
    assert (tmp_path / "a.zip").read_bytes() == b"old"
    assert names(tmp_path) == ["a.zip"]


def test_a_disk_that_takes_little_at_a_time_gets_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: whole(handle, data[:3]))
    disk.write(tmp_path / "a", b"one two three")
    assert (tmp_path / "a").read_bytes() == b"one two three"


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        disk.write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_folder_is_written_with_those_in_it(tmp_path: Path) -> None:
    disk.write_folder(tmp_path / "x", {"a.txt": b"1", "b/c/d.txt": b"2"})
    assert names(tmp_path) == ["x", "x/a.txt", "x/b", "x/b/c", "x/b/c/d.txt"]


def test_what_a_killed_writer_left_is_written_anew(tmp_path: Path) -> None:
    (tmp_path / ".a.zip.building").write_bytes(b"half")
    disk.put(tmp_path / "a.zip", b"whole")
    assert names(tmp_path) == ["a.zip"]


def test_a_link_is_removed_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "dear").mkdir()
    (tmp_path / "dear/letter").write_bytes(b"dear")
    (tmp_path / "x").mkdir()
    (tmp_path / "x/link").symlink_to(tmp_path / "dear")
    disk.remove(tmp_path / "x")
    disk.remove(tmp_path / "nothing")
    assert names(tmp_path) == ["dear", "dear/letter"]


@pytest.mark.parametrize(
    ("number", "raised"), [(errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)]
)
def test_a_disk_that_cannot_flush_a_folder_is_used_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, raised: bool
) -> None:
    def fsync(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fsync)
    if raised:
        with pytest.raises(OSError, match="error"):
            disk.flush(tmp_path)
    else:
        disk.flush(tmp_path)
