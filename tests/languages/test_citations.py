"""Citations in three languages, and in a fourth with another law structure."""

import pytest

from gollanma.languages import THIS, CitedAct, Language, Languages, UnknownWordError

LAW = {
    "tk": CitedAct("law", "Durmuş hyzmatlary hakynda", "Türkmenistanyň"),
    "ru": CitedAct("law", "О социальных услугах", "Туркменистана"),
    "en": CitedAct("law", "On Social Services", "of Turkmenistan"),
}


@pytest.mark.parametrize(
    ("kind", "units", "case", "said"),
    [
        pytest.param(
            "law",
            (("article", "5"), ("part", "1")),
            ("gen", "gen", "nom"),
            (
                "şu Kanunyň 5-nji maddasynyň birinji böleginiň",
                "части первой статьи 5 настоящего Закона",
                "part 1 of Article 5 of this Law",
            ),
            id="of a law",
        ),
        pytest.param(
            "code",
            (("article", "5"),),
            ("loc", "prp", "nom"),
            (
                "şu Kodeksiň 5-nji maddasynda",
                "статье 5 настоящего Кодекса",
                "Article 5 of this Code",
            ),
            id="of a code",
        ),
        pytest.param(
            "statute",
            (("point", "2"),),
            ("nom", "nom", "nom"),
            (
                "şu Düzgünnamanyň 2-nji bendi",
                "пункт 2 настоящего Положения",
                "point 2 of this Statute",
            ),
            id="of a statute",
        ),
        pytest.param(
            "order",
            (("part", "2"),),
            ("dat", "dat", "nom"),
            (
                "şu buýrugyň ikinji bölegine",
                "части второй настоящего приказа",
                "part 2 of this Order",
            ),
            id="of an order",
        ),
        pytest.param(
            "rules",
            (("point", "2"),),
            ("nom", "nom", "nom"),
            ("şu Düzgünleriň 2-nji bendi", "пункт 2 настоящих Правил", "point 2 of these Rules"),
            id="of rules, which are several",
        ),
        pytest.param(
            "constitution",
            (),
            ("acc", "acc", "nom"),
            ("şu Konstitusiýany", "настоящую Конституцию", "this Constitution"),
            id="the act itself",
        ),
    ],
)
def test_an_act_in_its_own_text(
    languages: Languages,
    kind: str,
    units: tuple[tuple[str, str], ...],
    case: tuple[str, ...],
    said: tuple[str, ...],
) -> None:
    act = CitedAct(kind, is_this=True)
    for language, asked, words in zip(languages.values(), case, said, strict=True):
        cited = language.cite(units, asked, act) if units else language.citations.act(act, asked)
        assert cited == words


@pytest.mark.parametrize(
    ("units", "case", "said"),
    [
        pytest.param(
            (("article", THIS), ("part", "2")),
            ("loc", "prp", "nom"),
            (
                "şu maddanyň ikinji böleginde",
                "части второй настоящей статьи",
                "part 2 of this Article",
            ),
            id="a part of the article",
        ),
        pytest.param(
            (("article", THIS),),
            ("gen", "gen", "nom"),
            ("şu maddanyň", "настоящей статьи", "this Article"),
            id="the article",
        ),
        pytest.param(
            (("point", THIS), ("subpoint", "a")),
            ("nom", "nom", "nom"),
            (
                "şu bendiň a) kiçi bendi",
                "подпункт «a» настоящего пункта",
                "subpoint (a) of this point",
            ),
            id="a subpoint of the point",
        ),
    ],
)
def test_a_unit_in_which_the_citation_stands(
    languages: Languages,
    units: tuple[tuple[str, str], ...],
    case: tuple[str, ...],
    said: tuple[str, ...],
) -> None:
    cited = [each.cite(units, asked) for each, asked in zip(languages.values(), case, strict=True)]
    assert tuple(cited) == said


def test_a_pack_without_the_word_for_this_cites_nothing_so(ro: Language) -> None:
    with pytest.raises(UnknownWordError):
        ro.cite((("articol", THIS),), ro.cases[0])


@pytest.mark.parametrize(
    ("units", "tk", "ru", "en"),
    [
        pytest.param(
            (("article", "12"), ("part", "3"), ("point", "2")),
            "12-nji maddanyň üçünji böleginiň 2-nji bendi",
            "пункт 2 части третьей статьи 12",
            "point 2 of part 3 of Article 12",
            id="a point of a part of an article",
        ),
        pytest.param((("article", "5"),), "5-nji madda", "статья 5", "Article 5", id="an article"),
        pytest.param(
            (("article", "12^1"),),
            "12¹-nji madda",
            "статья 12¹",
            "Article 12¹",
            id="a raised number",
        ),
        pytest.param(
            (("article", "12^1"), ("part", "1")),
            "12¹-nji maddanyň birinji bölegi",
            "часть первая статьи 12¹",
            "part 1 of Article 12¹",
            id="a part of an article with a raised number",
        ),
        pytest.param(
            (("chapter", "1"),), "I bap", "глава I", "Chapter I", id="a chapter in Roman figures"
        ),
        pytest.param(
            (("division", "2"), ("chapter", "III")),
            "II bölümiň III baby",
            "глава III раздела II",
            "Chapter III of Division II",
            id="a chapter already in Roman figures",
        ),
        pytest.param(
            (("article", "5..9"),),
            "5–9-njy maddalar",
            "статьи 5–9",
            "Articles 5–9",
            id="a range: the suffix of the last number",
        ),
        pytest.param(
            (("article", "5,7"),),
            "5-nji we 7-nji maddalar",
            "статьи 5 и 7",
            "Articles 5 and 7",
            id="two articles",
        ),
        pytest.param(
            (("article", "3,5..7,10"),),
            "3-nji, 5–7-nji we 10-njy maddalar",
            "статьи 3, 5–7 и 10",
            "Articles 3, 5–7 and 10",
            id="a list with a range",
        ),
        pytest.param(
            (("article", "4"), ("part", "1,2")),
            "4-nji maddanyň birinji we ikinji bölekleri",
            "части первая и вторая статьи 4",
            "parts 1 and 2 of Article 4",
            id="two parts in words",
        ),
        pytest.param(
            (("article", "4"), ("part", "1..3")),
            "4-nji maddanyň birinji–üçünji bölekleri",
            "части первая–третья статьи 4",
            "parts 1–3 of Article 4",
            id="a range of parts in words",
        ),
        pytest.param(
            (("article", "4"), ("part", "2"), ("indent", "3")),
            "4-nji maddanyň ikinji böleginiň üçünji tesimi",
            "абзац третий части второй статьи 4",
            "third indent of part 2 of Article 4",
            id="an indent in words",
        ),
        pytest.param(
            (("article", "4"), ("point", "2"), ("subpoint", "b")),
            "4-nji maddanyň 2-nji bendiniň b) kiçi bendi",
            "подпункт «b» пункта 2 статьи 4",
            "subpoint (b) of point 2 of Article 4",
            id="a subpoint by its letter",
        ),
        pytest.param(
            (("article", "12"), ("note", "")),
            "12-nji maddanyň belligi",
            "примечание к статье 12",
            "note to Article 12",
            id="a note without a number",
        ),
        pytest.param(
            (("article", "12"), ("note", "2")),
            "12-nji maddanyň 2-nji belligi",
            "примечание 2 к статье 12",
            "note 2 to Article 12",
            id="a numbered note",
        ),
        pytest.param(
            (("article", "12"), ("heading", "1")),
            "12-nji maddanyň ady",
            "название статьи 12",
            "heading of Article 12",
            id="a heading has no number",
        ),
        pytest.param(
            (("point", "6"),), "6-njy bent", "пункт 6", "point 6", id="an act without articles"
        ),
        pytest.param((("step", "4"),), "4-nji ädim", "шаг 4", "step 4", id="a step"),
        pytest.param((), "", "", "", id="nothing"),
    ],
)
def test_a_unit_is_cited(
    units: tuple[tuple[str, str], ...], tk: str, ru: str, en: str, languages: Languages
) -> None:
    said = {code: each.cite(units) for code, each in languages.items()}
    assert said == {"tk": tk, "ru": ru, "en": en}


@pytest.mark.parametrize(
    ("code", "units", "case", "said"),
    [
        ("tk", (), "nom", "«Durmuş hyzmatlary hakynda» Türkmenistanyň Kanuny"),
        ("tk", (), "gen", "«Durmuş hyzmatlary hakynda» Türkmenistanyň Kanunynyň"),
        ("tk", (), "abl", "«Durmuş hyzmatlary hakynda» Türkmenistanyň Kanunyndan"),
        ("tk", (("article", "8"),), "loc",
         "«Durmuş hyzmatlary hakynda» Türkmenistanyň Kanunynyň 8-nji maddasynda"),
        ("tk", (("article", "8"), ("part", "1")), "dat",
         "«Durmuş hyzmatlary hakynda» Türkmenistanyň Kanunynyň 8-nji maddasynyň birinji bölegine"),
        ("tk", (("article", "5..9"),), "acc",
         "«Durmuş hyzmatlary hakynda» Türkmenistanyň Kanunynyň 5–9-njy maddalaryny"),
        ("ru", (), "nom", "Закон Туркменистана «О социальных услугах»"),
        ("ru", (), "gen", "Закона Туркменистана «О социальных услугах»"),
        ("ru", (), "ins", "Законом Туркменистана «О социальных услугах»"),
        ("ru", (("article", "8"),), "ins",
         "статьёй 8 Закона Туркменистана «О социальных услугах»"),
        ("ru", (("annex", "1"),), "prp",
         "приложении 1 к Закону Туркменистана «О социальных услугах»"),
        ("en", (), "nom", 'Law of Turkmenistan "On Social Services"'),
        ("en", (("article", "8"),), "nom",
         'Article 8 of the Law of Turkmenistan "On Social Services"'),
        ("en", (("annex", "1"),), "nom",
         'Annex 1 to the Law of Turkmenistan "On Social Services"'),
    ],
)  # fmt: skip
def test_an_act_is_cited_with_its_title_uninflected(
    code: str, units: tuple[tuple[str, str], ...], case: str, said: str, languages: Languages
) -> None:
    assert languages[code].cite(units, case, LAW[code]) == said


@pytest.mark.parametrize(
    ("case", "tk", "ru"),
    [
        (0, "12-nji maddanyň üçünji bölegi", "часть третья статьи 12"),
        (1, "12-nji maddanyň üçünji böleginiň", "части третьей статьи 12"),
        (2, "12-nji maddanyň üçünji bölegine", "части третьей статьи 12"),
        (3, "12-nji maddanyň üçünji bölegini", "часть третью статьи 12"),
        (4, "12-nji maddanyň üçünji böleginde", "частью третьей статьи 12"),
        (5, "12-nji maddanyň üçünji böleginden", "части третьей статьи 12"),
    ],
)
def test_a_citation_stands_in_every_case(case: int, tk: str, ru: str, languages: Languages) -> None:
    units = (("article", "12"), ("part", "3"))
    turkmen, russian = languages["tk"], languages["ru"]
    assert turkmen.cite(units, turkmen.cases[case]) == tk
    assert russian.cite(units, russian.cases[case]) == ru


@pytest.mark.parametrize(
    ("code", "act", "said"),
    [
        pytest.param(
            "tk",
            CitedAct("constitution", "", "Türkmenistanyň"),
            "Türkmenistanyň Konstitusiýasy",
            id="an act that needs no title",
        ),
        pytest.param(
            "ru",
            CitedAct("order", "О «Службе»", "Министра"),
            "приказ Министра «О „Службе“»",
            id="quotation marks inside a title",
        ),
        pytest.param(
            "tk", CitedAct("law", "Birinji"), "«Birinji» Kanun", id="an act without an issuer"
        ),
        pytest.param("tk", CitedAct("law"), "kanun", id="the kind alone is a common word"),
    ],
)
def test_names_of_acts(code: str, act: CitedAct, said: str, languages: Languages) -> None:
    assert languages[code].cite((), "nom", act) == said


@pytest.mark.parametrize(
    ("code", "case", "said"),
    [
        ("tk", "nom", "«Kabul» iş tertibi"), ("tk", "gen", "«Kabul» iş tertibiniň"),
        ("ru", "nom", "процедура «Kabul»"), ("ru", "gen", "процедуры «Kabul»"),
        ("en", "nom", 'procedure "Kabul"'),
    ],
)  # fmt: skip
def test_a_record_is_named_by_its_kind_and_title(
    code: str, case: str, said: str, languages: Languages
) -> None:
    assert languages[code].named("sop", "Kabul", case) == said


@pytest.mark.parametrize(
    ("units", "case", "said"),
    [
        ((("articol", "12"),), "nom", "articolul 12"),
        ((("articol", "12"), ("alineat", "3"), ("litera", "b")), "nom",
         "articolul 12 alineatul (3) litera b)"),
        ((("articol", "12"), ("alineat", "1,2")), "gen", "articolul 12 alineatelor (1 și 2)"),
    ],
)  # fmt: skip
def test_another_law_structure_is_data_alone(
    units: tuple[tuple[str, str], ...], case: str, said: str, ro: Language
) -> None:
    assert ro.cite(units, case) == said


def test_another_law_structure_with_its_act(ro: Language) -> None:
    act = CitedAct("law", "Legea serviciilor „sociale”")
    assert ro.cite((("articol", "5"),), act=act) == (
        "Legea „Legea serviciilor «sociale»”, articolul 5"
    )


def test_words_of_units_and_quotation_marks(tk: Language, en: Language) -> None:
    assert tk.unit_word("article", "gen", plural=True) == "maddalaryň"
    assert tk.unit_word("article", "abl", possessive=True) == "maddasyndan"
    assert en.quote('A "b" c') == "\"A 'b' c\""


def test_an_unknown_unit_or_kind_is_an_error_of_ours(tk: Language) -> None:
    with pytest.raises(UnknownWordError, match="no unit `clause`"):
        tk.cite((("clause", "1"),))
    with pytest.raises(UnknownWordError, match="no kind `poem`"):
        tk.kind_word("poem")
