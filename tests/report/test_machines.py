"""Findings for machines: every form says the same and keeps its shape."""

import json
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from gollanma.diagnostics import Severity, Span
from gollanma.report import (
    Report,
    Summary,
    as_github,
    as_gitlab,
    as_json,
    as_junit,
    as_sarif,
)
from gollanma.report.sentences import Note
from tests.support.contracts import agrees

PATH = "normative/sops/visit.yml"
SUMMARY = Summary(3, ("tk", "ru", "en"), 1, 1, 0, 2, 1, 0.25)


def report(
    message: str = "what is",
    hint: str = "what to do",
    *,
    path: str = PATH,
    line: int = 4,
    severity: Severity = Severity.ERROR,
    related: tuple[Note, ...] = (),
    where: str = "procedure Visit > steps",
) -> Report:
    span = Span(path, line, 3, line, 8)
    return Report(span, "SOP006", severity, message, hint, where, related)


def test_json_holds_all_of_a_finding() -> None:
    note = Note(Span.at(PATH, 9, 2), "the other one")
    written = json.loads(as_json([report(related=(note,)), report(hint="", where="")], SUMMARY))
    agrees(written, "check")
    first, second = written["findings"]
    assert first["related"] == [{"path": PATH, "line": 9, "column": 2, "message": "the other one"}]
    assert (second["hint"], second["where"]) == (None, None)
    assert written["summary"]["allowed"] == 2


@pytest.mark.parametrize(
    ("message", "hint", "escaped"),
    [
        pytest.param("100 %", "", "::100 %25", id="a percent sign"),
        pytest.param("one\ntwo", "", "::one%0Atwo", id="a new line"),
        pytest.param("one\r\ntwo", "", "::one%0D%0Atwo", id="two kinds of new line"),
        pytest.param("what is", "what to do", "::what is%0Awhat to do", id="a hint"),
        pytest.param("a: b, c", "", "::a: b, c", id="colons and commas of the message stay"),
        pytest.param("::error::", "", "::::error::", id="a command in the message"),
    ],
)
def test_github_escapes_the_message(message: str, hint: str, escaped: str) -> None:
    assert as_github([report(message, hint)]).endswith(f"{escaped}\n")


def test_github_escapes_the_place() -> None:
    assert as_github([report(path="a,b:c%.yml")]).startswith(
        "::error file=a%2Cb%3Ac%25.yml,line=4,"
    )


@pytest.mark.parametrize(
    ("severity", "words"),
    [
        pytest.param(Severity.ERROR, ("error", "critical", "error"), id="an error"),
        pytest.param(Severity.WARNING, ("warning", "minor", "warning"), id="a warning"),
        pytest.param(Severity.INFO, ("notice", "info", "note"), id="an information"),
    ],
)
def test_each_form_has_its_word_for_the_weight(
    severity: Severity, words: tuple[str, str, str]
) -> None:
    reports = [report(severity=severity)]
    github = as_github(reports).removeprefix("::").split(" ")[0]
    gitlab = json.loads(as_gitlab(reports))[0]["severity"]
    sarif = sarif_of(reports)["runs"][0]["results"][0]["level"]
    assert (github, gitlab, sarif) == words


def test_gitlab_has_what_a_code_quality_report_needs() -> None:
    (issue,) = json.loads(as_gitlab([report()]))
    assert issue == {
        "description": "what is. what to do",
        "check_name": "SOP006",
        "fingerprint": issue["fingerprint"],
        "severity": "critical",
        "location": {"path": PATH, "lines": {"begin": 4}},
    }


def fingerprints(reports: list[Report]) -> list[str]:
    return [each["fingerprint"] for each in json.loads(as_gitlab(reports))]


def test_a_fingerprint_stays_when_lines_move() -> None:
    assert fingerprints([report(line=4)]) == fingerprints([report(line=40)])


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(report("something else"), id="another message"),
        pytest.param(report(path="other.yml"), id="another file"),
        pytest.param(report(where="procedure Visit > urgent"), id="another part of the record"),
        pytest.param(report(line=9), id="the same once more"),
    ],
)
def test_different_findings_have_different_fingerprints(other: Report) -> None:
    assert len(set(fingerprints([report(), other]))) == 2


def sarif_of(reports: list[Report]) -> Any:
    return json.loads(as_sarif(reports, {"SOP006": "step without an actor"}, "1.2.3"))


def test_sarif_has_its_shape() -> None:
    written = sarif_of([report(), report(line=9)])
    assert written["version"] == "2.1.0"
    (run,) = written["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"] == {
        "name": "gollanma",
        "version": "1.2.3",
        "rules": [{"id": "SOP006", "shortDescription": {"text": "step without an actor"}}],
    }
    assert [each["ruleIndex"] for each in run["results"]] == [0, 0]
    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": PATH},
                "region": {"startLine": 4, "startColumn": 3, "endLine": 4, "endColumn": 8},
            }
        }
    ]


def test_sarif_writes_paths_as_addresses() -> None:
    (run,) = sarif_of([report(path="normative/sops/ýaş 1.yml")])["runs"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "normative/sops/%C3%BDa%C5%9F%201.yml"}


def test_a_rule_without_a_title_is_called_by_its_code() -> None:
    written = json.loads(as_sarif([report()], {}, "1"))
    assert written["runs"][0]["tool"]["driver"]["rules"][0]["shortDescription"]["text"] == "SOP006"


def test_junit_counts_files_and_the_failed_ones() -> None:
    found = [report(), report(path="other.yml", severity=Severity.WARNING)]
    suite = ET.fromstring(as_junit(found, SUMMARY)).find("testsuite")  # noqa: S314 - our own output
    assert suite is not None
    assert suite.attrib | {} == {
        "name": "gollanma check",
        "tests": "2",
        "failures": "1",
        "errors": "0",
        "time": "0.250",
    }
    failed, passed = suite.findall("testcase")
    failure = failed.find("failure")
    assert failure is not None
    assert failure.get("message") == "what is"
    assert failure.text == f"{PATH}:4:3: error[SOP006] what is"
    assert passed.find("failure") is None
    assert passed.findtext("system-out") == "other.yml:4:3: warning[SOP006] what is"


def test_junit_without_findings_is_one_passed_case() -> None:
    suite = ET.fromstring(as_junit([], SUMMARY)).find("testsuite")  # noqa: S314 - our own output
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert [each.get("name") for each in suite] == ["check"]


def test_junit_escapes_what_the_author_wrote() -> None:
    written = as_junit([report('<script>&"'), report("\x0b and \ufffe")], SUMMARY)
    failure = ET.fromstring(written).find("testsuite/testcase/failure")  # noqa: S314 - our own output
    assert failure is not None
    assert failure.get("message") == '<script>&"'
    assert "and" in (failure.text or "")
