"""Pages of released versions: as the record was, and what has changed since."""

import re

import pytest

from gollanma.views import Page
from gollanma.views.changes import Changed
from gollanma.views.frame import desk_of
from gollanma.views.services import ServiceView
from gollanma.views.trust import trust_of
from gollanma.views.versions import VersionView, version_pages
from gollanma.views.voice import Voice
from tests.views.full import RELEASED, full, page

OLD = "normative/state/released/{}.yml"
FORM_TEXT = 'title: {{en: {title}, ru: R, tk: T}}\nstatus: approved\nversion: "{version}"\n'


def made(files: dict[str, str]) -> list[Page]:
    found = full(files).graph
    return list(version_pages(Voice(found, found.languages["en"])))


def view(files: dict[str, str] | None = None) -> VersionView:
    found = next(each for each in made(files or {}) if each.address == "sop/visit/0.9.html")
    assert isinstance(found.view, VersionView)
    return found.view


def changes(files: dict[str, str] | None = None) -> dict[str, Changed]:
    return {each.place.href or "": each for each in view(files).changes}


def test_an_old_version_says_which_one_is_in_use() -> None:
    found = page("sop/visit/0.9.html")
    assert view().lead == "This is version 0.9. Version 1.0 is in use now:"
    assert view().current.href == "../visit.html"
    assert found.title == "Visiting a family, version 0.9"
    assert [(each.title, each.address) for each in found.crumbs[-2:]] == [
        ("SP-01", "sop/visit.html"),
        ("0.9", None),
    ]
    assert found.toc[-1].title == "What has changed since"


def test_a_page_leads_to_its_older_versions_the_newest_first() -> None:
    text = RELEASED.replace('version: "0.9"', 'version: "{}"')
    more = {OLD.format(f"sop/visit/{each}"): text.replace("{}", each) for each in ("0.10", "0.8")}
    found = full(more).graph
    for key, expected in (
        ("sop/visit", ["visit/0.10.html", "visit/0.9.html", "visit/0.8.html"]),
        ("sop/visit@0.9", ["0.8.html"]),
    ):
        record = found.library.records.get(key) or found.library.state.released[key]
        rows = trust_of(desk_of(Voice(found, found.languages["en"]), key), record).rows
        ways = next(str(each.value) for each in rows if each.name == "Earlier versions")
        assert re.findall(r'href="([^"]+)"', ways) == expected


@pytest.mark.parametrize(
    ("place", "tag", "pairs"),
    [
        pytest.param("#gone", "taken out since", [], id="a step that is gone leads to this page"),
        pytest.param("../visit.html#ask", "added since", [], id="a new step leads to the current page"),
        pytest.param("#arrange", "changed since", [('<a href="../../role/lead.html">Lead</a>', '<a href="../../role/worker.html">Worker</a>'), ("Ring the family.", "Agree with the family."), ("within 2 working days (from: the request)", "within 1 working day (from: the request)")], id="a step that says something else"),
    ],
)  # fmt: skip
def test_changes_are_told_place_by_place(
    place: str, tag: str, pairs: list[tuple[str, str]]
) -> None:
    found = changes()[place]
    assert found.tag.words == tag
    assert [(str(each.old), str(each.new)) for each in found.pairs] == pairs


def test_what_has_no_words_is_told_without_them() -> None:
    old = RELEASED.replace("    actor: role/lead\n", "    actor: role/lead\n    modality: should\n")
    found = changes({OLD.format("sop/visit/0.9"): old})["#arrange"]
    assert found.more == "Other details have changed too."


def test_bookkeeping_is_no_change() -> None:
    files = {
        "normative/forms/letter.yml": FORM_TEXT.format(title="A", version="1.0"),
        OLD.format("form/letter/0.5"): FORM_TEXT.format(title="A", version="0.5"),
    }
    found = next(each for each in made(files) if each.address == "form/letter/0.5.html")
    assert isinstance(found.view, VersionView)
    assert found.view.changes == ()


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({OLD.format("form/letter/1.0"): FORM_TEXT.format(title="A", version="1.0")}, id="the version in use"),
        pytest.param({OLD.format("form/none/0.1"): FORM_TEXT.format(title="A", version="0.1")}, id="a record that is gone"),
        pytest.param({OLD.format("act/help/0.1"): FORM_TEXT.format(title="A", version="0.1")}, id="an act, which keeps editions"),
    ],
)  # fmt: skip
def test_no_page_for(files: dict[str, str]) -> None:
    assert [each.address for each in made(files)] == ["sop/visit/0.9.html"]


def test_an_old_version_of_a_service_counts_the_procedures_of_today() -> None:
    care = full().library.documents["service/care"].text.replace('version: "1.0"', 'version: "0.9"')
    found = next(p for p in made({OLD.format("service/care/0.9"): care}) if "care/0.9" in p.address)
    assert isinstance(found.view, VersionView)
    assert isinstance(found.view.view, ServiceView)
    counted = found.view.view.package.rows[1].value
    assert 'href="../care--links.html#_inverse"' in counted
