"""`gollanma translate`: how far the languages are, out to translators and back."""

import json
from pathlib import Path

import pytest

from gollanma.model.state import FOLDER
from tests.exchange.translation.support import SOP, filled, in_blocks
from tests.support.contracts import agrees
from tests.support.folders import command, small_folder

FILE = "normative/sops/visit.yml"
NEW = "Shortly said."
WHERE = "procedure Посещение семьи > summary > en"


def folder(root: Path) -> Path:
    return small_folder(root, in_blocks(SOP, "en"))


def sent(root: Path, *options: str) -> Path:
    out = root / "out.xlf"
    result = command(root, "translate", "export", "--to", "en", "--out", str(out), *options)
    assert result.exit_code == 0, result.output
    return out


def come_back(root: Path, *options: str) -> tuple[int, str, str]:
    out = sent(root)
    out.write_bytes(filled(out.read_bytes(), lambda place, _: NEW if place == "summary" else None))
    result = command(root, "translate", "import", str(out), *options)
    return result.exit_code, result.stdout, result.stderr


def test_what_is_missing_is_counted_and_named(tmp_path: Path) -> None:
    body = json.loads(command(folder(tmp_path), "translate", "status", "--format", "json").stdout)
    agrees(body, "translate-status")
    (english,) = (each for each in body["languages"] if each["language"] == "en")
    (row,) = body["records"]
    assert (row["ref"], row["language"], row["state"], row["behind"]) == (SOP, "en", "draft", 0)
    assert row["missing"] == english["missing"] > 0
    assert english["passages"] > english["missing"]
    said = command(tmp_path, "translate", "status", "--to", "en").stdout
    assert said.splitlines()[1] == f"{SOP} en: missing {row['missing']}, older than the original 0"
    assert len(said.splitlines()) == 2


def test_only_what_is_missing_goes_out_unless_all_is_asked_for(tmp_path: Path) -> None:
    root = folder(tmp_path)
    few = sent(root).read_bytes()
    assert few.count(b"<file ") == 1
    assert sent(root).read_bytes() == few
    assert sent(root, "--every").read_bytes().count(b"<file ") > 1
    assert sent(root, "form/consent", "--every").read_bytes().count(b"<file ") == 1


def test_what_comes_back_is_written_and_stamped(tmp_path: Path) -> None:
    code, said, _ = come_back(folder(tmp_path))
    assert (code, said) == (0, f"{FILE}\n")
    assert f"  en: {NEW}\n" in (tmp_path / FILE).read_text(encoding="utf-8")
    stamps = (tmp_path / FOLDER / f"translated/{SOP}.yml").read_text(encoding="utf-8")
    assert "  'summary':\n    en: h1:" in stamps
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    old = "Maşgala nähili barmaly."
    (tmp_path / FILE).write_text(text.replace(old, "Maşgala iki işgär barýar."), encoding="utf-8")
    found = json.loads(command(tmp_path, "check", "--format", "json").stdout)["findings"]
    assert [each["where"] for each in found if each["code"] == "I18N002"] == [WHERE]


def test_a_difference_is_shown_and_nothing_is_written(tmp_path: Path) -> None:
    root = folder(tmp_path)
    before = (root / FILE).read_bytes()
    code, said, _ = come_back(root, "--diff")
    assert code == 0
    assert f"+  en: {NEW}\n" in said
    assert (root / FILE).read_bytes() == before
    assert not (root / FOLDER / "translated").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param(["export", "--to", "fr", "--out", "x.xlf"], 2, "tk, ru, en", id="a language of nobody"),
        pytest.param(["export", "sop/gone", "--to", "en", "--out", "x.xlf"], 2, "sop/gone", id="a record that is gone"),
        pytest.param(["status", "--to", "fr"], 2, "tk, ru, en", id="status of no language"),
        pytest.param(["import", FILE], 1, "TRL001", id="no XLIFF"),
        pytest.param(["export", "--to", "ru", "--out", "x.xlf"], 0, "nothing is left", id="nothing to translate"),
    ],
)  # fmt: skip
def test_what_it_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, said: str
) -> None:
    root = folder(tmp_path)
    monkeypatch.chdir(root)
    before = sorted(root.rglob("*"))
    result = command(root, "translate", *words)
    assert result.exit_code == code
    assert said in result.stderr
    assert sorted(root.rglob("*")) == before
