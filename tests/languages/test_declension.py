"""The tables of unit and kind words: Russian against a table, Turkmen against its grammar."""

import re

import pytest

from gollanma.languages import Language, Languages

RUSSIAN = """
article: статья статьи статье статью статьёй статье
article+: статьи статей статьям статьи статьями статьях
part: часть части части часть частью части
part+: части частей частям части частями частях
point: пункт пункта пункту пункт пунктом пункте
point+: пункты пунктов пунктам пункты пунктами пунктах
subpoint: подпункт подпункта подпункту подпункт подпунктом подпункте
chapter: глава главы главе главу главой главе
chapter+: главы глав главам главы главами главах
division: раздел раздела разделу раздел разделом разделе
indent: абзац абзаца абзацу абзац абзацем абзаце
indent+: абзацы абзацев абзацам абзацы абзацами абзацах
note: примечание примечания примечанию примечание примечанием примечании
step: шаг шага шагу шаг шагом шаге
step+: шаги шагов шагам шаги шагами шагах
criterion: критерий критерия критерию критерий критерием критерии
criterion+: критерии критериев критериям критерии критериями критериях
sop: процедура процедуры процедуре процедуру процедурой процедуре
service: услуга услуги услуге услугу услугой услуге
service+: услуги услуг услугам услуги услугами услугах
form: форма формы форме форму формой форме
law: закон закона закону закон законом законе
code: кодекс кодекса кодексу кодекс кодексом кодексе
order: приказ приказа приказу приказ приказом приказе
role: роль роли роли роль ролью роли
organisation: организация организации организации организацию организацией организации
indicator: показатель показателя показателю показатель показателем показателе
rules: правила правил правилам правила правилами правилах
"""

TURKMEN = """
article: madda maddanyň madda maddany maddada maddadan
article*: maddasy maddasynyň maddasyna maddasyny maddasynda maddasyndan
part: bölek bölegiň bölege bölegi bölekde bölekden
part*: bölegi böleginiň bölegine bölegini böleginde böleginden
point: bent bendiň bende bendi bentde bentden
point*: bendi bendiniň bendine bendini bendinde bendinden
chapter: bap babyň baba baby bapda bapdan
chapter*: baby babynyň babyna babyny babynda babyndan
sop: iş tertibi+iş tertibiniň+iş tertibine+iş tertibini+iş tertibinde+iş tertibinden
role: wezipe wezipäniň wezipä wezipäni wezipede wezipeden
indicator: görkeziji görkezijiniň görkezijä görkezijini görkezijide görkezijiden
law*: kanuny kanunynyň kanunyna kanunyny kanunynda kanunyndan
order*: buýrugy buýrugynyň buýrugyna buýrugyny buýrugynda buýrugyndan
service*: hyzmaty hyzmatynyň hyzmatyna hyzmatyny hyzmatynda hyzmatyndan
"""


def rows(table: str) -> list[tuple[str, list[str]]]:
    parts = (line.partition(": ") for line in table.strip().splitlines())
    return [(name, forms.split("+") if "+" in forms else forms.split()) for name, _, forms in parts]


def declined(language: Language, name: str) -> list[str]:
    word = name.rstrip("+*")
    citations = language.citations
    say = citations.kind_word if word in citations.kinds else citations.unit_word
    return [
        say(word, case, plural=name.endswith("+"), possessive=name.endswith("*"))
        for case in language.cases
    ]


@pytest.mark.parametrize(("name", "forms"), rows(RUSSIAN))
def test_russian_words_are_declined(name: str, forms: list[str], ru: Language) -> None:
    assert declined(ru, name) == forms


@pytest.mark.parametrize(("name", "forms"), rows(TURKMEN))
def test_turkmen_words_are_declined(name: str, forms: list[str], tk: Language) -> None:
    assert declined(tk, name) == forms


def tables(language: Language) -> dict[str, set[str]]:
    citations, formats = language.citations, language.formats
    return {
        "units": set(citations.units),
        "kinds": set(citations.kinds),
        "amounts": set(formats.measures),
    }


def test_every_language_has_the_same_units_kinds_and_amounts(languages: Languages) -> None:
    assert tables(languages["tk"]) == tables(languages["ru"]) == tables(languages["en"])


ENDINGS = {
    "nom": r"",
    "gen": r"(n?[yi]|[uü])ň|n[yi]ň",
    "dat": r"(n?[ae]|ä|)",
    "acc": r"(n?[yi])",
    "loc": r"n?d[ae]",
    "abl": r"n?d[ae]n",
}
BACK, FRONT = set("aouy"), set("äeiöü")


def turkmen_paradigms(tk: Language) -> list[list[str]]:
    nouns = {**tk.citations.kinds, **{k: u.noun for k, u in tk.citations.units.items()}}
    amounts = [forms for each in tk.formats.measures.values() for forms in each.forms.values()]
    return [
        *(list(forms) for noun in nouns.values() for forms in noun.forms.values()),
        *map(list, amounts),
    ]


def is_back(word: str) -> bool:
    return next(letter in BACK for letter in reversed(word) if letter in BACK | FRONT)


def test_turkmen_endings_are_those_of_their_case(tk: Language) -> None:
    wrong = [
        form
        for forms in turkmen_paradigms(tk)
        for case, form in zip(tk.cases, forms, strict=True)
        if not re.search(f"({ENDINGS[case]})$", form)
    ]
    assert wrong == []


def test_turkmen_endings_follow_vowel_harmony(tk: Language) -> None:
    wrong = [
        form
        for nominative, *forms in turkmen_paradigms(tk)
        for form in forms
        if is_back(nominative) != is_back(form)
    ]
    assert wrong == []


def test_turkmen_words_have_all_their_forms(tk: Language) -> None:
    assert all(len(set(forms)) >= 5 for forms in turkmen_paradigms(tk))
