"""Stems: the forms of one word meet, two words do not."""

import pytest

from gollanma.languages import Language, Languages
from tests.languages.turkmen_nouns import APART, NOUNS, POSSESSED, SAID
from tests.languages.turkmen_verbs import VERBS


def rows(*tables: str) -> list[tuple[str, str]]:
    """Give each form of the tables, once, with the word that it is a form of."""
    lines = (line.partition(": ") for table in tables for line in table.strip().splitlines())
    pairs = ((word, form) for word, _, forms in lines for form in forms.split())
    return list(dict.fromkeys(pairs))


TURKMEN = rows(NOUNS, POSSESSED, SAID, VERBS)


def test_the_table_of_forms_is_long_enough() -> None:
    assert len(TURKMEN) >= 650


@pytest.mark.parametrize(("noun", "form"), TURKMEN)
def test_turkmen_forms_of_one_word_meet(noun: str, form: str, tk: Language) -> None:
    assert tk.analyse(form) == tk.analyse(noun)


@pytest.mark.parametrize(("noun", "made"), rows(APART))
def test_what_is_made_of_a_turkmen_word_stays_apart(noun: str, made: str, tk: Language) -> None:
    assert tk.analyse(noun) != tk.analyse(made)


def test_no_two_turkmen_nouns_of_the_table_meet(tk: Language) -> None:
    nouns = sorted({noun for noun, _ in rows(NOUNS, POSSESSED)})
    stems: dict[str, list[str]] = {}
    for noun in nouns:
        stems.setdefault(tk.analyse(noun), []).append(noun)
    assert [each for each in stems.values() if len(each) > 1] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("at", "ata"), ("adam", "ada"), ("söz", "sözlem"), ("ýüz", "ýüzük"), ("zor", "zorluk"),
        ("hossar", "hossarlyk"), ("saglyk", "sagat"), ("man", "manat"), ("beden", "bede"),
        ("dollar", "dol"), ("deňiz", "de"), ("iş", "işgär"), ("kanun", "kan"), ("öý", "öz"),
        ("maýyp", "maýyplyk"), ("çaga", "çagyryş"), ("bellik", "bellemek"),
    ],
)  # fmt: skip
def test_turkmen_words_that_look_alike_stay_apart(one: str, other: str, tk: Language) -> None:
    assert tk.analyse(one) != tk.analyse(other)


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        pytest.param("tk", "DURMUŞ", "durmuşy", id="capitals"),
        pytest.param("tk", "җемгыетиң", "jemgyýet", id="the older alphabet"),
        pytest.param("tk", "çärelere", "çäre", id="before folding, so ä and e meet"),
        pytest.param("ru", "социальными услугами", "социальная услуга", id="cases"),
        pytest.param("ru", "ребёнка", "ребенком", id="ё and е"),
        pytest.param("ru", "опекой", "ОПЕКА", id="Russian capitals"),
        pytest.param("en", "social workers", "social worker", id="English plural"),
        pytest.param("en", "worker’s", "worker", id="a possessive"),
    ],
)
def test_forms_of_one_word_meet(code: str, one: str, other: str, languages: Languages) -> None:
    language = languages[code]
    assert stems(language, one) == stems(language, other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("shikayat", ["şikayat"], id="one"),
        pytest.param("Chaga", ["çaga"], id="a capital"),
        pytest.param("chözüsh", ["çözüş", "çözüsh", "chözüş"], id="two: both, then one of them"),
        pytest.param("çaga", [], id="as it should be"),
        pytest.param("ashhana", ["aşhana"], id="h stands for itself too"),
    ],
)
def test_two_letters_may_be_typed_for_one(typed: str, meant: list[str], tk: Language) -> None:
    assert tk.analyser.spellings(typed) == meant


def test_a_language_without_digraphs_knows_no_other_spelling(en: Language) -> None:
    assert en.analyser.spellings("child") == []


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("ru", "опека", "опекун"), ("ru", "услуга", "условие"), ("en", "care", "case"),
        ("en", "guardian", "guard"),
    ],
)  # fmt: skip
def test_two_words_stay_apart(code: str, one: str, other: str, languages: Languages) -> None:
    assert languages[code].analyse(one) != languages[code].analyse(other)


def test_a_language_without_an_analyser_folds(ro: Language) -> None:
    assert ro.analyse("Țărilor") == "tarilor"


def stems(language: Language, text: str) -> list[str]:
    return [language.analyse(word) for *_, word in language.words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Durmuş işgäri (45-Ö)", ["Durmuş", "işgäri", "45", "Ö"], id="marks"),
        pytest.param("women's co-op, 12¹", ["women's", "co", "op", "12¹"], id="an apostrophe"),
        pytest.param("s\u0327a\u0308her", ["s\u0327a\u0308her"], id="combining signs"),
        pytest.param("хым\u00adмат", ["хым\u00adмат"], id="a soft hyphen"),
        pytest.param(" — ", [], id="no word"),
    ],
)
def test_words_of_a_text(text: str, words: list[str], tk: Language) -> None:
    found = list(tk.words(text))
    assert [word for *_, word in found] == words
    assert all(text[start:end] == word for start, end, word in found)
