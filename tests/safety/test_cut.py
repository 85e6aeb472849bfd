"""What is cut exists nowhere: a marker in every field of every kind reaches no byte of a site.

Each kind has a record that may not be published. Public records of each kind point to all of them
from every field and in prose, and hold parts that may not be published either. Those that were
released or retired are tried the same way.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any, TypeVar

import pytest

from gollanma.checks.examples import base
from gollanma.exchange.forms import form_files
from gollanma.graph import Graph
from gollanma.model import Library, Part, Record, Sensitivity, cut
from gollanma.model.kinds import Act, Comment, Edition, Form, Organisation
from gollanma.model.scalars import (
    Amount,
    Day,
    Flag,
    Fragment,
    LanguageCode,
    Slug,
    Version,
    Whole,
    Words,
)
from gollanma.render import content as html_of
from gollanma.site import build
from gollanma.site.content import Finder, settings_of
from gollanma.site.content import content_of as published
from gollanma.site.settings import Content
from gollanma.site.sitemap import sitemap
from gollanma.views import pages
from gollanma.views.page import Page
from tests.safety.making import KINDS, LANGUAGES, Maker, place, written
from tests.site import fakes
from tests.support.folders import small_folder
from tests.support.projects import DAY, packs, small

T = TypeVar("T")
MARKER = "zzmark"
"""Is a slug, a word and a number's neighbour; nothing else on earth is called so."""
COUNT = 7919
DAYS = "1931-07-13"
FOUND = re.compile(rf"{MARKER}|\b7\W?919\b|\b1931\b", re.IGNORECASE)
LEVELS = ("staff", "restricted")
LAW = {"act_kind": "law", "unit": "article"}
"""What makes an edition have articles with pages of their own."""


@dataclass
class Full(Maker):
    """Fills every field."""

    def has(self, part: type[Part], name: str) -> bool:  # noqa: ARG002
        return True

    def choice(self, options: Sequence[T]) -> T:
        return options[0]


@dataclass
class Secret(Full):
    """Puts a marker into every field, and points to what is public."""

    target: str = "shown"

    def scalar(self, name: str, kind: object) -> object:
        values: dict[object, object] = {
            Amount: COUNT,
            Whole: COUNT,
            Day: DAYS,
            Flag: name != "quick_exit",
            Fragment: "a1",
            LanguageCode: LANGUAGES[0],
            # Ids that public records use too: events, outputs and steps are found by their id.
            Slug: LAW.get(name) or ("shared" if name in {"id", "from_"} else MARKER),
            Version: "1.0",
            Words: "Openly" if name in {"label", "plural"} else f"{MARKER} {name}",
        }
        return values[kind]

    def text(self, name: str) -> Mapping[str, str]:
        return {code: f"{MARKER} {name} {code}" for code in LANGUAGES}

    def ref(self, name: str, kinds: tuple[str, ...]) -> str:  # noqa: ARG002
        return f"{kinds[0] if kinds else 'sop'}/{self.target}"


@dataclass
class Pointing(Full):
    """Says nothing secret; points to secrets from every field, and hides its hidden parts."""

    level: str
    said: Iterator[str] = field(default_factory=lambda: cycle(MENTIONS))
    met: Counter[str] = field(default_factory=Counter)
    """How often an id of each kind of place was given: no place stands twice on a page."""

    def scalar(self, name: str, kind: object) -> object:
        values: dict[object, object] = {
            Amount: 5,
            Whole: 1,
            Day: "2026-01-02",
            Flag: False,
            Fragment: "a1",
            LanguageCode: LANGUAGES[0],
            Slug: LAW.get(name, "shared"),
            Version: "1.0",
            Words: "1",
        }
        return values[kind]

    def text(self, name: str) -> Mapping[str, str]:
        most = [] if name in PLAIN else self.said
        words = " ".join(("Openly", *islice(most, 5)))
        return dict.fromkeys(LANGUAGES, words)

    def ref(self, name: str, kinds: tuple[str, ...]) -> str:  # noqa: ARG002
        kind = kinds[-1] if kinds else "sop"
        return f"act/{MARKER}@2020-01-01#a1" if kind == "act" else f"{kind}/{MARKER}"

    def items(self, hint: Any, make: Callable[[], object]) -> list[object]:
        made = super().items(hint, make)
        if isinstance(hint, type) and "sensitivity" in getattr(hint, "model_fields", {}):
            made.append(hidden(hint, self.level))
        return made

    def part(self, kind: type[Part], depth: int = 0) -> dict[str, object]:
        again = self.met[kind.anchor or ""]
        self.met[kind.anchor or ""] += 1
        made = super().part(kind, depth)
        if again and "id" in made:
            made["id"] = f"{made['id']}-{again}"
        if depth and "sensitivity" in kind.model_fields:
            made["sensitivity"] = "public"
        return made


def hidden(kind: type[Part], level: str) -> dict[str, object]:
    """Give a part that may not be published; its id is a secret as well."""
    made = Secret().part(kind, 1) | {"sensitivity": level}
    return made | ({"id": MARKER} if "id" in kind.model_fields else {})


MENTIONS: tuple[str, ...] = (
    *(
        written
        for kind in KINDS
        if kind not in {Edition, Comment}
        for written in (
            f"[[{kind.kind}/{MARKER}]]",
            f"[[{kind.kind}/{MARKER}~gen]]",
            f"[[{kind.kind}/{MARKER}#shared]]",
            f"[[{kind.kind}/{MARKER}@1.0#{MARKER}]]",
            f"[[{kind.kind}/{MARKER}|these words]]",
            f"[[{kind.kind}/shown@0.8]]",
            f"[[{kind.kind}/shown@0.8#shared]]",
        )
    ),
    f"[[form/shown#field.{MARKER}]]",
    f"[[form/shown@0.9#field.{MARKER}]]",
    f"[[act/shown@draft-{MARKER}]]",
    f"[[act/shown@draft-{MARKER}#a1]]",
    "[[sop/former]]",
    "[[sop/shown#former]]",
    f"[[comment/{MARKER}]]",
)
WITHIN = (f"[[#field.{MARKER}]]", f"[[#field.{MARKER}~gen]]", f"[there](#field.{MARKER})")
"""What a form says of its own hidden field."""
PLAIN = frozenset({"title", "name", "heading", "short_title", "label", "choices"})
"""Fields of which some are printed as they are, without markup."""
HEAD = {"status": "draft", "version": "1.0"}


def head(kind: type[Record], code: str, **values: object) -> dict[str, object]:
    """Give what the head of every record needs; an act has no version of its own."""
    return {"code": code, **({} if kind in {Act, Edition} else HEAD), **values}


def secrets(level: str) -> Iterator[tuple[str, str]]:
    """Give a record of each kind that may not be published, and what was left of it elsewhere."""
    for kind in KINDS:
        tree = Secret().part(kind) | head(kind, f"{MARKER}-{kind.kind}", sensitivity=level)
        yield place(kind, MARKER), written(tree)
    draft = Secret().part(Edition) | {"sensitivity": level}
    yield place(Edition, "shown", f"draft-{MARKER}"), written(draft)
    remark = Secret().part(Comment) | {"on": "act/shown#a1", "sensitivity": level}
    yield place(Comment, "shown").replace("shown.yml", f"{MARKER}.yml"), written(remark)


def shown(level: str) -> Iterator[tuple[str, str]]:
    """Give a public record of each kind that points to all secrets."""
    for kind in KINDS:
        maker = Pointing(level, cycle(MENTIONS + WITHIN) if kind is Form else cycle(MENTIONS))
        yield place(kind, "shown"), written(maker.part(kind) | head(kind, f"S-{kind.kind}"))


def released(level: str) -> Iterator[tuple[str, str]]:
    """Give versions that were released: of what is secret now, was secret then, or in parts."""
    for kind in KINDS:
        if kind in {Act, Edition, Comment}:
            continue
        folder = f"normative/state/released/{kind.kind}"
        was = Secret().part(kind) | head(kind, "S-0") | {"version": "0.8", "sensitivity": level}
        yield f"{folder}/shown/0.8.yml", written(was)
        partly = Pointing(level).part(kind) | head(kind, f"S-{kind.kind}") | {"version": "0.9"}
        yield f"{folder}/shown/0.9.yml", written(partly)
        public = Secret().part(kind) | head(kind, MARKER) | {"version": "0.9"}
        yield f"{folder}/{MARKER}/0.9.yml", written(public)


RETIRED = f"""\
retired:
  sop/former: {{new: sop/{MARKER}, reason: {{en: {MARKER} took its place}}}}
  sop/{MARKER}: {{new: sop/shown, reason: {{en: {MARKER} was joined}}}}
  service/{MARKER}-old: {{new: "service/{MARKER}#shared", reason: {{en: {MARKER}}}}}
  sop/shown#former: {{new: "sop/{MARKER}#shared", reason: {{en: {MARKER}}}}}
  form/shown#field.{MARKER}: {{reason: {{en: {MARKER}}}}}
  form/shown#field.old: {{new: "form/shown#field.{MARKER}"}}
"""


def project() -> str:
    """Give a project file whose home page and emergency block point to secrets."""
    return (
        base()["gollanma.yml"].replace("  purpose:", "  address: https://example.org/\n  purpose:")
        + f"""\
emergency:
  intro: {{tk: Howp, ru: Опасность, en: Danger}}
  calls: []
  links:
    - {{text: {{en: Words alone}}, to: sop/{MARKER}}}
home:
  tasks:
    - {{text: {{en: Words alone}}, to: "form/{MARKER}#field.shared"}}
"""
    )


@cache
def library(level: str) -> Library:
    files = {
        "gollanma.yml": project(),
        "normative/state/retired.yml": RETIRED,
        **dict(secrets(level)),
        **dict(shown(level)),
        **dict(released(level)),
    }
    made = small(files)
    assert not made.library.broken, [str(each) for each in made.found]
    assert len(made.library.state.released) == 3 * (len(KINDS) - 3)
    return made.library


def content_of(whole: Library, receiver: Sensitivity = Sensitivity.PUBLIC) -> Content:
    """Give all that is published of a library, whatever the checks think of it."""
    return content_from(cut(whole, receiver))


def content_from(public: Library) -> Content:
    """Give all that is made of a library that was cut."""
    languages = packs(public.project.languages.all)
    graph = Graph(public, languages)
    return Content(
        languages=languages,
        settings=settings_of(public.project, public, languages),
        pages=tuple(pages(graph)),
        html=lambda page: html_of(page, languages),
        find=Finder(graph).find,
        papers=partial(form_files, graph),
    )


WRITTEN = ("word/document.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml")
"""The parts of a Word file in which its words stand."""


def papers(content: Content) -> Iterator[tuple[str, str]]:
    """Yield the words of the files that lie beside pages, by their addresses."""
    for address, data in content.papers():
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            yield address, " ".join(file.read(each).decode() for each in WRITTEN)


def betrayals(content: Content) -> list[str]:
    """Give where the marker is found in what is published, with the words around it."""
    heard = [
        *(_around(f"{page.lang}/{page.address}", _all_of(page)) for page in content.pages),
        *(_around(f"{page.lang}/{page.address}", content.html(page)) for page in content.pages),
        *(_around(address, words) for address, words in papers(content)),
        _around("settings", repr(content.settings)),
        _around("sitemap", sitemap(content, content.pages)),
    ]
    return [each for each in heard if each]


def _all_of(page: Page) -> str:
    return repr(replace(page, view=None))


def _around(where: str, text: str) -> str:
    found = FOUND.search(text)
    return f"{where}: {text[max(0, found.start() - 150) : found.end() + 50]}" if found else ""


@pytest.mark.parametrize("level", LEVELS)
def test_no_marker_reaches_the_public(level: str) -> None:
    assert betrayals(content_of(library(level))) == []


def test_the_markers_are_everywhere_for_whoever_may_see_them() -> None:
    """The test above would be worth nothing if the markers were on no page anyway."""
    content = content_of(library("staff"), Sensitivity.STAFF)
    places = {page.address for page in content.pages if FOUND.search(content.html(page))}
    for kind in KINDS:
        if kind not in {Edition, Comment}:
            assert f"{kind.kind}/{MARKER}.html" in places, kind.kind
    assert {"organisation/shown.html", "form/shown.html", f"act/{MARKER}/a1.html"} <= places


# --- what cannot be seen changes nothing


def told(content: Content) -> list[tuple[str, str]]:
    """Give all that is published, as text."""
    return [
        ("settings", repr(content.settings)),
        *((_all_of(each), content.html(each)) for each in content.pages),
    ]


@pytest.mark.parametrize("level", LEVELS)
def test_a_site_is_the_same_with_and_without_what_it_may_not_show(level: str) -> None:
    more = {path: text.replace(DAYS, "2026-11-21") for path, text in secrets(level)}
    without, within = small().library, small(more).library
    assert len(within.records) > len(without.records) + len(KINDS)
    assert told(content_of(within)) == told(content_of(without))


PLACE = """\
title: {tk: Jaý, ru: Место, en: Place}
status: draft
level: district
sample: true
changed: 2026-11-21
sensitivity: restricted
"""


def test_menu_dates_and_findings_tell_nothing_of_what_is_cut(tmp_path: Path) -> None:
    without = small_folder(tmp_path / "without")
    within = small_folder(tmp_path / "within", {"normative/territories/place.yml": PLACE})
    assert told(published(within, DAY)) == told(published(without, DAY))


# --- other cuts


@dataclass
class Speaking(Secret):
    """Says in each language which one it is."""

    target: str = MARKER

    def text(self, name: str) -> Mapping[str, str]:  # noqa: ARG002
        return {code: f"said-in-{code}" for code in LANGUAGES}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_cut_to_a_language_says_no_word_of_another(code: str) -> None:
    texts = {place(kind, MARKER): written(Speaking().part(kind)) for kind in KINDS}
    project = re.sub(r"\b(tk|ru|en): [^,}]+", r"\1: said-in-\1", base()["gollanma.yml"])
    others = "|".join(f"said-in-{each}" for each in LANGUAGES if each != code)
    reason = written({"retired": {"sop/former": {"reason": Speaking().text("reason")}}})
    state = {"gollanma.yml": project, "normative/state/retired.yml": reason}
    library = cut(small(texts | state).library, languages=frozenset({code}))
    content = content_from(library)
    assert {page.lang for page in content.pages} == {code}
    said = "\n".join(words for pair in told(content) for words in pair)
    assert re.findall(others, said) == []
    assert f"said-in-{code}" in said


def test_a_cut_to_a_territory_says_nothing_of_offices_elsewhere() -> None:
    top, here = PLACE.replace("sensitivity: restricted\n", ""), "territories: [territory/here]\n"
    office = base()["normative/organisations/office.yml"]
    far = written(
        Secret().part(Organisation)
        | HEAD
        | {"territories": [f"territory/{MARKER}"], "title": {"en": MARKER}}
    )
    files = {
        "normative/territories/here.yml": top,
        f"normative/territories/{MARKER}.yml": top.replace("Place", MARKER),
        f"normative/organisations/{MARKER}.yml": far,
        "normative/organisations/near.yml": office + here,
        "normative/organisations/shown.yml": office
        + f"provides:\n  - {{service: service/care, territories: [territory/{MARKER}]}}\n",
    }
    whole = small(files).library
    assert betrayals(content_from(cut(whole)))
    assert betrayals(content_from(cut(whole, territory="territory/here"))) == []


# --- addresses that were known


def test_an_address_that_was_published_stays_and_says_only_that_it_is_gone() -> None:
    whole = library("restricted")
    state = replace(whole.state, addresses=("sop/former.html", f"service/{MARKER}-other.html"))
    content = content_of(replace(whole, state=state))
    former = next(page for page in content.pages if page.address == "sop/former.html")
    assert FOUND.search(content.html(former)) is None
    assert "href" not in content.html(former)
    assert betrayals(content) == []


# --- the whole site


def test_no_marker_reaches_any_byte_or_name_of_a_built_site(tmp_path: Path) -> None:
    content = content_of(library("restricted"))
    text = f"[[sop/shown]] [[sop/{MARKER}]] [[form/shown#field.{MARKER}]]"
    docs = {f"about.{code}.md": f"# About {code}\n\n{text}\n" for code in LANGUAGES}
    site = build(fakes.project(tmp_path / "project", docs), tmp_path / "site", content).folder
    files = fakes.files(site)
    assert {"index.html", "sitemap.xml", "sop/shown.html", "sop/shown/0.9.html"} <= set(files)
    pages = {
        name: data.decode() for name, data in files.items() if name.endswith((".html", ".xml"))
    }
    assert [name for name, text in pages.items() if FOUND.search(text) or FOUND.search(name)] == []
    others = {name: data for name, data in files.items() if name not in pages}
    assert [each for each, words in papers(content) if FOUND.search(words)] == []
    assert dict(content.papers()).items() <= others.items()
    word = MARKER.encode()
    assert [name for name, data in others.items() if word in data.lower() or MARKER in name] == []
