"""The difference of two large editions stays quick against reading them, its pages light."""

from bench.law import ARTICLES, LANGUAGES, difference, editions, library, measures, read
from bench.measure import best_of


def test_the_bench_compares_what_it_says() -> None:
    old, new = editions()
    assert len(old.body) == len(new.body) == ARTICLES
    assert set(old.body[0].contains[0].text or ()) == set(LANGUAGES)
    assert difference() > ARTICLES / 2


def test_comparing_takes_no_longer_than_reading_twice() -> None:
    library()
    reading, comparing = best_of(2, (read, difference))
    assert comparing < 2 * reading


def test_no_page_of_the_redline_is_heavier_than_the_project_allows() -> None:
    found = {each.name.strip(): each.value for each in measures()}
    assert found["the heaviest of them, without its frame"] < 50
