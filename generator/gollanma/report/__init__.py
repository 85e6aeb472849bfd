"""Findings in words, for people and for machines."""

from gollanma.report.machines import (
    as_github,
    as_gitlab,
    as_json,
    as_junit,
    as_sarif,
    dump,
)
from gollanma.report.page import Run, as_page
from gollanma.report.plain_text import MOST_OF_ONE_CODE, as_text, findings_as_text
from gollanma.report.sentences import Report, put_into_words
from gollanma.report.summary import Summary, summarise

__all__ = [
    "MOST_OF_ONE_CODE",
    "Report",
    "Run",
    "Summary",
    "as_github",
    "as_gitlab",
    "as_json",
    "as_junit",
    "as_page",
    "as_sarif",
    "as_text",
    "dump",
    "findings_as_text",
    "put_into_words",
    "summarise",
]
