"""What is cut exists nowhere: a marker in every field of every kind reaches no byte of a site.

Each kind has a record that may not be published. Public records of each kind point to all of them
from every field and in prose, and hold parts that may not be published either. Those that were
released or retired are tried the same way.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import cycle, islice
from typing import Any, TypeVar

import pytest

from gollanma.checks.examples import base
from gollanma.graph import Graph
from gollanma.model import Library, Part, Record, Sensitivity, cut
from gollanma.model.kinds import Act, Comment, Edition, Form
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
from gollanma.site.content import Finder, settings_of
from gollanma.site.settings import Content
from gollanma.site.sitemap import sitemap
from gollanma.views import pages
from gollanma.views.page import Page
from tests.safety.making import KINDS, LANGUAGES, Maker, place, written
from tests.support.projects import packs, small

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
        made = super().part(kind, depth)
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
  sop/former: {{new: sop/{MARKER}, reason: {MARKER} took its place}}
  sop/{MARKER}: {{new: sop/shown, reason: {MARKER} was joined}}
  service/{MARKER}-old: {{new: "service/{MARKER}#shared", reason: {MARKER}}}
  sop/shown#former: {{new: "sop/{MARKER}#shared", reason: {MARKER}}}
  form/shown#field.{MARKER}: {{reason: {MARKER}}}
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
    languages = packs(whole.project.languages.all)
    public = cut(whole, receiver)
    graph = Graph(public, languages)
    return Content(
        languages=languages,
        settings=settings_of(public.project, public, languages),
        pages=tuple(pages(graph)),
        html=lambda page: html_of(page, languages),
        find=Finder(graph).find,
    )


def betrayals(content: Content) -> list[str]:
    """Give where the marker is found in what is published, with the words around it."""
    heard = [
        *(_around(f"{page.lang}/{page.address}", _all_of(page)) for page in content.pages),
        *(_around(f"{page.lang}/{page.address}", content.html(page)) for page in content.pages),
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
