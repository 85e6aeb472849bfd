"""A folder that may be lost at any time: what is not whole and ours is not there."""

import hashlib
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gollanma.memory import Store, folder_of_user, name_of
from gollanma.memory.store import MOST

NAME = name_of("a question")
VALUE = {"text": "çaga \ud800", "fails": True}


def kept(folder: Path) -> tuple[Store, Path]:
    store = Store(folder)
    store.put("answers", NAME, VALUE)
    (file,) = (folder / "answers").iterdir()
    return store, file


def test_what_was_kept_is_given(tmp_path: Path) -> None:
    store, file = kept(tmp_path / "new" / "folder")
    assert store.get("answers", NAME) == VALUE
    assert store.get("answers", name_of("another question")) is None
    assert store.get("stems", NAME) is None
    assert oct(file.parent.stat().st_mode)[-3:] == "700" or os.name == "nt"


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda data: data[:-1], id="cut at its end"),
        pytest.param(lambda data: data[:40], id="cut in its sum"),
        pytest.param(lambda data: data.replace(b"true", b"null"), id="changed"),
        pytest.param(lambda data: data + b" ", id="longer"),
        pytest.param(lambda data: b"\x80\x04\x95" + data, id="of another program"),
        pytest.param(lambda _: json.dumps(VALUE).encode(), id="without its sum"),
    ],
)
def test_what_is_not_whole_is_not_there(tmp_path: Path, spoil: object) -> None:
    store, file = kept(tmp_path)
    assert callable(spoil)
    file.write_bytes(spoil(file.read_bytes()))
    assert store.get("answers", NAME) is None
    store.put("answers", NAME, VALUE)
    assert store.get("answers", NAME) == VALUE


def test_what_stands_under_another_name_is_not_there(tmp_path: Path) -> None:
    store, file = kept(tmp_path)
    other = name_of("another question")
    file.rename(file.with_name(f"{other}.json"))
    assert store.get("answers", other) is None


def test_a_file_that_bears_our_sum_and_is_no_json_is_not_there(tmp_path: Path) -> None:
    store, file = kept(tmp_path)
    for body in (b"{", b"[" * 100_000):
        sum_ = hashlib.sha256(NAME.encode() + b"\n" + body).hexdigest().encode()
        file.write_bytes(sum_ + b"\n" + body)
        assert store.get("answers", NAME) is None


@pytest.mark.parametrize("place", ["a file", "a folder in the place of the file", "no rights"])
def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "cache"
    if place == "a file":
        folder.write_text("", encoding="utf-8")
    elif place == "no rights":
        folder.mkdir(mode=0o500)
        if os.access(folder, os.W_OK):
            pytest.skip("nothing is forbidden to this user")
    else:
        (folder / "answers" / f"{NAME}.json").mkdir(parents=True)
    store = Store(folder)
    store.put("answers", NAME, VALUE)
    assert store.get("answers", NAME) is None
    assert list((folder / "answers").glob("tmp*")) == []


def test_two_who_write_at_once_leave_a_whole_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    values = [[number] * 50_000 for number in range(24)]

    def put_and_get(value: list[int]) -> object:
        store.put("answers", NAME, value)
        return store.get("answers", NAME)

    with ThreadPoolExecutor(6) as pool:
        assert all(each in values for each in pool.map(put_and_get, values))
    assert len(list((tmp_path / "answers").iterdir())) == 1


def test_the_oldest_files_go(tmp_path: Path) -> None:
    store = Store(tmp_path)
    names = [name_of(number) for number in range(MOST + 3)]
    for moment, name in enumerate(names):
        store.put("answers", name, moment)
        os.utime(tmp_path / "answers" / f"{name}.json", (moment, moment))
    store.put("answers", NAME, VALUE)
    assert len(list((tmp_path / "answers").iterdir())) == MOST
    assert store.get("answers", names[0]) is None
    assert store.get("answers", names[-1]) == MOST + 2


HOME = str(Path("/home/ayna").absolute())


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        pytest.param({"GOLLANMA_CACHE": "here", "HOME": HOME}, "here", id="named"),
        pytest.param({"HOME": HOME}, f"{HOME}/.cache/gollanma", id="of the home"),
        pytest.param({"XDG_CACHE_HOME": f"{HOME}/x", "HOME": HOME}, f"{HOME}/x/gollanma", id="XDG"),
        pytest.param({"XDG_CACHE_HOME": "x", "HOME": HOME}, None, id="XDG that is not absolute"),
        pytest.param({}, None, id="no home"),
    ],
)
def test_the_folder_is_the_users(
    environment: dict[str, str], folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert folder_of_user(environment) == (Path(folder) if folder else None)
