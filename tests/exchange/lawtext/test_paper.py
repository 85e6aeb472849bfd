"""A text whose lines end where the paper does reads as the text, or says where it may not."""

import textwrap
from functools import cache

import pytest

from gollanma.exchange.lawtext.edition import edition_of
from gollanma.exchange.lawtext.files import read_file
from gollanma.exchange.lawtext.importing import known
from gollanma.exchange.lawtext.printing import print_text
from gollanma.exchange.lawtext.recognise import Recognised, recognise
from gollanma.model import Library
from gollanma.model.kinds import Edition
from gollanma.model.load import load
from tests.exchange.lawtext.reading import CODES, ROOT, body, found, languages, outline
from tests.exchange.lawtext.test_round_trip import said
from tests.support.projects import DAY


@cache
def handbook() -> Library:
    library = load(ROOT, DAY).library
    assert library is not None
    return library


def broken(text: str, width: int) -> str:
    """End the lines of a text where paper of a width does."""
    return "\n".join(
        "\n".join(
            textwrap.wrap(
                line.strip(),
                width,
                initial_indent=line[: len(line) - len(line.lstrip())],
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
        for line in text.split("\n")
    )


def recognised(text: str, lang: str) -> Recognised:
    beside = known(handbook(), lang)
    reading = read_file("law.txt", text.encode())
    return recognise(reading, languages()[lang], handbook().project, None, beside)


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("width", [50, 64, 80])
def test_an_edition_on_narrow_paper_reads_as_itself_or_says_where_not(
    lang: str, width: int
) -> None:
    for key, _ in handbook().keyed(Edition):
        text = print_text(handbook(), languages(), languages()[lang], key)
        whole, narrow = recognised(text, lang), recognised(broken(text, width), lang)
        expected, given = (
            list(said(edition_of(each, "2031-01-01").edition.body, lang))
            for each in (whole, narrow)
        )
        new = [each for each in narrow.diagnostics if each not in whole.diagnostics]
        doubts = [each.key for each in new if each.code != "LTX004"]
        assert set(doubts) <= {"goes-on", "paragraph", "joined"}, key
        assert len(given) - len(expected) == doubts.count("paragraph"), key
        assert doubts.count("paragraph") or given == expected, key
        assert narrow.facts.title == whole.facts.title
        assert (narrow.facts.is_sample, narrow.facts.preamble) == (
            whole.facts.is_sample,
            whole.facts.preamble,
        )


WIDE = "1. Kömek etrap\nedarasy tarapyndan\nberilýär we mugt\nbolýar. Ony her kim\n"
FIRST = "Kömek etrap edarasy tarapyndan berilýär we mugt bolýar. Ony her kim"


@pytest.mark.parametrize(
    ("text", "expected", "keys"),
    [
        pytest.param(
            "alýar. Edara bolsa\nŞol gün jogap berýär.",
            [f"  a1.1 part {FIRST} alýar. Edara bolsa Şol gün jogap berýär."],
            ["goes-on"],
            id="a name at the beginning of a line",
        ),
        pytest.param(
            "soraýar we alýar.\nEdara-guramalar jogap berýär.",
            [f"  a1.1 part {FIRST} soraýar we alýar. Edara-guramalar jogap berýär."],
            ["goes-on"],
            id="a sentence that begins where the paper does",
        ),
        pytest.param(
            "alýar.\nEdara jogap berýär.",
            [f"  a1.1 part {FIRST} alýar.", "    a1.1.p1 paragraph Edara jogap berýär."],
            [],
            id="a line with room behind it ends a paragraph",
        ),
        pytest.param(
            "soraýar bolsa:\nedara-guramalar;\nýa-da hiç kim.",
            [
                f"  a1.1 part {FIRST} soraýar bolsa:",
                "    a1.1.p1 paragraph edara-guramalar;",
                "    a1.1.p2 paragraph ýa-da hiç kim.",
            ],
            ["paragraph", "paragraph"],
            id="a list that may be none",
        ),
    ],
)
def test_how_wide_the_paper_is_tells_what_a_line_ends(
    text: str, expected: list[str], keys: list[str]
) -> None:
    read_ = body(f"1-nji madda. Kömek\n{WIDE}{text}")
    assert list(outline(read_.nodes)) == ["a1 article Kömek", *expected]
    assert [key for _, _, key in found(read_)] == keys


def test_a_remark_on_two_lines_is_a_remark() -> None:
    text = body("1-nji madda. Kömek\n1. Bar.\n(2031-nji ýylyň Kanunynyň\nredaksiýasynda)\n2. Ýok.")
    (article,) = text.nodes
    assert [each.amendment for each in article.contains] == [
        "2031-nji ýylyň Kanunynyň redaksiýasynda",
        "",
    ]
    assert text.diagnostics == ()
