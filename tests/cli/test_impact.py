"""`gollanma impact`: what depends on a place."""

import json
from pathlib import Path

import pytest

from tests.support.folders import command, small_folder
from tests.views.drafted import FILES


def test_dependents_as_json(tmp_path: Path) -> None:
    result = command(small_folder(tmp_path), "impact", "act/help#a2", "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert (found["schema_version"], found["ref"], found["edition"]) == (
        1,
        "act/help#a2",
        "2020-02-01",
    )
    first = found["dependents"][0]
    assert first == {
        "ref": "service/care",
        "kind": "service",
        "title": "Help at home",
        "owner": None,
        "next_review": None,
        "via": ["act/help#a2"],
        "public": True,
    }


def test_a_provision_is_called_by_its_heading(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    path = folder / "normative/acts/help/editions/2020-02-01.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("en: Everyone may apply.", 'en: "Under [[#a2]]."'), "utf-8")
    result = command(folder, "impact", "act/help#a2", "--lang", "en")
    assert "act/help#a1.2  Help  ← act/help#a2" in result.stdout


def test_dependents_as_text_are_counted(tmp_path: Path) -> None:
    result = command(small_folder(tmp_path), "impact", "form/consent")
    assert "sop/visit  Visiting a family  ← form/consent" in result.stdout
    assert result.exit_code == 0


@pytest.mark.parametrize(
    "reference",
    [
        pytest.param("consent", id="no reference"),
        pytest.param("#ask", id="a place of no record"),
        pytest.param("form/none", id="a record that is not there"),
        pytest.param("act/help#a99", id="an article that is not there"),
    ],
)
def test_a_reference_that_leads_nowhere(tmp_path: Path, reference: str) -> None:
    result = command(small_folder(tmp_path), "impact", reference)
    assert (result.exit_code, result.stdout) == (2, "")
    assert reference in result.stderr


def test_a_place_of_a_draft_alone_is_named(tmp_path: Path) -> None:
    folder = small_folder(tmp_path, FILES)
    result = command(folder, "impact", "act/help#a1.2-1", lang="en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "`act/help#a1.2-1` leads nowhere: `act/help@2020-02-01`, the edition that counts, does not have"
        " it; it stands only in `act/help@draft-first#a1.2-1`, `act/help@draft-second#a1.2-1`\n"
    )
