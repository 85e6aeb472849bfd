"""`gollanma export amending`: the draft of the act that makes new editions of old ones."""

import json
from pathlib import Path

import pytest

from gollanma.cli.exits import Exit
from tests.support.contracts import agrees
from tests.support.folders import command, small_folder
from tests.views.drafted import DECIDED, FIRST, FOLDER

CHANGE = "act/help:2020-02-01:draft-first"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_folder(tmp_path, {**DECIDED, f"{FOLDER}/editions/draft-open.yml": FIRST})


@pytest.mark.parametrize(
    ("lang", "sample", "first"),
    [
        ("tk", "Nusga teksti, resmi tekst däl.", "girişi şu görnüşde beýan etmeli"),
        ("ru", "Образец формулировок, не официальный текст.", "преамбулу изложить"),
        ("en", "Sample wording, not the official text.", "restate the preamble as follows:"),
    ],
)
def test_the_text_says_first_that_it_is_a_sample(
    folder: Path, lang: str, sample: str, first: str
) -> None:
    result = command(folder, "export", "amending", CHANGE, "--lang", lang)
    assert result.exit_code == Exit.FINE, result.output
    assert result.stdout.startswith(sample)
    assert first in result.stdout


def test_references_stand_as_print_has_them(folder: Path) -> None:
    assert "[[" not in command(folder, "export", "amending", CHANGE).stdout


def test_it_says_that_it_was_played_back(folder: Path) -> None:
    result = command(folder, "export", "amending", CHANGE, "--verify")
    assert result.stderr == "played back: the text makes the newer editions\n"


def test_a_code_is_amended_by_a_law_where_the_project_says_so(folder: Path) -> None:
    project = folder / "gollanma.yml"
    stages, units = "[]", "[{id: article}, {id: part}]"
    code = (
        "  - id: code\n    name: {tk: kodeks, ru: кодекс, en: code}\n"
        "    plural: {tk: Kodeksler, ru: Кодексы, en: Codes}\n    amended_by: law\n"
        f"    units: {units}\n    stages: {stages}\n"
    )
    written = project.read_text("utf-8").replace("act_kinds:\n", f"act_kinds:\n{code}")
    project.write_text(written, encoding="utf-8")
    act = folder / "normative/acts/help/act.yml"
    for kind, title in (("law", "Law"), ("code", "Law")):
        act.write_text(
            act.read_text("utf-8").replace("act_kind: law", f"act_kind: {kind}"), encoding="utf-8"
        )
        said = command(folder, "export", "amending", CHANGE).stdout
        assert f"\n{title}\n" in said, said[:200]


def test_as_json_it_keeps_its_contract(folder: Path) -> None:
    result = command(folder, "export", "amending", CHANGE, "--format", "json")
    written = json.loads(result.stdout)
    agrees(written, "export-amending")
    (act,) = written["acts"]
    assert (act["act"], act["from"], act["to"]) == ("act/help", "2020-02-01", "draft-first")
    assert written["text"] == command(folder, "export", "amending", CHANGE).stdout


def test_it_is_written_to_a_file(folder: Path) -> None:
    out = folder / "out.txt"
    result = command(folder, "export", "amending", CHANGE, "--out", str(out))
    assert result.stdout == ""
    assert out.read_text(encoding="utf-8") == command(folder, "export", "amending", CHANGE).stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["help:2020-02-01"], Exit.USAGE, "`help:2020-02-01` names no act with two editions"),
        (["act/none:a:b"], Exit.USAGE, "there is no act `act/none`"),
        (["act/help:2020-02-01:b"], Exit.USAGE, "the act `act/help` has no edition `b`"),
        (
            ["help:2020-02-01:draft-open"],
            Exit.FINDINGS,
            "`act/help#a1.2-1` is not decided yet",
        ),
        ([CHANGE, CHANGE], Exit.USAGE, "the act `act/help` is named twice"),
        ([CHANGE, "--kind", "song"], Exit.USAGE, "the project has no kind of act `song`"),
        (
            ["help:2020-02-01:2020-02-01"],
            Exit.FINDINGS,
            "the two editions of `act/help` have the same law text",
        ),
    ],
)
def test_what_cannot_be_drafted_is_said(
    folder: Path, words: list[str], code: Exit, said: str
) -> None:
    out = folder / "out.txt"
    result = command(folder, "export", "amending", *words, "--out", str(out))
    assert (result.exit_code, result.stdout, out.exists()) == (code, "", False)
    assert said in result.stderr


def test_a_language_without_words_for_amending_acts_is_refused() -> None:
    root = Path("tests/fixtures/codru")
    change = "act/sprijin:2021-04-01:2021-04-01"
    result = command(root, "export", "amending", change, lang="ro")
    assert result.exit_code == Exit.FINDINGS
    assert "`ro`" in result.stderr
