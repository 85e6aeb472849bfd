"""Folders are read in one order, and what does not belong there is said."""

import gc
import io
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from gollanma.source import (
    LIMITS,
    Document,
    Limits,
    Sources,
    list_folders,
    read_file,
    read_files,
    read_folders,
)
from gollanma.source.folders import FEW


def write(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
    return root


def found(sources: Sources) -> list[tuple[str, str]]:
    return [(each.span.path, each.key) for each in sources.diagnostics]


def paths(sources: Sources) -> list[str]:
    return [each.path for each in sources.documents]


def test_documents_come_sorted_by_path(tmp_path: Path) -> None:
    write(tmp_path, {"b/z.yml": "a: b", "b/a/x.yml": "a: b", "a/y.yml": "a: b", "c/n.yml": "a: b"})
    sources = read_folders(tmp_path, ["b", "a"])
    assert paths(sources) == ["a/y.yml", "b/a/x.yml", "b/z.yml"]
    assert sources.diagnostics == ()


def test_the_order_of_the_disk_does_not_matter(tmp_path: Path) -> None:
    files = {f"a/{name}.yml": f"n: {name}\nn: {name}\n" for name in ("c", "a", "b")}
    one = read_folders(write(tmp_path / "one", files), ["a"])
    two = read_folders(write(tmp_path / "two", dict(reversed(files.items()))), ["a", "a"])
    assert one == two


def test_all_findings_of_all_files_come_at_once(tmp_path: Path) -> None:
    write(
        tmp_path, {"a/b.yml": "x: [", "a/a.yml": "", "a/c.yml": "a: 1\na: 2\n", "a/d.yml": "a: b"}
    )
    sources = read_folders(tmp_path, ["a"])
    assert found(sources) == [
        ("a/a.yml", "empty"),
        ("a/b.yml", "unclosed-bracket"),
        ("a/c.yml", "duplicate"),
    ]
    assert len(sources.documents) == 4


def test_other_files_are_not_ours(tmp_path: Path) -> None:
    write(tmp_path, {"a/b.json": "{", "a/c.md": "#", "a/.hidden.yml": "[", "a/.git/x.yml": "["})
    assert read_folders(tmp_path, ["a"]) == Sources((), ())


def test_a_folder_that_is_missing_is_empty(tmp_path: Path) -> None:
    assert read_folders(tmp_path, ["glossary"]) == Sources((), ())


@pytest.mark.parametrize("name", ["b.yaml", "b.YML", "b.Yaml"])
def test_a_name_that_is_nearly_ours(tmp_path: Path, name: str) -> None:
    sources = read_folders(write(tmp_path, {f"a/{name}": "a: b"}), ["a"])
    assert found(sources) == [(f"a/{name}", "wrong-suffix")]
    assert sources.documents == ()


def test_links_are_refused_and_never_followed(tmp_path: Path) -> None:
    """Row 53: a file, a folder, and a loop."""
    write(tmp_path, {"a/b.yml": "a: b", "elsewhere/secret.yml": "a: b"})
    (tmp_path / "a/file.yml").symlink_to(tmp_path / "elsewhere/secret.yml")
    (tmp_path / "a/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "a/loop").symlink_to(tmp_path / "a")
    (tmp_path / "a/nowhere").symlink_to(tmp_path / "missing")
    (tmp_path / "root").symlink_to(tmp_path / "elsewhere")
    sources = read_folders(tmp_path, ["a", "root"])
    links = ["a/file.yml", "a/folder", "a/loop", "a/nowhere", "root"]
    assert found(sources) == [(path, "symlink") for path in links]
    assert paths(sources) == ["a/b.yml"]


def test_a_project_may_itself_lie_behind_a_link(tmp_path: Path) -> None:
    write(tmp_path / "real", {"a/b.yml": "a: b"})
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert paths(read_folders(tmp_path / "link", ["a"])) == ["a/b.yml"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    os.mkfifo(tmp_path / "a/b.yml")
    assert found(read_folders(tmp_path, ["a"])) == [("a/b.yml", "not-a-file")]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param(b"b\n.yml", "a/b<A>.yml", id="a line end"),
        pytest.param(b"\xc7\xe0.yml", "a/<DCC7><DCE0>.yml", id="bytes of Windows-1251"),
        pytest.param("b\u202e.yml".encode(), "a/b<202E>.yml", id="a reversing character"),
    ],
)
def test_a_name_that_cannot_be_shown(tmp_path: Path, name: bytes, shown: str) -> None:
    write(tmp_path, {"a/c.yml": "a: b"})
    Path(os.fsdecode(bytes(tmp_path / "a") + b"/" + name)).write_bytes(b"a: b")
    sources = read_folders(tmp_path, ["a"])
    assert found(sources) == [(shown, "file-name")]
    assert paths(sources) == ["a/c.yml"]


def test_a_name_in_any_language_is_read(tmp_path: Path) -> None:
    assert paths(read_folders(write(tmp_path, {"a/дом №1 ž.yml": "a: b"}), ["a"]))


def test_a_file_that_vanished_is_a_finding(tmp_path: Path) -> None:
    (finding,) = read_file(tmp_path, "a/b.yml").diagnostics
    assert (finding.key, finding.values) == ("unreadable", {"reason": "ENOENT"})


def test_a_folder_that_is_a_file_is_a_finding(tmp_path: Path) -> None:
    assert found(read_folders(write(tmp_path, {"a": "b"}), ["a"])) == [("a", "unreadable")]


def test_a_file_named_like_a_folder_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (finding,) = read_file(tmp_path, "a").diagnostics
    assert finding.key == "unreadable"


def test_no_more_of_a_large_file_is_read_than_needed(tmp_path: Path) -> None:
    write(tmp_path, {"a/b.yml": "a: " + "b" * 100})
    (finding,) = read_folders(tmp_path, ["a"], Limits(size=50)).diagnostics
    assert (finding.key, finding.values) == ("size", {"limit": 50})


def test_too_many_files_are_said_once(tmp_path: Path) -> None:
    write(tmp_path, {f"a/{n}.yml": "a: b" for n in range(5)})
    sources = read_folders(tmp_path, ["a"], Limits(files=3))
    assert found(sources) == [("a/3.yml", "many-files")]
    assert len(sources.documents) == 3
    assert sources.diagnostics[0].values == {"limit": 3}


def test_no_file_too_many_is_no_finding(tmp_path: Path) -> None:
    write(tmp_path, {f"a/{n}.yml": "a: b" for n in range(3)})
    assert found(read_folders(tmp_path, ["a"], Limits(files=3))) == []


def test_a_disk_that_does_not_say_why_is_at_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(*_: object) -> None:
        raise OSError("no number")

    monkeypatch.setattr(Path, "open", torn)
    (finding,) = read_file(tmp_path, "a/b.yml").diagnostics
    assert finding.values == {"reason": "EIO"}


UNSAVED = {
    "a/b.yml": "a: in the editor",
    "a/new.yml": "a: only there",
    "a/new.txt": "a: not ours",
    "elsewhere/c.yml": "a: not asked for",
}


def with_unsaved(root: Path, unsaved: Mapping[str, str], limits: Limits = LIMITS) -> list[Document]:
    paths = list_folders(root, ["a"], limits, unsaved).paths
    return [*read_files(root, paths, limits, unsaved)]


def test_what_an_editor_holds_stands_for_what_the_disk_has(tmp_path: Path) -> None:
    write(tmp_path, {"a/b.yml": "a: on the disk", "a/c.yml": "a: untouched"})
    documents = with_unsaved(tmp_path, UNSAVED)
    assert [(each.path, each.value("a")) for each in documents] == [
        ("a/b.yml", "in the editor"),
        ("a/c.yml", "untouched"),
        ("a/new.yml", "only there"),
    ]


def test_half_a_character_in_an_editor_is_no_crash(tmp_path: Path) -> None:
    documents = with_unsaved(tmp_path, {"a/b.yml": "a: b\ud83d"})
    assert [each.value("a") for each in documents] == ["b?"]


def test_an_editor_is_held_to_the_same_size(tmp_path: Path) -> None:
    (document,) = with_unsaved(tmp_path, {"a/b.yml": "a: bcdef"}, Limits(size=5))
    assert [(each.span.path, each.key) for each in document.diagnostics] == [("a/b.yml", "size")]


def test_of_a_large_file_one_byte_too_many_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    class Counting(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(-1 if size is None else size)
            return super().read(size)

    monkeypatch.setattr(Path, "open", lambda *_: Counting(b"a: bcdef"))
    assert read_file(tmp_path, "a/b.yml", Limits(size=5)).diagnostics
    assert asked == [6]


@pytest.mark.parametrize("is_on", [True, False])
def test_the_search_for_garbage_is_left_as_it_was(tmp_path: Path, *, is_on: bool) -> None:
    was_on = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        read_folders(tmp_path, ["a"])
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("count", [FEW, FEW + 1])
def test_the_trees_of_few_files_stay_and_of_many_each_is_let_go(tmp_path: Path, count: int) -> None:
    names = [f"a/{number:04}.yml" for number in range(count)]
    write(tmp_path, dict.fromkeys(names, "a: b"))
    held = [(each, each.root) for each in read_files(tmp_path, names)]
    is_same = [each.root is root for each, root in held]
    assert all(each.plain() == {"a": "b"} for each, _ in held)
    assert is_same == [count == FEW] * count
