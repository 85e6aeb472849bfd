"""Any edition of an act: every field that one can have, in any of the languages, in wild words."""

import unicodedata
from datetime import date
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from gollanma.model import Ref, Text
from gollanma.model.base import Inclusion, Modality, Period, Source, Status, Translation
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import (
    ByLaw,
    Change,
    ChangeKind,
    Consequence,
    Provision,
    Signature,
    TreatyProvision,
    Variant,
)
from gollanma.source.characters import SUSPECT

T = TypeVar("T")
LANGUAGES = ("tk", "ru", "en")
PIECES = (
    "Kömek mugt berilýär.", "Помощь оказывается бесплатно.", "Help is free", "**12-nji**", "*gyssagly*",
    "[[act/help#a1]]", "[[#a1|birinji madda]]", "[[term/consent~gen]]", "[[act/help@2020-02-01#a2|x | y]]",
    "[[no/where]]", "[[]]", "[[ #a1 ]]", "[[term/consent|]]", "** a**", "*", "&lt;", "<b>", "]]>", "«»", " ", "  ", "\t",
    "\n", "\n\n", "\n\n\n", "- birinji\n- ikinji", "1 920 000,00", "12^1", "\u00a0", "\r",
)  # fmt: skip


def is_kept(words: str) -> bool:
    """Say whether our own files could hold the words: something to read, nothing unseen."""
    return bool(words.strip()) and not SUSPECT.search(words) and is_composed(words)


def is_composed(words: str) -> bool:
    return unicodedata.is_normalized("NFC", words)


@cache
def words() -> st.SearchStrategy[str]:
    letters = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12)
    pieces = st.lists(st.sampled_from(PIECES) | letters, min_size=1, max_size=6)
    return pieces.map("".join).filter(is_kept)


@cache
def texts() -> st.SearchStrategy[Text]:
    return st.dictionaries(st.sampled_from(LANGUAGES), words(), min_size=1).map(Text)


@cache
def slugs() -> st.SearchStrategy[str]:
    return st.sampled_from(("a", "b", "working-group", "2020-02-01", "true", "7"))


@cache
def refs(kind: str) -> st.SearchStrategy[Ref]:
    return st.sampled_from(("", "#a1", "#a1.2")).map(lambda place: Ref.parse(f"{kind}/help{place}"))  # type: ignore[arg-type,return-value]


@cache
def days() -> st.SearchStrategy[date]:
    return st.dates(date(1, 1, 1), date.max)


@cache
def periods() -> st.SearchStrategy[Period]:
    ends = st.tuples(st.none() | days(), st.none() | days())
    return ends.map(lambda two: Period.model_validate({"from": two[0], "to": two[1]}))


def maybe(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | values


def few(values: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.just(()) | st.lists(values, max_size=2).map(tuple)


@st.composite
def provisions(draw: st.DrawFn, own: str, units: tuple[str, ...]) -> Provision:
    """Give a provision that holds any below it; ids are never equal."""
    inside = draw(st.integers(0, 2)) if units[1:] else 0
    return Provision(
        id=own,
        unit=units[0],
        number=draw(maybe(st.sampled_from(("1", "12^1", "II", "a", "true", "№ 5")))),
        heading=draw(maybe(texts())),
        text=draw(maybe(texts())),
        modality=draw(maybe(st.sampled_from(Modality))),
        sample=draw(st.booleans()),
        in_force=draw(maybe(periods())),
        repealed=draw(st.booleans()),
        defines=draw(maybe(refs("term"))),
        by_laws=draw(few(st.builds(ByLaw, text=maybe(texts()), act=maybe(refs("act"))))),
        reserves=draw(maybe(refs("role"))),
        explanation=draw(maybe(texts())),
        amendment_note=draw(maybe(texts())),
        merged=draw(few(st.sampled_from(LANGUAGES))),
        variants=draw(few(st.builds(Variant, id=slugs(), text=texts(), reason=maybe(texts())))),
        contains=tuple(draw(provisions(f"{own}.{n}", units[1:])) for n in range(inside)),
    )


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Provision, ...]:
    number = draw(st.integers(0, 3))
    units = draw(st.sampled_from((("article", "part", "point"), ("chapter", "article", "note"))))
    return tuple(draw(provisions(f"a{n}", units)) for n in range(number))


@cache
def changes() -> st.SearchStrategy[Change]:
    return st.builds(
        Change,
        kind=st.sampled_from(ChangeKind),
        target=st.sampled_from(("a0", "a0.1", "a9")),
        reason=maybe(texts()),
        applied=st.dictionaries(st.sampled_from(LANGUAGES), st.booleans()),
    )


def any_edition() -> st.SearchStrategy[Edition]:
    return st.builds(
        Edition,
        title=maybe(texts()),
        summary=maybe(texts()),
        status=maybe(st.sampled_from(Status)),
        version=maybe(st.just("1.0")),
        owner=maybe(refs("organisation")),
        changed=maybe(days()),
        code=maybe(words()),
        authoritative=maybe(st.sampled_from(LANGUAGES)),
        translations=st.dictionaries(st.sampled_from(LANGUAGES), st.sampled_from(Translation)),
        sources=few(st.builds(Source, document=refs("document"), place=maybe(words()))),
        quick_exit=st.booleans(),
        sample=st.booleans(),
        covers=few(slugs()),
        stage=maybe(st.sampled_from(("drafting", "in-force"))),
        based_on=maybe(slugs()),
        day=maybe(days()),
        in_force=maybe(periods()),
        preamble=maybe(texts()),
        note=maybe(texts()),
        body=bodies(),
        signature=maybe(st.builds(Signature, office=texts(), place=maybe(texts()))),
        changes=few(changes()),
        explanatory_note=maybe(texts()),
        inclusion=maybe(st.builds(Inclusion, gender=maybe(texts()), child=maybe(texts()))),
        treaties=few(
            st.builds(
                TreatyProvision,
                treaty=refs("document"),
                place=maybe(words()),
                why=maybe(texts()),
            )
        ),
        consequences=few(st.builds(Consequence, act=refs("act"), text=texts())),
    )
