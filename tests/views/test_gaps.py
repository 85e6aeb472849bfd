"""The page on where the law is not carried out yet."""

from typing import Any

import pytest

from gollanma.checks.examples import base
from gollanma.views import pages
from tests.support.projects import changed, small, whole
from tests.views.drafted import by_address

EDITION = "normative/acts/help/editions/2020-02-01.yml"


def view(files: dict[str, str] | None = None, lang: str = "en") -> Any:
    found = pages(small(files).graph)
    return next(p.view for p in found if p.lang == lang and p.address == "gaps/index.html")


def places(sections: Any) -> list[tuple[str, list[str]]]:
    return [(each.title, [str(row.place.words) for row in each.rows]) for each in sections]


def test_a_duty_that_a_service_carries_out_is_no_gap() -> None:
    assert view().duties == ()


def test_a_duty_behind_which_nothing_stands_is_listed_with_its_words() -> None:
    old = "modality: may"
    found = view(changed(EDITION, old, "modality: must"))
    assert places(found.duties) == []
    free = changed("normative/services/care.yml", "act/help#a1", "act/help#a1.1")
    found = view({**changed(EDITION, old, "modality: must"), **free})
    assert places(found.duties) == [('Law "On Help"', ["part 2 of Article 1"])]
    assert str(found.duties[0].rows[0].text) == "Everyone may apply."


def test_a_promised_by_law_of_the_newest_draft_is_due() -> None:
    page = by_address()["en", "gaps/index.html"]
    found: Any = page.view
    assert page.sample
    assert places(found.by_laws) == [('Law "On Help"', ["part 2 of Article 1"])]
    row = found.by_laws[0].rows[0]
    assert (row.edition, str(row.by_law.text)) == ("draft of 1 June 2026", "Rules on time")
    assert found.lead.startswith("By-laws to be made: 1.")


def test_without_acts_there_is_no_page() -> None:
    kept = {path: text for path, text in base().items() if not path.startswith("normative/")}
    assert "gaps/index.html" not in {page.address for page in pages(whole(kept).graph)}


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_the_page_is_in_every_language(lang: str) -> None:
    assert view(lang=lang).heading
