"""Made-up pages are the same wherever they are made, and grow as natural text does."""

from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from bench.search.pages import HEADINGS, LINKS, Corpus, corpus, page
from bench.search.queries import EVERY, queries
from bench.search.words import LANGUAGES, WORD, growth, lexicon, words_of_content
from bench.search.writing import flat, markdown
from gollanma.languages import load

ROOT = Path(__file__).parents[2]
NEW_WORDS = 20_000
PAGES = 40


@cache
def source() -> Corpus:
    return corpus(ROOT, NEW_WORDS)


def words(lang: str, count: int) -> list[str]:
    texts = (flat(each) for each in source().pages(lang, count))
    found = (WORD.findall(f"{each['title']} {each['headings']} {each['text']}") for each in texts)
    return [word.lower() for row in found for word in row]


def test_the_same_corpus_is_made_twice() -> None:
    again = corpus(ROOT, NEW_WORDS)
    assert again.terms == source().terms
    assert [list(again.pages(lang, 3)) for lang in LANGUAGES] == [
        list(source().pages(lang, 3)) for lang in LANGUAGES
    ]


def test_a_page_does_not_depend_on_how_many_are_made() -> None:
    assert list(source().pages("ru", PAGES))[7] == page(source(), "ru", 7)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_has_the_shape_of_ours(lang: str) -> None:
    made = page(source(), lang, 0)
    assert [bool(part.heading) for part in made.parts] == [False] + [True] * HEADINGS
    assert sum(bool(part.rows) for part in made.parts) == 1
    assert sum(bool(part.points) for part in made.parts) == 1
    assert len(set(made.links)) == LINKS
    assert len(words(lang, PAGES)) / PAGES == pytest.approx(575, abs=25)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_new_words_keep_coming(lang: str) -> None:
    half, whole = (len(set(words(lang, count))) for count in (PAGES // 2, PAGES))
    assert 1.15 < whole / half < 1.85


def test_most_words_of_a_page_are_words_of_the_content() -> None:
    known = set(source().lexicons["tk"].words[:-NEW_WORDS])
    found = words("tk", PAGES)
    assert sum(word in known for word in found) / len(found) == pytest.approx(0.88, abs=0.06)


def test_new_forms_are_new() -> None:
    for each in source().lexicons.values():
        assert len(set(each.words)) == len(each.words)


def test_words_seen_once_tell_how_likely_a_new_word_is() -> None:
    counts = words_of_content(ROOT)["en"]
    made = lexicon(counts, 50, "seed")
    seen = len(counts)
    once = sum(count == 1 for count in counts.values())
    assert set(made.words[:seen]) == set(counts)
    assert sum(made.weights[seen:]) == pytest.approx(once / counts.total())
    assert sum(made.weights) == pytest.approx(1)


@pytest.mark.parametrize(
    ("counts", "exponent"),
    [
        pytest.param([1] * 8, 1.0, id="every word is new"),
        pytest.param([1_000] * 8, 0.0, id="no word is new"),
        pytest.param([1, 1, 1_000], 0.585, id="two of three words were met once"),
    ],
)
def test_growth_is_read_off_the_counts(counts: list[int], exponent: float) -> None:
    assert growth(counts) == pytest.approx(exponent, abs=0.001)


def test_queries_are_words_of_titles() -> None:
    asked = queries(source(), "ru", PAGES)
    titles = " ".join(each.title.lower() for each in source().pages("ru", PAGES)).split()
    for query, _ in zip(asked, range(20), strict=False):
        assert all(any(title.startswith(word) for title in titles) for word in query.split())


def test_no_query_is_of_words_that_say_nothing_of_themselves() -> None:
    analyser = load(("ru",))["ru"].analyser
    asked = islice(queries(source(), "ru", PAGES), 2_000)
    whole = (query for number, query in enumerate(asked, 1) if number % EVERY)
    assert {word for query in whole for word in query.split() if analyser.is_stop(word)} == set()


def test_a_page_in_markdown_has_its_headings_table_and_list() -> None:
    lines = markdown(page(source(), "en", 3)).splitlines()
    assert sum(line.startswith("# ") for line in lines) == 1
    assert sum(line.startswith("## ") for line in lines) == HEADINGS
    assert sum(line.startswith("| --- ") for line in lines) == 1
    assert sum(line.startswith("- ") for line in lines) == 5
