"""Printed in the official form and read again, an edition says the same."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.exchange.lawtext.edition import edition_of
from gollanma.exchange.lawtext.files import read_file
from gollanma.exchange.lawtext.importing import known_offices
from gollanma.exchange.lawtext.marks import escaped
from gollanma.exchange.lawtext.printing import print_text
from gollanma.exchange.lawtext.recognise import Recognised, recognise
from gollanma.exchange.records import as_yaml
from gollanma.model import Library, Text
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.load import load
from tests.exchange.lawtext.reading import CODES, ROOT, TEXTS, languages, official, read
from tests.support.projects import DAY, whole

KEY = "act/help@2022-01-01"
PATH = "normative/acts/help/editions/2022-01-01.yml"
ACT = "title: {tk: Kömek hakynda, ru: О помощи, en: On Help}\nact_kind: law\nnumber: 7-VIII\n"


def said(body: Sequence[Provision], lang: str, *, ids: bool = True) -> Iterator[tuple[object, ...]]:
    """Yield all that print shows of provisions in a language."""

    def words(text: Text | None) -> str:
        return text.get(lang, "") if text else ""

    for each in body:
        note = words(each.amendment_note)
        own = (each.unit, each.number, words(each.heading), words(each.text))
        yield (each.id if ids else "", *own, each.repealed, each.sample, note)
        yield from said(each.contains, lang, ids=ids)


def library_of(edition: Edition) -> Library:
    files = {
        "gollanma.yml": (ROOT / "gollanma.yml").read_text(encoding="utf-8"),
        "normative/acts/help/act.yml": ACT,
        PATH: as_yaml(edition, PATH, CODES),
    }
    return whole(files).library


def again(library: Library, key: str, lang: str) -> Recognised:
    """Print an edition and read it."""
    text = print_text(library, languages(), languages()[lang], key)
    reading = read_file("law.txt", text.encode())
    offices = known_offices(library, lang)
    return recognise(reading, languages()[lang], library.project, None, offices)


@pytest.fixture(scope="module")
def handbook() -> Library:
    library = load(ROOT, DAY).library
    assert library is not None
    return library


@pytest.mark.parametrize("lang", CODES)
def test_every_edition_of_the_handbook_reads_as_it_was_printed(
    handbook: Library, lang: str
) -> None:
    """Ids are made of numbers, so those of renumbered provisions differ; references are words."""
    for key, edition in handbook.keyed(Edition):
        text = again(handbook, key, lang)
        assert [each.key for each in text.diagnostics if each.code != "LTX004"] == [], key
        read_again = edition_of(text, key.partition("@")[2]).edition
        expected, given_back = (
            list(said(one.body, lang, ids=False)) for one in (edition, read_again)
        )
        differing = [
            pair
            for pair in zip(expected, given_back, strict=True)
            if pair[0] != pair[1] and "[[" not in str(pair[0])
        ]
        assert differing == [], key
        assert read_again.sample == edition.sample


@pytest.mark.parametrize("name", sorted(each.stem for each in TEXTS.glob("*.txt")))
def test_an_imported_text_prints_and_reads_as_itself(name: str) -> None:
    lang = name[-2:]
    first = read(official(name), lang)
    kind = first.kind.id if first.kind else ""
    edition = edition_of(first, "2022-01-01").edition
    files = {
        "gollanma.yml": (ROOT / "gollanma.yml").read_text(encoding="utf-8"),
        "normative/acts/help/act.yml": ACT.replace("law", kind),
        PATH: as_yaml(edition, PATH, CODES),
    }
    second = again(whole(files).library, KEY, lang)
    assert edition_of(second, "2022-01-01").edition == edition


# --- any edition that the official form can say

WORDS = st.lists(
    st.sampled_from(
        ["kömek", "*", "_a_", "[b]", "12-nji", "«Kanun»", "–", "2030", "(üç)", "`", "a:b", "\\"]
    ),
    min_size=1,
    max_size=8,
).map(lambda words: "Şu " + " ".join(words) + ".")
HEADINGS = st.sampled_from(["Umumy düzgünler", "Kömek", "Türkmenistanyň kömegi", "II görnüş"])


def text_of(words: str) -> Text:

    return Text({"tk": escaped(words)})


@st.composite
def leaves(draw: st.DrawFn, above: str, unit: str, signs: Sequence[str]) -> tuple[Provision, ...]:
    count = draw(st.integers(0, len(signs)))
    return tuple(
        Provision(
            id=f"{above}.{signs[index]}",
            unit=unit,
            number=signs[index],
            text=text_of(draw(WORDS)),
            sample=draw(st.booleans()),
            contains=draw(leaves(f"{above}.{signs[index]}", "subpoint", "ab"))
            if unit == "point"
            else (),
        )
        for index in range(count)
    )


@st.composite
def parts(draw: st.DrawFn, above: str) -> tuple[Provision, ...]:
    """Give numbered parts, or at least two unnumbered ones."""
    is_numbered = draw(st.booleans())
    count = draw(st.integers(0 if is_numbered else 2, 4))
    return tuple(
        Provision(
            id=f"{above}.{number}",
            unit="part",
            number=str(number) if is_numbered else None,
            text=text_of(draw(WORDS)),
            contains=(
                *draw(leaves(f"{above}.{number}", "point", "123")),
                *(
                    Provision(
                        id=f"{above}.{number}.p{place}", unit="paragraph", text=text_of(draw(WORDS))
                    )
                    for place in range(1, draw(st.integers(0, 2)) + 1)
                ),
            ),
        )
        for number in range(1, count + 1)
    )


@st.composite
def articles(draw: st.DrawFn, first: int) -> tuple[Provision, ...]:
    made = []
    for number in range(first, first + draw(st.integers(1, 3))):
        above = f"a{number}"
        is_short = draw(st.booleans())
        inside = draw(leaves(above, "point", "123")) if is_short else draw(parts(above))
        made.append(
            Provision(
                id=above,
                unit="article",
                number=str(number),
                heading=text_of(draw(HEADINGS)),
                text=text_of(draw(WORDS)) if is_short else None,
                contains=inside,
                sample=draw(st.booleans()),
                repealed=draw(st.booleans()),
            )
        )
    return tuple(made)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Provision, ...]:
    chapters = draw(st.integers(0, 2))
    if not chapters:
        return draw(articles(1))
    made: list[Provision] = []
    first = 1
    for index in range(1, chapters + 1):
        inside = draw(articles(first))
        first += len(inside)
        roman = "I" * index
        made.append(
            Provision(
                id=f"c{index}",
                unit="chapter",
                number=roman,
                heading=text_of(draw(HEADINGS)),
                contains=inside,
            )
        )
    return tuple(made)


@given(bodies(), st.booleans())
def test_any_edition_reads_as_it_was_printed(body: tuple[Provision, ...], is_sample: bool) -> None:  # noqa: FBT001
    edition = Edition(body=body, sample=is_sample)
    text = again(library_of(edition), KEY, "tk")
    assert text.is_fine
    read_again = edition_of(text, "2022-01-01").edition
    assert list(said(read_again.body, "tk")) == list(said(body, "tk"))
    assert read_again.sample == is_sample


def test_a_sample_says_so_first_and_last(handbook: Library) -> None:
    for key, edition in handbook.keyed(Edition):
        for lang in CODES:
            text = print_text(handbook, languages(), languages()[lang], key)
            mark = languages()[lang].say("act.sample")
            lines = text.splitlines()
            assert edition.sample == (lines[0] == lines[-1] == mark)


def test_a_language_without_words_prints_nothing() -> None:
    edition = Edition(
        body=(Provision(id="a1", unit="article", number="1", text=Text({"tk": "A."})),)
    )
    library = library_of(edition)
    assert print_text(library, languages(), languages()["ru"], KEY) == ""
