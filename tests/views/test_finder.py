"""The finder: its questions, the answers to which each service is kept, the door for everybody."""

from dataclasses import dataclass

import pytest

from gollanma.checks.examples import base
from gollanma.model.kinds import Service
from gollanma.model.kinds.services import Ages, Eligibility
from gollanma.views import Page, pages
from gollanma.views.finder import FinderView, bands_of
from tests.support import ministry
from tests.support.projects import small, whole
from tests.views.rich import FILES, rich

PATH = "normative/services/care.yml"
CARE = base()[PATH]
OTHER = "normative/services/other.yml"
NEEDS = """\
needs:
  - id: lonely
    name: {tk: ýeke, ru: один, en: someone is alone}
  - id: ill
    name: {tk: näsag, ru: болен, en: someone is ill}
  - id: unmet
    name: {tk: başga, ru: другое, en: something else}
"""
FIRST = "first_service: service/care\n"


@dataclass(frozen=True)
class Found:
    """The page in one language, with what it prints."""

    page: Page
    view: FinderView

    def answers(self, name: str) -> list[tuple[str, str]]:
        asked = [each for each in self.view.questions if each.name == name]
        return [(c.value, c.words) for each in asked for heap in each.heaps for c in heap.choices]

    def kept(self, name: str) -> dict[str, list[str]]:
        return {
            row.link.code: next(c.values.split() for c in row.carried if c.facet == name)
            for row in self.view.rows
        }


def service(code: str, more: str = "", ages: str = "") -> str:
    text = CARE.replace("code: SV-01", f"code: {code}").replace("  who: {", f"{ages}  who: {{", 1)
    return text + more


def finder(project: str = "", files: dict[str, str] | None = None, lang: str = "en") -> Found:
    more = {"gollanma.yml": FILES["gollanma.yml"] + project, **(files or {})}
    page = next(
        each
        for each in pages(rich(more).graph)
        if each.lang == lang and each.address == "finder/index.html"
    )
    assert isinstance(page.view, FinderView)
    return Found(page, page.view)


TWO = {
    PATH: service("SV-01", "needs: [lonely, ill]\n", "  ages: {from_year: 60}\n"),
    OTHER: service("SV-02", "needs: [ill]\n", "  ages: {to_year: 17}\n"),
}


def test_without_services_there_is_no_finder() -> None:
    kept = {path: text for path, text in base().items() if "services" not in path}
    assert "finder/index.html" not in {page.address for page in pages(whole(kept).graph)}


def test_needs_are_those_that_a_service_meets_in_the_order_of_the_project() -> None:
    found = finder(NEEDS, TWO)
    assert found.answers("need") == [("lonely", "Someone is alone"), ("ill", "Someone is ill")]
    assert found.kept("need") == {"SV-01": ["lonely", "ill"], "SV-02": ["ill"]}
    assert found.view.rows[0].needs == ("someone is alone", "someone is ill")


def test_ages_are_the_spans_between_which_services_differ() -> None:
    found = finder(NEEDS, TWO)
    assert found.answers("age") == [
        ("0", "Up to 17 years of age"),
        ("18", "From 18 to 59 years of age"),
        ("60", "From 60 years of age"),
    ]
    assert found.kept("age") == {"SV-01": ["60"], "SV-02": ["0"]}


def test_a_question_with_one_answer_is_not_asked() -> None:
    assert [each.name for each in finder().view.questions] == ["territory"]


def test_a_place_keeps_what_is_given_in_it_around_it_or_inside_it() -> None:
    found = finder()
    assert found.answers("territory") == [("north", "North"), ("south", "South")]
    assert found.kept("territory") == {"SV-01": ["north", "south"]}
    assert [str(each.words) for each in found.view.rows[0].places] == ["North"]


def test_the_service_for_everybody_stands_apart() -> None:
    found = finder(NEEDS + FIRST, TWO)
    assert [row.link.code for row in found.view.rows] == ["SV-02"]
    assert found.view.first is not None
    assert found.view.first.link.code == "SV-01"
    assert found.view.first.how.href == "../service/care.html#_how"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("", None, id="not named"),
        pytest.param("first_service: service/none\n", None, id="not there"),
    ],
)
def test_without_a_service_for_everybody_all_stand_in_the_list(name: str, expected: None) -> None:
    found = finder(name)
    assert found.view.first is expected
    assert len(found.view.rows) == 1


def test_a_service_that_nobody_may_see_hides_what_the_page_is_for() -> None:
    found = finder(files={PATH: service("SV-01", "quick_exit: true\n")})
    assert found.page.quick_exit
    assert found.page.title == "Services"
    assert not finder().page.quick_exit
    assert finder().page.title == "Find a service"


def test_a_need_outside_the_list_of_the_project_is_found() -> None:
    found = small({PATH: service("SV-01", "needs: [lost]\n")}).findings("SCH002")
    assert [place[:1] for place in found] == [(PATH,)]


@pytest.mark.parametrize(
    ("ages", "starts"),
    [
        pytest.param([], [None], id="no service tells ages"),
        pytest.param([(18, None)], [None, 18], id="from an age"),
        pytest.param([(None, 3), (0, 17)], [None, 4, 18], id="up to an age"),
        pytest.param([(10, 17), (18, 23)], [None, 10, 18, 24], id="one after the other"),
    ],
)
def test_spans_of_age(ages: list[tuple[int | None, int | None]], starts: list[int | None]) -> None:
    services = [
        Service.model_construct(eligibility=Eligibility(ages=Ages(from_year=a, to_year=z)))
        for a, z in ages
    ]
    found = bands_of(services)
    assert [each.from_year for each in found] == starts
    assert [each.to_year for each in found] == [*(n - 1 for n in starts[1:] if n), None]


def test_each_service_of_the_ministry_meets_a_need_and_each_need_is_met() -> None:
    library = ministry.library()
    met = {key: each.needs for key, each in library.keyed(Service)}
    assert [key for key, needs in met.items() if not needs] == []
    listed = {each.id for each in library.project.needs}
    first = library.project.first_service
    assert first is not None
    assert set(met[first.record]) == listed
