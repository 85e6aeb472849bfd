"""`gollanma search` asks the built site."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.e2e.conftest import ROOT
from tests.support.contracts import agrees
from tests.support.folders import command


def asked(site: Path, *words: str) -> Result:
    return command(ROOT, "search", *words, "--site-dir", str(site))


@pytest.mark.parametrize(
    ("words", "lang", "ref"),
    [
        pytest.param("sikayat", "tk", "sop/complaint", id="without signs"),
        pytest.param("домашнее насилие", "ru", "service/domestic-violence", id="in Russian"),
        pytest.param("SP-10", "en", "sop/crisis-response", id="by code"),
        pytest.param("12-nji madda", "tk", "act/social-services#a12", id="by article"),
    ],
)
def test_results_as_json_keep_their_contract(site: Path, words: str, lang: str, ref: str) -> None:
    result = asked(site, words, "--lang", lang, "--format", "json")
    assert result.exit_code == 0, result.output
    body = json.loads(result.stdout)
    agrees(body, "search")
    assert (body["query"], body["lang"]) == (words, lang)
    assert ref in [each["ref"] for each in body["results"][:3]]
    scores = [each["score"] for each in body["results"]][:6]
    assert scores == sorted(scores, reverse=True)


def test_the_best_stands_first_in_text_too(site: Path) -> None:
    lines = asked(site, "razylyk", "--lang", "tk", "--limit", "2").stdout.splitlines()
    assert lines[0] == "term/consent  razylyk  term/consent.html"
    assert len(lines) == 3
    assert lines[-1].startswith("tapyldy: ")


def test_other_languages_say_why(site: Path) -> None:
    result = asked(site, "опека", "--lang", "tk", "--format", "json")
    first = json.loads(result.stdout)["results"][0]
    assert (first["ref"], first["why"]) == ("term/guardianship", ["опека → hossarlyk"])
    alone = asked(site, "опека", "--lang", "tk", "--alone", "--format", "json")
    assert {tuple(each["why"]) for each in json.loads(alone.stdout)["results"]} == {()}


def test_nothing_found_is_no_failure(site: Path) -> None:
    result = asked(site, "qqqqqqqqqq", "--lang", "en")
    assert (result.exit_code, result.stdout) == (0, "found: 0\n")


def test_a_folder_without_a_search_is_named(tmp_path: Path) -> None:
    result = command(ROOT, "search", "x", "--lang", "en", "--site-dir", str(tmp_path / "none"))
    assert (result.exit_code, result.stdout) == (4, "")
    assert "there is no search in `none`: run `gollanma build` first" in result.stderr


def test_a_query_is_typed_in_a_language_of_the_site(site: Path) -> None:
    result = asked(site, "x", "--lang", "de")
    assert result.exit_code == 2
    assert result.stdout == ""


def test_an_index_of_another_program_is_named(site: Path, tmp_path: Path) -> None:
    for path in (site / "assets/search").rglob("*.js"):
        there = tmp_path / path.relative_to(site)
        there.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        there.write_text(text.replace('"analyser":"', '"analyser":"0'), encoding="utf-8")
    result = asked(tmp_path, "razylyk", "--lang", "en")
    assert result.exit_code == 0
    assert "another version of the program" in result.stderr
