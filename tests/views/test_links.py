"""Links between pages: always relative, always naming a file."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.views.links import in_language, relative, way_to_root


@pytest.mark.parametrize(
    ("page", "target", "fragment", "link"),
    [
        pytest.param("index.html", "sop/intake.html", "", "sop/intake.html", id="from the root"),
        pytest.param("sop/intake.html", "index.html", "", "../index.html", id="back to the root"),
        pytest.param("sop/intake.html", "sop/referral.html", "", "referral.html", id="sibling"),
        pytest.param("sop/intake.html", "term/a.html", "", "../term/a.html", id="another kind"),
        pytest.param(
            "act/social-services/a8.html",
            "act/social-services.html",
            "",
            "../social-services.html",
            id="an article to its act",
        ),
        pytest.param(
            "act/social-services.html",
            "act/social-services/a8.html",
            "a8.2",
            "social-services/a8.html#a8.2",
            id="an act to a part of its article",
        ),
        pytest.param("sop/intake.html", "sop/intake.html", "consent", "#consent", id="same page"),
        pytest.param("sop/intake.html", "sop/intake.html", "", "intake.html", id="the page itself"),
        pytest.param(
            "ru/sop/intake.html",
            "sop/intake.html",
            "consent",
            "../../sop/intake.html#consent",
            id="another language into the default one, the anchor kept",
        ),
        pytest.param(
            "sop/intake.html",
            "ru/sop/intake.html",
            "",
            "../ru/sop/intake.html",
            id="the default language into another one",
        ),
        pytest.param("ru/index.html", "en/index.html", "", "../en/index.html", id="home to home"),
    ],
)
def test_link_between_pages(page: str, target: str, fragment: str, link: str) -> None:
    assert relative(page, target, fragment) == link


@pytest.mark.parametrize(
    ("lang", "address"),
    [
        pytest.param("tk", "sop/intake.html", id="the default language stands at the root"),
        pytest.param("ru", "ru/sop/intake.html", id="another language has its folder"),
    ],
)
def test_address_in_a_language(lang: str, address: str) -> None:
    assert in_language("sop/intake.html", lang, "tk") == address


PART = st.sampled_from(["ru", "act", "a1"]) | st.from_regex(r"[a-z0-9]{1,6}", fullmatch=True)
ADDRESS = st.lists(PART, min_size=1, max_size=5).map(lambda parts: "/".join(parts) + ".html")


@given(ADDRESS, ADDRESS)
def test_every_link_leads_where_it_says(page: str, target: str) -> None:
    link = relative(page, target)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) == target
    assert link == posixpath.relpath(target, posixpath.dirname(page) or ".")


@given(ADDRESS, ADDRESS)
def test_way_to_root_before_an_address_leads_there(page: str, target: str) -> None:
    link = way_to_root(page) + target
    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) == target
