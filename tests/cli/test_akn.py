"""`gollanma export akn` and `gollanma import akn`: how they end, and what they write."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gollanma.cli import gollanma
from tests.exchange.akn.support import ADDRESS
from tests.exchange.akn.test_bad_documents import BOMB, DAMAGED, FRENCH, GOOD, LOST_PART, THIEF
from tests.support.folders import small_folder
from tests.support.projects import changed

ACT = "normative/acts/help/act.yml"
EDITION = "normative/acts/help/editions/2020-02-01.yml"
ADDRESSED = changed(ACT, "act_kind: law\n", f"act_kind: law\nfrbr: {ADDRESS}\n")


def run(root: Path, *words: str, lang: str = "en") -> Result:
    """Run `export akn` or `import akn` in a folder."""
    group, *others = words
    options = ["-C", str(root), "--lang", lang, "--today", "2026-11-22"]
    return CliRunner().invoke(gollanma, [group, "akn", *options, *others])


def project(root: Path, files: Mapping[str, str] | None = None) -> Path:
    return small_folder(root / "project", {**ADDRESSED, **(files or {})})


def given(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write documents, and give their paths."""
    (root / "given").mkdir()
    for name, data in files.items():
        (root / "given" / name).write_bytes(data)
    return [str(root / "given" / name) for name in files]


def imported(root: Path, files: Mapping[str, bytes], *options: str, lang: str = "en") -> Result:
    out = ["--out", str(root / "out"), *options]
    return run(project(root), "import", *given(root, files), *out, lang=lang)


def written(folder: Path) -> list[str]:
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*"))


# --- out


def test_each_edition_and_language_is_one_document(tmp_path: Path) -> None:
    result = run(project(tmp_path), "export", "act/help", "--out", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    names = [f"help@2020-02-01.{code}.xml" for code in ("en", "ru", "tk")]
    assert written(tmp_path / "out") == names
    assert result.stdout.splitlines() == [(tmp_path / "out" / name).as_posix() for name in names]


@pytest.mark.parametrize(
    ("reference", "files", "words"),
    [
        pytest.param("act/none", {}, "is no act", id="an act that is not there"),
        pytest.param("act/help@1999-01-01", {}, "is no act", id="an edition that is not there"),
        pytest.param("sop/visit", {}, "is no act", id="no act"),
        pytest.param("act/help#a1", {}, "is no act", id="a place in an act"),
        pytest.param("..", {}, "is no act", id="no reference"),
        pytest.param("act/help", {EDITION: "sensitivity: staff\nbody: []\n"}, "no edition", id="an edition that not everybody may see"),
        pytest.param("act/help@2020-02-01", {ACT: "title: []\n"}, "is no act", id="an act that cannot be read"),
        pytest.param("act/help", changed(ACT, "act_kind: law\n", "act_kind: law\n"), "has no address", id="no address and no country"),
    ],
)  # fmt: skip
def test_what_cannot_be_exported(
    tmp_path: Path, reference: str, files: dict[str, str], words: str
) -> None:
    out = tmp_path / "out"
    result = run(project(tmp_path, files), "export", reference, "--out", str(out))
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert not out.exists()


def test_an_issuer_that_is_nowhere_stops_no_export(tmp_path: Path) -> None:
    act = {ACT: ADDRESSED[ACT] + "issuer: organisation/nobody\n"}
    out = tmp_path / "out"
    result = run(project(tmp_path, act), "export", "act/help", "--out", str(out))
    assert result.exit_code == 0, result.output
    assert len(written(out)) == 3


# --- and back


def test_documents_become_the_record_that_they_were(tmp_path: Path) -> None:
    result = imported(tmp_path, GOOD)
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{(tmp_path / 'out' / EDITION).as_posix()}\n"
    (tmp_path / "project" / EDITION).write_bytes((tmp_path / "out" / EDITION).read_bytes())
    out = ["--out", str(tmp_path / "once-more")]
    assert run(tmp_path / "project", "export", "act/help", *out).exit_code == 0
    assert {each.name: each.read_bytes() for each in (tmp_path / "once-more").iterdir()} == GOOD


@pytest.mark.parametrize(
    ("files", "code"),
    [
        pytest.param({"x.xml": BOMB}, "AKN001", id="a bomb"),
        pytest.param({"x.xml": THIEF}, "AKN001", id="a document type"),
        pytest.param({"x.xml": b" " * 17_000_000}, "AKN001", id="too many bytes"),
        pytest.param({"x.xml": b"<html/>"}, "AKN001", id="no Akoma Ntoso"),
        pytest.param(DAMAGED, "AKN001", id="broken XML"),
        pytest.param({**GOOD, "x.xml": BOMB}, "AKN001", id="a bomb among good documents"),
        pytest.param(LOST_PART, "AKN003", id="two languages that disagree"),
        pytest.param(FRENCH, "AKN002", id="a language that the project has not"),
    ],
)
def test_of_bad_documents_nothing_is_written(
    tmp_path: Path, files: dict[str, bytes], code: str
) -> None:
    result = imported(tmp_path, files)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"[{code}]" in result.stderr
    assert not (tmp_path / "out").exists()
    assert "root:" not in result.stderr


@pytest.mark.parametrize(
    ("lang", "words"),
    [("tk", "resminama öz resminama görnüşini getirýär"), ("ru", "DOCTYPE"), ("en", "DOCTYPE")],
)
def test_a_bomb_is_named_in_the_language_of_the_editor(
    tmp_path: Path, lang: str, words: str
) -> None:
    result = imported(tmp_path, {"x.xml": BOMB}, lang=lang)
    assert result.stderr.startswith(f"{(tmp_path / 'given/x.xml').as_posix()}:2:1: ")
    assert words in result.stderr


def test_an_edition_that_says_something_else_stays(tmp_path: Path) -> None:
    there = tmp_path / "out" / EDITION
    there.parent.mkdir(parents=True)
    there.write_text("body: []\n", encoding="utf-8")
    result = imported(tmp_path, GOOD)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is there already" in result.stderr
    assert there.read_text(encoding="utf-8") == "body: []\n"


def test_without_a_folder_the_record_is_shown(tmp_path: Path) -> None:
    result = run(project(tmp_path), "import", *given(tmp_path, GOOD))
    assert result.exit_code == 0
    assert "id: a1.2" in result.stdout
    assert written(tmp_path / "project") == written(project(tmp_path / "other"))


def test_an_edition_can_be_given_another_name(tmp_path: Path) -> None:
    result = imported(tmp_path, GOOD, "--as", "act/help@2030-01-01")
    assert result.exit_code == 0
    assert (tmp_path / "out/normative/acts/help/editions/2030-01-01.yml").is_file()
