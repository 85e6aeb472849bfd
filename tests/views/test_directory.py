"""Roles, organisations, territories, groups, forms: who does what, where, and how to reach them."""

import pytest

from gollanma.model.kinds import Territory
from gollanma.views import Page
from gollanma.views.frame import desk_of
from gollanma.views.places import Places
from gollanma.views.sheets import Block, SheetView
from gollanma.views.territories import territory_page
from gollanma.views.voice import Voice
from tests.views.full import SOUTH, full, page
from tests.views.full import desk as desk_for
from tests.views.rich import FILES, rich

CONSENT = '<span class="nb">F-01</span> Consent sheet'
VISIT = '<span class="nb">SP-01</span> Visiting a family'


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
            [
                [("Part", "accountable")],
                [
                    ("Part", "informed"),
                    ('<a href="../sop/sp-02.html#danger">step 1</a>. Listen', "takes part", "within 24 hours (from: the call)", ""),
                    ('<a href="../sop/sp-02.html#refer">step 2</a>. Refer', "carries out", "", f'<a href="../form/consent.html">{CONSENT}</a>'),
                ],
            ],
            id="all that a role does",
        ),
        pytest.param("role/lead.html", "role-parts", [[("Accountable", f'<a href="../sop/visit.html">{VISIT}</a>'), ("Informed", '<a href="../sop/sp-02.html"><span class="nb">SP-02</span> In danger</a>')]], id="where a role answers and is told"),
        pytest.param("role/helper.html", "role-parts", [], id="a role that answers for nothing"),
        pytest.param("role/lead.html", "role-forms", [[(f'<a href="../form/consent.html">{CONSENT}</a>',)]], id="forms of its steps"),
        pytest.param("role/lead.html", "role-services", [[('<a href="../service/care.html"><span class="nb">SV-01</span> Help at home</a>',)]], id="services in which it works"),
        pytest.param("role/lead.html", "about", [[("Supervises", '<a href="helper.html">Helper</a>'), ("Career: the step before", '<a href="helper.html">Helper</a>'), ("Training", '<a href="../training/basics.html">Basic course</a>')]], id="whom it supervises and where it comes from"),
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
        pytest.param("territory/south.html", "whom-first", [[("Police", "number not entered yet"), ("Ambulance", '<a href="tel:+993120000">+993 (12) 00-00</a>'), ("The office", "number not entered yet")]], id="whom to call first"),
        pytest.param("territory/south.html", "elsewhere", [], id="everything is given here"),
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


PLACE = "title: {{tk: A, ru: A, en: {0}}}\nstatus: draft\nlevel: district\n"
COUNTRY = {
    "normative/territories/west.yml": PLACE.format("West"),
    "normative/territories/shore.yml": PLACE.format("Shore") + "parent: territory/west\n",
    "normative/territories/hill.yml": PLACE.format("Hill") + "parent: territory/west\n",
}
HOUSE = "normative/organisations/house.yml"


def far(where: str, project: str = "") -> list[tuple[str, ...]]:
    """Give what the page of the shore says of services that others give."""
    house = FILES[HOUSE].replace(
        "    territories: [territory/north]\n", f"    territories: [{where}]\n"
    )
    house = house.replace("  - service: service/care\ncontacts", "contacts")
    files = {**COUNTRY, HOUSE: house, "gollanma.yml": FILES["gollanma.yml"] + project}
    graph = rich(files).graph
    desk = desk_of(Voice(graph, graph.languages["en"]), "territory/shore")
    territory = graph.library.records["territory/shore"]
    assert isinstance(territory, Territory)
    return [
        row
        for block in blocks(territory_page(desk, territory), "elsewhere")
        for row in lines(block)
    ]


@pytest.mark.parametrize(
    ("where", "nearest"),
    [
        pytest.param("territory/hill, territory/north", ["hill"], id="in the same part"),
        pytest.param("territory/north", ["north"], id="in another part"),
        pytest.param("territory/north, territory/south", ["north", "south"], id="nowhere nearer"),
    ],
)
def test_a_service_that_is_not_given_here_names_the_nearest(where: str, nearest: list[str]) -> None:
    ((service, who),) = far(where)
    assert service == '<a href="../service/care.html">Help at home</a>'
    places = Places(rich(COUNTRY).library)
    given = [each.strip() for each in where.split(",")]
    assert places.nearest("territory/shore", given) == tuple(f"territory/{n}" for n in nearest)
    assert "The house" in who


@pytest.mark.parametrize("where", ["territory/west", "territory/shore"])
def test_what_is_given_here_or_around_is_not_far(where: str) -> None:
    assert far(where) == []


def test_a_service_that_nobody_gives_says_so() -> None:
    ((_, who),) = far("territory/none")
    assert who == "No organisation is entered as giving this service yet."


def test_the_service_for_everybody_is_never_far() -> None:
    assert far("territory/north", "first_service: service/care\n") == []


def test_territories_in_a_ring_are_walked_once() -> None:
    ring = {
        "normative/territories/west.yml": PLACE.format("West") + "parent: territory/shore\n",
        "normative/territories/shore.yml": PLACE.format("Shore") + "parent: territory/west\n",
    }
    places = Places(rich(ring).library)
    assert places.upwards("territory/west") == ("territory/west", "territory/shore")
    assert places.upwards("territory/none") == ()
    assert places.nearest("territory/west", ["territory/none"]) == ()
