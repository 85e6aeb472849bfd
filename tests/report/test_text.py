"""Findings for people: place, sentence, the line with a caret, hint, the figures at the end."""

import pytest

from gollanma.diagnostics import Diagnostic, Related, Severity, Span
from gollanma.languages import load
from gollanma.report import Report, as_text, put_into_words, summarise
from tests.support.projects import small

LANGUAGES = load(["tk", "ru", "en"])
ENGLISH = LANGUAGES["en"]
CONSENT = "normative/forms/consent.yml"


def written(*found: Diagnostic, language: str = "en", allowed: int = 0, old: int = 0) -> list[str]:
    speaker = LANGUAGES[language]
    library = small().library
    reports = [put_into_words(each, speaker, library) for each in found]
    summary = summarise(
        found, records=13, languages=("tk", "ru", "en"), allowed=allowed, baseline=old
    )
    return list(as_text(reports, summary, speaker, library))


def due(line: int = 3, path: str = CONSENT, where: tuple[str, ...] = ()) -> Diagnostic:
    span = Span.at(path, line, 9, 5)
    return Diagnostic(span, "PUB002", Severity.WARNING, "due", {"day": "2026-01-01"}, where=where)


def test_a_finding_shows_its_line_and_a_caret() -> None:
    assert written(due()) == [
        f"{CONSENT}:3:9: warning[PUB002] the review was due on 2026-01-01",
        "  3 | status: draft",
        "    |         ^^^^^",
        "  hint: look at the record again, then set `reviewed` and `next_review`",
        "records: 13, errors: 0, warnings: 1, infos: 0",
    ]


@pytest.mark.parametrize(
    ("span", "picture"),
    [
        pytest.param(Span.at(CONSENT, 3, 1), "    | ^", id="an empty place has one caret"),
        pytest.param(Span(CONSENT, 3, 9, 5, 2), "    |         ^^^^^", id="to the end of its line"),
    ],
)
def test_what_the_caret_stands_under(span: Span, picture: str) -> None:
    finding = Diagnostic(span, "PUB002", Severity.WARNING, "due", {"day": ""})
    assert written(finding)[2] == picture


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param(CONSENT, 999, id="a line that the file does not have"),
        pytest.param("normative/none.yml", 1, id="a file that the library does not have"),
    ],
)
def test_a_place_without_a_line_has_no_picture(path: str, line: int) -> None:
    assert len(written(due(line, path))) == 3


@pytest.mark.parametrize(
    ("where", "way"),
    [
        pytest.param(("form/consent",), "form Consent sheet", id="a record"),
        pytest.param(
            ("form/consent", "filled_by"), "form Consent sheet > filled in by", id="field"
        ),
        pytest.param(
            ("sop/visit", "steps", "1", "decision", "branches", "0"),
            "procedure Visiting a family > steps > Ask for consent > agreed > answers > 1",
            id="parts by title, by id, by number",
        ),
        pytest.param(
            ("sop/visit", "steps", "1", "title", "ru"),
            "procedure Visiting a family > steps > Ask for consent > title > ru",
            id="the words of a language",
        ),
        pytest.param(
            ("act/help@2020-02-01", "in_force", "from"),
            "legal act On Help > 2020-02-01 > in force > from",
            id="an edition",
        ),
        pytest.param(("form/gone", "title"), "form/gone", id="a record that is not there"),
        pytest.param(("form/consent", "none", "x"), "form Consent sheet > none > x", id="no field"),
    ],
)
def test_the_way_to_a_place(where: tuple[str, ...], way: str) -> None:
    assert f"  in: {way}" in written(due(where=where))


def test_a_way_without_a_library_names_the_record() -> None:
    report = put_into_words(due(where=("form/consent", "title")), ENGLISH)
    assert report.where == "form/consent"


def test_a_second_place_follows_the_hint() -> None:
    also = Related(Span.at(CONSENT, 1, 1), "first", {"value": "F-01"})
    finding = Diagnostic(
        Span.at(CONSENT, 5, 7),
        "ID001",
        Severity.ERROR,
        "same-code",
        {"code": "F-01", "key": "form/other"},
        (also,),
    )
    assert written(finding)[-2] == f"  {CONSENT}:1:1: `F-01` stands here first"


def test_a_nearest_name_is_offered_where_there_is_one() -> None:
    def hint(near: str) -> str:
        values = {"value": "titel", "near": near, "known": "title, code"}
        finding = Diagnostic(
            Span.of_file(CONSENT), "SCH001", Severity.ERROR, "unknown-field", values
        )
        return put_into_words(finding, ENGLISH).hint

    assert hint("title") == "did you mean `title`?"
    assert hint("") == "the fields here are: title, code"


def test_a_value_in_several_languages_is_said_in_the_readers() -> None:
    values = {"value": {"tk": "Kömek", "ru": "Помощь"}, "title": {"ru": "О помощи"}}
    finding = Diagnostic(Span.of_file(CONSENT), "LAW006", Severity.ERROR, "title", values)
    report = put_into_words(finding, LANGUAGES["tk"])
    assert report.message == "hukuk namasynyň ady `Kömek` däl"
    assert report.hint == "onuň şu dildäki ady: `О помощи`"


@pytest.mark.parametrize(
    ("language", "more"),
    [
        pytest.param(
            "en", f"{CONSENT}: 3 more PUB002 findings: `gollanma check --all`", id="English"
        ),
        pytest.param(
            "ru", f"{CONSENT}: ещё 3 находки PUB002: `gollanma check --all`", id="Russian"
        ),
        pytest.param(
            "tk", f"{CONSENT}: PUB002 boýunça ýene 3 bellik: `gollanma check --all`", id="Turkmen"
        ),
    ],
)
def test_after_ten_of_a_code_in_a_file_the_rest_are_counted(language: str, more: str) -> None:
    lines = written(*(due(line) for line in range(1, 14)), language=language)
    assert sum("[PUB002]" in line for line in lines) == 10
    assert more in lines


def test_ten_of_a_code_in_each_of_two_files_are_all_shown() -> None:
    other = "normative/sops/visit.yml"
    lines = written(*(due(line, path) for line in range(1, 11) for path in (CONSENT, other)))
    assert sum("[PUB002]" in line for line in lines) == 20


@pytest.mark.parametrize(
    ("language", "figures"),
    [
        pytest.param(
            "en",
            ["2 findings allowed with a reason", "1 finding stood in the baseline"],
            id="English",
        ),
        pytest.param(
            "ru",
            ["разрешено с объяснением 2 находки", "была в исходном списке 1 находка"],
            id="Russian",
        ),
        pytest.param(
            "tk",
            ["sebäbi görkezilip rugsat berlen bellikler: 2", "başlangyç sanawdaky bellikler: 1"],
            id="Turkmen",
        ),
    ],
)
def test_what_is_left_out_is_counted(language: str, figures: list[str]) -> None:
    assert written(language=language, allowed=2, old=1)[:2] == figures


def test_the_figures_count_each_weight() -> None:
    weights = [Severity.ERROR, Severity.ERROR, Severity.WARNING, Severity.INFO]
    found = [Diagnostic(Span.of_file(CONSENT), "PUB002", each, "due", {}) for each in weights]
    summary = summarise(found, records=1, languages=("tk",))
    assert (summary.errors, summary.warnings, summary.infos) == (2, 1, 1)


def test_a_report_is_a_value() -> None:
    assert isinstance(put_into_words(due(), ENGLISH), Report)
    assert put_into_words(due(), ENGLISH) == put_into_words(due(), ENGLISH)
