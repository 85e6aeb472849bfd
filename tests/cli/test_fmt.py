"""`gollanma fmt`: what an old editor saved becomes what we keep."""

from pathlib import Path

import pytest

from gollanma.edit import normal
from tests.support.folders import command, small_folder

TERM = "glossary/consent.yml"


@pytest.mark.parametrize(
    ("data", "encoding", "expected"),
    [
        pytest.param(b"a: b\r\nc: d\r\n", "utf-8", "a: b\nc: d\n", id="27 ends of line of Windows"),
        pytest.param(b"a: b\rc: d\r", "utf-8", "a: b\nc: d\n", id="27 ends of line of an old Mac"),
        pytest.param("\ufeffa: b\n".encode(), "utf-8", "a: b\n", id="23 a mark at the start"),
        pytest.param("a: u\u0308\n".encode(), "utf-8", "a: ü\n", id="31 letters in two pieces"),
        pytest.param("а: Закон\n".encode("cp1251"), "cp1251", "а: Закон\n", id="24 Windows-1251"),
        pytest.param(b"a: b", "utf-8", "a: b\n", id="no end of line at the end"),
        pytest.param(b"", "utf-8", "", id="an empty file"),
        pytest.param(b"b: 1  # why\na: 'x'\n", "utf-8", "b: 1  # why\na: 'x'\n", id="nothing else"),
    ],
)
def test_a_file_as_we_keep_it(data: bytes, encoding: str, expected: str) -> None:
    assert normal(data, encoding) == expected.encode()


def test_only_what_changes_is_named(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    text = (root / TERM).read_bytes()
    (root / TERM).write_bytes(text.replace(b"\n", b"\r\n"))
    result = command(root, "fmt", str(root / TERM))
    assert (result.exit_code, result.stdout) == (0, f"{(root / TERM).as_posix()}\n")
    assert (root / TERM).read_bytes() == text
    assert command(root, "fmt", str(root / TERM)).stdout == ""


def test_without_paths_all_files_are_kept(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    (root / TERM).write_bytes((root / TERM).read_bytes().replace(b"\n", b"\r\n"))
    assert (root / TERM).as_posix() in command(root, "fmt").stdout.split("\n")
    assert command(root, "fmt").stdout == ""


def test_what_would_change_is_only_named_where_one_asks(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    text = (root / TERM).read_text(encoding="utf-8")
    other = text.replace('status: draft\nversion: "1.0"\n', 'version: "1.0"\nstatus: draft\n')
    assert other != text
    (root / TERM).write_text(other, encoding="utf-8")
    result = command(root, "fmt", "--check", str(root / TERM))
    assert (result.exit_code, result.stdout) == (1, f"{(root / TERM).as_posix()}\n")
    assert (root / TERM).read_text(encoding="utf-8") == other
    assert command(root, "fmt", str(root / TERM)).exit_code == 0
    assert (root / TERM).read_text(encoding="utf-8") == text
    assert command(root, "fmt", "--check", str(root / TERM)).exit_code == 0


def test_a_file_is_recoded_and_put_in_order_at_one_stroke(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    text = (root / TERM).read_bytes()
    other = text.replace(b'status: draft\nversion: "1.0"\n', b'version: "1.0"\r\nstatus: draft\r\n')
    (root / TERM).write_bytes(b"\xef\xbb\xbf" + other)
    assert command(root, "fmt", str(root / TERM)).stdout == f"{(root / TERM).as_posix()}\n"
    assert (root / TERM).read_bytes() == text


def test_a_file_of_an_old_computer_is_read_by_its_encoding(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    path = root / "normative/forms/old.yml"
    path.write_bytes("title:\n  ru: Заявление\n".encode("cp1251"))
    refused = command(root, "fmt", str(path))
    assert (refused.exit_code, "old.yml" in refused.stderr) == (1, True)
    assert command(root, "fmt", "--from", "cp1251", str(path)).exit_code == 0
    assert path.read_text(encoding="utf-8") == "title:\n  ru: Заявление\n"


def test_an_encoding_that_nobody_knows(tmp_path: Path) -> None:
    assert command(small_folder(tmp_path), "fmt", "--from", "klingon").exit_code == 2


def test_a_link_that_leads_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_bytes(b"a: b\r\n")
    root = small_folder(tmp_path / "project")
    (root / "glossary/linked.yml").symlink_to(outside)
    assert command(root, "fmt").exit_code == 0
    assert outside.read_bytes() == b"a: b\r\n"
    assert (root / "glossary/linked.yml").is_symlink()


@pytest.mark.parametrize("written", [0, 1])
def test_where_there_is_no_room_every_file_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    root = small_folder(tmp_path)
    for name in (TERM, "normative/roles/lead.yml"):
        (root / name).write_bytes((root / name).read_bytes().replace(b"\n", b"\r\n"))
    before = {each: each.read_bytes() for each in root.rglob("*") if each.is_file()}
    write, count = Path.write_bytes, iter(range(9))

    def full(self: Path, data: bytes) -> int:
        if next(count) < written:
            return write(self, data)
        write(self, data[: len(data) // 2])
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    result = command(root, "fmt")
    assert (result.exit_code, "No space left on device" in result.stderr) == (4, True)
    assert {each: each.read_bytes() for each in root.rglob("*") if each.is_file()} == before


def test_a_file_keeps_the_rights_that_it_had(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    (root / TERM).write_bytes((root / TERM).read_bytes() + b"\r\n")
    (root / TERM).chmod(0o640)
    assert command(root, "fmt").exit_code == 0
    assert (root / TERM).stat().st_mode & 0o777 == 0o640
