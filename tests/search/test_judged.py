"""The set of judged queries is large, spread and sound, and its two measures count rightly."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from gollanma.memory.day import day_of_run
from gollanma.model import Library, cut
from gollanma.model.kinds import Act, Form, Service, Sop
from gollanma.model.refs import Ref
from gollanma.site.content import judge
from tests.search.judged import (
    FRESH,
    NO_EXPANSION,
    Judged,
    is_held_out,
    load,
    reciprocal_rank,
    success_at,
)

ROOT = Path(__file__).parents[2]
KINDS = frozenset(
    [
        "proper",
        "no-diacritics",
        "inflected",
        "typo",
        "prefix",
        "layout-slip",
        "cyrillic-turkmen",
        "code",
        "article-number",
        "other-language",
        "question",
        "synonym",
    ]
)
LANGUAGES = frozenset({"tk", "ru", "en"})
SIGNS = str.maketrans("äçžňöşüýёÄÇŽŇÖŞÜÝЁ", "acznosuyеACZNOSUYЕ")
DIGRAPHS = str.maketrans({"ç": "ch", "ž": "zh", "ş": "sh"})
LAYOUTS = {
    "en": "`qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    "ru": "ёйцукенгшщзхъ\\фывапролджэячсмитьбю.",
    "tk": "žäwertyuiopňöşasdfghjkl;'züçýbnm,./",
}
"""The keys of the layouts of Windows from top left to bottom right."""
LAW = "act/social-services"
COPIED = 3
"""So many words alike are a copy; of one or two anybody may think."""


@cache
def library() -> Library:
    """Give what everybody may receive: nothing else is found."""
    return cut(judge(ROOT, day_of_run()).library)


@cache
def everything() -> tuple[Judged, ...]:
    return (*load(), *load(FRESH), *load(NO_EXPANSION))


def by_id() -> dict[str, Judged]:
    return {each.id: each for each in load()}


def asked_phrases() -> set[str]:
    acts = (record for _, record in library().keyed(Act))
    articles = (way for act in acts for each in act.asked_articles for way in each.asked)
    records = (way for record in library().records.values() for way in record.asked)
    return {words for way in (*records, *articles) for words in way.values()}


def twins() -> list[tuple[Judged, Judged]]:
    return [(each, by_id()[each.pair]) for each in load() if each.pair]


def is_there(text: str) -> bool:
    ref = Ref.parse(text)
    if ref is None or library().get(ref) is None:
        return False
    holder = library().edition_for(ref) if ref.kind == "act" else ref.record
    return ref.fragment is None or ref.fragment in library().fragments_of(holder or ref.record)


def bare(text: str) -> set[str]:
    return {text.translate(SIGNS), text.translate(DIGRAPHS).translate(SIGNS)}


def slips(each: Judged) -> set[str]:
    keys = LAYOUTS[each.lang]
    return {
        (each.meant or "").translate(str.maketrans(keys, active)) for active in LAYOUTS.values()
    }


# --- the set


def test_ids_and_queries_are_unique() -> None:
    ids = Counter(each.id for each in everything())
    typed = Counter((each.lang, each.query) for each in (*load(), *load(FRESH)))
    assert [key for key, count in [*ids.items(), *typed.items()] if count > 1] == []


def test_every_kind_has_ten_queries_and_no_other_kind_is_there() -> None:
    counts = Counter(each.kind for each in load())
    assert counts.keys() == KINDS
    assert {kind: count for kind, count in counts.items() if count < 10} == {}


def test_half_of_the_queries_are_turkmen_and_a_quarter_each_russian_and_english() -> None:
    shares = {
        lang: count / len(load()) for lang, count in Counter(each.lang for each in load()).items()
    }
    assert shares == pytest.approx({"tk": 0.5, "ru": 0.25, "en": 0.25}, abs=0.03)


def test_every_query_has_an_answer_and_a_reason() -> None:
    judged = (*load(), *load(FRESH))
    assert [each.id for each in judged if not each.expected or not each.reason.endswith(".")] == []


def test_every_expected_place_exists() -> None:
    places = {(each.id, place) for each in everything() for place in each.expected}
    assert sorted((name, place) for name, place in places if not is_there(place)) == []


def test_every_procedure_service_and_form_and_every_article_of_the_law_is_an_answer() -> None:
    wanted = {key for kind in (Sop, Service, Form) for key, _ in library().keyed(kind)}
    articles = {f"{LAW}#a{number}" for number in range(1, 26)}
    expected = {place for each in load() for place in each.expected}
    answers = {place.partition("#")[0] for place in expected} | {
        place.partition(".")[0] for place in expected
    }
    assert sorted((wanted | articles) - answers) == []


def test_a_twin_has_the_same_language_and_answers() -> None:
    assert [
        each.id
        for each, proper in twins()
        if (each.lang, each.expected) != (proper.lang, proper.expected)
    ] == []


def test_a_twin_without_signs_is_the_proper_query_without_signs() -> None:
    assert [each.id for each, proper in twins() if each.query not in bare(proper.query)] == []
    assert [each.id for each, proper in twins() if each.query == proper.query] == []
    assert Counter(each.lang for each, _ in twins())["tk"] >= 30


def test_a_slip_is_what_the_keys_give_in_another_layout() -> None:
    found = [each for each in load() if each.kind == "layout-slip"]
    assert [each.id for each in found if each.query not in slips(each) - {each.meant}] == []


def test_about_a_third_is_held_out() -> None:
    assert sum(map(is_held_out, load())) / len(load()) == pytest.approx(1 / 3, abs=0.05)
    kinds = {each.kind for each in load() if is_held_out(each)}
    assert kinds == KINDS


def test_ordinary_queries_are_twenty_in_each_language() -> None:
    plain = load(NO_EXPANSION)
    assert {each.kind for each in plain} == {"no-expansion"}
    assert Counter(each.lang for each in plain) == dict.fromkeys(LANGUAGES, 20)


def test_fresh_queries_are_twenty_in_each_language_of_the_kinds_that_are_hard() -> None:
    assert Counter(each.lang for each in load(FRESH)) == dict.fromkeys(LANGUAGES, 20)
    assert {each.kind for each in load(FRESH)} == {"question", "synonym", "inflected"}


def test_no_way_of_asking_is_copied_from_the_judged_queries() -> None:
    queries = {each.query.casefold() for each in (*load(), *load(FRESH))}
    same = queries & {words.casefold() for words in asked_phrases()}
    assert [each for each in sorted(same) if len(each.split()) >= COPIED] == []


# --- the measures


def expecting(*places: str) -> Judged:
    return Judged("id", "en", "proper", "words", places, "A reason.")


@pytest.mark.parametrize(
    ("ranked", "expected", "rank"),
    [
        pytest.param(["sop/intake"], ["sop/intake"], 1, id="the record itself"),
        pytest.param(["sop/intake#consent"], ["sop/intake"], 1, id="a place of the record"),
        pytest.param(["sop/intake"], ["sop/intake#consent"], 1, id="the page of the place"),
        pytest.param(["sop/intake#consent"], ["sop/intake#consent"], 1, id="the place itself"),
        pytest.param(["sop/intake#decide"], ["sop/intake#consent"], 0, id="another place"),
        pytest.param(["sop/intake-2"], ["sop/intake"], 0, id="a longer name"),
        pytest.param(["act/a#a8"], ["act/a#a8"], 1, id="the article"),
        pytest.param(["act/a@2022-01-01#a8"], ["act/a#a8"], 1, id="the article in an edition"),
        pytest.param(["act/a#a8"], ["act/a#a8.3"], 1, id="the article of the part"),
        pytest.param(["act/a#a8.3"], ["act/a#a8"], 1, id="a part of the article"),
        pytest.param(["act/a#a18"], ["act/a#a8"], 0, id="another article"),
        pytest.param(["act/a"], ["act/a#a8"], 0, id="the contents are not the article"),
        pytest.param(["act/a#a8"], ["act/a"], 0, id="an article is not the contents"),
        pytest.param(["role/x", "sop/intake"], ["sop/intake"], 2, id="second"),
        pytest.param(["role/x", "term/y"], ["sop/intake", "term/y"], 2, id="any of several"),
        pytest.param(["a/a", "b/b", "c/c", "sop/intake"], ["sop/intake"], 4, id="fourth"),
        pytest.param(["sop/intake", "sop/intake"], ["sop/intake"], 1, id="the first one counts"),
        pytest.param([], ["sop/intake"], 0, id="nothing found"),
        pytest.param(["sop/intake"], [], 0, id="nothing expected"),
    ],
)
def test_rank_of_the_first_answer(ranked: list[str], expected: list[str], rank: int) -> None:
    judged = expecting(*expected)
    assert reciprocal_rank(ranked, judged) == (1 / rank if rank else 0)
    assert success_at(ranked, judged, 3) == (rank in {1, 2, 3})


def test_twins_are_on_the_same_side() -> None:
    assert [each.id for each, proper in twins() if is_held_out(each) != is_held_out(proper)] == []


def test_a_place_without_a_record_is_refused() -> None:
    with pytest.raises(ValueError, match="#consent is not the reference of a record"):
        success_at(["#consent"], expecting("sop/intake"), 3)
