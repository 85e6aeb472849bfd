"""What is found, and in which order."""

from collections.abc import Mapping, Sequence

import pytest

from gollanma.search import Engine, MissingIndexError, Query
from gollanma.search.documents import Document
from tests.search.library import engine, files, found, languages, page

ENGLISH = (
    page("sop/intake", "First contact", "How a person is met.", ("Ask for consent", "Explain it.")),
    page("sop/referral", "Referral", "Send a person on.", ("Write", "The form of consent is sent.")),
    page("sop/visit", "Home visit", "A visit to a family at home.", code="SP-07"),
    page(
        "act/help", "Article 8. Visits", "May visit.", ("Part 2", "Shall visit twice."),
        places=(("article:8", ""), ("article:8/part:2", "s1"), ("article:8/part:2/point:1", "s1.1")),
    ),
    page("term/consent", "consent", "An agreement.", concept="consent"),
)  # fmt: skip
TURKMEN = (
    page("sop/intake", "Ilkinji duşuşyk", "Adam nähili garşylanýar.", ("Razylyk soraň", "Aýdyň.")),
    page("sop/referral", "Ugratmak", "Adamy ugradyň.", ("Ýazyň", "Forma ugradylýar.")),
    page("sop/visit", "Öýe barmak", "Çagasy bar maşgala barmak.", code="SP-07"),
    page(
        "act/help", "8-nji madda. Barmak", "Barar.", ("Ikinji bölek", "Iki gezek barar."),
        places=(("article:8", ""), ("article:8/part:2", "s1")),
    ),
    page("term/consent", "razylyk", "Ylalaşyk.", concept="consent"),
)  # fmt: skip
RUSSIAN = (
    page("sop/intake", "Первая встреча", "Как встречают человека.", ("Спросите согласие", "Да.")),
    page("sop/referral", "Направление", "Направьте человека.", ("Пишите", "Форма согласия.")),
    page("sop/visit", "Посещение", "Посещение семьи с ребёнком.", code="SP-07"),
    page(
        "act/help", "Статья 8. Посещение", "Может.", ("Часть вторая", "Дважды."),
        places=(("article:8", ""), ("article:8/part:2", "s1")),
    ),
    page("term/consent", "согласие", "Договорённость.", concept="consent"),
)  # fmt: skip
PAGES: Mapping[str, Sequence[Document | None]] = {"tk": TURKMEN, "ru": RUSSIAN, "en": ENGLISH}
TERMS = {
    "consent": {"tk": ["razylyk", "ylalaşyk"], "ru": ["согласие"], "en": ["consent", "permission"]}
}
SEARCHED = engine(PAGES, TERMS)


@pytest.mark.parametrize(
    ("words", "lang", "first"),
    [
        pytest.param("referral", "en", "sop/referral", id="a title"),
        pytest.param("refer", "en", "sop/referral", id="a word that begins so"),
        pytest.param("referal", "en", "sop/referral", id="a letter missing"),
        pytest.param("reffreal", "en", "sop/referral", id="two slips in a long word"),
        pytest.param("SP-07", "en", "sop/visit", id="a code"),
        pytest.param("sp7", "en", "sop/visit", id="a code typed in haste"),
        pytest.param("sp 07", "en", "sop/visit", id="a code in two words"),
        pytest.param("article 8", "en", "act/help", id="an article"),
        pytest.param("8-nji madda", "tk", "act/help", id="an article in Turkmen"),
        pytest.param("ст. 8", "ru", "act/help", id="an article, shortened"),
        pytest.param("статья 8", "tk", "act/help", id="an article in another language"),
        pytest.param("permission", "en", "term/consent", id="another word of the term"),
        pytest.param("caga", "tk", "sop/visit", id="without signs"),
        pytest.param("çagalarymyzyň", "tk", "sop/visit", id="with endings"),
        pytest.param("чаганы", "tk", "sop/visit", id="in the older alphabet"),
        pytest.param("ребенок", "ru", "sop/visit", id="е for ё, and another stem"),
        pytest.param("gjctotybt", "ru", "sop/visit", id="keys of another layout"),
        pytest.param("v", "en", "sop/visit", id="one letter"),
        pytest.param("согласие", "tk", "term/consent", id="a word of another language"),
        pytest.param("permission", "ru", "term/consent", id="another word in another language"),
        pytest.param("человека", "tk", "sop/intake", id="a word that only the other language has"),
    ],
)
def test_the_best_answer(words: str, lang: str, first: str) -> None:
    assert found(SEARCHED, words, lang)[:1] == [first]


@pytest.mark.parametrize(
    ("words", "lang", "url"),
    [
        pytest.param("article 8 part 2", "en", "en/act/help.html#s1", id="a part"),
        pytest.param("part 2 of article 8", "en", "en/act/help.html#s1", id="the part first"),
        pytest.param(
            "point 1 part 2 article 8", "en", "en/act/help.html#s1", id="a point: its part"
        ),
        pytest.param("8-nji maddanyň ikinji bölegi", "tk", "act/help.html#s1", id="in words"),
        pytest.param("часть вторая статьи 8", "ru", "ru/act/help.html#s1", id="in Russian words"),
        pytest.param("ask consent", "en", "en/sop/intake.html#s1", id="the best section"),
    ],
)
def test_a_result_leads_to_the_place(words: str, lang: str, url: str) -> None:
    assert SEARCHED.search(Query(words, lang)).results[0].url == url


@pytest.mark.parametrize(
    ("words", "lang", "across", "why"),
    [
        pytest.param("согласие", "tk", True, ["согласие → razylyk"], id="says what was searched"),
        pytest.param("permission", "en", True, ["permission → consent"], id="or the better word"),
        pytest.param("razylyk", "tk", True, [], id="nothing to say of the word itself"),
        pytest.param("человека", "tk", True, ["человека"], id="a query in another language"),
    ],
)
def test_a_result_says_why(words: str, lang: str, across: bool, why: list[str]) -> None:  # noqa: FBT001
    results = SEARCHED.search(Query(words, lang, across=across)).results
    assert list(results[0].why) == why


def test_other_languages_can_be_left_out() -> None:
    assert found(SEARCHED, "согласие", "tk", across=False) == []
    assert found(SEARCHED, "razylyk", "tk", across=False)[0] == "term/consent"


@pytest.mark.parametrize(
    ("words", "readings", "suggestion"),
    [
        pytest.param("vizit", [], "visit", id="did you mean"),
        pytest.param("home vist", [], "home visit", id="one word of two"),
        pytest.param("referral", [], None, id="nothing to mend"),
    ],
)
def test_what_was_meant(words: str, readings: list[str], suggestion: str | None) -> None:
    understood = SEARCHED.search(Query(words, "en")).understood
    assert (list(understood.readings), understood.suggestion) == (readings, suggestion)


@pytest.mark.parametrize(
    ("words", "lang", "reading"),
    [
        pytest.param("чага", "tk", "чага → çaga", id="the older alphabet"),
        pytest.param("gjctotybt", "ru", "gjctotybt → посещение", id="another layout"),
    ],
)
def test_how_letters_were_read_is_said(words: str, lang: str, reading: str) -> None:
    assert SEARCHED.search(Query(words, lang)).understood.readings == (reading,)


def test_results_are_narrowed_by_facets() -> None:
    assert found(SEARCHED, "consent", facets={"kind": ["sop"]}) == ["sop/intake", "sop/referral"]
    assert found(SEARCHED, "consent", facets={"kind": ["form"]}) == []


def test_results_go_on_where_they_ended() -> None:
    whole = found(SEARCHED, "consent")
    assert [*found(SEARCHED, "consent", limit=1), *found(SEARCHED, "consent", offset=1)] == whole


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("", id="nothing"),
        pytest.param("  ", id="blanks"),
        pytest.param("zzzzzz", id="no word"),
        pytest.param("?!", id="no letters"),
    ],
)
def test_no_answer_is_one_too(words: str) -> None:
    answer = SEARCHED.search(Query(words, "en"))
    assert (answer.total, answer.results) == (0, ())


def test_equal_pages_stand_by_their_reference() -> None:
    rows = [page(f"sop/{name}", "Same words") for name in ("b", "c", "a")]
    assert found(engine({"en": rows}), "same words") == ["sop/a", "sop/b", "sop/c"]


def test_words_side_by_side_stand_before_words_far_apart() -> None:
    far = page("sop/a", "One", "home " + "and then some more words of it " * 3 + "visit")
    near = page("sop/b", "Two", "some more words of it and then the home visit" + " more" * 12)
    assert found(engine({"en": [far, near]}), "home visit") == ["sop/b", "sop/a"]


def test_the_exact_spelling_stands_before_the_folded_one() -> None:
    rows = [page("sop/a", "Gün"), page("sop/b", "Gun")]
    searched = engine({"tk": rows})
    assert found(searched, "gün", "tk") == ["sop/a", "sop/b"]
    assert found(searched, "gun", "tk")[0] == "sop/b"


def test_a_page_that_is_not_written_in_the_language_is_no_result() -> None:
    searched = engine({"en": [page("guide/help", "Manual"), None], "tk": [None, None]})
    assert found(searched, "manual", "en") == ["guide/help"]
    assert found(searched, "manual", "tk") == []


def test_a_missing_index_is_said() -> None:
    def read(address: str) -> str:
        raise MissingIndexError(address)

    with pytest.raises(MissingIndexError):
        Engine(languages(), read).search(Query("consent", "en"))


def test_an_index_of_another_analyser_is_noticed() -> None:
    known = languages()["en"].analyser.hash
    made = {address: text.replace(known, "0" * 12) for address, text in files(PAGES, TERMS).items()}
    answer = Engine(languages(), made.__getitem__).search(Query("consent", "en"))
    assert answer.is_of_another_program
    assert not SEARCHED.search(Query("consent", "en")).is_of_another_program


# --- drafts and older editions

ASIDE = (
    page("edition/old", "Edition of 2012. Visits", "A visit of 2012.", is_aside=True),
    page("edition/draft", "Draft. Visits", "A visit is proposed, and consent.", is_aside=True),
)
WITH_ASIDE = engine({"en": (*ENGLISH, *ASIDE)}, TERMS)
WITHOUT = engine({"en": ENGLISH}, TERMS)


@pytest.mark.parametrize(
    "words", ["visit", "visits of consent", "proposed", "vis", "SP-07", "2012"]
)
def test_what_is_not_in_force_answers_nobody_who_does_not_ask_for_it(words: str) -> None:
    assert [each for each in found(WITH_ASIDE, words) if each.startswith("edition/")] == []


@pytest.mark.parametrize(
    ("words", "first"),
    [
        pytest.param("draft visits", "edition/draft", id="a draft"),
        pytest.param("drafts of visits", "edition/draft", id="drafts"),
        pytest.param("edition 2012", "edition/old", id="an older edition"),
    ],
)
def test_a_draft_and_an_older_edition_answer_who_asks_for_such(words: str, first: str) -> None:
    assert found(WITH_ASIDE, words)[0] == first


def test_what_is_aside_changes_the_worth_of_no_other_page() -> None:
    def scores(searched: Engine) -> list[tuple[str, int]]:
        answer = searched.search(Query("consent visit", "en"))
        return [(each.hit.ref, each.score) for each in answer.results]

    assert scores(WITH_ASIDE) == scores(WITHOUT) != []


def test_a_file_of_the_index_changes_only_with_what_it_says() -> None:
    changed = (
        *ENGLISH[:-1],
        page("term/consent", "consent", "A free agreement.", concept="consent"),
    )
    old, new = (files({**PAGES, "en": each}, TERMS) for each in (ENGLISH, changed))
    differ = {path for path in old if old[path] != new[path]}
    assert old.keys() == new.keys()
    assert differ == {f"assets/search/en/{name}.js" for name in ("meta", "t-0", "x-0")}
