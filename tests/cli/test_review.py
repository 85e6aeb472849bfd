"""`gollanma review`: what an office looked at, and what has changed since."""

import json
from pathlib import Path

import pytest

from tests.support.folders import command, small_folder
from tests.support.projects import changed

LAW = "normative/acts/help/editions/2020-02-01.yml"
SOP = "normative/sops/visit.yml"


def codes(root: Path) -> list[tuple[str, str]]:
    found = json.loads(command(root, "check", "--format", "json").stdout)["findings"]
    return [(each["code"], each["path"]) for each in found]


def reviewed(tmp_path: Path, key: str) -> Path:
    root = small_folder(tmp_path)
    result = command(root, "review", key, "--by", "organisation/office")
    assert result.exit_code == 0, result.output
    return root


def test_what_was_looked_at_and_is_unchanged_is_silent(tmp_path: Path) -> None:
    assert codes(reviewed(tmp_path, "service/care")) == []


def test_a_changed_article_is_reported_where_it_is_cited(tmp_path: Path) -> None:
    root = reviewed(tmp_path, "service/care")
    text = changed(LAW, "The person must be asked for consent.", "The person must agree.")[LAW]
    (root / LAW).write_text(text, encoding="utf-8")
    assert codes(root) == [("REF009", "normative/services/care.yml")]


def test_a_translation_that_no_longer_follows_is_reported(tmp_path: Path) -> None:
    root = reviewed(tmp_path, "sop/visit")
    text = changed(SOP, "tk: Howlukman diňläň.", "tk: Howlukman oturyp diňläň.")[SOP]
    (root / SOP).write_text(text, encoding="utf-8")
    assert codes(root) == [("I18N002", SOP), ("I18N002", SOP)]


def test_another_way_to_ask_is_no_change(tmp_path: Path) -> None:
    asked = "asked:\n  - {tk: Sapar haçan?, ru: Когда придут?, en: When do they come?}\n"
    root = small_folder(tmp_path)
    (root / SOP).write_text(asked + (root / SOP).read_text(encoding="utf-8"), encoding="utf-8")
    assert command(root, "review", "sop/visit", "--by", "organisation/office").exit_code == 0
    text = (root / SOP).read_text(encoding="utf-8").replace("Когда придут?", "Придут ли?")
    (root / SOP).write_text(text, encoding="utf-8")
    assert codes(root) == []


@pytest.mark.parametrize("office", ["the women's council", "ЗАГС/отдел"])
def test_an_office_may_be_named_in_words(tmp_path: Path, office: str) -> None:
    root = small_folder(tmp_path)
    assert command(root, "review", "form/consent", "--by", office).exit_code == 0
    assert codes(root) == []


@pytest.mark.parametrize("key", ["sop/none", "act/help", "visit"])
def test_what_cannot_be_looked_at(tmp_path: Path, key: str) -> None:
    root = small_folder(tmp_path)
    result = command(root, "review", key, "--by", "organisation/office")
    assert (result.exit_code, key in result.stderr) == (2, True)
    assert not (root / "normative/state").exists()


@pytest.mark.parametrize("office", ["organisation/none", "role/lead"])
def test_an_office_that_nobody_describes_cannot_have_looked(tmp_path: Path, office: str) -> None:
    root = small_folder(tmp_path)
    result = command(root, "review", "sop/visit", "--by", office)
    assert (result.exit_code, office in result.stderr) == (2, True)
    assert not (root / "normative/state").exists()
