"""Where a check begins and where it stops: the last value that passes, and the first that does not."""

import pytest

from gollanma.checks.examples import base, over
from tests.checks.law_files import A1, ASKED, FREE, diagnosed, edition, found, holding, laid, unit
from tests.support.projects import small

CARE = "normative/services/care.yml"
VISIT = "normative/sops/visit.yml"
OFFICE = "normative/organisations/office.yml"
BASICS = "normative/trainings/basics.yml"
HEAD = "title: {tk: A, ru: Б, en: C}\nsummary: {tk: A, ru: Б, en: C}\nstatus: draft\nversion: '1.0'\nsample: true\n"


def told(files: dict[str, str], code: str) -> list[tuple[str, dict[str, object]]]:
    """Give the sentence of each finding of a code with its values."""
    return [(each.key, dict(each.values)) for each in diagnosed(files, code)]


def fact(value: float | str, unit: str = "person", more: str = "") -> str:
    return f"{HEAD}unit: {unit}\nstatements:\n  - value: {value}\n    as_of: 2026-01-01\n{more}"


@pytest.mark.parametrize(
    ("value", "unit", "keys"),
    [
        pytest.param(0, "person", [], id="nobody"),
        pytest.param(1, "person", ["small"], id="one"),
        pytest.param(4, "person", ["small"], id="four"),
        pytest.param(5, "person", [], id="five"),
        pytest.param(4, "child", ["small"], id="children"),
        pytest.param(4, "office", [], id="offices are no people"),
    ],
)
def test_how_few_people_a_number_may_be(value: int, unit: str, keys: list[str]) -> None:
    files = {"normative/facts/few.yml": fact(value, unit)}
    assert [key for key, _ in told(files, "IND005")] == keys


@pytest.mark.parametrize(
    ("total", "known", "kept", "rest"),
    [
        pytest.param(14, [10], 1, "4", id="four remain"),
        pytest.param(15, [10], 1, None, id="five remain"),
        pytest.param(10, [10], 1, None, id="nobody remains"),
        pytest.param(14, [5, 5], 1, "4", id="of several parts"),
        pytest.param(14, [10], 2, None, id="two parts are kept back"),
        pytest.param(14, [14], 0, None, id="none is kept back"),
    ],
)
def test_what_a_total_gives_away(total: int, known: list[int], kept: int, rest: str | None) -> None:
    files = {f"normative/facts/k{n}.yml": fact(value) for n, value in enumerate(known)}
    secret = {
        f"normative/facts/s{n}.yml": fact(9, more="sensitivity: staff\n") for n in range(kept)
    }
    parts = ", ".join(
        [f"fact/k{n}" for n in range(len(known))] + [f"fact/s{n}" for n in range(kept)]
    )
    whole = {"normative/facts/all.yml": fact(total, more=f"total_of: [{parts}]\n")}
    expected = [("derivable", {"value": rest, "key": "fact/s0"})] if rest else []
    assert told({**files, **secret, **whole}, "IND005") == expected


@pytest.mark.parametrize(
    ("share", "people"),
    [
        pytest.param(4, "4", id="four people"),
        pytest.param("4.4", "4", id="about four"),
        pytest.param("4.6", None, id="about five"),
        pytest.param("0.4", None, id="nobody"),
        pytest.param("0.6", "1", id="about one"),
    ],
)
def test_how_many_people_a_share_is(share: float | str, people: str | None) -> None:
    files = {
        "normative/facts/all.yml": fact(100),
        "normative/facts/part.yml": fact(share, "percent", "split_of: fact/all\n"),
    }
    expected = [("share", {"value": people, "key": "fact/all"})] if people else []
    assert told(files, "IND005") == expected


@pytest.mark.parametrize(
    ("phone", "is_one"),
    [
        pytest.param("03", True, id="two figures"),
        pytest.param("3", False, id="one figure"),
        pytest.param("+" + "1" * 15, True, id="fifteen figures"),
        pytest.param("+" + "1" * 16, False, id="sixteen figures"),
        pytest.param("+993 (12) 34-56-78", True, id="in groups"),
        pytest.param("12 34 56 ext", False, id="words"),
        pytest.param("12+34", False, id="a sign inside"),
    ],
)
def test_what_a_telephone_number_is(phone: str, *, is_one: bool) -> None:
    files = laid(OFFICE, f'contacts:\n  - name: {{tk: A, ru: Б, en: C}}\n    phone: "{phone}"\n')
    assert told(files, "DIR003") == ([] if is_one else [("phone", {"value": phone})])


@pytest.mark.parametrize(
    ("day", "is_old"),
    [
        pytest.param("2025-11-22", False, id="a year ago to the day"),
        pytest.param("2025-11-21", True, id="a year and a day ago"),
        pytest.param("2026-11-22", False, id="today"),
        pytest.param("2024-12-31", True, id="the year before the last"),
    ],
)
def test_how_long_a_contact_holds(day: str, *, is_old: bool) -> None:
    contact = "contacts:\n  - name: {tk: A, ru: Б, en: C}\n    phone: '03'\n"
    lines = f"{contact}    verified: {day}\n"
    assert told(laid(OFFICE, lines), "DIR003") == ([("old", {"day": day})] if is_old else [])


@pytest.mark.parametrize(
    ("end", "is_over"),
    [
        pytest.param("2026-11-22", False, id="its last day is today"),
        pytest.param("2026-11-21", True, id="its last day was yesterday"),
    ],
)
def test_the_last_day_of_a_contract(end: str, *, is_over: bool) -> None:
    offer = f"provides:\n  - service: service/care\n    contract:\n      valid: {{from: 2020-01-01, to: {end}}}\n"
    assert told(laid(OFFICE, offer), "DIR004") == ([("ended", {"day": end})] if is_over else [])


def ages(first: str, last: str) -> str:
    bounds = [f"from_year: {first}" if first else "", f"to_year: {last}" if last else ""]
    return f"eligibility:\n  who: {{tk: A, ru: Б, en: C}}\n  ages: {{{', '.join(filter(None, bounds))}}}\n"


@pytest.mark.parametrize(
    ("younger", "older", "expected"),
    [
        pytest.param(("", "17"), ("18", ""), [], id="one after the other"),
        pytest.param(("", "17"), ("19", ""), ["gap"], id="a year between them"),
        pytest.param(("", "18"), ("18", ""), ["overlap"], id="a year in both"),
        pytest.param(("0", "18"), ("0", "30"), [], id="they begin together"),
        pytest.param(("0", "30"), ("10", "30"), [], id="they end together"),
        pytest.param(("0", "30"), ("10", "20"), [], id="one holds the other"),
        pytest.param(("5", "5"), ("6", "6"), [], id="a single year"),
    ],
)
def test_ages_of_two_services(
    younger: tuple[str, str], older: tuple[str, str], expected: list[str]
) -> None:
    second = base()[CARE].replace("code: SV-01", "code: SV-02")
    files = {
        CARE: over(base()[CARE], ages(*younger)),
        "normative/services/next.yml": over(second, f"{ages(*older)}related: [service/care]\n"),
    }
    found_here = diagnosed(files, "SVC012")
    assert [each.key for each in found_here] == expected
    for each in found_here:
        assert each.span.path == "normative/services/next.yml"
        assert dict(each.values) == {
            "key": "service/care",
            "first": int(older[0]),
            "last": int(younger[1]),
        }


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param("18", "18", [], id="a single year"),
        pytest.param("19", "18", [("upside-down", {"first": 19, "last": 18})], id="upside down"),
        pytest.param("", "0", [], id="in the first year"),
    ],
)
def test_ages_of_one_service(
    first: str, last: str, expected: list[tuple[str, dict[str, object]]]
) -> None:
    assert told(laid(CARE, ages(first, last)), "SVC012") == expected


def session(day: int, minutes: int) -> str:
    return f"  - id: s{day}-{minutes}\n    day: {day}\n    minutes: {minutes}\n    title: {{tk: A, ru: Б, en: C}}\n"


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        pytest.param([(1, 90), (2, 90)], [], id="each day is full"),
        pytest.param([(1, 60), (1, 30), (2, 90)], [], id="of several sessions"),
        pytest.param([(2, 90), (1, 60), (1, 30)], [], id="in any order"),
        pytest.param([(1, 89), (2, 90)], [("minutes", {"day": 1, "total": 89, "wanted": 90})], id="a minute too short"),
        pytest.param([(1, 90), (2, 91)], [("minutes", {"day": 2, "total": 91, "wanted": 90})], id="a minute too long"),
        pytest.param([(1, 90)], [("day-empty", {"day": 2})], id="the last day is empty"),
        pytest.param([(2, 90)], [("day-empty", {"day": 1})], id="the first day is empty"),
        pytest.param([(1, 90), (2, 90), (3, 90)], [("day-after", {"day": 3, "days": 2})], id="a day too many"),
    ],
)  # fmt: skip
def test_the_days_of_a_training(
    sessions: list[tuple[int, int]], expected: list[tuple[str, dict[str, object]]]
) -> None:
    rows = "".join(session(*each) for each in sessions)
    assert told(laid(BASICS, f"day_minutes: 90\nsessions:\n{rows}"), "TRN003") == expected


def test_of_a_day_that_does_not_add_up_the_last_session_is_shown() -> None:
    rows = session(1, 60) + session(2, 90) + session(1, 20)
    (one,) = diagnosed(laid(BASICS, f"day_minutes: 90\nsessions:\n{rows}"), "TRN003")
    assert one.where[1:] == ("sessions", "2", "minutes")


@pytest.mark.parametrize(
    ("taught", "now", "is_older"),
    [
        pytest.param("1.9", "2.0", True, id="another first number"),
        pytest.param("2.0", "2.9", False, id="another second number"),
        pytest.param("9.0", "10.0", True, id="numbers, not letters"),
        pytest.param("3.0", "2.0", False, id="one to come"),
    ],
)
def test_a_version_that_is_taught(taught: str, now: str, *, is_older: bool) -> None:
    lesson = base()[BASICS].replace(
        "teaches: [sop/visit]", f"teaches: [sop/visit]\n        version: '{taught}'"
    )
    files = {BASICS: lesson, VISIT: base()[VISIT].replace('version: "1.0"', f'version: "{now}"')}
    values = {"value": "sop/visit", "taught": taught, "now": now}
    assert told(files, "TRN001") == ([("older", values)] if is_older else [])


def steps(*limits: str, more: str = "") -> dict[str, str]:
    words = "{tk: A, ru: Б, en: C}"
    rows = [
        f"  - id: s{n}\n    title: {words}\n    actor: role/worker\n    action: {words}\n    deadline: {{{each}}}\n"
        for n, each in enumerate(limits)
    ]
    return laid(VISIT, f"forms: []\nsteps:\n{''.join(rows)}{more}")


def limit(value: int, unit: str, event: str) -> str:
    return f"value: {value}, unit: {unit}, from: {event}"


def whole(value: int, unit: str) -> str:
    return f"deadlines:\n  - id: all\n    title: {{tk: A, ru: Б, en: C}}\n    value: {value}\n    unit: {unit}\n    from: request\n"


@pytest.mark.parametrize(
    ("limits", "allowed", "expected"),
    [
        pytest.param([limit(3, "working-day", "request")], (3, "working-day"), [], id="just in time"),
        pytest.param([limit(4, "working-day", "request")], (3, "working-day"), ["too-long"], id="a day late"),
        pytest.param([limit(24, "hour", "request")], (1, "day"), [], id="hours and a day are equal"),
        pytest.param([limit(25, "hour", "request")], (1, "day"), ["too-long"], id="an hour late"),
        pytest.param([limit(1, "week", "request")], (7, "calendar-day"), [], id="a week is seven days"),
        pytest.param([limit(60, "minute", "request")], (1, "hour"), [], id="an hour is sixty minutes"),
        pytest.param([limit(61, "minute", "request")], (1, "hour"), ["too-long"], id="a minute late"),
        pytest.param([limit(2, "hour", "request"), limit(2, "hour", "s0")], (4, "hour"), [], id="a sum in time"),
        pytest.param([limit(2, "hour", "request"), limit(3, "hour", "s0")], (4, "hour"), ["too-long"], id="a sum that is late"),
        pytest.param([limit(1, "month", "request")], (1, "day"), [], id="months are not compared"),
        pytest.param([limit(1, "day", "request")], (1, "working-day"), ["mixed-days"], id="two kinds of days"),
        pytest.param([limit(1, "hour", "request")], (1, "working-day"), [], id="hours and working days"),
    ],
)  # fmt: skip
def test_the_time_of_the_steps(
    limits: list[str], allowed: tuple[int, str], expected: list[str]
) -> None:
    assert [key for key, _ in told(steps(*limits, more=whole(*allowed)), "SOP007")] == expected


def test_the_sum_of_the_steps_is_told_in_the_unit_of_the_first() -> None:
    files = steps(limit(2, "hour", "request"), limit(180, "minute", "s0"), more=whole(4, "hour"))
    ((_, values),) = told(files, "SOP007")
    said = {name: dict(each)["en"] for name, each in values.items() if isinstance(each, dict)}
    assert said == {"whole": "4 hours", "sum": "5 hours"}
    assert values["value"] == "all"


def urgent(value: int, unit: str) -> str:
    return f"urgent:\n  acts:\n    - {{tk: A, ru: Б, en: C}}\n  within: {{value: {value}, unit: {unit}}}\n"


@pytest.mark.parametrize(
    ("within", "is_slow"),
    [
        pytest.param((3, "working-day"), False, id="as long as the longest"),
        pytest.param((3, "day"), False, id="a working day is a day at least"),
        pytest.param((4, "day"), True, id="a day longer"),
        pytest.param((73, "hour"), True, id="an hour longer"),
        pytest.param((72, "hour"), False, id="as many hours"),
    ],
)
def test_the_urgent_time(within: tuple[int, str], *, is_slow: bool) -> None:
    files = steps(limit(1, "hour", "request"), more=whole(3, "working-day") + urgent(*within))
    assert [key for key, _ in told(files, "SOP007")] == (["urgent-is-slow"] if is_slow else [])


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param(["1", "1^1", "2"], [], id="one came in between"),
        pytest.param(["1", "1^1", "1^2"], [], id="two came in between"),
        pytest.param(["1", "1^2"], ["gap"], id="the first of those is missing"),
        pytest.param(["1", "3"], ["gap"], id="one is missing"),
        pytest.param(["1", "2", "2"], ["repeated"], id="one stands twice"),
        pytest.param(["1", "3", "2"], ["gap", "disorder"], id="out of order"),
        pytest.param(["1", "2^1"], ["gap"], id="one between of a number that is missing"),
        pytest.param(["1", "x"], ["shape"], id="no number"),
        pytest.param(["1", "1^x"], ["shape"], id="half a number"),
        pytest.param(["9", "10"], [], id="an excerpt begins anywhere"),
    ],
)
def test_the_numbers_of_articles(numbers: list[str], expected: list[str]) -> None:
    rows = [unit(f"a{n}", each, FREE) for n, each in enumerate(numbers, 1)]
    assert [each.key for each in diagnosed(edition(*rows), "LAW101")] == expected


def test_a_number_that_stands_twice_shows_the_other() -> None:
    rows = [unit(f"a{n}", each, FREE) for n, each in enumerate(["1", "2", "1"], 1)]
    (one,) = diagnosed(edition(*rows), "LAW101")
    assert dict(one.values) == {"number": "1", "before": "1"}
    assert [(each.key, each.span.line < one.span.line) for each in one.related] == [("other", True)]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param([["1", "2"], ["1"]], [], id="each article counts its parts from one"),
        pytest.param([["2"]], ["first"], id="the parts of an article begin with one"),
        pytest.param([["1"], ["2"]], ["first"], id="in each article"),
    ],
)
def test_the_numbers_of_parts(numbers: list[list[str]], expected: list[str]) -> None:
    rows = [
        holding(
            unit(f"a{n}", str(n), ASKED),
            *(unit(f"a{n}.{m}", each, FREE) for m, each in enumerate(parts, 1)),
        )
        for n, parts in enumerate(numbers, 1)
    ]
    assert [each.key for each in diagnosed(edition(*rows), "LAW101")] == expected


def test_what_is_right_has_no_finding() -> None:
    assert found(edition(A1), "LAW101") == []
    assert small().findings() == []
