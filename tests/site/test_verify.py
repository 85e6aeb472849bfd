"""The output is judged: addresses, links, weights, and what browsers refuse."""

from dataclasses import replace
from pathlib import Path

import pytest

from gollanma.site.assets import Asset, Assets
from gollanma.site.settings import Budgets
from gollanma.site.verify import (
    Written,
    fault_of,
    is_portable,
    judge_addresses,
    judge_links,
    judge_output,
    judge_places,
)
from tests.site import fakes

PAGES = {
    "sop/intake.html": Written.of('<h2 id="consent">'),
    "ru/sop/intake.html": Written.of(""),
}
FILES = (*PAGES, "assets/gollanma.css")
ASSETS = Assets(*(Asset(name, b"x") for name in ("a.css", "a.js", "a.svg", "s.js", "d.js")))


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        pytest.param("intake.html", None, id="to the page itself"),
        pytest.param("intake.html#consent", None, id="to a place in it"),
        pytest.param("#consent", None, id="to a place on the same page"),
        pytest.param("../ru/sop/intake.html", None, id="to another language"),
        pytest.param("../assets/gollanma.css?v=1", None, id="to a file with its version"),
        pytest.param("referral.html", "no-page", id="to a page that is not there"),
        pytest.param("../sop/", "no-page", id="to a folder, which no browser opens from a disk"),
        pytest.param("#deadline", "no-anchor", id="to a place that is not there"),
        pytest.param("../ru/sop/intake.html#consent", "no-anchor", id="to a place elsewhere"),
        pytest.param("/sop/intake.html", "not-relative", id="from the root"),
        pytest.param("//example.org/a.css", "not-relative", id="to another host"),
        pytest.param("http://example.org/", "not-relative", id="without a safe line"),
        pytest.param("javascript:alert(1)", "not-relative", id="to a script"),
        pytest.param("file:///etc/passwd", "not-relative", id="to a file of the reader"),
    ],
)
def test_fault_of_a_link(link: str, fault: str | None) -> None:
    assert fault_of("sop/intake.html", link, PAGES, FILES) == fault


@pytest.mark.parametrize(
    ("place", "html", "found"),
    [
        pytest.param("a.html", '<a href="https://example.org/">', [], id="the web is not judged"),
        pytest.param("a.html", '<a href="/index.html">', ["not-relative"], id="root link"),
        pytest.param("404.html", '<a href="/index.html">', [], id="root link for lost readers"),
        pytest.param("ru/404.html", '<a href="/index.html">', [], id="in each language"),
        pytest.param("a.html", '<p>type href="b.html"</p>', [], id="text that shows a link"),
    ],
)
def test_links_of_a_page(place: str, html: str, found: list[str]) -> None:
    faults = judge_links(place, Written.of(html), PAGES, FILES)
    assert [each.key for each in faults] == found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        pytest.param("<p>plain</p>", (), id="nothing"),
        pytest.param('<script src="a.js" defer></script>', (), id="a script beside the page"),
        pytest.param("<script>alert(1)</script>", ("<script",), id="a script inside"),
        pytest.param('<script type="application/ld+json">{}</script>', (), id="facts for machines"),
        pytest.param("<style>p{}</style>", ("<style",), id="a style inside"),
        pytest.param('<p style="color:red">', ("style",), id="a style on an element"),
        pytest.param('<p onclick="x">', ("onclick",), id="a script on an element"),
        pytest.param("<p>onclick=&quot;x&quot;</p>", (), id="words about scripts"),
    ],
)
def test_what_browsers_refuse(html: str, found: tuple[str, ...]) -> None:
    assert Written.of(html).inline == found


@pytest.mark.parametrize(
    ("place", "portable"),
    [
        pytest.param("sop/intake.html", True, id="an ordinary address"),
        pytest.param("act/social-services/2026-03-01/a8.html", True, id="an edition's article"),
        pytest.param("act/x/a12-1.html", True, id="a raised number"),
        pytest.param("sop/intake/1.2.html", True, id="a version"),
        pytest.param("sop/Intake.html", False, id="a capital"),
        pytest.param("sop/ýollanma.html", False, id="a letter beyond ASCII"),
        pytest.param("sop/con.html", False, id="a device of Windows"),
        pytest.param("lpt1/a.html", False, id="a folder named as a device"),
        pytest.param("sop/a b.html", False, id="a space"),
        pytest.param("../a.html", False, id="out of the site"),
        pytest.param("/a.html", False, id="from the root"),
        pytest.param("sop/.a.html", False, id="hidden"),
        pytest.param(f"training/{'a' * 40}--certificate.html", True, id="the longest id and more"),
        pytest.param(f"{'a' * 50}/{'a' * 59}.html", True, id="the longest parts"),
        pytest.param(f"sop/{'a' * 60}.html", False, id="a long part"),
        pytest.param(f"{'a' * 65}/a.html", False, id="a long folder"),
        pytest.param("/".join(["a" * 30] * 5) + ".html", False, id="long as a whole"),
    ],
)
def test_addresses_that_every_disk_takes(place: str, portable: bool) -> None:  # noqa: FBT001
    assert is_portable(place) is portable


def test_two_pages_at_one_address_are_both_named() -> None:
    pages = [fakes.page("tk", "sop.html"), fakes.page("tk", "act.html", address="sop/intake.html")]
    found = list(judge_addresses(fakes.content(pages), ()))
    assert [(each.key, each.values["address"]) for each in found] == [
        ("same-address", "sop/intake.html")
    ]


def test_a_hand_written_page_may_not_take_the_address_of_a_record() -> None:
    guide = fakes.page("ru", "guide.html", address="sop/intake.html")
    found = judge_addresses(fakes.content([fakes.page("ru", "sop.html")]), [guide])
    assert [each.key for each in found] == ["same-address"]


@pytest.mark.parametrize(
    ("own", "other", "found"),
    [
        pytest.param('<h2 id="ask">Ask</h2>', '<h2 id="ask">Soraň</h2>', [], id="the same places"),
        pytest.param('<h2 id="_1">Ask</h2>', "<p>Soraň</p>", [], id="a place of the template"),
        pytest.param(
            '<h2 id="ask">Ask</h2>', "<p>Soraň</p>", ["no-anchor-here"], id="a place lost"
        ),
        pytest.param(
            '<i id="_1"></i><b id="_1">Ask</b>', "<p>Soraň</p>", ["same-anchor"], id="twice"
        ),
        pytest.param("<p> <b></b>\n</p>", "<p>Soraň</p>", ["no-words"], id="no words"),
    ],
)
def test_places_of_a_page(own: str, other: str, found: list[str]) -> None:
    pages = [fakes.page("ru", "sop.html"), fakes.page("tk", "sop.html")]
    written = {
        "ru/sop/intake.html": Written.of(f'<main id="main">{own}</main>'),
        "sop/intake.html": Written.of(f'<main id="main">{other}</main>'),
    }
    assert [each.key for each in judge_places(fakes.content(pages), written)] == found


DRAWN = '<svg class="picture wide">{}</svg>'
WITHIN = Budgets(around_words=1000, picture=300, long_page=2000, compressed=500, first_visit=4000)
UNEVEN = "".join(chr(ord("a") + n * n % 26) + str(n * 7919 % 1000) for n in range(600))


@pytest.mark.parametrize(
    ("template", "text", "budgets", "found"),
    [
        pytest.param("sop.html", "<p>" * 333, WITHIN, [], id="within all budgets"),
        pytest.param("sop.html", "<p>" * 334, WITHIN, ["around-words"], id="too much around words"),
        pytest.param("sop.html", "ж" * 9000, WITHIN, [], id="an author's many words"),
        pytest.param("sop.html", "<p>" * 333 + DRAWN.format("<p>" * 80) * 2, WITHIN, [], id="pictures have budgets of their own"),
        pytest.param("sop.html", DRAWN.format("ж" * 150), WITHIN, ["picture"], id="a heavy picture"),
        pytest.param("act.html", "x" * 2001, WITHIN, ["over-budget"], id="a long page"),
        pytest.param("sop.html", UNEVEN, WITHIN, ["compressed"], id="a page that travels heavily"),
        pytest.param(
            "sop.html", "<p>", replace(WITHIN, first_visit=40), ["first-visit"], id="a first visit"
        ),
    ],
)  # fmt: skip
def test_weights(
    template: str, text: str, budgets: Budgets, found: list[str], tmp_path: Path
) -> None:
    page = fakes.page("tk", template, address="sop/intake.html")
    (tmp_path / "sop").mkdir()
    (tmp_path / "sop/intake.html").write_text(text, encoding="utf-8")
    content = fakes.content([page], budgets=budgets)
    assert [each.key for each in judge_output(tmp_path, content, ASSETS, ())] == found


KEYS = (
    *(
        "no-page",
        "no-anchor",
        "not-relative",
        "over-budget",
        "around-words",
        "compressed",
        "picture",
    ),
    *("first-visit", "bad-address", "same-address", "inline"),
)
VALUES = dict.fromkeys(("link", "address", "found", "bytes", "budget", "reference"), "x")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("lang", fakes.CODES)
def test_every_finding_has_its_sentence(lang: str, key: str) -> None:
    assert fakes.LANGUAGES[lang].message("PUB005", key, VALUES)
    assert fakes.LANGUAGES[lang].hint("PUB005", key, VALUES)


@pytest.mark.parametrize("key", ["no-words", "same-anchor", "no-anchor-here"])
@pytest.mark.parametrize("lang", fakes.CODES)
def test_every_finding_about_places_has_its_sentence(lang: str, key: str) -> None:
    assert fakes.LANGUAGES[lang].message("PUB006", key, {"anchor": "x"})
    assert fakes.LANGUAGES[lang].hint("PUB006", key, {"anchor": "x"})
