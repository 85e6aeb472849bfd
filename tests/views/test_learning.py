"""Trainings, indicators, documents, facts, calendars."""

from collections.abc import Callable

import pytest

from gollanma.views.lessons import Taught
from gollanma.views.sheets import SheetView
from gollanma.views.trainings import TrainingView
from tests.views.full import page
from tests.views.test_directory import blocks, lines


def course(lang: str = "en") -> TrainingView:
    view = page("training/course.html", lang).view
    assert isinstance(view, TrainingView)
    return view


def taught(objective: str) -> list[Taught]:
    found = [o for day in course().days for session in day.sessions for o in session.objectives]
    return list(next(each.teaches for each in found if each.id == f"objective.{objective}"))


@pytest.mark.parametrize(
    ("objective", "expected"),
    [
        pytest.param("same", [("version 1.0", None, "")], id="still what was taught"),
        pytest.param("older", [("version 0.9", "changed since: now 1.0", "../sop/visit/0.9.html")], id="changed, and the old version is kept"),
        pytest.param("lost", [("version 0.1", "changed since: now 1.0", ""), ("version 0.1", None, ""), ("version 0.1", None, "")], id="changed, without version, gone"),
    ],
)  # fmt: skip
def test_what_is_taught_tells_whether_it_changed(
    objective: str, expected: list[tuple[str, str | None, str]]
) -> None:
    found = [(each.version, each.tag and each.tag.words, each.was) for each in taught(objective)]
    assert found == expected


@pytest.mark.parametrize(
    ("lang", "days"),
    [
        pytest.param("tk", [("1-nji gün", "90 minut"), ("2-nji gün", "30 minut")], id="Turkmen"),
        pytest.param("ru", [("1-й день", "90 минут"), ("2-й день", "30 минут")], id="Russian"),
        pytest.param("en", [("1st day", "90 minutes"), ("2nd day", "30 minutes")], id="English"),
    ],
)
def test_days_stand_in_order_with_their_time(lang: str, days: list[tuple[str, str]]) -> None:
    assert [(each.title, each.minutes) for each in course(lang).days] == days


def test_answers_of_the_quiz_are_marked() -> None:
    (question,) = course().quiz
    assert [(str(a.text), a.tag and a.tag.words, str(a.why or "")) for a in question.answers] == [
        ("I do", "right", "It is so."),
        ("You do", "wrong", ""),
    ]


@pytest.mark.parametrize(
    ("address", "section", "expected"),
    [
        pytest.param("indicator/count.html", "counted", [[("What is counted", "Moons."), ("Out of what", "All."), ("Collected in", '<a href="../form/letter.html">Letter</a>'), ("Broken down by", "sex"), ("How often", "every year")]], id="how it is counted"),
        pytest.param("indicator/count.html", "values", [[("1 January 2025", "1", '<a href="../fact/offices.html">Number of offices</a>')], [("1 January 2030", "9")], [("1 January 2026", "2", "")]], id="a unit without words is left out"),
        pytest.param("indicator/visits.html", "values", [[("31 December 2027", "90 percent")]], id="nothing measured yet"),
        pytest.param("document/guide.html", "document", [[("Kind", "report"), ("Published by", '<a href="../organisation/office.html">The office</a>'), ("Published in", "2021"), ("Languages", "Russian, English")]], id="a document"),
        pytest.param("fact/share.html", "sources", [[("about 40 percent", "1 January 2026", '<a href="../document/guide.html">Guide</a>, p. 7', "all"), ("41 percent", "", "", "north")]], id="who states a number"),
        pytest.param("calendar/2026.html", "holidays", [[("1 January 2026", "New Year")]], id="holidays"),
        pytest.param("calendar/2026.html", "working-days", [[("3 January 2026",)]], id="weekend days of work"),
    ],
)  # fmt: skip
def test_what_a_section_says(
    address: str, section: str, expected: list[list[tuple[str, ...]]]
) -> None:
    assert [lines(each) for each in blocks(page(address), section)] == expected


@pytest.mark.parametrize(
    ("address", "shown", "expected"),
    [
        pytest.param("fact/share.html", lambda v: str(v.sections[0].blocks[0].prose[0]), '<p class="big">about 40 percent</p>', id="the number large"),
        pytest.param("fact/offices.html", lambda v: [g.label for g in v.frame.inverse], ["Baseline of", "Divided into", "Part of a total", "Mentioned in"], id="what rests on a number"),
        pytest.param("document/guide.html", lambda v: [g.label for g in v.frame.inverse], ["States facts"], id="what is stated on a document"),
    ],
)  # fmt: skip
def test_pages_of_numbers(
    address: str, shown: Callable[[SheetView], object], expected: object
) -> None:
    view = page(address).view
    assert isinstance(view, SheetView)
    assert shown(view) == expected
