"""Running the checks: order, what covers what, what authors allow, what stood before."""

from collections.abc import Iterator
from datetime import date

import pytest

from gollanma.checks import Check, Finding, finding_stamp, run
from gollanma.checks.engine import COVERS
from gollanma.checks.finding import binding, check, stricter_in_force
from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.graph import Graph
from gollanma.model import Status
from tests.support.projects import Small, changed, small

CARE = "normative/services/care.yml"
GAPS = "refusal: {tk: Sebäbi ___., ru: Причина ___., en: The reason ___.}"
REFUSAL = "refusal: {tk: Sebäbi ýazmaça aýdylýar., ru: Причину сообщают письменно., en: The reason is given in writing.}"


def gaps(after: str = "", more: str = "") -> dict[str, str]:
    """Give the service with a placeholder in each language of one line."""
    return {CARE: changed(CARE, REFUSAL, GAPS + after)[CARE] + more}


def lint(until: str) -> str:
    return (
        f"lint:\n  - code: TXT001\n    reason: not known yet\n"
        f"    by: the office\n    until: {until}\n"
    )


def codes(project: Small) -> list[tuple[str, str]]:
    return [(each.code, each.key) for each in project.outcome().findings]


# --- order and the most telling code


@check("ZZZ001")
def last(graph: Graph) -> Iterator[Finding]:
    """The last code."""
    yield from (Finding(key, (), "x") for key in reversed([*graph.library.records]))


@check("AAA001")
def first(graph: Graph) -> Iterator[Finding]:
    """The first code."""
    yield from (Finding(key, (), "x") for key in graph.library.records)


def judged(*checks: Check) -> list[Diagnostic]:
    return list(run(small().graph, checks).findings)


def test_findings_stand_in_the_order_of_places_and_codes() -> None:
    found = judged(last, first)
    assert found == sorted(found)
    assert [each.code for each in found[:2]] == ["AAA001", "ZZZ001"]


def test_the_order_of_the_checks_changes_nothing() -> None:
    assert judged(last, first) == judged(first, last)


def test_a_finding_that_is_made_twice_is_reported_once() -> None:
    assert judged(first, first) == judged(first)


@pytest.mark.parametrize(
    ("telling", "hidden"),
    [(telling, hidden) for telling, codes in COVERS.items() for hidden in codes],
)
def test_the_more_telling_code_hides_the_other_at_its_place(telling: str, hidden: str) -> None:
    here, there = Span.at(CARE, 1, 1, 5), Span.at(CARE, 2, 1, 5)
    before = [
        Diagnostic(here, telling, Severity.ERROR, "x"),
        Diagnostic(here, hidden, Severity.ERROR, "x"),
        Diagnostic(there, hidden, Severity.ERROR, "x"),
    ]
    found = run(small().graph, (), before).findings
    assert [(each.span, each.code) for each in found] == [(here, telling), (there, hidden)]


# --- allowances


@pytest.mark.parametrize(
    ("files", "remaining", "allowed"),
    [
        pytest.param(gaps(), [("TXT001", "placeholder")] * 3, 0, id="nothing is allowed"),
        pytest.param(gaps("  # allow TXT001: not known yet"), [], 3, id="on its line"),
        pytest.param(
            gaps("  # allow TXT001:"), [("TXT001", "placeholder")] * 3, 0, id="without a reason"
        ),
        pytest.param(
            gaps("  # allow REF001: another code"),
            [*[("TXT001", "placeholder")] * 3, ("SUP001", "unused")],
            0,
            id="another code on its line",
        ),
        pytest.param(
            gaps(more="# allow TXT001: another line\n"),
            [*[("TXT001", "placeholder")] * 3, ("SUP001", "unused")],
            0,
            id="on another line",
        ),
        pytest.param(gaps(more=lint("2027-01-31")), [], 3, id="in the record"),
        pytest.param(gaps(more=lint("2026-11-22")), [], 3, id="until today"),
        pytest.param(
            gaps(more=lint("2026-11-21")),
            [*[("TXT001", "placeholder")] * 3, ("SUP001", "expired")],
            0,
            id="until yesterday",
        ),
        pytest.param(
            changed(CARE, REFUSAL, REFUSAL + "  # allow TXT001: not known yet"),
            [("SUP001", "unused")],
            0,
            id="where nothing is wrong",
        ),
    ],
)
def test_what_an_author_allows(
    files: dict[str, str], remaining: list[tuple[str, str]], allowed: int
) -> None:
    project = small(files)
    assert codes(project) == remaining
    assert len(project.outcome().allowed) == allowed


def test_an_allowance_keeps_its_reason() -> None:
    (first, *_) = small(gaps("  # allow TXT001: not known yet")).outcome().allowed
    assert (first.finding.code, first.reason) == ("TXT001", "not known yet")


def test_an_allowance_ends_on_the_day_of_the_run() -> None:
    files = gaps(more=lint("2026-12-31"))
    assert codes(small(files, date(2026, 12, 31))) == []
    assert ("SUP001", "expired") in codes(small(files, date(2027, 1, 1)))


def test_an_idle_allowance_points_at_its_comment() -> None:
    files = changed(CARE, REFUSAL, REFUSAL + "  # allow TXT001: not known yet")
    (idle,) = small(files).outcome().findings
    line = files[CARE].splitlines()[idle.span.line - 1]
    assert line[idle.span.column - 1 : idle.span.end_column - 1] == "# allow TXT001: not known yet"


# --- baseline


def baseline(project: Small) -> dict[str, str]:
    rows = "".join(
        f"  - {{code: {each.code}, path: {each.span.path}, stamp: '{finding_stamp(each)}'}}\n"
        for each in project.outcome().findings
    )
    return {"normative/state/baseline.yml": f"findings:\n{rows}"}


def test_what_stood_in_the_baseline_is_counted_and_left_out() -> None:
    old = baseline(small(gaps()))
    outcome = small({**gaps(), **old}).outcome()
    assert (outcome.findings, len(outcome.standing), outcome.mended) == ((), 3, ())


def test_the_baseline_holds_when_lines_move() -> None:
    old = baseline(small(gaps()))
    moved = {CARE: "# a new line\n" + gaps()[CARE]}
    assert small({**moved, **old}).outcome().findings == ()


def test_a_new_finding_is_not_in_the_baseline() -> None:
    old = baseline(small(gaps()))
    worse = gaps(more="duration: {tk: TODO, ru: TODO, en: TODO}\n")[CARE]
    worse = worse.replace(
        "duration: {tk: Maksada çenli., ru: До достижения цели., en: Until the goal is reached.}\n",
        "",
    )
    outcome = small({CARE: worse, **old}).outcome()
    assert [each.values["value"] for each in outcome.findings] == ["TODO"] * 3
    assert len(outcome.standing) == 3


# --- weights


@pytest.mark.parametrize(
    ("status", "binds", "in_force"),
    [
        pytest.param(None, Severity.INFO, Severity.WARNING, id="no status"),
        pytest.param(Status.DRAFT, Severity.INFO, Severity.WARNING, id="a draft"),
        pytest.param(Status.CONSULTATION, Severity.INFO, Severity.WARNING, id="consultation"),
        pytest.param(Status.PILOT, Severity.ERROR, Severity.WARNING, id="a pilot"),
        pytest.param(Status.IN_FORCE, Severity.ERROR, Severity.ERROR, id="in force"),
    ],
)
def test_a_status_decides_the_weight(
    status: Status | None, binds: Severity, in_force: Severity
) -> None:
    assert (binding(status), stricter_in_force(status)) == (binds, in_force)
