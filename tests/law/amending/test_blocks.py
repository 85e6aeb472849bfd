"""Provisions as an amending act quotes them, and as they are read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.languages import Language
from gollanma.law.amending.blocks import Blocks, Quoted, UnreadableBlockError
from gollanma.law.amending.labels import Labels
from gollanma.law.amending.paragraphs import read_text, text_lines
from tests.support.amending import languages, law

NUMBERS = {
    "chapter": ("I", "II^1"),
    "article": ("1", "12^1"),
    "part": ("1", "2^1", ""),
    "point": ("1", "11"),
    "subpoint": ("a", "b"),
    "paragraph": ("",),
    "note": ("", "2"),
}
BELOW = {
    "chapter": ("article",),
    "article": ("part", "paragraph", "note"),
    "part": ("point", "paragraph"),
    "point": ("subpoint", "paragraph"),
}
WORDS = (
    "",
    "Words.",
    "«Quoted» words;",
    "1) no point",
    "Words\n\nof two paragraphs",
    "a\n- b\n\nc",
)


def blocks(language: Language) -> Blocks:
    return Blocks(language, Labels(language, law()))


def quotation(
    unit: str, number: str, text: str, *inside: Quoted, heading: str = "", is_repealed: bool = False
) -> Quoted:
    return Quoted(unit, number, heading, text, is_repealed, inside)


@st.composite
def quotations(draw: st.DrawFn, unit: str = "") -> Quoted:
    """Give any provision that acts are made of, with all that it may hold."""
    unit = unit or draw(st.sampled_from(tuple(NUMBERS)))
    inner = st.sampled_from(BELOW.get(unit, ("",))).flatmap(quotations)
    inside = draw(st.lists(inner, max_size=3)) if unit in BELOW else []
    number, text = draw(st.sampled_from(NUMBERS[unit])), draw(st.sampled_from(WORDS))
    heading = draw(st.sampled_from(("", "A heading")))
    return quotation(unit, number, text, *inside, heading=heading, is_repealed=draw(st.booleans()))


@given(quotations(), st.sampled_from(languages()))
def test_a_quotation_is_read_as_it_was_written(quoted: Quoted, language: Language) -> None:
    desk = blocks(language)
    lines = desk.lines((quoted,), quoted.unit)
    assert desk.read(lines, quoted.unit) == (quoted,), lines


def test_remarks_stand_where_a_line_would_say_something_else() -> None:
    article = quotation(
        "article",
        "3",
        "Opening:",
        quotation("part", "1", "One\n\nand more\nby line"),
        quotation("part", "", "Two"),
        quotation("part", "3", "Three", is_repealed=True),
        quotation("part", "4", "Four", heading="Named"),
        quotation("paragraph", "", "Plain\n\nand plain"),
        quotation("note", "", "Mind this."),
        heading="Things",
    )
    assert blocks(languages()[2]).lines((article,), "article") == [
        "Article 3. Things",
        "Opening:",
        "  1. One",
        "  and more",
        "  [↵] by line",
        "  [part] Two",
        "  [no longer in force] 3. Three",
        "  4. [heading] Named",
        "  Four",
        "  [paragraph] Plain",
        "  [¶] and plain",
        "  Note. Mind this.",
    ]


@pytest.mark.parametrize(
    ("unit", "lines"),
    [
        pytest.param("part", ["  1. Too far in"], id="inside nothing"),
        pytest.param("part", ["1. One", " 2. Two"], id="an odd indent"),
        pytest.param("part", ["1. One", ""], id="an empty line"),
        pytest.param("part", ["[¶] more of nothing"], id="more of nothing"),
        pytest.param("article", ["Article 1. X", "  1. One", "[¶] more"], id="more behind what is inside"),
        pytest.param("heading", ["Words", "  inside"], id="what no unit begins with"),
    ],
)  # fmt: skip
def test_lines_that_make_no_provision_are_refused(unit: str, lines: list[str]) -> None:
    with pytest.raises(UnreadableBlockError):
        blocks(languages()[2]).read(lines, unit)


@given(st.sampled_from(WORDS), st.sampled_from((*WORDS, "[¶] x", " y")))
def test_words_quoted_alone_are_read_as_they_were_written(one: str, other: str) -> None:
    text = "\n\n".join(filter(None, (one, other)))
    assert read_text(text_lines(text)) == text or not one
