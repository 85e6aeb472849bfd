"""A file that is lengthened row by row: a row that is not whole and ours is not there."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from gollanma.memory import Rows, Store, name_of
from gollanma.memory.rows import IDLE, MOST, ROOM

NAMES = [name_of(number) for number in range(9)]
FILE = name_of("a project")


def rows(folder: Path) -> Rows:
    return Store(folder).rows("readings", FILE)


def keep(kept: Rows, new: Mapping[str, bytes]) -> None:
    for name, body in new.items():
        kept.add(name, body)
    kept.close()


def size(folder: Path) -> int:
    (file,) = (folder / "readings").iterdir()
    return file.stat().st_size


def test_what_was_kept_is_given_once(tmp_path: Path) -> None:
    keep(rows(tmp_path), {NAMES[0]: b"one", NAMES[1]: "çaga".encode()})
    keep(rows(tmp_path), {NAMES[2]: b""})
    kept = rows(tmp_path)
    assert [kept.get(each) for each in NAMES[:4]] == [b"one", "çaga".encode(), b"", None]
    assert kept.get(NAMES[0]) is None


def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    keep(rows(tmp_path), {NAMES[0]: b"one"})
    (file,) = (tmp_path / "readings").iterdir()
    modes = {oct(each.stat().st_mode)[-2:] for each in (file, file.parent)}
    assert modes == {"00"} or os.name == "nt"


def test_rows_are_added_and_those_before_stay_as_they_are(tmp_path: Path) -> None:
    keep(rows(tmp_path), dict.fromkeys(NAMES, b"one"))
    (file,) = (tmp_path / "readings").iterdir()
    before, status = file.read_bytes(), file.stat()
    kept = rows(tmp_path)
    assert [kept.get(each) for each in NAMES[1:]] == [b"one"] * 8
    keep(kept, {name_of("new"): b"two", NAMES[1]: b"one"})
    after = file.read_bytes()
    assert after.startswith(before)
    assert len(after) == len(before) * 10 // 9
    assert file.stat().st_ino == status.st_ino


def test_what_no_run_uses_goes_when_it_is_most_of_the_file(tmp_path: Path) -> None:
    keep(rows(tmp_path), dict.fromkeys(NAMES, b"one"))
    whole = size(tmp_path)
    for used, left in ((len(NAMES) // IDLE + 1, whole), (3, whole // 3)):
        kept = rows(tmp_path)
        assert [kept.get(each) for each in NAMES[:used]] == [b"one"] * used
        keep(kept, {})
        assert size(tmp_path) == left


@pytest.mark.parametrize("cut", [1, 70, 140])
def test_a_row_that_was_cut_spoils_no_other(tmp_path: Path, cut: int) -> None:
    keep(rows(tmp_path), {NAMES[0]: b"one" * 9, NAMES[1]: b"two" * 9})
    (file,) = (tmp_path / "readings").iterdir()
    file.write_bytes(file.read_bytes()[:-cut])
    kept = rows(tmp_path)
    assert [kept.get(each) for each in NAMES[:2]] == [b"one" * 9, None]
    keep(kept, {NAMES[1]: b"two"})
    kept = rows(tmp_path)
    assert [kept.get(each) for each in NAMES[:2]] == [b"one" * 9, b"two"]


def test_what_was_changed_or_stands_under_another_name_is_not_there(tmp_path: Path) -> None:
    keep(rows(tmp_path), {NAMES[0]: b"one", NAMES[1]: b"two"})
    (file,) = (tmp_path / "readings").iterdir()
    data = file.read_bytes().replace(b"one", b"One").replace(NAMES[1].encode(), NAMES[2].encode())
    file.write_bytes(data)
    kept = rows(tmp_path)
    assert [kept.get(each) for each in NAMES[:3]] == [None, None, None]
    sum_ = hashlib.sha256(f"{NAMES[2]}\nthree".encode()).hexdigest()
    file.write_bytes(f"{sum_}{NAMES[2]}three".encode())
    assert rows(tmp_path).get(NAMES[2]) == b"three"


def test_a_run_that_uses_nothing_takes_nothing_away(tmp_path: Path) -> None:
    keep(rows(tmp_path), dict.fromkeys(NAMES, b"one"))
    whole = size(tmp_path)
    keep(rows(tmp_path), {})
    keep(rows(tmp_path), {name_of("new"): b"one"})
    assert size(tmp_path) == whole * 10 // 9


@pytest.mark.parametrize("place", ["a file", "a folder in the place of the file"])
def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "cache"
    if place == "a file":
        folder.write_text("", encoding="utf-8")
    else:
        (folder / "readings" / f"{FILE}.rows").mkdir(parents=True)
    keep(rows(folder), {NAMES[0]: b"one"})
    assert rows(folder).get(NAMES[0]) is None


def test_the_oldest_files_go(tmp_path: Path) -> None:
    for number in range(MOST + 2):
        file = name_of("project", number)
        keep(Store(tmp_path).rows("readings", file), {NAMES[0]: b"one"})
        os.utime(tmp_path / "readings" / f"{file}.rows", (number, number))
    keep(rows(tmp_path), {NAMES[0]: b"one"})
    assert len(list((tmp_path / "readings").iterdir())) == MOST
    assert Store(tmp_path).rows("readings", name_of("project", 0)).get(NAMES[0]) is None


def test_many_rows_are_written_while_they_come(tmp_path: Path) -> None:
    kept = rows(tmp_path)
    kept.add(NAMES[0], b"one")
    assert list(tmp_path.iterdir()) == []
    kept.add(NAMES[1], b"two" * ROOM)
    assert size(tmp_path) > ROOM
    kept.add(NAMES[2], b"three")
    kept.close()
    again = rows(tmp_path)
    assert [again.get(each) for each in NAMES[:3]] == [b"one", b"two" * ROOM, b"three"]
