"""`gollanma patch`: made between two copies, signed, and applied."""

import json
import shutil
from pathlib import Path

import pytest

from gollanma.bundle.patch.form import Patch
from gollanma.bundle.patch.places import Before
from tests.support.contracts import agrees
from tests.support.folders import command

VECTORS = Path(__file__).parents[1] / "bundle" / "vectors"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    for name in ("old.zip", "new.zip", "old.html", "new.html", "older.zip"):
        shutil.copy(VECTORS / name, tmp_path / name)
    return tmp_path


def test_a_patch_lies_beside_the_new_copy_and_says_from_where_to_where(stick: Path) -> None:
    result = command(stick, "patch", str(stick / "old.zip"), str(stick / "new.zip"))
    place = stick / "new-2026112202-2026112203.gpatch"
    size = place.stat().st_size
    assert (result.exit_code, result.output) == (
        0,
        (
            f"patch `{place.name}`: {size} bytes, "
            "from version 2026112202 to 2026112203, signatures: 0\n"
        ),
    )
    made, right = (Patch.read(each.read_bytes()) for each in (place, VECTORS / "folder.gpatch"))
    assert (made.header, made.deflated) == (right.header, right.deflated)


def test_a_patch_signed_by_two_offices_renews_a_copy(stick: Path) -> None:
    (stick / "keys").mkdir()
    (stick / "word").write_text("a passphrase of a test", encoding="utf-8")
    keys = [stick / "keys" / name for name in ("one", "two")]
    for key in keys:
        words = (str(key), "--office", key.name, "--passphrase-file", str(stick / "word"))
        command(stick, "keys", "new", *words)
    signing = [word for key in keys for word in ("--key", str(key))]
    passphrase = ("--passphrase-file", str(stick / "word"))
    copies = (str(stick / "old.html"), str(stick / "new.html"))
    result = command(stick, "patch", *copies, *signing, *passphrase, "--format", "json")
    answer = json.loads(result.stdout)
    agrees(answer, "patch")
    assert answer["signatures"] == 2
    assert len(Patch.read(Path(answer["path"]).read_bytes()).signatures) == 2


def test_no_patch_leads_back(stick: Path) -> None:
    result = command(stick, "patch", str(stick / "new.zip"), str(stick / "old.zip"))
    assert result.exit_code == 5
    assert "leads back from version 2026112203 to version 2026112202" in result.output
    assert list(stick.glob("*.gpatch")) == []


def test_in_a_folder_of_copies_the_newest_of_a_bundle_goes_before(stick: Path) -> None:
    (stick / "letter.html").write_bytes(b"dear")
    before = Before.at(stick)
    found = before.of("north", "folder", ("tk", "ru"))
    assert found
    assert found[1].name == "new.zip"
    assert before.of("north", "folder", ("tk",)) is None
    assert [path.name for _, path in Before.at(stick / "old.zip").copies] == ["old.zip"]
