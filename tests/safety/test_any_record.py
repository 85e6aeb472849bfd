"""Whatever a record leaves out, and whatever it says, its pages can be written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from posixpath import dirname, join, normpath
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.graph import Graph
from gollanma.languages import Language
from gollanma.model import Library, Part, Record
from gollanma.model.kinds import Act, Edition
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
from gollanma.render import content
from gollanma.views import MAKERS, Voice
from gollanma.views.links import in_language
from tests.safety.making import KINDS, LANGUAGES, Maker, library_with, place, record, whole, written
from tests.support.projects import packs

T = TypeVar("T")

SLUGS = ["a", "end", "urgent", "law", "draft", "hour", "working-day", "percent", "manat", "article",
         "part", "point", "district", "at-least", "request", "first-visit", "adopted", "zz-9"]  # fmt: skip
SCALARS: dict[object, st.SearchStrategy[Any]] = {
    Amount: st.sampled_from([0, 1, -1, 2.5, 21, 999999999999999, 0.125, -12.75]),
    Whole: st.sampled_from([0, 1, -3, 2, 12, 40, 999999999999999]),
    Day: st.sampled_from(["0001-01-01", "1970-01-01", "2026-11-22", "2027-02-28", "9999-12-31"]),
    Flag: st.booleans(),
    LanguageCode: st.sampled_from(LANGUAGES),
    Slug: st.sampled_from(SLUGS),
    Fragment: st.sampled_from(["a1", "a1.1", "c2", "a12-1", "note"]),
    Version: st.sampled_from(["0.0", "1.0", "9999.9999"]),
    Words: st.sampled_from(
        ["1", "12^1", "II", "b", "5..9", "SP-01", "x y", "0", "+993 12", "-", "№ 3", "999999999999"]
    ),
}
PROSE = st.sampled_from([
    "Words.", "- one\n- two", "# Heading\n\n> quote", "[[sop/visit]]", "[[fact/offices~gen]]", "[[act/help#a1.2~dat]]",
    "[[sop/none]]", "[[#a]]", "[[sop/visit#ask|say so]]", "[[act/help@2020-02-01#a2]]", "[[]]", "[[ ~x|]]", "**bold",
    "consent, razylyk, согласие", "`code` <b>", "[a](#a) [b](https://law.gov.tm/x) [c](javascript:x)", "| a | b |",
])  # fmt: skip
ANY = ["sop/visit", "sop/visit#ask", "service/care#deadline.first-visit", "act/help#a1.1", "act/help",
       "act/help@2020-02-01#a2", "act/help@draft-x", "sop/visit@0.9", "form/consent#field.name", "role/lead",
       "organisation/office", "group/families", "term/consent", "fact/offices", "document/report",
       "indicator/visits", "territory/north", "training/none", "sop/none", "#a", "#a1", "#none",
       "edition/x", "comment/x", "nothing/x"]  # fmt: skip


@dataclass
class Drawn(Maker):
    """Leaves out what it likes, and says what it likes."""

    draw: st.DrawFn

    def has(self, part: type[Part], name: str) -> bool:  # noqa: ARG002
        return self.draw(st.integers(0, 2)) == 0

    def choice(self, options: Sequence[T]) -> T:
        return self.draw(st.sampled_from(list(options)))

    def scalar(self, name: str, kind: object) -> object:  # noqa: ARG002
        return self.draw(SCALARS[kind])

    def text(self, name: str) -> dict[str, str]:  # noqa: ARG002
        codes = self.draw(st.sampled_from([["tk"], ["ru"], ["ru", "en"], ["tk", "ru", "en"]]))
        return {code: self.draw(PROSE) for code in codes}

    def ref(self, name: str, kinds: tuple[str, ...]) -> str:  # noqa: ARG002
        return self.draw(st.sampled_from([each for each in ANY if each.startswith(kinds or "")]
                                         or ANY))  # fmt: skip

    def items(self, hint: Any, make: Any) -> list[object]:  # noqa: ARG002
        return [make() for _ in range(self.draw(st.integers(0, 2)))]

    def part(self, kind: type[Part], depth: int = 0) -> dict[str, object]:
        made = super().part(kind, depth)
        if depth == 0:
            made |= self.draw(HEADS)
        return made


HEADS = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["idea", "draft", "approved", "in-force", "repealed"]),
        "version": st.sampled_from(["1.0", "0.1"]),
        "code": st.sampled_from(["SP-77", "x"]),
        "quick_exit": st.booleans(),
        "sample": st.booleans(),
        "sensitivity": st.sampled_from(["public", "staff"]),
    },
)


HREF, ID = re.compile(r'\shref="([^"]*)"'), re.compile(r'\sid="([^"]*)"')
PREFIX = re.compile(r"^(?:ru|en)/")
REFUSED = ("#_danger",)
"""Where a step leads that has no such place: the checks refuse it (SOP002)."""
BELOW = "comment/", "act/any/"
"""What stands below an act that has no file: the checks refuse it, and it has no page."""


def write_all(library: Library, *languages: Language) -> int:
    """Write every page of a library, and say how many they are; every link leads somewhere."""
    speaking = packs(library.project.languages.all)
    graph, count = Graph(library, speaking), 0
    for language in languages or speaking.values():
        voice = Voice(graph, language)
        pages = {page.address: content(page, speaking) for maker in MAKERS for page in maker(voice)}
        assert all(pages.values())
        assert list(lost(pages, language.code)) == []
        count += len(pages)
    return count


def lost(pages: Mapping[str, str], code: str) -> Iterator[tuple[str, str]]:
    """Yield the links of pages of a language that lead nowhere, each with its page."""
    ids = {address: {"main", "menu", *ID.findall(html)} for address, html in pages.items()}
    for address, html in pages.items():
        place = in_language(address, code, LANGUAGES[0])
        for link in HREF.findall(html):
            path, _, fragment = link.partition("#")
            if ":" in path or path.endswith(".docx") or link.startswith("#i-"):
                continue
            target = PREFIX.sub("", normpath(join(dirname(place), path))) if path else address
            if target.startswith(BELOW) or link in REFUSED:
                continue
            if target not in ids or fragment not in {"", *ids[target]}:
                yield place, link


@st.composite
def drawn_records(draw: st.DrawFn) -> dict[str, str]:
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=3, unique=True))
    maker = Drawn(draw)
    return {place(kind, "any"): written(maker.part(kind)) for kind in kinds}


@given(drawn_records(), st.sampled_from(LANGUAGES))
def test_any_records_can_be_written_in_any_language(files: dict[str, str], code: str) -> None:
    library = library_with(files)
    write_all(library, packs(library.project.languages.all)[code])


@pytest.mark.slow
@given(drawn_records())
def test_many_more_records_can_be_written(files: dict[str, str]) -> None:
    write_all(library_with(files))


@pytest.mark.parametrize("kind", [pytest.param(each, id=each.kind) for each in KINDS])
def test_a_record_that_says_nothing_can_be_written(kind: type[Record]) -> None:
    files = {place(kind, "any"): "{}"}
    files |= {place(Act, "any"): "{}"} if kind is Edition else {}
    assert write_all(library_with(files))


def test_a_library_of_records_that_say_nothing_can_be_written() -> None:
    added = dict(record(place(kind, "any"), "{}") for kind in KINDS)
    assert write_all(replace(whole(), records=dict(sorted(added.items()))))
    assert write_all(replace(whole(), records={}))


def test_a_step_that_leads_straight_to_danger_can_be_written() -> None:
    step = '{"id": "a", "actor": "role/lead", "action": {"tk": "Words."}, "next": "urgent"}'
    assert write_all(library_with({"normative/sops/any.yml": f'{{"steps": [{step}]}}'}))
