"""What the benchmark says of judged queries: the groups, the twins, the table."""

from bench.search.relevance import ALL, HELD_OUT, Served, grid, groups, twins
from tests.search.judged import Judged, is_held_out


def served(name: str, kind: str, *ranked: str, pair: str | None = None) -> Served:
    return Served(Judged(name, "tk", kind, name, ("sop/a",), "A reason.", pair), ranked)


FIRST = served("one", "proper", "sop/a")
SECOND = served("two", "no-diacritics", "sop/b", "sop/a", pair="one")
MISSED = served("three", "typo", "sop/b", "sop/c", "sop/d", "sop/a")
SET = (FIRST, SECOND, MISSED)


def test_a_group_has_the_share_of_answered_queries_and_the_mean_of_inverse_places() -> None:
    found = {(each.name, each.side): each for each in groups(SET)}
    whole = found[ALL, ALL]
    assert whole.success == 2 / 3
    assert whole.rank == (1 + 1 / 2 + 1 / 4) / 3
    assert found["typo", ALL].served == (MISSED,)


def test_the_sides_together_are_the_whole() -> None:
    for each in groups(SET):
        if each.side != ALL:
            assert {is_held_out(one.judged) for one in each.served} == {each.side == "held out"}
    sizes = [len(each.served) for each in groups(SET) if each.name == "tk" and each.side != ALL]
    assert sum(sizes) == len(SET)


def test_twins_are_measured_beside_each_other() -> None:
    bare, proper = twins((FIRST, served("four", "no-diacritics", "sop/b", pair="one")))
    assert (bare.value, proper.value) == (0, 1)


def test_the_table_has_the_whole_first_then_languages_then_difficulties() -> None:
    lines = list(grid(SET))
    assert [line.split()[0] for line in lines[2:]] == [
        "all",
        "tk",
        "no-diacritics",
        "proper",
        "typo",
    ]
    assert lines[2].split()[1:4] == ["3", "0.667", "0.583"]


def test_fresh_queries_stand_in_groups_of_their_own_and_are_held_out() -> None:
    fresh = Served(FIRST.judged, FIRST.ranked, is_fresh=True)
    found = {(each.name, each.side): each.served for each in groups((*SET, fresh))}
    assert found[ALL, ALL] == SET
    assert found["fresh", ALL] == found["fresh", HELD_OUT] == (fresh,)
    assert found["fresh tk", ALL] == found["fresh proper", ALL] == (fresh,)
    assert not fresh.may_be_seen
