"""Coverage counts what offices have approved; quality counts what the checks have found."""

from datetime import date

import pytest

from gollanma.diagnostics import Allowed, Diagnostic, Mended, Outcome, Severity, Span
from gollanma.views.coverage import CoverageView, coverage_pages
from gollanma.views.quality import QualityView, quality_pages
from gollanma.views.voice import Voice
from tests.views.full import FORM, LAW, full, graph

FILE, ACT = "normative/forms/letter.yml", "normative/acts/support"
APPROVED = FORM.replace("status: draft", "status: approved")
OFFICIAL = "in_force: {from: 2021-01-01}\nbody: []\n"


def coverage(files: dict[str, str], lang: str = "en") -> CoverageView:
    found = full(files).graph
    (page,) = coverage_pages(Voice(found, found.languages[lang]))
    assert isinstance(page.view, CoverageView)
    return page.view


def counts(files: dict[str, str], system: str) -> tuple[str, ...]:
    row = next(each for each in coverage(files).rows if each.system == system)
    return tuple(each.words for each in row.counts)


@pytest.mark.parametrize(
    ("files", "system", "expected"),
    [
        pytest.param({}, "Nothing yet", "0 0 0 0 0 0 0 0 –", id="no record"),
        pytest.param({}, "Rules on consent", "1 0 1 0 0 0 0 0 –", id="a draft"),
        pytest.param({FILE: APPROVED}, "Rules on consent", "1 0 0 1 0 0 0 0 –", id="approved"),
        pytest.param({FILE: APPROVED + "sample: true\n"}, "Rules on consent", "1 1 0 0 0 0 0 0 –", id="a sample is never approved"),
        pytest.param({FILE: FORM.replace("draft", "in-force")}, "Rules on consent", "1 0 0 1 1 0 0 0 –", id="in force"),
        pytest.param({FILE: FORM.replace("draft", "repealed")}, "Rules on consent", "1 0 0 0 0 0 0 0 –", id="over"),
        pytest.param({FILE: FORM + "reviewed: 2026-01-01\ntranslations: {ru: checked, en: draft}\n"}, "Rules on consent", "1 0 1 0 0 1 1 0 –", id="reviewed in two languages"),
        pytest.param({FILE: FORM + "reviewed: 2026-01-01\nauthoritative: ru\n"}, "Rules on consent", "1 0 1 0 0 0 1 0 –", id="reviewed in its own language"),
        pytest.param({}, "The Law", "1 1 0 0 1 0 0 0 0", id="an act in force whose words are a sample"),
        pytest.param({f"{ACT}/editions/2021-01-01.yml": OFFICIAL}, "The Law", "1 0 0 1 1 0 0 0 1", id="an act with its own words"),
        pytest.param({f"{ACT}/act.yml": LAW + "sample: true\n", f"{ACT}/editions/2021-01-01.yml": OFFICIAL}, "The Law", "1 1 0 0 1 0 0 0 1", id="an act that is a sample itself"),
    ],
)  # fmt: skip
def test_what_counts(files: dict[str, str], system: str, expected: str) -> None:
    assert " ".join(counts(files, system)) == expected


def test_a_narrow_screen_shows_only_what_there_is() -> None:
    row = next(each for each in coverage({}).rows if each.system == "The Law")
    assert [(each.head, each.words) for each in row.counts if each.head] == [
        ("Records", "1"),
        ("Sample", "1"),
        ("In force", "1"),
    ]


@pytest.mark.parametrize(
    ("files", "lang", "headline"),
    [
        pytest.param({}, "en", "0 of 3 systems have an approved record", id="records are there, none approved"),
        pytest.param({FILE: APPROVED}, "en", "1 of 3 systems has an approved record", id="one approved"),
        pytest.param({FILE: APPROVED}, "ru", "Утверждённая запись есть у 1 системы из 3", id="Russian"),
        pytest.param({FILE: APPROVED}, "tk", "3 ulgamyň 1 sanysynyň tassyklanan ýazgysy bar", id="Turkmen"),
    ],
)  # fmt: skip
def test_the_headline_counts_what_is_approved(
    files: dict[str, str], lang: str, headline: str
) -> None:
    assert coverage(files, lang).headline == headline


def test_what_is_there_is_told_apart_from_samples() -> None:
    assert coverage({}).lines == (
        "2 of 3 systems have a record of any kind.",
        "1 system has sample records only.",
        "1 system has no record yet.",
    )


def test_records_of_a_system_are_linked() -> None:
    rows = {each.system: [link.href for link in each.records] for each in coverage({}).rows}
    assert rows == {
        "Rules on consent": ["../form/letter.html"],
        "Nothing yet": [],
        "The Law": ["../act/support.html"],
    }


# --- quality


def quality(*codes: tuple[str, Severity]) -> QualityView:
    span = Span.of_file("a.yml")
    found = tuple(Diagnostic(span, code, severity, "key") for code, severity in codes)
    (page,) = quality_pages(Voice(graph(), graph().languages["en"], Outcome(found)))
    assert isinstance(page.view, QualityView)
    return page.view


def test_findings_are_counted_by_code_the_gravest_first() -> None:
    view = quality(
        ("SRC005", Severity.INFO),
        ("REF001", Severity.ERROR),
        ("SRC004", Severity.WARNING),
        ("REF001", Severity.ERROR),
    )
    assert view.lead == "The checks have found 4 things that need attention."
    assert [(each.code, each.count, each.tag.words) for each in view.rows] == [
        ("REF001", "2", "must be put right"),
        ("SRC004", "1", "should be put right"),
        ("SRC005", "1", "good to know"),
    ]
    assert all(each.title for each in view.rows)


def test_a_code_that_no_catalogue_knows_keeps_its_code() -> None:
    (row,) = quality(("OUR001", Severity.ERROR)).rows
    assert (row.code, row.title, row.why) == ("OUR001", "", "")


def test_nothing_found_is_said() -> None:
    view = quality()
    assert (view.rows, view.lead) == ((), "The checks have found nothing that needs attention.")


# --- whose they are, what is accepted, what was mended


def at(key: str, code: str, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(Span.of_file("a.yml"), code, severity, "key", where=(key, "title"))


def told(outcome: Outcome, files: dict[str, str] | None = None) -> QualityView:
    found = full(files or {}).graph
    (page,) = quality_pages(Voice(found, found.languages["en"], outcome))
    assert isinstance(page.view, QualityView)
    return page.view


def test_findings_are_counted_by_the_office_in_charge_then_of_nobody() -> None:
    owned = {
        FILE: FORM + "owner: organisation/office\n",
        "normative/roles/worker.yml": full({}).library.documents["role/worker"].text
        + "owner: organisation/hidden\n",
        "normative/roles/helper.yml": full({}).library.documents["role/helper"].text
        + "owner: organisation/secret\n",
    }
    view = told(
        Outcome(
            (
                Diagnostic(Span.of_file("a.yml"), "REF001", Severity.ERROR, "key"),
                at("role/worker", "TXT002"),
                at("role/helper", "TXT002"),
                at("form/letter", "TXT002"),
                at("form/letter", "REF001", Severity.ERROR),
            )
        ),
        owned,
    )
    assert view.heads == ("must be put right", "should be put right")
    assert [(str(each.owner), each.count, each.weights) for each in view.owners] == [
        ('<a href="../organisation/office.html">The office</a>', "2", ("1", "1")),
        ("an office that is not shown here", "2", ("", "2")),
        ("not named yet", "1", ("1", "")),
    ]


@pytest.mark.parametrize(
    ("until", "said"), [(None, "for good"), (date(2027, 1, 31), "31 January 2027")]
)
def test_what_is_accepted_has_its_reason_and_its_end(until: date | None, said: str) -> None:
    reason = "it asks for the <b> same four things"
    (row,) = told(Outcome((), (Allowed(at("form/letter", "TXT002"), reason, until),))).allowed
    assert (row.code, row.reason, row.until) == (
        "TXT002",
        "it asks for the &lt;b&gt; same four things",
        said,
    )
    assert str(row.place).startswith('<a href="../form/letter.html">')


def test_what_became_of_the_baseline_is_counted_by_code() -> None:
    standing = (
        at("form/letter", "TXT002"),
        at("form/letter", "TXT002"),
        at("form/letter", "REF005"),
    )
    mended = (Mended("TXT003", FILE), Mended("TXT002", FILE))
    view = told(Outcome((), (), standing, mended))
    assert view.trend.startswith("Of 5 findings that stood")
    assert [(each.code, each.before, each.mended, each.standing) for each in view.trends] == [
        ("TXT002", "3", "1", "2"),
        ("REF005", "1", "0", "1"),
        ("TXT003", "1", "1", "0"),
    ]


def test_without_a_baseline_there_is_no_trend() -> None:
    view = told(Outcome())
    assert (view.trend, view.trends, view.owners, view.allowed) == ("", (), (), ())


def test_a_reason_in_another_language_is_marked() -> None:
    said = Allowed(at("form/letter", "TXT002"), "здесь спрашивается то же самое")
    (row,) = told(Outcome((), (said,))).allowed
    assert row.reason == '<span lang="ru">здесь спрашивается то же самое</span>'
