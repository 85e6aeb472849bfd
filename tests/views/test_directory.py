"""Roles, organisations, territories, groups, forms: who does what, where, and how to reach them."""

import pytest

from gollanma.model.kinds import Territory
from gollanma.views import Page
from gollanma.views.sheets import Block, SheetView
from gollanma.views.territories import territory_page
from tests.views.full import SOUTH, full, page
from tests.views.full import desk as desk_for


def blocks(made: Page, name: str) -> tuple[Block, ...]:
    """Give what stands in a section; nothing where the page has no such section."""
    assert isinstance(made.view, SheetView)
    return next((each.blocks for each in made.view.sections if each.name == name), ())


def lines(block: Block) -> list[tuple[str, ...]]:
    """Give the rows of facts and of the table of a block, as words."""
    table = block.table.rows if block.table else ()
    return [
        *((row.name, str(row.value)) for row in block.rows),
        *(tuple(map(str, row.cells)) for row in table),
        *((str(each),) for each in block.points),
    ]


@pytest.mark.parametrize(
    ("address", "section", "expected"),
    [
        pytest.param("form/letter.html", "about", [[("When", "Afterwards."), ("Kept for", "5 years")]], id="a form without a filler"),
        pytest.param(
            "form/letter.html",
            "fields",
            [[('Way<br><span class="small soft">Choose one.</span>', 'choice<br><span class="small soft">by letter; by telephone</span>', "", ""), ("Person", "text", '<span class="tag tag-warn">personal data</span>', "only whoever fills it in")]],
            id="fields of a form",
        ),
        pytest.param(
            "form/consent.html",
            "fields",
            [[("Name", "text", '<span class="tag tag-warn">personal data</span><br><span class="tag tag-warn">needs consent</span>', '<a href="../role/lead.html">Lead</a>')]],
            id="who may see a field",
        ),
        pytest.param("role/helper.html", "does", [], id="a role without a part in any procedure"),
        pytest.param(
            "role/lead.html",
            "does",
            [[("Part", "accountable")], [("Part", "informed"), ("Carries out", '<a href="../sop/sp-02.html#refer">step 2</a>. Refer'), ("Takes part in", '<a href="../sop/sp-02.html#danger">step 1</a>. Listen')]],
            id="all that a role does",
        ),
        pytest.param("organisation/centre.html", "reach", [[("Telephone", '<a href="tel:000">000</a>'), ("Checked on", "1 February 2026")]], id="how to reach an office"),
        pytest.param("organisation/house.html", "reach", [[("Telephone", "number not entered yet"), ("Address", "Main street"), ("E-mail", "house@example.gov.tm"), ("Hours", "In the morning")]], id="a number that nobody entered"),
        pytest.param(
            "organisation/centre.html",
            "provides",
            [[('<a href="../service/care.html">Help at home</a>', '<a href="../territory/south.html">South</a>', "", "7, from 1 January 2026")]],
            id="services, by default where the office is",
        ),
        pytest.param("organisation/office.html", "receives", [[('<a href="../sop/sp-02.html#refer">In danger</a> · step 2',)]], id="who sends people"),
        pytest.param("organisation/house.html", "receives", [], id="nobody sends people"),
        pytest.param("group/families.html", "services", [[('<a href="../service/care.html">Help at home</a>',)]], id="services for a group"),
        pytest.param("group/children.html", "services", [], id="no service for a group"),
        pytest.param("territory/north.html", "inside", [[('<a href="south.html">South</a>',)]], id="what is inside"),
        pytest.param("territory/south.html", "workers", [[('<a href="../role/worker.html">Worker</a>', "not known"), ('<a href="../role/lead.html">Lead</a>', "2 people")]], id="posts"),
    ],
)  # fmt: skip
def test_what_a_section_says(
    address: str, section: str, expected: list[list[tuple[str, ...]]]
) -> None:
    assert [lines(each) for each in blocks(page(address), section)] == expected


@pytest.mark.parametrize("key", ["north", "south"])
def test_who_gives_services_above_and_inside_counts_too(key: str) -> None:
    (block,) = blocks(page(f"territory/{key}.html"), "providers")
    assert block.table
    assert len(block.table.rows) == 2


def test_a_territory_that_nobody_serves_says_so() -> None:
    files = {"normative/territories/far.yml": "title: {en: Far}\nstatus: idea\n"}
    found = full(files).graph
    record = found.library.records["territory/far"]
    assert isinstance(record, Territory)
    made = territory_page(desk_for("territory/far", of=found), record)
    (block,) = blocks(made, "providers")
    assert str(block.prose[0]) == "No organisation is entered as giving services here yet."


def test_territories_that_hold_each_other_end() -> None:
    files = {
        "normative/territories/north.yml": "title: {en: North}\nstatus: idea\nparent: territory/south\n",
        "normative/territories/south.yml": SOUTH,
    }
    found = full(files).graph
    record = found.library.records["territory/north"]
    assert isinstance(record, Territory)
    assert blocks(territory_page(desk_for("territory/north", of=found), record), "providers")


def test_an_office_tells_how_many_records_it_answers_for() -> None:
    (block,) = blocks(page("organisation/office.html"), "answers-for")
    assert lines(block) == [
        ('<a href="../sop/index.html">Procedures</a>: 1',),
        ('<a href="../act/index.html">Legal acts</a>: 2',),
    ]
    view = page("organisation/office.html").view
    assert isinstance(view, SheetView)
    assert "Answers for" not in [each.label for each in view.frame.inverse]


def test_a_form_stands_on_its_provisions() -> None:
    view = page("form/letter.html").view
    assert isinstance(view, SheetView)
    assert [each.note for each in view.frame.basis.grounds] == ["sample wording, not official"]
