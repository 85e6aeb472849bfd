"""Typed citations are read in every order, case and form in which people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.languages import load, roman

LANGUAGES = load(["tk", "ru", "en"])
UNITS = ("chapter", "article", "part", "point", "subpoint", "paragraph", "note")


def read(code: str, text: str, units: tuple[str, ...] = UNITS) -> list[str]:
    """Give each citation as its words and its units with their numbers."""
    return [
        f"{text[each.start : each.end]} = "
        + " ".join(f"{one.unit} {'/'.join(one.numbers)}" for one in each.units)
        for each in LANGUAGES[code].citations_in(text, units)
    ]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param(
            "tk",
            "Şol 12-nji maddanyň üçünji böleginiň 2-nji bendinde aýdylýar.",
            ["12-nji maddanyň üçünji böleginiň 2-nji bendinde = article 12 part 3 point 2"],
            id="Turkmen from the outermost in",
        ),
        pytest.param(
            "tk", "5–9-njy maddalar", ["5–9-njy maddalar = article 5/9"], id="a Turkmen range"
        ),
        pytest.param(
            "tk", "12¹-nji maddada", ["12¹-nji maddada = article 12^1"], id="a raised number"
        ),
        pytest.param("tk", "a) kiçi bent", ["a) kiçi bent = subpoint a"], id="a letter"),
        pytest.param("tk", "iki bölek galdy", [], id="Turkmen: two parts are no part two"),
        pytest.param("tk", "II bapda", ["II bapda = chapter II"], id="Roman letters"),
        pytest.param(
            "ru",
            "согласно пункту 2 части третьей статьи 12",
            ["пункту 2 части третьей статьи 12 = article 12 part 3 point 2"],
            id="Russian from the innermost out",
        ),
        pytest.param(
            "ru",
            "в третьей части статьи 12^1",
            ["третьей части статьи 12^1 = article 12^1 part 3"],
            id="an ordinal before the word",
        ),
        pytest.param(
            "ru", "п. 2 ч. 3 ст. 8", ["п. 2 ч. 3 ст. 8 = article 8 part 3 point 2"], id="shortened"
        ),
        pytest.param(
            "ru",
            "статьи 5, 7 и 9",
            ["статьи 5, 7 и 9 = article 5/7/9"],
            id="a list",
        ),
        pytest.param("ru", "три части", [], id="Russian: three parts are no part three"),
        pytest.param("ru", "подпункт «а»", ["подпункт «а» = subpoint а"], id="a letter in quotes"),
        pytest.param(
            "ru", "статья 5, статья 7", ["статья 5 = article 5", "статья 7 = article 7"], id="two"
        ),
        pytest.param(
            "en",
            "Under Article 5, part 2, and\npart three of Article 12.",
            [
                "Article 5, part 2 = article 5 part 2",
                "part three of Article 12 = article 12 part 3",
            ],
            id="English in both orders, over the end of a line",
        ),
        pytest.param("en", "the particle 5 and carts 7", [], id="ends of other words"),
        pytest.param("en", "Articles of clothing", [], id="a word without a number"),
        pytest.param("en", "Article 5th", ["Article 5th = article 5"], id="an ending"),
    ],
)
def test_typed_citations(code: str, text: str, expected: list[str]) -> None:
    assert read(code, text) == expected


def test_only_the_units_that_are_asked_for_are_read() -> None:
    assert read("en", "part 2 of Article 5", ("article",)) == ["Article 5 = article 5"]
    assert read("en", "part 2 of Article 5", ("heading",)) == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param("tk", "şu maddanyň öňki böleginde", ["şu maddanyň", "öňki böleginde"]),
        pytest.param(
            "ru", "настоящей статьи и следующей части", ["настоящей статьи", "следующей части"]
        ),
        pytest.param(
            "en", "this Article and the following parts", ["this Article", "the following parts"]
        ),
        pytest.param("ru", "настоящего Закона", []),
        pytest.param("en", "this Law", []),
    ],
)
def test_words_that_point_from_where_one_reads(code: str, text: str, expected: list[str]) -> None:
    found = LANGUAGES[code].relative_in(text, UNITS)
    assert [text[start:end] for start, end in found] == expected


NUMBERS = st.builds(
    lambda base, raised: f"{base}^{raised}" if raised else str(base),
    st.integers(1, 400),
    st.one_of(st.just(0), st.integers(1, 12)),
)
PLAIN = st.integers(1, 39).map(str)


@st.composite
def chains(draw: st.DrawFn) -> tuple[tuple[str, str], ...]:
    """Draw an article, and perhaps a part, a point and a subpoint of it."""
    units = [("article", draw(NUMBERS))]
    depth = draw(st.integers(0, 2))
    units.extend((unit, draw(PLAIN)) for unit in ("part", "point")[:depth])
    return tuple(units)


@given(
    units=chains(),
    code=st.sampled_from(sorted(LANGUAGES)),
    case=st.integers(0, 5),
    around=st.sampled_from([("", ""), ("— ", "."), ("(", ")"), ("«", "»"), ("a\n", "\nb")]),
)
def test_what_a_language_cites_it_reads(
    units: tuple[tuple[str, str], ...], code: str, case: int, around: tuple[str, str]
) -> None:
    language = LANGUAGES[code]
    said = language.cite(units, language.cases[case % len(language.cases)])
    found = language.citations_in(f"{around[0]}{said}{around[1]}", UNITS)
    read_back = [tuple((one.unit, one.numbers) for one in each.units) for each in found]
    assert read_back == [tuple((unit, (number,)) for unit, number in units)]


@given(chapter=st.integers(1, 60), code=st.sampled_from(sorted(LANGUAGES)))
def test_a_chapter_is_read_in_roman_letters(chapter: int, code: str) -> None:
    said = LANGUAGES[code].cite((("chapter", str(chapter)),))
    (found,) = LANGUAGES[code].citations_in(said, UNITS)
    assert [(each.unit, each.numbers) for each in found.units] == [
        ("chapter", (roman(str(chapter)),))
    ]


@given(text=st.text(max_size=60), code=st.sampled_from(sorted(LANGUAGES)))
def test_any_text_can_be_read(text: str, code: str) -> None:
    for each in LANGUAGES[code].citations_in(text, UNITS):
        assert 0 <= each.start < each.end <= len(text)
        assert all(one.numbers for one in each.units)
