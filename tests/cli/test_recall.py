"""`gollanma recall`: a page of copies that were handed out is withdrawn, by a notice and for good."""

import json
from pathlib import Path

import pytest

from gollanma.bundle import notice
from gollanma.bundle.keys import Trust, chain_files
from gollanma.model import cut
from gollanma.model.state import RECALLS
from gollanma.views.marks import mark_of
from gollanma.views.qr import code_of
from gollanma.views.recalls import digits_of, notices, withdrawn
from tests.support.contracts import agrees
from tests.support.folders import command, small_folder
from tests.support.projects import changed, small
from tests.support.signing import MADE, chain, private

SOP = "normative/sops/visit.yml"
INTAKE = digits_of(mark_of("sop/visit"))
TODAY = 2026112299
SENTENCE = "a long sentence that nobody guesses"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project with roots."""
    root = small_folder(tmp_path / "project")
    for path, data in chain_files(chain()).items():
        place = root / "normative/state" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return root


@pytest.fixture(scope="session")
def ring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a key that may recall, 4, and one that may not, 1."""
    folder = tmp_path_factory.mktemp("ring")
    (folder / "passphrase").write_text(SENTENCE, encoding="utf-8")
    for number in (1, 4):
        (folder / str(number)).write_bytes(private(number).written(SENTENCE.encode()))
    return folder


def recall(project: Path, ring: Path, *words: str, key: int = 4) -> tuple[int, str]:
    passphrase = ("--passphrase-file", str(ring / "passphrase"))
    result = command(project, "recall", *words, "--key", str(ring / str(key)), *passphrase)
    return result.exit_code, result.output


def test_a_notice_is_one_message_and_says_what_is_withdrawn(project: Path, ring: Path) -> None:
    code, output = recall(project, ring, "sop/visit", "--format", "json")
    assert code == 0, output
    body = json.loads(output)
    agrees(body, "recall")
    assert {**body, "notice": ""} == {
        "schema_version": 1, "ref": "sop/visit", "day": "2026-11-22", "first": 0, "last": TODAY, "notice": "",
    }  # fmt: skip
    assert len(body["notice"]) <= 160
    said = notice.read(body["notice"], Trust.following(chain()))
    assert said == notice.Notice(mark_of("sop/visit"), 0, TODAY, MADE)


def test_people_are_given_letters_to_send_and_to_read_out(project: Path, ring: Path) -> None:
    code, output = recall(project, ring, "sop/visit#listen")
    lines = output.splitlines()
    assert code == 0, output
    assert lines[0].startswith("GOLLANMA ")
    assert "153 letters" in lines[2]
    read_out = "".join("".join(lines[4:11]).split())
    assert read_out == lines[0].replace(" ", "")
    assert lines[-1] == f"kept in `{RECALLS}`: commit it, every later copy carries it"


def test_it_is_kept_in_order_and_once(project: Path, ring: Path) -> None:
    for reference in ("sop/visit", "form/consent", "sop/visit"):
        assert recall(project, ring, reference)[0] == 0
    text = (project / RECALLS).read_text("utf-8")
    assert [line for line in text.splitlines() if "ref:" in line] == [
        "  - ref: 'form/consent'",
        "  - ref: 'sop/visit'",
    ]
    assert command(project, "check").exit_code == 0


def test_the_code_is_a_picture_of_the_letters(project: Path, ring: Path, tmp_path: Path) -> None:
    picture = tmp_path / "notice.svg"
    code, output = recall(project, ring, "sop/visit", "--qr", str(picture))
    assert code == 0, output
    assert code_of(output.splitlines()[0]).path in picture.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "key", "code", "says"),
    [
        pytest.param(["sop/nobody"], 4, 2, "`sop/nobody` leads nowhere", id="nothing there"),
        pytest.param(["#listen"], 4, 2, "`#listen` is no reference", id="no record"),
        pytest.param(["sop/visit"], 1, 5, "error[recall-key] this key may not withdraw pages", id="a key of another role"),
        pytest.param(["sop/visit", "--first", "9", "--last", "8"], 4, 2, "error[recall-versions] the oldest version, 9", id="versions the wrong way round"),
        pytest.param(["sop/visit", "--last", "4294967296"], 4, 2, "4294967296", id="a version beyond all days"),
    ],
)  # fmt: skip
def test_what_cannot_be_withdrawn_is_said(
    project: Path, ring: Path, *, words: list[str], key: int, code: int, says: str
) -> None:
    found, output = recall(project, ring, *words, key=key)
    assert (found, says in output) == (code, True), output
    assert not (project / RECALLS).exists()


def test_without_roots_nobody_may_withdraw_anything(tmp_path: Path, ring: Path) -> None:
    code, output = recall(small_folder(tmp_path / "project"), ring, "sop/visit")
    assert code == 2, output
    assert "no-roots" in output


# --- what later copies make of it


@pytest.fixture
def kept(project: Path, ring: Path) -> str:
    """Give the file of recalls after one."""
    assert recall(project, ring, "sop/visit")[0] == 0
    return (project / RECALLS).read_text("utf-8")


@pytest.mark.parametrize(
    ("version", "is_changed", "is_withdrawn"),
    [
        pytest.param(TODAY - 98, False, True, id="a copy that is meant"),
        pytest.param(TODAY - 98, True, True, id="a copy that is meant, whatever it says"),
        pytest.param(TODAY + 2, False, True, id="a later one in which nothing was mended"),
        pytest.param(TODAY + 2, True, False, id="a later one in which it was"),
        pytest.param(None, False, True, id="the site, as long as nothing was mended"),
        pytest.param(None, True, False, id="the site, once it was"),
    ],
)
def test_a_page_is_withdrawn_until_it_is_mended(
    kept: str, version: int | None, *, is_changed: bool, is_withdrawn: bool
) -> None:
    files = changed(SOP, "tk: Howlukman diňläň.", "tk: Arkaýyn diňläň.") if is_changed else {}
    library = cut(small({**files, RECALLS: kept}).library)
    assert withdrawn(library, version) == ({INTAKE: "2026-11-22"} if is_withdrawn else {})
    assert len(notices(library)) == 1


def test_what_is_cut_away_is_not_named(kept: str) -> None:
    hidden = small({**changed(SOP, "title:", "sensitivity: staff\ntitle:"), RECALLS: kept}).library
    assert cut(hidden).state.recalls == ()
