"""The picture of a procedure: nothing in it crosses, overlaps, spills or is missing."""

import pytest
from hypothesis import given

from gollanma.graph import Graph
from gollanma.model.kinds import Sop
from gollanma.views.diagram import course_of, lines, pictures_of
from gollanma.views.diagram.course import Course, Phrase
from gollanma.views.diagram.layout import drawn
from gollanma.views.diagram.measure import width, wrap
from gollanma.views.diagram.shapes import Edge
from gollanma.views.diagram.sheet import TALL, WIDE, Sheet
from gollanma.views.frame import desk_of
from gollanma.views.voice import Voice
from tests.support import pictures
from tests.support.ministry import library
from tests.support.projects import packs
from tests.views.rich import CRISIS, rich

SHEETS = [pytest.param(WIDE, id="wide"), pytest.param(TALL, id="tall")]
SOPS = sorted(key for key in library().records if key.startswith("sop/"))


@pytest.mark.parametrize("sheet", SHEETS)
@given(pictures.courses())
def test_whatever_the_procedure_its_picture_is_clear(sheet: Sheet, course: Course) -> None:
    found = drawn(course, sheet)
    assert pictures.faults(course, found) == []
    assert drawn(course, sheet) == found


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("key", SOPS)
def test_the_procedures_of_the_ministry_are_clear_in_every_language(key: str, sheet: Sheet) -> None:
    records = library()
    graph = Graph(records, packs(records.project.languages.all))
    sop = records.records[key]
    assert isinstance(sop, Sop)
    for language in graph.languages.values():
        course = course_of(desk_of(Voice(graph, language), key), sop)
        assert pictures.faults(course, drawn(course, sheet)) == []


# --- what is read from a procedure


def rich_course(old: str = "", new: str = "", lang: str = "en") -> Course:
    """Give the course of the rich procedure with some of its text replaced."""
    assert old in CRISIS
    text = CRISIS.replace(old, new) if old else CRISIS
    graph = rich({"normative/sops/crisis.yml": text}).graph
    sop = graph.library.records["sop/crisis"]
    assert isinstance(sop, Sop)
    return course_of(desk_of(Voice(graph, graph.languages[lang]), "sop/crisis"), sop)


def ways(course: Course, step: int) -> list[tuple[str, list[str], str | None]]:
    return [
        (way.answer.words if way.answer else "", [each.key for each in way.away], way.to)
        for way in course.stops[step].ways
    ]


@pytest.mark.parametrize(
    ("old", "new", "step", "expected"),
    [
        pytest.param("", "", 0, [("Yes", ["urgent"], "refer"), ("Other", ["sop/visit"], None), ("No", [], "end")], id="answers"),
        pytest.param("", "", 1, [("", [], "danger")], id="a refusal that changes nothing goes unsaid"),
        pytest.param("    next: danger\nexc", "exc", 1, [("If the person does not agree", [], "danger"), ("", [], "end")], id="a refusal"),
        pytest.param("    next: danger\nexc", "    next: nowhere\nexc", 1, [("If the person does not agree", [], "danger"), ("", [], None)], id="a step that leads nowhere"),
        pytest.param("sop: sop/visit", "sop: sop/lost", 0, [("Yes", ["urgent"], "refer"), ("Other", ["sop/lost"], None), ("No", [], "end")], id="a procedure that is not there"),
        pytest.param("  then: refer\n", "", 0, [("Yes", ["urgent"], None), ("Other", ["sop/visit"], None), ("No", [], "end")], id="danger that ends it"),
        pytest.param("          sop: sop/visit\n", "          sop: sop/visit\n          next: urgent\n", 0, [("Yes", ["urgent"], "refer"), ("Other", ["sop/visit", "urgent"], "refer"), ("No", [], "end")], id="both"),
    ],
)  # fmt: skip
def test_where_a_step_leads(
    old: str, new: str, step: int, expected: list[tuple[str, list[str], str | None]]
) -> None:
    assert ways(rich_course(old, new), step) == expected


def test_a_step_shows_to_whom_it_hands_on() -> None:
    course = rich_course()
    assert [each.handing and each.handing.phrase.words for each in course.stops] == [
        None,
        "Refer to: The office",
    ]
    (hand,) = (e for e in drawn(course, WIDE).pieces if e.what is course.stops[1].handing)
    assert " ".join(hand.label.lines) == "Refer to: The office"


def test_where_a_receiver_is_not_there_its_kind_is_named() -> None:
    handing = rich_course("to: [organisation/office]", "to: [organisation/lost]").stops[1].handing
    assert handing
    assert handing.phrase.words == "Refer to: Organisation"


def test_lanes_stand_in_the_order_in_which_people_act() -> None:
    assert [each.words for each in rich_course().lanes] == ["Worker", "Lead"]
    assert [each.lane for each in rich_course().stops] == [0, 1]


@pytest.mark.parametrize(
    ("old", "lane"),
    [
        pytest.param("    actor: role/lead\n", "Not decided yet who", id="nobody yet"),
        pytest.param("actor: role/lead\n", "Role", id="a role that is not there"),
    ],
)
def test_a_step_without_an_actor_has_a_lane_too(old: str, lane: str) -> None:
    new = "" if old.startswith(" ") else "actor: role/lost\n"
    assert rich_course(old, new).lanes[1].words == lane


def test_words_of_another_language_are_marked() -> None:
    course = rich_course(
        "title: {tk: Diňläň, ru: Выслушайте, en: Listen}", "title: {ru: Выслушайте}"
    )
    assert course.stops[0].title == Phrase("Выслушайте", "ru")


def test_a_procedure_without_an_end_shows_none() -> None:
    course = rich_course("          next: end\n", "          next: refer\n")
    assert not course.has_end
    assert all(piece.label.phrase.words != "End" for piece in drawn(course, WIDE).pieces)


def test_a_procedure_without_steps_has_no_picture() -> None:
    start, end = CRISIS.index("steps:\n"), CRISIS.index("exceptions:\n")
    graph = rich({"normative/sops/crisis.yml": CRISIS[:start] + CRISIS[end:]}).graph
    sop = graph.library.records["sop/crisis"]
    assert isinstance(sop, Sop)
    assert pictures_of(desk_of(Voice(graph, graph.languages["en"]), "sop/crisis"), sop) == ()


# --- words and lines


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("one two three", ("one two", "three"), id="between words"),
        pytest.param(
            "переосвидетельствование", ("переос-", "видете-", "льство-", "вание"), id="a long word"
        ),
        pytest.param("social-worker", ("social-", "worker"), id="at its own hyphen"),
        pytest.param("", (), id="no words"),
        pytest.param("ꙮꙮꙮꙮꙮꙮ", ("ꙮꙮꙮ-", "ꙮꙮꙮ"), id="letters that no table has"),
    ],
)
def test_lines(words: str, expected: tuple[str, ...]) -> None:
    found = wrap(words, 60, 13)
    assert found == expected
    assert all(width(each, 13) <= 60 for each in found)


def test_what_several_ways_share_is_drawn_once() -> None:
    edges = [
        Edge(((0, 0), (10, 0), (10, 20)), "a", 0, "c"),
        Edge(((0, 5), (10, 5), (10, 20)), "b", 0, "c"),
        Edge(((10, 30), (10, 25)), "d", 0, "c"),
        Edge(((30, 5), (20, 5)), "d", 0, "c"),
    ]
    assert lines.ways(edges) == "M0 0h10M0 5h10M20 5h10M10 0v20M10 25v5"
    assert lines.tips(edges) == "M10 20l-4 -7h8zM10 25l-4 7h8zM20 5l7-4v8z"
