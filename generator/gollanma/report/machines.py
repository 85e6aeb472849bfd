"""Findings for machines: JSON, GitHub, GitLab, SARIF 2.1.0 and JUnit; pure functions.

GitHub: workflow commands (docs.github.com, "Workflow commands for GitHub Actions"). GitLab: the
Code Quality report format. SARIF: OASIS Standard 2.1.0. JUnit: the form that Jenkins reads.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from gollanma.diagnostics import Severity
from gollanma.report.sentences import Report
from gollanma.report.summary import Summary

SCHEMA_VERSION = 1
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
GITLAB = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def dump(value: object) -> str:
    """Write JSON as all our commands do."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_json(reports: Sequence[Report], summary: Summary) -> str:
    """Write findings by the JSON contract of `gollanma check`."""
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "findings": [_finding(each) for each in reports],
            "summary": {
                "records": summary.records,
                "languages": list(summary.languages),
                "errors": summary.errors,
                "warnings": summary.warnings,
                "infos": summary.infos,
                "allowed": summary.allowed,
                "baseline": summary.baseline,
                "seconds": summary.seconds,
            },
        }
    )


def _finding(each: Report) -> dict[str, Any]:
    span = each.span
    return {
        "code": each.code,
        "severity": str(each.severity),
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "where": each.where or None,
        "message": each.message,
        "hint": each.hint or None,
        "related": [
            {
                "path": note.span.path,
                "line": note.span.line,
                "column": note.span.column,
                "message": note.message,
            }
            for note in each.related
        ],
    }


def as_github(reports: Sequence[Report]) -> str:
    """Write findings as workflow commands, which annotate a pull request."""
    return "".join(f"{line}\n" for line in map(_command, reports))


def _command(each: Report) -> str:
    span = each.span
    properties = {
        "file": span.path,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "title": each.code,
    }
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = f"{each.message}\n{each.hint}" if each.hint else each.message
    return f"::{GITHUB[each.severity]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(reports: Sequence[Report]) -> str:
    """Write findings as a Code Quality report."""
    return dump(
        [
            {
                "description": f"{each.message}. {each.hint}" if each.hint else each.message,
                "check_name": each.code,
                "fingerprint": fingerprint,
                "severity": GITLAB[each.severity],
                "location": {"path": each.span.path, "lines": {"begin": each.span.line}},
            }
            for each, fingerprint in zip(reports, _fingerprints(reports), strict=True)
        ]
    )


def _fingerprints(reports: Sequence[Report]) -> Iterator[str]:
    """Yield a name for each finding that stays when lines move; equal ones are counted."""
    seen: dict[str, int] = {}
    for each in reports:
        text = f"{each.span.path}\n{each.code}\n{each.where}\n{each.message}"
        seen[text] = seen.get(text, 0) + 1
        yield hashlib.sha256(f"{text}\n{seen[text]}".encode()).hexdigest()[:32]


def as_sarif(reports: Sequence[Report], titles: Mapping[str, str], version: str) -> str:
    """Write findings as SARIF 2.1.0; the titles are those of the codes that occur."""
    codes = sorted({each.code for each in reports})
    driver = {
        "name": "gollanma",
        "version": version,
        "rules": [
            {"id": code, "shortDescription": {"text": titles.get(code, code)}} for code in codes
        ],
    }
    results = [
        _result(each, codes.index(each.code), fingerprint)
        for each, fingerprint in zip(reports, _fingerprints(reports), strict=True)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return dump({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(each: Report, rule: int, fingerprint: str) -> dict[str, Any]:
    text = f"{each.message}. {each.hint}" if each.hint else each.message
    return {
        "ruleId": each.code,
        "ruleIndex": rule,
        "level": SARIF[each.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(each)}],
        "partialFingerprints": {"gollanma/v1": fingerprint},
    }


def _location(each: Report) -> dict[str, Any]:
    span = each.span
    return {
        "artifactLocation": {"uri": quote(span.path)},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def as_junit(reports: Sequence[Report], summary: Summary) -> str:
    """Write findings as JUnit XML: a file is a test case, an error its failure."""
    by_file: dict[str, list[Report]] = {}
    for each in reports:
        by_file.setdefault(each.span.path, []).append(each)
    cases = "".join(_case(path, found) for path, found in by_file.items())
    failures = sum(1 for found in by_file.values() if _failed(found))
    tests = max(len(by_file), 1)
    body = cases or '    <testcase classname="gollanma" name="check"/>\n'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<testsuites>\n"
        f'  <testsuite name="gollanma check" tests="{tests}" failures="{failures}" errors="0"'
        f' time="{summary.seconds:.3f}">\n{body}  </testsuite>\n</testsuites>\n'
    )


def _failed(found: Sequence[Report]) -> bool:
    return any(each.severity is Severity.ERROR for each in found)


def _case(path: str, found: Sequence[Report]) -> str:
    return NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", _case_of(path, found))


def _case_of(path: str, found: Sequence[Report]) -> str:
    lines = "\n".join(
        f"{each.span.path}:{each.span.line}:{each.span.column}: {each.severity}"
        f"[{each.code}] {each.message}"
        for each in found
    )
    name = quoteattr(path)
    if _failed(found):
        first = quoteattr(next(each.message for each in found if each.severity is Severity.ERROR))
        inner = f"<failure message={first}>{escape(lines)}</failure>"
    else:
        inner = f"<system-out>{escape(lines)}</system-out>"
    return f'    <testcase classname="gollanma" name={name}>{inner}</testcase>\n'
