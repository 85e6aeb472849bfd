"""Lines become provisions inside each other, and nobody has to say where one ends."""

import pytest

from tests.exchange.lawtext.reading import body, found, outline

ARTICLE = "1-nji madda. Kömek\n"
OPEN = "[{} görnüşi – entek çözülmedik] "
A, B = (OPEN.format(each) for each in "AB")
Open = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"1. Bir.\n2.\n{A}Iki.\n{B}Üç.\n3. Dört.",
            [("a1.1", "Bir.", []), ("a1.2", "", [("a", "Iki."), ("b", "Üç.")]), ("a1.3", "Dört.", [])],
            id="of a number without words",
        ),
        pytest.param(
            f"1. Bir.\n{A}Iki.\n{A}Ýene.\n{B}Üç.",
            [("a1.1", "Bir.", [("a", "Iki.\n\nÝene."), ("b", "Üç.")])],
            id="beside words, and of two paragraphs",
        ),
        pytest.param(
            f"1. Bir.\n{A}Örän uzyn setirde başlanan we ýazýan adam tarapyndan bölünen\ngörnüş.",
            [
                (
                    "a1.1",
                    "Bir.",
                    [("a", "Örän uzyn setirde başlanan we ýazýan adam tarapyndan bölünen görnüş.")],
                )
            ],
            id="on a line that was broken",
        ),
        pytest.param(
            f"Bir.\n\n{A}Iki.\n{B}Üç.\n\n{A}Dört.\n{B}Bäş.",
            [
                ("a1.1", "Bir.", []),
                ("a1.2", "", [("a", "Iki."), ("b", "Üç.")]),
                ("a1.3", "", [("a-2", "Dört."), ("b-2", "Bäş.")]),
            ],
            id="of paragraphs without numbers",
        ),
    ],
)  # fmt: skip
def test_open_wordings_are_read(text: str, expected: list[tuple[str, str, Open]]) -> None:
    (article,) = body(ARTICLE + text).nodes
    assert [(each.id, each.text, each.variants) for each in article.contains] == expected


def test_the_open_wordings_of_an_article_are_its_own() -> None:
    (article,) = body(f"{ARTICLE}{A}Iki.\n{B}Üç.").nodes
    assert (article.text, article.contains) == ("", [])
    assert article.variants == [("a", "Iki."), ("b", "Üç.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kömek berilýär.",
            ["a1 article Kömek / Kömek berilýär."],
            id="one paragraph is the article's",
        ),
        pytest.param(
            "Kömek:\n1) iýmit;\n2) derman.",
            ["a1 article Kömek / Kömek:", "  a1.1 point iýmit;", "  a1.2 point derman."],
            id="a list under one paragraph",
        ),
        pytest.param(
            "Birinji.\nIkinji:\n1) iýmit;\n2) derman.\nÜçünji.",
            [
                "a1 article Kömek",
                "  a1.1 part Birinji.",
                "  a1.2 part Ikinji:",
                "    a1.2.1 point iýmit;",
                "    a1.2.2 point derman.",
                "  a1.3 part Üçünji.",
            ],
            id="several paragraphs are unnumbered parts",
        ),
        pytest.param(
            "1. Kömek:\niýmit;\nderman.\n2. Mugt.",
            [
                "a1 article Kömek",
                "  a1.1 part Kömek:",
                "    a1.1.p1 paragraph iýmit;",
                "    a1.1.p2 paragraph derman.",
                "  a1.2 part Mugt.",
            ],
            id="an open list without numbers is indents",
        ),
        pytest.param(
            "Giriş.\n1. Bir.\n2. Iki.",
            ["a1 article Kömek / Giriş.", "  a1.1 part Bir.", "  a1.2 part Iki."],
            id="words before numbered parts are the article's",
        ),
        pytest.param(
            "1. Bir.\nDowamy.\n2. Iki.",
            [
                "a1 article Kömek",
                "  a1.1 part Bir.",
                "    a1.1.p1 paragraph Dowamy.",
                "  a1.2 part Iki.",
            ],
            id="a paragraph under a numbered part belongs to it",
        ),
        pytest.param(
            "1. Kömek etrap\nedarasy tarapyndan berilýär.\n2. Iki.",
            [
                "a1 article Kömek",
                "  a1.1 part Kömek etrap edarasy tarapyndan berilýär.",
                "  a1.2 part Iki.",
            ],
            id="a line that a typist broke goes on",
        ),
        pytest.param(
            "1. Kömek:\n1) jaýda:\na) aşhanada;\nb) otagda;\n2) daşarda.",
            [
                "a1 article Kömek",
                "  a1.1 part Kömek:",
                "    a1.1.1 point jaýda:",
                "      a1.1.1.a subpoint aşhanada;",
                "      a1.1.1.b subpoint otagda;",
                "    a1.1.2 point daşarda.",
            ],
            id="letters under points",
        ),
        pytest.param(
            "1. Bir.\nBellik. Gün sanalmaýar.",
            ["a1 article Kömek", "  a1.1 part Bir.", "  a1.n1 note Gün sanalmaýar."],
            id="a note belongs to the article",
        ),
        pytest.param(
            "5-nji maddanyň talaplary degişlidir.",
            ["a1 article Kömek / 5-nji maddanyň talaplary degişlidir."],
            id="a citation at the beginning of a line begins nothing",
        ),
        pytest.param(
            "2030. Ýyl.",
            ["a1 article Kömek", "  a1.2030 part Ýyl."],
            id="any number may be printed",
        ),
    ],
)
def test_paragraphs_of_an_article(text: str, expected: list[str]) -> None:
    assert list(outline(body(ARTICLE + text).nodes)) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        pytest.param(
            "I BAP. UMUMY DÜZGÜNLER\n1-nji madda. Kömek\nBar.",
            "tk",
            ["c1 chapter Umumy düzgünler", "  a1 article Kömek / Bar."],
            id="capitals become a sentence",
        ),
        pytest.param(
            "I BAP\nTÜRKMENISTANYŇ\nKÖMEGI\n1-nji madda\nKömek\nBar.",
            "tk",
            ["c1 chapter Türkmenistanyň kömegi", "  a1 article Kömek / Bar."],
            id="headings on lines of their own",
        ),
        pytest.param(
            "РАЗДЕЛ I. ОБЩИЙ\nГЛАВА 1. НАЧАЛО\nСтатья 1. Помощь\nЕсть.\nГЛАВА 2. КОНЕЦ\nСтатья 2. Срок\nДень.",
            "ru",
            [
                "d1 division Общий",
                "  c1 chapter Начало",
                "    a1 article Помощь / Есть.",
                "  c2 chapter Конец",
                "    a2 article Срок / День.",
            ],
            id="divisions around chapters with Arabic numbers",
        ),
        pytest.param(
            "РАЗДЕЛ I. А\nГлава I. Б\nСтатья 1. В\nГ.\nРАЗДЕЛ II. Д\nГлава I. Е\nСтатья 2. Ж\nЗ.",
            "ru",
            [
                "d1 division А",
                "  c1 chapter Б",
                "    a1 article В / Г.",
                "d2 division Д",
                "  d2.c1 chapter Е",
                "    a2 article Ж / З.",
            ],
            id="chapters that begin anew in each division",
        ),
        pytest.param(
            "Статья 12. А\nБ.\nСтатья 12-1. В\nГ.\nСтатья 12². Д\nЕ.\nСтатья 13. Ж\nЗ.",
            "ru",
            [
                "a12 article А / Б.",
                "a12-1 article В / Г.",
                "a12-2 article Д / Е.",
                "a13 article Ж / З.",
            ],
            id="raised numbers, however they are typed",
        ),
    ],
)
def test_headings(text: str, lang: str, expected: list[str]) -> None:
    assert list(outline(body(text, lang).nodes)) == expected


@pytest.mark.parametrize(
    ("line", "is_repealed", "amendment"),
    [
        pytest.param("2. Bir.\n(Kanunyň redaksiýasynda)", False, "Kanunyň redaksiýasynda", id="below"),
        pytest.param("2. Bir. (Kanunyň redaksiýasynda)", False, "Kanunyň redaksiýasynda", id="behind"),
        pytest.param("2. Güýjüni ýitirdi", True, "", id="repealed in its own words"),
        pytest.param("2. Bir.\n(güýjüni ýitirdi)", True, "", id="repealed in brackets"),
        pytest.param("2. Bir.\n(2031-nji ýylda güýjüni ýitirdi)", True, "2031-nji ýylda güýjüni ýitirdi", id="repealed by an act"),
        pytest.param("2. Bir (iki).", False, "", id="brackets in a sentence are words"),
    ],
)  # fmt: skip
def test_notes_about_amendments(line: str, is_repealed: bool, amendment: str) -> None:  # noqa: FBT001
    (article,) = body(f"{ARTICLE}1. Öňki.\n{line}").nodes
    part = article.contains[-1]
    assert (part.is_repealed, part.amendment, part.contains) == (is_repealed, amendment, [])


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param("1 2 3", [], id="in order"),
        pytest.param("1 1¹ 1² 2", [], id="raised ones in order"),
        pytest.param("1 11 2", [(3, "perhaps-raised")], id="11 right after 1"),
        pytest.param("1 11 12 2", [(3, "perhaps-raised"), (4, "perhaps-raised")], id="11 and 12"),
        pytest.param("1 2 3 4 5 6 7 8 9 10 11 12", [], id="a true 11"),
        pytest.param("1 2 4", [(4, "order")], id="a gap"),
        pytest.param("1 3 2", [(3, "order"), (4, "order")], id="two that changed places"),
    ],
)
def test_order_of_points(numbers: str, expected: list[tuple[int, str]]) -> None:
    lines = "\n".join(f"{each}) söz;" for each in numbers.split())
    # The line of the article is the first, so a point stands one line below its place.
    text = body(f"1-nji madda. Kömek\n{lines}")
    assert [(line, key) for line, code, key in found(text) if code == "LTX004"] == expected


def test_articles_count_through_chapters_and_are_named_once() -> None:
    text = body("I BAP. A\n1-nji madda. A\nB.\nII BAP. Ç\n2-nji madda. D\nE.\n4-nji madda. F\nG.")
    assert found(text) == [(7, "LTX004", "order")]


def test_a_number_twice_is_an_error_with_both_places() -> None:
    text = body(f"{ARTICLE}1. Bir.\n2. Iki.\n2. Üç.")
    (finding,) = text.diagnostics
    assert (finding.code, finding.span.line, finding.related[0].span.line) == ("LTX003", 4, 3)
    assert not text.is_fine


def test_points_of_a_list_may_begin_anew_in_each_part() -> None:
    assert body(f"{ARTICLE}1. A:\n1) b;\n2) ç.\n2. D:\n1) e;\n2) f.").diagnostics == ()
