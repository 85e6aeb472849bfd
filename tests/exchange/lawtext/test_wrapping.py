"""Lines that were broken where the paper ends, and capitals that hide which words are names."""

import pytest

from gollanma.exchange.lawtext.files import read_file
from gollanma.exchange.lawtext.recognise import Known, recognise
from tests.exchange.lawtext.reading import body, found, languages, outline, project, read

ARTICLE = "1-nji madda. Kömek\n"


@pytest.mark.parametrize(
    ("text", "expected", "said"),
    [
        pytest.param(
            "1. Kömek 2030-njy ýylyň\n1-nji ýanwaryndan berilýär.",
            ["  a1.1 part Kömek 2030-njy ýylyň 1-nji ýanwaryndan berilýär."],
            [],
            id="a date goes on",
        ),
        pytest.param(
            "1. Kömek 2030-njy ýylyň\n1. fewralyndan berilýär.\n2. Mugt.",
            ["  a1.1 part Kömek 2030-njy ýylyň 1. fewralyndan berilýär.", "  a1.2 part Mugt."],
            [(3, "LTX009", "joined")],
            id="a date with a stop, in small letters",
        ),
        pytest.param(
            "1. Kömek berilýän gün\n5. Iýunda.\n2. Mugt.",
            ["  a1.1 part Kömek berilýän gün 5. Iýunda.", "  a1.2 part Mugt."],
            [(3, "LTX009", "joined")],
            id="a number that is not the next",
        ),
        pytest.param(
            "1. Kömek berilýär\n2. Mugt.",
            ["  a1.1 part Kömek berilýär", "  a1.2 part Mugt."],
            [(3, "LTX009", "kept")],
            id="a stop that was forgotten before the next number",
        ),
        pytest.param(
            "1. Kömek berilýär\n\n2. Mugt.",
            ["  a1.1 part Kömek berilýär", "  a1.2 part Mugt."],
            [],
            id="an empty line is sure",
        ),
        pytest.param(
            "1. Kömek:\n1) iýmit\n2) derman\n3) söz",
            [
                "  a1.1 part Kömek:",
                "    a1.1.1 point iýmit",
                "    a1.1.2 point derman",
                "    a1.1.3 point söz",
            ],
            [],
            id="items of a list need no sign at their ends",
        ),
        pytest.param(
            "1. Kömek (şu bölegiň\n2) bendi) berilýär.",
            ["  a1.1 part Kömek (şu bölegiň 2) bendi) berilýär."],
            [(3, "LTX009", "joined")],
            id="a citation in brackets",
        ),
        pytest.param(
            "1. Kömek Kanunyň 5 m.\n3. bölegine görä berilýär.\n2. Mugt.",
            [
                "  a1.1 part Kömek Kanunyň 5 m. 3. bölegine görä berilýär.",
                "  a1.2 part Mugt.",
            ],
            [(3, "LTX009", "joined")],
            id="behind an abbreviation",
        ),
        pytest.param(
            "1. Bu barada şu Kanunyň we\n7-nji madda",
            ["  a1.1 part Bu barada şu Kanunyň we 7-nji madda"],
            [(3, "LTX009", "joined")],
            id="an article out of its order",
        ),
        pytest.param(
            "1. Kömek berilýär\nBellik. Gün sanalmaýar.",
            ["  a1.1 part Kömek berilýär", "  a1.n1 note Gün sanalmaýar."],
            [(3, "LTX009", "kept")],
            id="a note behind a forgotten stop",
        ),
        pytest.param(
            "1. Kömek:\niýmit\nderman",
            ["  a1.1 part Kömek:", "    a1.1.p1 paragraph iýmit derman"],
            [(4, "LTX010", "goes-on")],
            id="items without any sign, which may be one",
        ),
        pytest.param(
            "1. Kömek etrap edarasy tarapyndan kanuna we\nTürkmeniň edebine görä berilýär.",
            [
                "  a1.1 part Kömek etrap edarasy tarapyndan kanuna we Türkmeniň edebine görä berilýär."
            ],
            [(3, "LTX010", "goes-on")],
            id="a name that goes on",
        ),
        pytest.param(
            "1. Kömek etrap edaralary tarapyndan şu Kanuna görä berilýär we\n    Arza gerek däl.",
            [
                "  a1.1 part Kömek etrap edaralary tarapyndan şu Kanuna görä berilýär we",
                "    a1.1.p1 paragraph Arza gerek däl.",
            ],
            [],
            id="a line that is set in begins a paragraph",
        ),
    ],
)
def test_a_broken_line_is_read_the_safe_way_and_said(
    text: str, expected: list[str], said: list[tuple[int, str, str]]
) -> None:
    read_ = body(ARTICLE + text)
    assert list(outline(read_.nodes)) == ["a1 article Kömek", *expected]
    assert found(read_) == said


# --- capitals


@pytest.mark.parametrize(
    ("heading", "sentences", "expected", "guesses"),
    [
        pytest.param(
            "О РАБОТЕ КАБИНЕТА МИНИСТРОВ",
            "Утвердить. Порядок Кабинета Министров известен.",
            "О работе Кабинета Министров",
            "Кабинета, Министров",
            id="another case of the same words",
        ),
        pytest.param(
            "О РАБОТЕ КАБИНЕТА МИНИСТРОВ",
            "Кабинет Министров работает.",
            "О работе Кабинета Министров",
            "Кабинета, Министров",
            id="a name at the beginning of a sentence",
        ),
        pytest.param(
            "О ПОМОЩИ ООН",
            "Помощь ООН бесплатна, о помощи просят.",
            "О помощи ООН",
            "ООН",
            id="an acronym",
        ),
        pytest.param(
            "О ПОМОЩИ И ПРАВЕ",
            "Помощь бесплатна. Право есть у всех.",
            "О помощи и праве",
            "",
            id="what begins a sentence is no name",
        ),
        pytest.param(
            "О МИНИСТРЕ",
            "Приказ министра и подпись министра знает Министр.",
            "О министре",
            "",
            id="what is written small more often stays small",
        ),
        pytest.param(
            "О КЛАССЕ II И ФОРМЕ N", "Есть.", "О классе II и форме N", "II, N", id="foreign letters"
        ),
        pytest.param("О ЗАКОНАХ", "Есть.", "О законах", "", id="nothing tells anything"),
    ],
)
def test_names_in_a_title_in_capitals(
    heading: str, sentences: str, expected: str, guesses: str
) -> None:
    text = read(f"ПРИКАЗ\n\n{heading}\n\n1. {sentences}", "ru", "order")
    assert text.facts.title == expected
    said = [str(each.values["words"]) for each in text.diagnostics if each.key == "capitals"]
    assert said == ([guesses] if guesses else [])


def test_names_in_headings_are_told_by_the_text_and_by_what_is_known() -> None:
    law = "ГЛАВА I. ДЕЛА МЕДЖЛИСА, ВЕТЕРАНОВ И ЮНИСЕФ\nСтатья 1. Дела\nДела Ветеранов ведут."
    reading = read_file("law.txt", law.encode())
    known = Known(names=("Представительство ЮНИСЕФ",))
    kind = project().act_kind("law")
    text = recognise(reading, languages()["ru"], project(), kind, known)
    assert text.nodes[0].heading == "Дела Меджлиса, Ветеранов и ЮНИСЕФ"
    assert [(each.code, dict(each.values)) for each in text.diagnostics] == [
        ("LTX010", {"words": "Ветеранов, ЮНИСЕФ"})
    ]


def test_a_heading_in_capitals_on_two_lines_is_read_once() -> None:
    law = "I BAP\nMINISTRLER\nKABINETI\n1-nji madda. A\nMuny Ministrler Kabineti edýär."
    text = body(law)
    assert text.nodes[0].heading == "Ministrler Kabineti"
    assert found(text) == [(1, "LTX010", "capitals")]
