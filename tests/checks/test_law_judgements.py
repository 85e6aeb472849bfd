"""What the checks of law find beyond their examples, and above all what they leave alone."""

from collections.abc import Iterator

import pytest

from gollanma.checks.examples import base
from tests.checks.law_files import (
    A1,
    A2,
    ACT,
    APPLY,
    ASKED,
    COMMENT,
    FREE,
    NEXT,
    REPORT,
    Words,
    about,
    draft,
    edition,
    every,
    found,
    laid,
    text,
    unit,
)


@pytest.mark.parametrize(
    ("provisions", "expected"),
    [
        pytest.param((unit("a96", "96", FREE), unit("a2", "97", ASKED)), [], id="an excerpt"),
        pytest.param((unit("a1", "", FREE), A2), [], id="no numbers in print"),
        pytest.param(
            (unit("a1", "1^2", FREE), unit("a2", "1^3", ASKED)), [], id="raised numbers in a row"
        ),
        pytest.param(
            (unit("a1", "1", FREE), unit("a2", "1^2", ASKED)), ["LAW101 gap"], id="1² after 1"
        ),
        pytest.param(
            (A1, A2, unit("a3", "1", FREE)), ["LAW101 repeated"], id="a number that stood before"
        ),
        pytest.param((A1, unit("a2", "two", ASKED)), ["LAW101 shape"], id="a word for a number"),
        pytest.param(
            (A1, unit("a2", "4", ASKED), unit("a3", "2", FREE)),
            ["LAW101 gap", "LAW101 disorder"],
            id="a gap, and what was to fill it",
        ),
        pytest.param((A1, A2, unit("c", "9", FREE, name="verse")), [], id="a unit of no kind"),
    ],
)
def test_numbering(provisions: tuple[str, ...], expected: list[str]) -> None:
    assert found(edition(*provisions), "LAW101") == expected


UNITS = """
    units:
      - id: division
        numbering: roman
        in_path: false
      - id: chapter
        numbering: roman
        in_path: false
      - id: article
      - id: part
      - id: subpoint
        numbering: letter
      - id: note
        numbering: none
"""


def lawful(units: str) -> dict[str, str]:
    """Give the project file with other units of an act."""
    old = "\n    units:\n      - id: article\n      - id: part\n      - id: point\n"
    project = base()["gollanma.yml"]
    assert old in project
    return {"gollanma.yml": project.replace(old, units)}


def chapters(*numbers: str) -> Iterator[str]:
    """Write chapters with their articles, which are counted through."""
    for index, each in enumerate(numbers, 1):
        place = f"a{index}"
        inside = unit(place, str(index), ASKED).replace("\n", "\n    ").strip()
        yield f'  - id: c{index}\n    unit: chapter\n    number: "{each}"\n    contains:\n      {inside}\n'


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param(("I", "II", "III", "IV"), [], id="in a row"),
        pytest.param(("I", "II", "IV"), ["LAW101 gap"], id="a gap"),
        pytest.param(("1", "II"), [], id="figures where Roman letters are printed"),
        pytest.param(("I", "IIX"), ["LAW101 shape"], id="no Roman number"),
    ],
)
def test_chapters_in_roman_letters(numbers: tuple[str, ...], expected: list[str]) -> None:
    files = {**lawful(UNITS), **edition(*chapters(*numbers))}
    assert found(files, "LAW101") == expected


def test_chapters_of_each_division_may_begin_anew() -> None:
    head = f"        heading: {text(FREE)}\n"
    divisions = "".join(
        f'  - id: d{each}\n    unit: division\n    number: "{each}"\n    contains:\n'
        + "".join(
            f'      - id: c{each}-{number}\n        unit: chapter\n        number: "{number}"\n{head}'
            for number in (1, 2)
        )
        for each in (1, 2)
    )
    assert found({**lawful(UNITS), **edition(divisions, A1, A2)}, "LAW101") == []


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        pytest.param("abc", [], id="the Latin alphabet"),
        pytest.param("abçd", [], id="the Turkmen alphabet"),
        pytest.param("абв", [], id="the Russian alphabet"),
        pytest.param("abd", ["LAW101 gap"], id="a gap in each of them"),
    ],
)
def test_letters_are_counted_in_the_alphabet_that_fits(letters: str, expected: list[str]) -> None:
    points = "".join(
        f'      - id: a1.{index}\n        unit: subpoint\n        number: "{each}"\n        text: {text(FREE)}\n'
        for index, each in enumerate(letters, 1)
    )
    files = {**lawful(UNITS), **edition(f"{A1}    contains:\n{points}", A2)}
    assert found(files, "LAW101") == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        # --- ids in later editions
        pytest.param(
            {**edition(A1, A2), **draft(unit("a1", "1", APPLY), A2, more="")},
            [],
            id="a draft that stands on nothing",
        ),
        pytest.param(
            {**edition(A1, A2), **draft(unit("a1", "1", APPLY), A2)},
            [],
            id="another wording under the same id",
        ),
        pytest.param(
            {
                **edition(A1, A2),
                **draft(A2.replace('"2"', '"1"')),
                **draft(A1, A2, more="based_on: draft-one\n", path=NEXT),
            },
            [],
            id="a provision that is put back as it was",
        ),
        pytest.param(
            {**edition(A1, A2), **draft(A1, A2, unit("a3", "3", FREE))},
            [],
            id="the words of a provision that stays stand in a new one too",
        ),
    ],
)
def test_ids(files: dict[str, str], expected: list[str]) -> None:
    assert found(files, "LAW102") == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            about(("1-nji madda", "статья 1", "Article 1")), ["LAW105 elsewhere"] * 3, id="typed"
        ),
        pytest.param(
            about(every("`Article 1` [Article 2](https://x.example)")),
            [],
            id="in code, and in a link",
        ),
        pytest.param(about(every("part 1, point 2")), [], id="a part may be one of anything"),
        pytest.param(
            laid(REPORT, f"title: {text(every('Changes to Article 1'))}\n"), [], id="a title"
        ),
        pytest.param(
            {
                **draft(A1, A2, more=""),
                COMMENT: "status: draft\nsample: true\noffice: organisation/office\n"
                f"on: act/help@draft-one#a1\ntext: {text(every('Article 2'))}\n",
            },
            [],
            id="what an office wrote in its comment",
        ),
        pytest.param(
            edition(
                unit("a1", "1", every("See part 1."), "explanation: " + text(every("See part 2."))),
                A2,
            ),
            ["LAW105 elsewhere"],
            id="a part in the words of the law, and in a note on them",
        ),
        pytest.param(
            edition(unit("a1", "1", FREE, "amendment_note: " + text(every("Article 2"))), A2),
            [],
            id="a remark in print",
        ),
        pytest.param(
            edition(unit("a1", "1", every("See Articles 1–2.")), A2),
            ["LAW105 elsewhere"],
            id="a range",
        ),
        pytest.param(
            edition(unit("a1", "1", FREE, f"explanation: {text(every('this Article'))}"), A2),
            [],
            id="a note that points at its article",
        ),
        pytest.param(
            edition(unit("a1", "1", every("[[#a2|this Article]]")), A2), [], id="a link that points"
        ),
    ],
)
def test_citations(files: dict[str, str], expected: list[str]) -> None:
    assert found(files, "LAW105", "LAW108") == expected


OF_POINTS = """      - id: adopted
        name: {tk: kabul edilen, ru: принят, en: adopted}
        effect: adoption
  - id: order
    name: {tk: buýruk, ru: приказ, en: order}
    plural: {tk: Buýruklar, ru: Приказы, en: Orders}
    units:
      - id: point
    stages:
"""


def ordered(words: Words) -> dict[str, str]:
    """Give an order, whose provisions are points, with a law in the project."""
    first = "      - id: adopted\n"
    law, stages = base()["gollanma.yml"].split(first, 1)
    body = unit("p1", "1", words, name="point")
    return {
        "gollanma.yml": f"{law}{OF_POINTS}{first}{stages}",
        **laid(ACT, "act_kind: order\n"),
        **edition(body),
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(every("This Article asks for it."), ["LAW108 relative"], id="this article"),
        pytest.param(every("This point asks for it."), ["LAW108 relative"], id="this point"),
        pytest.param(
            ("1-nji madda muny talap edýär.", "Этого требует закон.", "Article 1 asks for it."),
            ["LAW106 missing"],
            id="an article in two languages",
        ),
    ],
)
def test_an_order_of_points_may_speak_of_articles(words: Words, expected: list[str]) -> None:
    assert found(ordered(words), "LAW106", "LAW108") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("[[act/help#a1.2|part two]]", [], id="a number in words"),
        pytest.param("[[act/help#a1.2|part one]]", ["LAW104 number"], id="a wrong one in words"),
        pytest.param("[[act/help#a1.2|point 3]]", ["LAW003 mislabelled"], id="another unit"),
        pytest.param(
            "[[act/help#a1.2|parts 1–3]]", ["LAW003 mislabelled"], id="a list is no label"
        ),
        pytest.param("[[act/help|Article 7]]", [], id="an act as a whole"),
        pytest.param("[[sop/visit#ask|step 7]]", [], id="no provision"),
    ],
)
def test_labels(words: str, expected: list[str]) -> None:
    assert found(about((".", ".", words)), "LAW003", "LAW103", "LAW104") == expected


QUOTE = "[[act/help#a2]]: {}"


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        pytest.param(QUOTE.format("“must be asked for consent”"), [], id="a part of the words"),
        pytest.param(QUOTE.format("“The person … asked for consent”"), [], id="with an omission"),
        pytest.param(QUOTE.format("«the PERSON must be asked»"), [], id="signs and letters"),
        pytest.param(QUOTE.format("“ask for consent”"), [], id="three words are a name"),
        pytest.param(
            "“Nobody may ask for anything”, says a song. See [[act/help#a2]].",
            [],
            id="words that do not stand beside the link",
        ),
        pytest.param(
            "“Nobody may ask for anything” ([[act/help#a2]])",
            ["LAW008 words"],
            id="before the link",
        ),
        pytest.param("“Nobody may ask for anything” ([[act/help]])", [], id="beside a whole act"),
        pytest.param("“Nobody may ask for anything” ([[sop/visit#ask]])", [], id="beside a step"),
    ],
)
def test_quotations(english: str, expected: list[str]) -> None:
    files = laid(REPORT, f"about: {{tk: '.', ru: '.', en: '{english}'}}\n")
    assert found(files, "LAW008") == expected


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [
        pytest.param("“Whoever comes under Article 2 is asked again”", [], id="over a reference"),
        pytest.param("“under Article 2 is asked again today”", ["LAW008 words"], id="more words"),
        pytest.param("“Whoever comes under Article 2 is sent away”", ["LAW008 words"], id="others"),
    ],
)
def test_a_reference_within_quoted_words(quoted: str, expected: list[str]) -> None:
    stored = every("Whoever comes under [[#a2]] is asked again.")
    files = {
        **edition(unit("a1", "1", stored), A2),
        **laid(REPORT, f"about: {{tk: '.', ru: '.', en: '{quoted} ([[act/help#a1]])'}}\n"),
    }
    assert found(files, "LAW008") == expected
