"""Official texts as they really come: scanned, broken, printed. Each is read, or says where not."""

import io
import zipfile

import pytest

from tests.exchange.lawtext.reading import body, outline, read

HEAD = "MINISTRLIGIŇ HABARNAMASY"


@pytest.mark.parametrize(
    ("text", "lang", "expected", "said"),
    [
        pytest.param(
            "Статья 1. Помощь\n1. Помощь оказывают людям, которые\n\n- 1 -\n\nв ней нуждаются.\n"
            "2. Помощь бесплатна для\n- 2 -\nвсех.",
            "ru",
            [
                "a1 article Помощь",
                "  a1.1 part Помощь оказывают людям, которые в ней нуждаются.",
                "  a1.2 part Помощь бесплатна для всех.",
            ],
            [(4, "page-number"), (8, "page-number")],
            id="numbers of pages in the midst of sentences",
        ),
        pytest.param(
            f"1-nji madda. Kömek\n1. Kömek etrap edarasy\n{HEAD}\n3-nji sahypa\ntarapyndan berilýär.\n"
            f"2. Kömek\n{HEAD}\n4-nji sahypa\nmugt.",
            "tk",
            [
                "a1 article Kömek",
                "  a1.1 part Kömek etrap edarasy tarapyndan berilýär.",
                "  a1.2 part Kömek mugt.",
            ],
            [(3, "running-head"), (4, "page-number"), (7, "running-head"), (8, "page-number")],
            id="a foot on every page, with its number",
        ),
        pytest.param(
            "Article 1. Help\n1. Help is given to\n\fLAW ON HELP 2030\neveryone who asks.\n"
            "2. Help is\n\fLAW ON HELP 2030\nfree of charge.",
            "en",
            [
                "a1 article Help",
                "  a1.1 part Help is given to everyone who asks.",
                "  a1.2 part Help is free of charge.",
            ],
            [(3, "running-head"), (6, "running-head")],
            id="a head on every page, behind a sign that begins it",
        ),
        pytest.param(
            "Статья 1. Помощь\n1. Помощь оказывают по ме\u00ad\nсту житель-\nства и в социально-\n"
            "бытовых домах.\n2. Социально-бытовых домов мало.",
            "ru",
            [
                "a1 article Помощь",
                "  a1.1 part Помощь оказывают по месту жительства и в социально-бытовых домах.",
                "  a1.2 part Социально-бытовых домов мало.",
            ],
            [(4, "divided")],
            id="words divided at the ends of lines",
        ),
        pytest.param(
            "  Статья   1.\tПомощь\n\n   1.   Помощь\u00a0 бесплатна.\n\t2.\tПомощь   на дому:\n"
            "\t\t1)\tеда;\n   2)  уход.",
            "ru",
            [
                "a1 article Помощь",
                "  a1.1 part Помощь бесплатна.",
                "  a1.2 part Помощь на дому:",
                "    a1.2.1 point еда;",
                "    a1.2.2 point уход.",
            ],
            [],
            id="tabs, double spaces, spaces that hold words together",
        ),
        pytest.param(
            "Madda 1. Kömek\n1.Kömek berilýär:\n1 ) iýmit;\n2.) derman;\n(3) söz.\n2 . Kömek mugt.\n"
            "Madda 2-nji. Hukuk\nHer kim haklydyr.",
            "tk",
            [
                "a1 article Kömek",
                "  a1.1 part Kömek berilýär:",
                "    a1.1.1 point iýmit;",
                "    a1.1.2 point derman;",
                "    a1.1.3 point söz.",
                "  a1.2 part Kömek mugt.",
                "a2 article Hukuk / Her kim haklydyr.",
            ],
            [],
            id="numbers typed in every way",
        ),
        pytest.param(
            "1 – nji madda: Kömek\nBar.\n2 -nji MADDA — HUKUK\nBar.\n3-nji madda.\nSoňy\nBar.",
            "tk",
            [
                "a1 article Kömek / Bar.",
                "a2 article Hukuk / Bar.",
                "a3 article Soňy / Bar.",
            ],
            [],
            id="headings typed in every way",
        ),
        pytest.param(
            "Статья 1. Помощь\nЕсть.\nСтатья 2 Уход за людьми\nЕсть.\nСтатья 3. Конец\nДа.",
            "ru",
            [
                "a1 article Помощь",
                "  a1.1 part Есть.",
                "  a1.2 part Статья 2 Уход за людьми",
                "  a1.3 part Есть.",
                "a3 article Конец / Да.",
            ],
            [(3, "heading"), (5, "order")],
            id="a heading whose stop the scanner lost",
        ),
        pytest.param(
            "Статья 1. Помощь\n1. Помощь оказывают на основании Закона от\n3. мая 2021 г.\n"
            "№ 5 и в соответствии со ст.\n7. Указанного закона.\n2. Да.",
            "ru",
            [
                "a1 article Помощь",
                "  a1.1 part Помощь оказывают на основании Закона от 3. мая 2021 г.",
                "    a1.1.p1 paragraph № 5 и в соответствии со ст. 7. Указанного закона.",
                "  a1.2 part Да.",
            ],
            [(3, "joined"), (5, "joined")],
            id="dates and citations that begin lines",
        ),
        pytest.param(
            "Статья 1. Помoщь\n1. Помощь есть.\nl. Всем.\n11. Да.\n3. Конец.",
            "ru",
            [
                "a1 article Помoщь",
                "  a1.1 part Помощь есть.",
                "    a1.1.p1 paragraph l. Всем.",
                "  a1.11 part Да.",
                "  a1.3 part Конец.",
            ],
            [(1, "mixed"), (4, "perhaps-raised"), (5, "order")],
            id="letters and figures that a scanner mistook",
        ),
    ],
)
def test_a_mangled_text_is_read_or_says_where_it_is_not(
    text: str, lang: str, expected: list[str], said: list[tuple[int, str]]
) -> None:
    found = body(text, lang)
    assert list(outline(found.nodes)) == expected
    assert sorted((each.span.line, each.key) for each in found.diagnostics) == said


def test_a_broken_preamble_is_one_paragraph_and_none_of_the_title() -> None:
    text = read(
        "ЗАКОН ТУРКМЕНИСТАНА\n\nО социальной\nпомощи\n\nНастоящий Закон устанавливает основы помощи\n"
        "и порядок её оказания.\n\nСтатья 1. Да\nЕсть.",
        "ru",
    )
    assert text.facts.title == "О социальной помощи"
    assert text.facts.preamble == (
        "Настоящий Закон устанавливает основы помощи и порядок её оказания."
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1. Kömek:\nsöz\nköp\nsöz\naz\nsöz", id="words that come again in a list"),
        pytest.param("1. Bir.\n(güýjüni ýitirdi)\n2. Iki.\n(güýjüni ýitirdi)", id="remarks that come again"),
        pytest.param("1. Bir.\n7\n2. Iki.", id="a number alone"),
        pytest.param("1. Bir.\nSöz.\n2. Iki.\nSöz.\n3. Üç.\nSöz.", id="sentences that come again"),
    ],
)  # fmt: skip
def test_what_belongs_to_the_text_stays(text: str) -> None:
    found = body(f"1-nji madda. Kömek\n{text}")
    assert not {"page-number", "running-head"} & {each.key for each in found.diagnostics}


# --- Word files and web pages


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(*paragraphs: str) -> bytes:
    inside = "".join(f"<w:p><w:r>{each}</w:r></w:p>" for each in paragraphs)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as pack:
        text = f"<w:document {W}><w:body>{inside}</w:body></w:document>"
        pack.writestr("word/document.xml", text)
    return made.getvalue()


def words(*lines: str) -> str:
    """Give lines of one paragraph of Word, each ended by hand but the last."""
    return "<w:br/>".join(f"<w:t>{each}</w:t>" for each in lines)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            word(
                words("Статья 1.", "Помощь"),
                words("1. Помощь оказывают разным людям и семьям,", "которые в ней нуждаются."),
                "<w:t>2. Помощь бес</w:t><w:softHyphen/><w:br/><w:t>платна.</w:t>",
            ),
            id="lines that a typist ended in Word",
        ),
        pytest.param(
            "<!doctype html><p>Статья 1.<br>Помощь</p><p>1. Помощь оказывают разным людям и семьям,<br>\n"
            "которые в ней нуждаются.</p><div>2. Помощь бес&shy;<br/>платна.</div>".encode(),
            id="lines that a web page ends",
        ),
    ],
)
def test_a_line_that_was_ended_by_hand_ends_no_paragraph(data: bytes) -> None:
    found = read(data, "ru", "law")
    assert list(outline(found.nodes)) == [
        "a1 article Помощь",
        "  a1.1 part Помощь оказывают разным людям и семьям, которые в ней нуждаются.",
        "  a1.2 part Помощь бесплатна.",
    ]
    assert found.diagnostics == ()
