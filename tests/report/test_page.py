"""Findings as a page of HTML: it says all, it opens anywhere, nothing in it runs."""

import hashlib
import json
import re
from base64 import b64encode
from dataclasses import replace
from html import unescape

import pytest

from gollanma.diagnostics import Outcome
from gollanma.edit.baseline import PATH, baseline
from gollanma.report import Run, as_page, put_into_words, summarise
from tests.support.markup import Document
from tests.support.projects import DAY, Small, changed, packs, small

FORM, ROLE = "normative/forms/consent.yml", "normative/roles/lead.yml"
ERROR = changed(FORM, "role/worker", "role/nobody")
LATE = changed(ROLE, "sample: true", "sample: true\nnext_review: 2026-01-01")
ALLOWED = changed(
    ROLE,
    "sample: true",
    "sample: true\nnext_review: 2026-01-01  # allow PUB002: the <office> is new",
)
UNTIL = changed(
    ROLE,
    "sample: true",
    "sample: true\nnext_review: 2026-01-01\n"
    "lint: [{code: PUB002, reason: 'The office is new.', by: ministry, until: 2026-12-31}]",
)


def page_of(project: Small, lang: str = "en") -> str:
    outcome = project.outcome()
    language = packs(("tk", "ru", "en"))[lang]
    reports = tuple(put_into_words(each, language, project.library) for each in outcome.findings)
    summary = summarise(outcome.findings, records=3, languages=("tk", "ru", "en"))
    return as_page(Run(outcome, outcome.findings, reports, summary, DAY), language, project.library)


def kept(project: Small) -> dict[str, str]:
    return {PATH: baseline(project.outcome())}


def words_of(page: str) -> str:
    body = page.partition("<body>")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize(
    ("files", "lang"),
    [
        pytest.param({}, "tk", id="nothing"),
        pytest.param({**ERROR, **LATE}, "ru", id="an error and a warning"),
        pytest.param({**ERROR, **ALLOWED}, "tk", id="one of them allowed"),
        pytest.param(changed(FORM, "status:", "status: [["), "en", id="a file that cannot be read"),
    ],
)
def test_it_is_a_page_that_no_browser_has_to_guess_at(files: dict[str, str], lang: str) -> None:
    assert Document.of(page_of(small(files), lang)).faults == []


def test_only_its_own_style_is_taken_and_nothing_is_fetched() -> None:
    page = page_of(small(ERROR))
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert (
        f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{digest}'"
        in page
    )
    assert re.findall(r"<script|\bsrc=|\bhref=|url\(|@import| style=", page) == []


def test_a_finding_has_its_place_its_line_and_what_to_do() -> None:
    said = words_of(page_of(small(ERROR)))
    line = next(at for at, each in enumerate(ERROR[FORM].splitlines(), 1) if "role/nobody" in each)
    for each in (
        "records: 3, errors: 1, warnings: 0, infos: 0",
        f"{FORM} :{line}:".replace(" :", ":"),
        "REF001",
        "there is no record role/nobody",
        "hint:",
        f"{line} | filled_by: role/nobody",
    ):
        assert each in said, said


def test_words_of_a_file_stay_words() -> None:
    hurtful = "<img src=x onerror=alert(1)>`</pre><script>"
    files = changed(FORM, "role/worker", json.dumps(hurtful))
    page = page_of(small(files))
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_who_answers_is_named_and_counted_those_with_the_most_first() -> None:
    owned = {path: text + "owner: organisation/office\n" for path, text in LATE.items()}
    form = ERROR[FORM] + "owner: role/worker\n"
    files = {**owned, FORM: form}
    rows = re.findall(r"<tr>(.*?)</tr>", page_of(small(files)).partition("Whose records")[2])
    assert [words_of(f"<body>{each}") for each in rows[:3]] == [
        "Office in charge How often",
        "The office organisation/office 1",
        "Worker role/worker 1",
    ]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param(
            ALLOWED, "Reason: the <office> is new Accepted until: for good", id="for good"
        ),
        pytest.param(
            UNTIL, "Reason: The office is new. Accepted until: 31 December 2026", id="for a time"
        ),
    ],
)
def test_what_is_accepted_has_its_reason_and_its_end(files: dict[str, str], said: str) -> None:
    assert said in words_of(page_of(small(files)))


def test_what_was_mended_since_the_baseline_is_counted() -> None:
    old = kept(small({**ERROR, **LATE}))
    said = words_of(page_of(small({**LATE, **old})))
    assert "Of 2 findings that stood when the project began to heed its checks, 1 have been" in said
    assert "PUB002 1 0 1" in said
    assert "REF001 1 1 0" in said


def test_without_a_project_file_it_still_says_what_is_wrong() -> None:
    outcome = replace(Outcome(), findings=small(ERROR).outcome().findings)
    language = packs(("tk", "ru", "en"))["en"]
    reports = tuple(put_into_words(each, language) for each in outcome.findings)
    summary = summarise(outcome.findings, records=0, languages=())
    page = as_page(Run(outcome, outcome.findings, reports, summary, DAY), language, None)
    assert "there is no record role/nobody" in words_of(page)
