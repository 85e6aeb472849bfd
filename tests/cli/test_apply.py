"""`gollanma apply`: a copy renewed in each of its forms, and left as it was wherever that fails."""

import errno
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from gollanma.bundle import disk, ed25519, tar, unzip
from gollanma.bundle.errors import MissingLibraryError
from gollanma.bundle.opened import open_bundle
from gollanma.bundle.patch import renewing
from gollanma.site.lock import locked
from tests.support.contracts import agrees
from tests.support.folders import command
from tests.support.patching import BEFORE, NEW, OLD

VECTORS = Path(__file__).parents[1] / "bundle" / "vectors"


def found(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


def place(stick: Path, *names: str) -> None:
    for name in names:
        shutil.copy(VECTORS / name, stick / name)


def unpacked(folder: Path, files: Mapping[str, bytes] = OLD.files) -> Path:
    disk.write_folder(folder, files)
    return folder


@pytest.mark.parametrize("ending", ["zip", "html"])
def test_a_file_is_renewed_and_the_one_before_stays(tmp_path: Path, ending: str) -> None:
    patch = {"zip": "folder.gpatch", "html": "onefile.gpatch"}[ending]
    place(tmp_path, f"old.{ending}", patch)
    result = command(
        tmp_path, "apply", str(tmp_path / patch), "--to", str(tmp_path / f"old.{ending}")
    )
    assert result.exit_code == 0, result.output
    assert result.output.startswith(
        f"renewed: `old.{ending}`, version 2026112203; "
        f"the version before is kept as `old.previous.{ending}`\n"
    )
    assert found(tmp_path) == {
        f"old.{ending}": (VECTORS / f"new.{ending}").read_bytes(),
        f"old.previous.{ending}": (VECTORS / f"old.{ending}").read_bytes(),
        patch: (VECTORS / patch).read_bytes(),
    }


def test_a_folder_is_renewed_and_strays_of_windows_stay_in_the_one_before(tmp_path: Path) -> None:
    place(tmp_path, "folder.gpatch")
    strays = {"Thumbs.db": b"x", "sop/desktop.ini": b"y"}
    unpacked(tmp_path / "gollanma žaýym %1", {**OLD.files, **strays})
    result = command(tmp_path, "apply", str(tmp_path / "folder.gpatch"))
    assert result.exit_code == 0, result.output
    assert found(tmp_path / "gollanma žaýym %1") == NEW.files
    assert found(tmp_path / "gollanma žaýym %1.previous") == {**OLD.files, **strays}
    assert len(list(tmp_path.iterdir())) == 3


def test_the_copy_beside_the_patch_is_found(tmp_path: Path) -> None:
    place(tmp_path, "folder.gpatch", "old.zip", "old.html", "older.zip")
    (tmp_path / "letter.html").write_bytes(b"dear")
    (tmp_path / "letters").mkdir()
    result = command(tmp_path, "apply", str(tmp_path / "folder.gpatch"))
    assert result.exit_code == 0, result.output
    assert (tmp_path / "old.zip").read_bytes() == (VECTORS / "new.zip").read_bytes()


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ((), "no copy beside `folder.gpatch` is renewed by it: name the copy with `--to`\n"),
        (
            ("old.zip", "new.zip"),
            (
                "more than one copy beside `folder.gpatch` is renewed by it (new.zip, old.zip): "
                "name one with `--to`\n"
            ),
        ),
    ],
)
def test_where_it_is_not_plain_which_copy_is_meant_one_is_asked_for(
    tmp_path: Path, names: tuple[str, ...], sentence: str
) -> None:
    place(tmp_path, "folder.gpatch", *names)
    before = found(tmp_path)
    result = command(tmp_path, "apply", str(tmp_path / "folder.gpatch"))
    assert (result.exit_code, result.output) == (2, sentence)
    assert found(tmp_path) == before


def test_what_is_done_already_is_said_and_changes_nothing(tmp_path: Path) -> None:
    place(tmp_path, "folder.gpatch", "old.zip")
    words = ("apply", str(tmp_path / "folder.gpatch"), "--to", str(tmp_path / "old.zip"))
    command(tmp_path, *words)
    before = found(tmp_path)
    result = command(tmp_path, *words)
    assert (result.exit_code, result.output) == (
        0,
        "`old.zip` is of version 2026112203 already; nothing was changed\n",
    )
    assert found(tmp_path) == before


def test_a_newer_copy_that_was_changed_is_not_fine(tmp_path: Path) -> None:
    place(tmp_path, "folder.gpatch")
    unpacked(tmp_path / "x", {**NEW.files, "index.html": BEFORE["index.html"] + b"!"})
    result = command(tmp_path, "apply", str(tmp_path / "folder.gpatch"))
    assert result.exit_code == 5
    assert "the copy is not byte for byte what was handed out\n" in result.output


CASES = json.loads((VECTORS / "cases.json").read_text(encoding="utf-8"))["cases"]
REFUSED = [
    pytest.param(each, id=each["name"], marks=() if number % 6 == 0 else pytest.mark.slow)
    for number, each in enumerate(CASES)
    if each["code"] not in {"", "patch-done"}
]


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_changes_nothing(tmp_path: Path, case: dict[str, str]) -> None:
    patch = f"{case['name']}.gpatch"
    place(tmp_path, patch, case["old"])
    before = found(tmp_path)
    copy = str(tmp_path / case["old"])
    words = ("apply", str(tmp_path / patch), "--to", copy, "--format", "json")
    result = command(tmp_path, *words)
    assert result.exit_code == 5
    assert found(tmp_path) == before
    answer = json.loads(result.stdout)
    agrees(answer, "apply")
    assert answer["refusal"]["code"] == case["code"]


def test_why_a_patch_is_refused_is_said_with_what_to_do(tmp_path: Path) -> None:
    place(tmp_path, "copy-over-the-end.gpatch", "old.zip")
    copy = str(tmp_path / "old.zip")
    result = command(tmp_path, "apply", str(tmp_path / "copy-over-the-end.gpatch"), "--to", copy)
    assert result.output == (
        "error[patch-operations] "
        "the update is damaged: what it does is not what its signed head says\n"
        "  hint: copy it again; where that does not help, take the whole handbook\n"
    )


def test_a_patch_that_is_applied_keeps_the_contract(tmp_path: Path) -> None:
    place(tmp_path, "folder.gpatch", "old.zip")
    result = command(tmp_path, "apply", str(tmp_path / "folder.gpatch"), "--format", "json")
    answer = json.loads(result.stdout)
    agrees(answer, "apply")
    assert (answer["version"], answer["refusal"]) == (2026112203, None)
    assert answer["previous"].endswith("/old.previous.zip")


def test_one_process_at_a_time_renews_a_copy(tmp_path: Path) -> None:
    place(tmp_path, "folder.gpatch", "old.zip")
    with locked(tmp_path / ".old.zip.lock"):
        result = command(tmp_path, "apply", str(tmp_path / "folder.gpatch"))
    assert result.exit_code == 4
    assert f"(process {os.getpid()})" in result.output


def test_a_copy_that_is_not_there_is_said(tmp_path: Path) -> None:
    place(tmp_path, "folder.gpatch")
    words = ("apply", str(tmp_path / "folder.gpatch"), "--to", str(tmp_path / "no.zip"))
    result = command(tmp_path, *words)
    assert (result.exit_code, "No such file" in result.output) == (4, True)
    assert list(found(tmp_path)) == ["folder.gpatch"]


def test_a_worn_stick_that_gives_other_bytes_back_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(tmp_path, "folder.gpatch", "old.zip")
    before = found(tmp_path)
    whole = disk.write

    def worn(path: Path, data: bytes) -> None:
        entries = unzip.entries(data)
        whole(
            path,
            data.replace(entries["sop/intake.html"].stream, b"x" * entries["sop/intake.html"].size),
        )

    monkeypatch.setattr(disk, "write", worn)
    result = command(tmp_path, "apply", str(tmp_path / "folder.gpatch"))
    assert result.exit_code == 5, result.output
    assert found(tmp_path) == before


def test_the_library_of_signatures_is_named_where_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(tmp_path, "folder.gpatch", "old.zip")
    monkeypatch.setattr(ed25519, "_need", missing)
    result = command(tmp_path, "apply", str(tmp_path / "folder.gpatch"))
    assert (result.exit_code, "gollanma[bundle]" in result.output) == (3, True)


def missing() -> None:
    raise MissingLibraryError


def test_what_is_installed_is_the_tar_that_the_patch_names(tmp_path: Path) -> None:
    place(tmp_path, "folder.gpatch", "old.zip")
    command(tmp_path, "apply", str(tmp_path / "folder.gpatch"))
    assert renewing.whole(open_bundle(tmp_path / "old.zip")) == tar.write(NEW.files)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        pytest.param(OSError(errno.ENOSPC, "No space left on device"), 4, id="a full disk"),
        pytest.param(KeyboardInterrupt(), 130, id="a person who stops it"),
    ],
)
def test_a_renewal_that_ends_early_leaves_the_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException, code: int
) -> None:
    place(tmp_path, "folder.gpatch", "old.zip")
    before = found(tmp_path)

    def fails(_file: int) -> None:
        raise fault

    monkeypatch.setattr(os, "fsync", fails)
    assert command(tmp_path, "apply", str(tmp_path / "folder.gpatch")).exit_code == code
    assert found(tmp_path) == before
