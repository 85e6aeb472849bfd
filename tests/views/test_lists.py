"""Lists of kinds with their filters, the home page, short addresses."""

import pytest

from gollanma.views import Page, pages
from gollanma.views.context import Link
from gollanma.views.home import HomeView
from gollanma.views.indexes import IndexView
from gollanma.views.shorts import ShortView
from tests.support.projects import changed
from tests.views.rich import FILES, rich


def found(address: str, files: dict[str, str] | None = None, lang: str = "en") -> Page:
    every = pages(rich(files).graph)
    return next(each for each in every if (each.address, each.lang) == (address, lang))


def listed(kind: str, files: dict[str, str] | None = None, lang: str = "en") -> IndexView:
    view = found(f"{kind}/index.html", files, lang).view
    assert isinstance(view, IndexView)
    return view


def titles(view: IndexView) -> list[str]:
    return [str(entry.link.words) for heap in view.heaps for entry in heap.entries]


MANY = {
    f"normative/groups/g{number:03}.yml": (
        f"title: {{tk: G{number:03}, ru: Г{number:03}, en: Group {number:03}}}\nstatus: draft\n"
    )
    for number in range(120)
}


def test_a_list_names_every_record_by_code_then_alphabet() -> None:
    assert titles(listed("sop")) == ["Visiting a family", "In danger"]
    assert titles(listed("organisation")) == ["The house", "The office"]


def test_a_list_of_facts_tells_the_numbers() -> None:
    stated = "statements: [{value: 41, as_of: 2026-01-01}]\n"
    files = {
        "normative/facts/share.yml": f"title: {{en: Share}}\nunit: percent\n{stated}",
        "normative/facts/told.yml": f"title: {{en: Told}}\nsummary: {{en: In words.}}\n{stated}",
        "normative/facts/open.yml": "title: {en: Unknown}\nunit: percent\n",
    }
    entries = listed("fact", files).heaps[0].entries
    assert {str(each.link.words): str(each.summary or "") for each in entries} == {
        "Number of offices": "7",
        "Share": "41 percent",
        "Told": "In words.",
        "Unknown": "",
    }


@pytest.mark.parametrize(
    ("lang", "count"),
    [
        pytest.param("en", "2 records", id="English"),
        pytest.param("ru", "2 записи", id="Russian"),
        pytest.param("tk", "2 ýazgy", id="Turkmen"),
    ],
)
def test_a_list_counts_its_records(lang: str, count: str) -> None:
    assert listed("sop", lang=lang).count == count


def test_a_kind_without_records_has_an_empty_list() -> None:
    view = listed("calendar")
    assert (view.heaps, view.filters, view.count) == ((), (), "0 records")


def test_a_short_list_has_no_filters_but_its_entries_carry_their_words() -> None:
    view = listed("service")
    assert view.filters == ()
    carried = {each.facet: each.values for each in view.heaps[0].entries[0].carried}
    assert carried == {
        "group": "families",
        "form": "at-home",
        "level": "district",
        "territory": "north",
        "status": "draft",
    }


@pytest.mark.parametrize(
    ("kind", "key", "carried"),
    [
        pytest.param("sop", 0, {"service": "care", "status": "draft"}, id="a procedure"),
        pytest.param("form", 0, {"role": "worker", "status": "draft"}, id="a form"),
        pytest.param("organisation", 1, {"type": "office", "status": "draft"}, id="an office"),
        pytest.param("territory", 0, {"level": "district", "status": "draft"}, id="a territory"),
        pytest.param("document", 0, {"type": "report", "status": "draft"}, id="a document"),
        pytest.param("act", 0, {"type": "law", "status": "in-force"}, id="an act"),
        pytest.param("indicator", 0, {"frequency": "yearly", "status": "draft"}, id="an indicator"),
    ],
)
def test_words_that_an_entry_carries(kind: str, key: int, carried: dict[str, str]) -> None:
    entries = [entry for heap in listed(kind).heaps for entry in heap.entries]
    assert {each.facet: each.values for each in entries[key].carried} == carried


def test_filters_offer_only_what_makes_a_difference() -> None:
    some = dict(list(MANY.items())[:6])
    first = next(iter(some))
    some[first] = some[first].replace("status: draft", "status: approved")
    view = listed("group", some)
    assert [(each.name, [choice.words for choice in each.choices]) for each in view.filters] == [
        ("status", ["Approved", "Draft"])
    ]


def test_a_long_list_goes_on_further_pages() -> None:
    first = listed("group", MANY)
    second = found("group/index-2.html", MANY).view
    assert isinstance(second, IndexView)
    assert (len(titles(first)), len(titles(second))) == (100, 21)
    assert [each.href for each in first.ways] == ["", "index-2.html"]
    assert [each.href for each in second.ways] == ["index.html", ""]


def test_territories_stand_under_what_they_belong_to_and_acts_under_their_kind() -> None:
    assert [(each.heading, len(each.entries)) for each in listed("territory").heaps] == [
        ("", 1),
        ("North", 1),
    ]
    assert [each.heading for each in listed("act").heaps] == ["Laws"]


def test_a_list_of_samples_alone_is_a_sample() -> None:
    assert found("form/index.html").sample
    assert not found("sop/index.html").sample


def home(files: dict[str, str] | None = None) -> HomeView:
    view = found("index.html", files).view
    assert isinstance(view, HomeView)
    return view


def ways(links: tuple[Link, ...]) -> list[tuple[str, str]]:
    return [(str(each.words), each.href) for each in links]


def test_home_leads_to_danger_tasks_doors_and_places() -> None:
    view = home()
    assert view.danger is not None
    assert ways(view.danger.links) == [
        ("Danger at home", "sop/sp-02.html"),
        ("Not written yet", ""),
    ]
    assert [str(each.number) for each in view.danger.calls] == [
        "number not entered yet",
        '<a href="tel:+993120000">+993 (12) 00-00</a>',
    ]
    assert ways(view.tasks) == [("A visit", "sop/visit.html"), ("Services", "service/index.html")]
    assert ways((view.doors[0].title,)) == [("I need help", "service/index.html")]
    assert ways(view.places) == [
        ("North", "territory/north.html"),
        ("South", "territory/south.html"),
    ]


def test_home_without_anything_is_still_a_page() -> None:
    plain = FILES["gollanma.yml"].partition("allowed_hosts")[0]
    view = home({"gollanma.yml": plain})
    assert (view.danger, view.tasks, view.doors, view.lead) == (None, (), (), "")


def test_home_shows_the_first_level_that_has_several_places() -> None:
    levels = FILES["gollanma.yml"].replace(
        "territory_levels:\n", "territory_levels:\n  - id: land\n    name: {tk: Ýurt, ru: Страна, en: Land}\n"
    )  # fmt: skip
    assert len(home({"gollanma.yml": levels}).places) == 2
    one = {"gollanma.yml": levels, "normative/territories/south.yml": "status: idea\n"}
    assert home(one).places == ()


def test_a_door_without_links_leads_nowhere() -> None:
    files = changed("gollanma.yml", "schema", "schema")
    files["gollanma.yml"] = FILES["gollanma.yml"].replace(
        "      links:\n        - text: {tk: Hyzmatlar, ru: Услуги, en: Services}\n          to: service/\n",
        "      links: []\n",
    )
    assert ways((home(files).doors[0].title,)) == [("I need help", "")]


def test_a_short_address_leads_on_and_tells_nothing() -> None:
    page = found("s/sp-02.html")
    assert isinstance(page.view, ShortView)
    assert (page.title, page.quick_exit, page.view.link.href) == (
        "Procedure SP-02",
        True,
        "../sop/sp-02.html",
    )
