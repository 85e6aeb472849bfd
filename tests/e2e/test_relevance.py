"""How well the judged queries are answered, on the real corpus: floors, below what is reached.

`make bench` prints the figures, those of the third that nobody looks at while tuning apart.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest

from gollanma.languages import load
from gollanma.search import Engine, Query, Result
from tests.search.judged import FRESH, NO_EXPANSION, Judged, is_held_out, success_at
from tests.search.judged import load as judged

QUERIES = judged()


@pytest.fixture(scope="module")
def engine(site: Path) -> Engine:
    """Give the engine over the built site."""
    languages = load(("tk", "ru", "en"))
    return Engine(languages, lambda address: (site / address).read_text(encoding="utf-8"))


def place(result: Result) -> str:
    """Give what a result leads to: the record, and the step or part if it is one."""
    anchor = result.url.partition("#")[2]
    named = anchor and not anchor.startswith("_") and "#" not in result.hit.ref
    return f"{result.hit.ref}#{anchor}" if named else result.hit.ref


def answered(engine: Engine, row: Iterable[Judged]) -> float:
    """Give the share of queries with an answer among the first three."""
    found = [
        success_at([place(e) for e in engine.search(Query(q.query, q.lang)).results], q, 3)
        for q in row
    ]
    return sum(found) / len(found)


def test_the_judged_queries_are_answered(engine: Engine) -> None:
    assert answered(engine, (q for q in QUERIES if not is_held_out(q))) >= 0.9


def test_so_are_those_that_nobody_looked_at(engine: Engine) -> None:
    assert answered(engine, filter(is_held_out, QUERIES)) >= 0.88


def test_so_are_those_that_were_judged_later(engine: Engine) -> None:
    assert answered(engine, judged(FRESH)) >= 0.8


def test_signs_that_are_not_typed_cost_nothing(engine: Engine) -> None:
    plain = [each for each in QUERIES if each.pair]
    proper = [next(q for q in QUERIES if q.id == each.pair) for each in plain]
    assert answered(engine, plain) >= answered(engine, proper)


def test_a_query_in_the_readers_language_is_seldom_read_as_another(engine: Engine) -> None:
    row = judged(NO_EXPANSION)
    wrong = [
        each.id
        for each in row
        if any(
            across.lang != each.lang
            for across in engine.search(Query(each.query, each.lang)).understood.across
        )
    ]
    assert len(wrong) <= 0.02 * len(row), wrong
