"""`gollanma bundle --since`: the next version of a copy, and the patch that leads to it."""

from pathlib import Path

import pytest

from gollanma.bundle.opened import open_bundle
from tests.support.folders import command
from tests.support.sticks import country

SOP = "normative/sops/visit.yml"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project with a copy handed out, of which a sentence was changed since."""
    made = country(tmp_path_factory.mktemp("country"))
    words = ("bundle", "--territory", "north", "--workers", "1", "--out", str(made / "old"))
    done = command(made, *words)
    assert done.exit_code == 0, done.output
    text = (made / SOP).read_text(encoding="utf-8")
    assert "tk: Howlukman diňläň." in text
    changed = text.replace("tk: Howlukman diňläň.", "tk: Arkaýyn diňläň.")
    (made / SOP).write_text(changed, encoding="utf-8")
    return made


def bundle(root: Path, out: str, *words: str, since: str = "old") -> tuple[int, str]:
    options = ("--territory", "north", "--workers", "1", "--issue", "2")
    done = command(
        root, "bundle", *options, "--out", str(root / out), "--since", str(root / since), *words
    )
    return done.exit_code, done.output


def test_a_new_copy_follows_the_old_one_and_its_patch_leads_there(root: Path) -> None:
    code, said = bundle(root, "new")
    assert code == 0, said
    patch = root / "new/handbook-north-2026112201-2026112202.gpatch"
    assert f"patch `{patch.name}`: {patch.stat().st_size} bytes" in said
    old, new = (open_bundle(root / each / "handbook-north.zip") for each in ("old", "new"))
    assert new.manifest.previous == old.manifest.sha256
    assert patch.stat().st_size < 4096
    copy = str(root / "old/handbook-north.zip")
    done = command(root, "apply", str(patch), "--to", copy, "--unsigned-demo")
    assert done.exit_code == 0, done.output
    assert open_bundle(root / "old/handbook-north.zip").files == new.files
    (root / "old/handbook-north.zip").write_bytes(
        (root / "old/handbook-north.previous.zip").read_bytes()
    )


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_a_telephones_file_is_renewed_by_a_patch_of_its_own(
    root: Path, tmp_path: Path, lang: str
) -> None:
    code, said = bundle(root, f"phone-{lang}")
    assert code == 0, said
    name = f"handbook-north-{lang}"
    patch = root / f"phone-{lang}" / f"{name}-2026112201-2026112202.gpatch"
    assert f"patch `{patch.name}`: {patch.stat().st_size} bytes" in said
    old = tmp_path / f"{name}.html"
    old.write_bytes((root / f"old/{name}.html").read_bytes())
    new = root / f"phone-{lang}" / f"{name}.html"
    assert open_bundle(new).manifest.previous == open_bundle(old).manifest.sha256
    assert patch.stat().st_size * 10 < new.stat().st_size
    done = command(root, "apply", str(patch), "--to", str(old), "--unsigned-demo")
    assert done.exit_code == 0, done.output
    assert old.read_bytes() == new.read_bytes()


def test_a_copy_that_follows_none_is_made_without_a_patch(root: Path) -> None:
    (root / "empty").mkdir()
    code, said = bundle(root, "alone", since="empty")
    assert code == 0, said
    assert "there is no copy that `handbook-north.zip` follows" in said
    assert (root / "alone/handbook-north.zip").exists()
    assert list((root / "alone").glob("*.gpatch")) == []


def test_the_old_copy_is_never_replaced_by_the_one_that_is_to_follow_it(root: Path) -> None:
    before = (root / "old/handbook-north.zip").read_bytes()
    code, said = bundle(root, "old")
    assert (code, "would be replaced by the new one" in said) == (2, True)
    assert (root / "old/handbook-north.zip").read_bytes() == before
