"""What an act says around its provisions, and what is found in its letters."""

from datetime import date

import pytest

from tests.exchange.lawtext.reading import TEXTS, body, found, official, outline, read

LAW = [
    "c1 chapter",
    "  a1 article",
    "    a1.1 point",
    "    a1.2 point",
    "  a2 article",
    "    a2.1 part",
    "      a2.1.1 point",
    "      a2.1.1-1 point",
    "      a2.1.2 point",
    "        a2.1.2.a subpoint",
    "        a2.1.2.b subpoint",
    "    a2.2 part",
    "c2 chapter",
    "  a3 article",
    "    a3.1 part",
    "    a3.2 part",
    "    a3.n1 note",
    "  a3-1 article",
]


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_the_same_law_has_the_same_ids_in_every_language(lang: str) -> None:
    text = read(official(f"law.{lang}"), lang)
    ids = [" ".join(each.split(" ")[: each.count("  ") * 2 + 2]) for each in outline(text.nodes)]
    assert found(text) == []
    assert ids == LAW


@pytest.mark.parametrize(
    ("name", "lang", "title", "office", "place"),
    [
        pytest.param("law.tk", "tk", "Goňşulyk kömegi hakynda", "Türkmenistanyň Prezidenti", "Aşgabat şäheri", id="tk"),
        pytest.param("law.ru", "ru", "О соседской помощи", "Президент Туркменистана", "гор. Ашхабад", id="ru"),
        pytest.param("law.en", "en", "On Neighbourly Help", "President of Turkmenistan", "Ashgabat", id="en"),
    ],
)  # fmt: skip
def test_facts_of_a_law(name: str, lang: str, title: str, office: str, place: str) -> None:
    text = read(official(name), lang)
    assert text.kind is not None
    assert text.kind.id == "law"
    assert (text.facts.title, text.facts.office, text.facts.place) == (title, office, place)
    assert (text.facts.number, text.facts.day) == ("7-VIII", date(2030, 12, 18))
    assert len(text.facts.gazette) == 1
    assert text.facts.note.startswith("(")
    assert text.facts.is_sample


def test_an_order_has_parts_without_articles_and_its_annex_is_left_out() -> None:
    text = read(official("order.tk"))
    assert text.kind is not None
    assert text.kind.id == "order"
    assert [each.id for each in text.nodes] == ["p1", "p2", "p3"]
    assert (text.facts.number, text.facts.day) == ("12-Ö", date(2030, 2, 5))
    assert (text.facts.office, text.facts.preamble) == ("Ministr", "Kanuna laýyklykda buýurýaryn:")
    assert found(text) == [(19, "LTX002", "annex")]


def test_a_statute_has_chapters_of_parts() -> None:
    text = read(official("statute.ru"), "ru")
    assert text.kind is not None
    assert text.kind.id == "statute"
    assert list(outline(text.nodes))[4:] == [
        "    p2.2 point волонтёры.",
        "c2 chapter Порядок",
        "  p3 part Просьбу о помощи передают любым способом.",
        "    p3.p1 paragraph Её можно передать и устно.",
        "  p4 part Помощь оказывают в тот же день.",
    ]


@pytest.mark.parametrize("place", ["first", "last"])
def test_an_older_sentence_marks_a_sample_too(place: str) -> None:
    law = "LAW OF TURKMENISTAN\n\nOn Help\n\nArticle 1. Help\nHelp is given."
    mark = "Sample, not official."
    text = read(f"{mark}\n\n{law}" if place == "first" else f"{law}\n\n{mark}", "en")
    assert (text.facts.is_sample, text.facts.title) == (True, "On Help")
    assert list(outline(text.nodes)) == ["a1 article Help / Help is given."]


@pytest.mark.parametrize("name", sorted(each.stem for each in TEXTS.glob("*.txt")))
def test_no_name_of_a_person_is_kept(name: str) -> None:
    text = read(official(name), name[-2:])
    kept = repr((text.facts, text.nodes, text.diagnostics))
    assert not {"Familiýasy", "Фамилия", "Surname"} & set(kept.replace("'", " ").split())


@pytest.mark.parametrize(
    ("lines", "office", "keys"),
    [
        pytest.param("Türkmenistanyň Prezidenti\tAdy Atasy", "Türkmenistanyň Prezidenti", [], id="a tab between"),
        pytest.param("Türkmenistanyň Prezidenti Ady Atasy", "Türkmenistanyň Prezidenti", [], id="a known office"),
        pytest.param("Zähmet ministri Ady Atasy", "", ["signature"], id="nothing tells them apart"),
        pytest.param("Ministr", "Ministr", [], id="no name at all"),
        pytest.param("Ministr\nBaşga setir", "Ministr", ["after-signature"], id="a line nobody understands"),
    ],
)  # fmt: skip
def test_signature(lines: str, office: str, keys: list[str]) -> None:
    text = body(f"1-nji madda. A\nBar.\n\n{lines}")
    assert text.facts.office == office
    assert [key for _, _, key in found(text)] == keys


def test_a_list_of_contents_is_passed_over() -> None:
    contents = "MAZMUNY\n1-nji madda. A\n2-nji madda. B\n"
    text = body(f"{contents}1-nji madda. A\nBar.\n2-nji madda. B\nÝok.")
    assert list(outline(text.nodes)) == ["a1 article A / Bar.", "a2 article B / Ýok."]
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        pytest.param(
            "1-nji madda. Kömеk\nBar.", "tk", [(1, 17)], id="a Cyrillic letter in Turkmen"
        ),
        pytest.param("Статья 1. Пoмощь\nЕсть.", "ru", [(1, 12)], id="a Latin letter in Russian"),
        pytest.param("Статья 1. Word\nЕсть.", "ru", [], id="a whole word is a foreign word"),
    ],
)
def test_letters_of_two_scripts(text: str, lang: str, expected: list[tuple[int, int]]) -> None:
    spans = [(each.span.line, each.span.column) for each in body(text, lang).diagnostics]
    assert spans == expected


@pytest.mark.parametrize(
    ("text", "lang", "key"),
    [
        pytest.param("Статья 1. Помощь\nПомощь бесплатна для всех.", "tk", "script", id="letters of another language"),
        pytest.param("Hello there.\nNothing here is an act.", "en", "kind", id="no kind of act"),
        pytest.param("LAW OF TURKMENISTAN\nHello there, it is empty.", "en", "no-provision", id="no provision"),
    ],
)  # fmt: skip
def test_what_is_no_act_is_refused(text: str, lang: str, key: str) -> None:
    assert [each.key for each in read(text, lang).diagnostics] == [key]
