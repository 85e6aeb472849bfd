"""The maps of referrals: which ways they tell, how they are drawn, that no way crosses a box."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.checks.examples import base
from gollanma.graph import Graph
from gollanma.model import cut
from gollanma.views import Page
from gollanma.views.diagram.course import Phrase
from gollanma.views.diagram.measure import width
from gollanma.views.diagram.shapes import Box
from gollanma.views.frame import desk_of
from gollanma.views.referrals import NEAR, WHOLE, ReferralsView, map_of, referral_pages
from gollanma.views.referrals.drawing import (
    PAD,
    Arc,
    Chart,
    Curve,
    Node,
    Part,
    Placed,
    Plan,
    Sheet,
    chart_of,
)
from gollanma.views.voice import Voice
from tests.support import ministry
from tests.support.projects import small
from tests.views.rich import CRISIS, rich

PATH = "normative/services/care.yml"
CRISIS_PATH = "normative/sops/crisis.yml"
ALONE = "  - text: {tk: Maşgala özi gelýär., ru: Семья приходит сама., en: The family comes by itself.}\n"
BY_OFFICE = (
    "  - office: organisation/office\n"
    "    text: {tk: Edara., ru: Учреждение., en: The office sends.}\n"
)
OUT = "ways_out:\n"
TO_HOUSE = (
    "  - office: organisation/house\n    text: {tk: Öýe., ru: В дом., en: On to the house.}\n"
)


def sent(*files: str) -> dict[str, Page]:
    """Give the English pages of referrals of a service with an office on either side."""
    care = base()[PATH].replace(ALONE, ALONE + BY_OFFICE).replace(OUT, OUT + TO_HOUSE)
    graph = rich({PATH: care, **dict(zip(files[::2], files[1::2], strict=True))}).graph
    return {page.address: page for page in referral_pages(Voice(graph, graph.languages["en"]))}


def view_of(page: Page) -> ReferralsView:
    assert isinstance(page.view, ReferralsView)
    return page.view


def told(view: ReferralsView) -> list[tuple[str, list[str], str]]:
    return [
        (str(row.source.words), [str(each.words) for each in row.targets], str(row.when))
        for row in view.ways
    ]


def test_the_whole_tells_ways_between_two() -> None:
    assert told(view_of(sent()["referrals/index.html"])) == [
        ("The office", ["Help at home"], "The office sends."),
        ("Help at home", ["The house"], "On to the house."),
    ]


def test_the_map_of_a_service_tells_who_comes_alone_too() -> None:
    near = view_of(sent()["service/care--referrals.html"])
    assert [source for source, _, _ in told(near)] == [
        "The person alone",
        "The office",
        "Help at home",
    ]
    assert near.chart is not None
    notes = filter(None, (each.node.note for each in near.chart.sides))
    assert sorted(notes) == ["On to the house.", "The family comes by itself.", "The office sends."]


def test_what_is_on_no_way_is_named() -> None:
    assert view_of(sent()["referrals/index.html"]).apart == ()
    whole = view_of(sent(PATH, base()[PATH])["referrals/index.html"])
    assert [str(each.words) for each in whole.apart] == ["The house"]


def test_a_step_tells_form_and_times_once_for_all_to_whom_it_leads() -> None:
    crisis = CRISIS.replace("to: [organisation/office]", "to: [organisation/office, role/worker]")
    (row,) = view_of(sent(CRISIS_PATH, crisis)["referrals/steps.html"]).steps
    assert str(row.source.words) == "In danger"
    assert row.step is not None
    assert row.step.__html__() == '<a href="../sop/sp-02.html#refer">step 2</a>'
    assert [str(each.words) for each in row.targets] == ["The office", "Worker"]
    assert row.form is not None
    assert row.form.code == "F-01"
    assert (row.acknowledgement, row.feedback) == (
        "within 1 working day",
        "within 10 working days",
    )
    assert row.parties == "crisis office worker"


def test_without_ways_there_are_no_maps() -> None:
    graph = small({PATH: "title: {tk: A, ru: A, en: Sparse}\nstatus: idea\n"}).graph
    assert list(referral_pages(Voice(graph, graph.languages["en"]))) == []


def test_an_office_that_is_not_published_is_on_no_map() -> None:
    office = base()["normative/organisations/office.yml"] + "sensitivity: staff\n"
    care = base()[PATH].replace(ALONE, ALONE + BY_OFFICE)
    hidden = rich({PATH: care, "normative/organisations/office.yml": office})
    graph = Graph(cut(hidden.library), hidden.graph.languages)
    found = [
        page for lang in graph.languages.values() for page in referral_pages(Voice(graph, lang))
    ]
    assert found != []
    assert [page.address for page in found if "organisation/office" in repr(page.view)] == []


# --- how a map is drawn

WORDS = st.text("abc äýşčЖШЫ", min_size=1, max_size=60).filter(str.strip)
KEYS = st.lists(st.sampled_from("abcdefghijklmn"), min_size=1, max_size=9, unique=True)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    left, middle, right = draw(KEYS), draw(KEYS), draw(KEYS)
    arcs = [
        *(Arc(m, s, is_in=True) for m in middle for s in left),
        *(Arc(m, s, is_in=False) for m in middle for s in right),
    ]
    return Plan(
        ("From", "Amid", "To"),
        tuple(Node(key, Phrase(draw(WORDS)), "", "office", draw(WORDS)) for key in left),
        (
            Part(
                "First",
                tuple(Node(key, Phrase(draw(WORDS)), "#x", "service") for key in middle[:3]),
            ),
            Part("", tuple(Node(key, Phrase(draw(WORDS)), "#x", "sop") for key in middle[3:])),
        ),
        tuple(Node(key, Phrase(draw(WORDS)), "", "office") for key in right),
        tuple(draw(st.lists(st.sampled_from(arcs), max_size=40))),
    )


SHEETS = st.sampled_from((WHOLE, NEAR, Sheet(120, 40, 100)))


def boxes(chart: Chart) -> list[Placed]:
    return [*chart.sides, *(each.placed for each in chart.bundles)]


def curves(chart: Chart) -> list[Curve]:
    return [curve for bundle in chart.bundles for curve in bundle.curves]


def points(curve: Curve) -> list[tuple[float, float]]:
    """Give points of the cubic curve that the path describes."""
    (x, y), (to_x, to_y) = curve.start, curve.end
    amid = (x + to_x) // 2
    return [
        (
            (1 - t) ** 3 * x
            + 3 * (1 - t) ** 2 * t * amid
            + 3 * (1 - t) * t**2 * amid
            + t**3 * to_x,
            (1 - t) ** 3 * y + 3 * (1 - t) ** 2 * t * y + 3 * (1 - t) * t**2 * to_y + t**3 * to_y,
        )
        for t in (n / 20 for n in range(21))
    ]


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


def inside(box: Box, x: float, y: float) -> bool:
    return box.x < x < box.right and box.y < y < box.bottom


def faults(chart: Chart) -> list[str]:
    """Give what is wrong with a drawing."""
    placed = boxes(chart)
    return [
        *(
            f"{a.node.key} over {b.node.key}"
            for a, b in combinations(placed, 2)
            if overlap(a.box, b.box)
        ),
        *(
            f"{curve.arc} crosses {each.node.key}"
            for curve in curves(chart)
            for each in placed
            if any(inside(each.box, *point) for point in points(curve))
        ),
        *(
            f"words of {each.node.key} leave its box"
            for each in placed
            for label in each.labels
            for number, line in enumerate(label.lines)
            if width(line, label.style.size) > each.box.width - 2 * PAD
            or not each.box.y < label.y + number * label.style.leading < each.box.bottom
        ),
        *(
            f"{each.node.key} outside"
            for each in placed
            if each.box.y < 0 or each.box.bottom > chart.height or each.box.right > chart.width
        ),
    ]


@given(plans(), SHEETS)
def test_a_drawing_has_no_fault(plan: Plan, sheet: Sheet) -> None:
    assert faults(chart_of(plan, sheet)) == []


@given(plans(), SHEETS)
def test_a_drawing_holds_every_box_and_every_way(plan: Plan, sheet: Sheet) -> None:
    chart = chart_of(plan, sheet)
    assert {curve.arc for curve in curves(chart)} == set(plan.arcs)
    middle = [node for part in plan.parts for node in part.nodes]
    assert [each.placed.node for each in chart.bundles] == middle
    assert {each.node for each in chart.sides} == {*plan.left, *plan.right}


@given(plans(), SHEETS)
def test_the_order_in_which_ways_are_told_changes_nothing(plan: Plan, sheet: Sheet) -> None:
    turned = replace(plan, arcs=tuple(reversed(plan.arcs)), left=tuple(reversed(plan.left)))
    assert chart_of(turned, sheet) == chart_of(plan, sheet)


def test_what_lies_over_another_is_found() -> None:
    node = Node("a", Phrase("a"), "", "office")
    plan = Plan(("", "", ""), (node,), (Part("", (node,)),), (), (Arc("a", "a", is_in=True),))
    chart = chart_of(plan, WHOLE)
    low = replace(
        chart, sides=tuple(replace(each, box=chart.bundles[0].placed.box) for each in chart.sides)
    )
    assert faults(low) != []


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_the_maps_of_the_ministry_have_no_fault(lang: str) -> None:
    judged = ministry.judged()
    graph = Graph(cut(judged.library), judged.languages)
    charts = [view_of(page).chart for page in referral_pages(Voice(graph, graph.languages[lang]))]
    drawn = [each for each in charts if each is not None]
    assert len(drawn) == 14
    assert [fault for chart in drawn for fault in faults(chart)] == []


def test_a_service_to_which_people_come_alone_has_a_map_that_leads_to_no_whole() -> None:
    graph = small(
        {"normative/organisations/office.yml": base()["normative/organisations/office.yml"]}
    ).graph
    found = {page.address: page for page in referral_pages(Voice(graph, graph.languages["en"]))}
    assert list(found) == ["service/care--referrals.html"]
    onward = view_of(found["service/care--referrals.html"]).onward
    assert [each.href for each in onward] == ["care.html"]


def test_the_page_of_a_service_leads_to_a_map_that_exists() -> None:
    graph = small({PATH: "title: {tk: A, ru: A, en: Sparse}\nstatus: idea\n"}).graph
    assert map_of(desk_of(Voice(graph, graph.languages["en"]), "service/care")) is None
    rich_graph = rich().graph
    found = map_of(desk_of(Voice(rich_graph, rich_graph.languages["en"]), "service/care"))
    assert found is not None
    assert found.href == "care--referrals.html"


def test_an_old_version_of_a_service_leads_to_the_map_of_the_new_one() -> None:
    old = {"normative/state/released/service/care/0.9.yml": base()[PATH].replace('"1.0"', '"0.9"')}
    graph = rich(old).graph
    found = map_of(desk_of(Voice(graph, graph.languages["en"]), "service/care@0.9"))
    assert found is not None
    assert found.href == "../care--referrals.html"
