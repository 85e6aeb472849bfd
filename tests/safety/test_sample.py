"""What was made up never looks official: on its page, in what is copied, in print, in a build."""

import re
from functools import cache
from pathlib import Path

import pytest

from gollanma.graph import Graph
from gollanma.model import Library
from gollanma.model.kinds import Act, Comment, Edition
from gollanma.render import content as html_of
from gollanma.site.content import settings_of
from gollanma.site.frame import Framing
from gollanma.site.settings import Content
from gollanma.views import pages
from gollanma.views.page import Page
from tests.safety.making import KINDS, LANGUAGES, place, written
from tests.safety.test_cut import HEAD, Secret
from tests.support.folders import command, small_folder
from tests.support.projects import changed, packs
from tests.views.rich import FILES, rich

SERVICE = FILES["gollanma.yml"] + "profile: service\n"


UNCITED = {"parallel.html", "moment.html", "talk.html", "keep.html"}
"""Page types that offer no citation."""


@cache
def library(*, sample_act: bool = False) -> Library:
    files = {"gollanma.yml": SERVICE}
    for kind in KINDS:
        if kind is not Comment:
            is_sample = kind is not (Edition if sample_act else Act)
            tree = Secret().part(kind) | ({} if kind in {Act, Edition} else HEAD)
            if kind is Edition and sample_act:
                tree["body"] = [{"id": "a1", "unit": "article", "number": "1", "text": {"en": "x"}}]
            files[place(kind, "made")] = written(
                tree | {"sample": is_sample, "code": f"M-{kind.kind}"}
            )
    return rich(files).library


@cache
def content(*, sample_act: bool = False) -> Content:
    """Give a site for real work: a demo says on every page what it is anyway."""
    whole = library(sample_act=sample_act)
    languages = packs(whole.project.languages.all)
    return Content(
        languages=languages,
        settings=settings_of(whole.project, whole, languages),
        pages=tuple(pages(Graph(whole, languages))),
        html=lambda page: html_of(page, languages),
    )


def made(*, sample_act: bool = False) -> list[Page]:
    own = [each for each in content(sample_act=sample_act).pages if "/made" in each.address]
    seen = {(each.address.partition("/")[0], each.lang) for each in own}
    shown = {each.kind for each in KINDS if each not in {Comment, Edition}}
    assert seen == {(kind, lang) for kind in shown for lang in LANGUAGES}
    beside = {each.address.partition("/made")[2] for each in own}
    # Of a procedure what goes with it; of an edition its article, its languages, the day of it; of
    # a form its blank.
    assert beside >= {".html", "--talk.html", "--keep.html", "/a1.html", "/languages--a1.html"}
    assert beside >= {
        f"--{each}.html" for each in ("trainer", "participant", "certificate", "quiz")
    }
    assert "--blank.html" in beside
    return own


@pytest.mark.parametrize("sample_act", [False, True], ids=["a sample edition", "a sample act"])
def test_every_page_of_a_sample_says_so_above_beside_and_in_print(*, sample_act: bool) -> None:
    framing = Framing(content(sample_act=sample_act))
    for page in made(sample_act=sample_act):
        say = packs(LANGUAGES)[page.lang].say
        html = content(sample_act=sample_act).html(page)
        head, frame = html.partition("</header>")[0], framing.frame(page, html)
        said = say("status.sample") in head or say("act.sample") in head
        assert said, (page.lang, page.address)
        assert say("frame.sample") in frame.strip, page.address
        assert frame.mark == ' class="sample"'
        assert frame.sample_word


@pytest.mark.parametrize("sample_act", [False, True], ids=["a sample edition", "a sample act"])
def test_every_citation_of_a_sample_says_so(*, sample_act: bool) -> None:
    """An act whose text is a sample has its real name: its articles are cited as samples."""
    for page in made(sample_act=sample_act):
        if page.template in UNCITED:
            continue
        if page.address == "act/made.html" and not sample_act:
            continue
        say = packs(LANGUAGES)[page.lang].say
        ends = {say(key, cited="|").partition("|")[2] for key in ("cite.sample", "act.cite.sample")}
        html = content(sample_act=sample_act).html(page)
        fold = re.escape(f"<summary>{say('share.fold')}</summary><p>")
        cited = re.split(rf'class="cite">|{fold}(?:<a href="#[^"]*">)?', html)[1:]
        assert cited, page.address
        for each in cited:
            words = each.partition("</")[0]
            assert any(words.endswith(end) for end in ends), (page.lang, page.address, words)


def test_a_page_that_is_no_sample_does_not_say_so() -> None:
    page = next(each for each in content().pages if each.address == "sop/sp-02.html")
    frame = Framing(content()).frame(page, content().html(page))
    assert (frame.strip, frame.mark, frame.sample_word) == ("", "", "")


def test_a_demo_says_so_on_every_page() -> None:
    whole = rich().library
    languages = packs(whole.project.languages.all)
    demo = Content(
        languages,
        settings_of(whole.project, whole, languages),
        tuple(pages(Graph(whole, languages))),
        str,
    )
    framing = Framing(demo)
    assert all(framing.frame(page, "").strip for page in demo.pages)
    assert {page.sample for page in demo.pages} == {True, False}


@pytest.mark.parametrize("words", [("check",), ("build",)], ids=["check", "build"])
@pytest.mark.parametrize("kind", ["sops/visit", "organisations/office"])
def test_no_site_for_real_work_holds_sample_procedures_or_contacts(
    tmp_path: Path, words: tuple[str, ...], kind: str
) -> None:
    root = small_folder(
        tmp_path, changed("gollanma.yml", 'schema: "1"', 'schema: "1"\nprofile: service')
    )
    result = command(root, *words)
    assert result.exit_code == 1
    assert f"normative/{kind}.yml" in result.output
    assert "PUB008" in result.output


@pytest.mark.parametrize(
    ("own", "asked", "refused"),
    [
        pytest.param("demo", "service", True, id="a demo asked to be for work"),
        pytest.param("service", "demo", False, id="a site for work asked to be a demo"),
    ],
)
def test_the_profile_that_is_asked_for_decides(
    tmp_path: Path, own: str, asked: str, *, refused: bool
) -> None:
    """The small folder has no mkdocs.yml: without findings, that is where a build stops."""
    root = small_folder(
        tmp_path, changed("gollanma.yml", 'schema: "1"', f'schema: "1"\nprofile: {own}')
    )
    result = command(root, "build", "--profile", asked)
    assert ("PUB008" in result.output) == refused, result.output


def test_a_number_for_danger_that_is_made_up_says_so() -> None:
    calls = FILES["gollanma.yml"].replace(
        'phone: "+993 (12) 00-00"', 'phone: "03"\n      sample: true'
    )
    whole = rich({"gollanma.yml": calls}).library
    languages = packs(whole.project.languages.all)
    for page in pages(Graph(whole, languages)):
        if page.address == "index.html":
            number = html_of(page, languages).partition('href="tel:03"')[2].partition("</dd>")[0]
            assert languages[page.lang].say("status.sample") in number
