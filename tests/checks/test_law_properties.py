"""What holds for every law and every amendment of it, whatever they say."""

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from gollanma.checks import CHECKS, Finding
from gollanma.checks.examples import base
from gollanma.graph import Graph
from gollanma.law import Fate, Row, compare
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Change, ChangeKind
from tests.support.editions import amendments, editions
from tests.support.projects import small

LANGUAGES = ("tk", "ru", "en")
KINDS = {
    Fate.INSERTED: ChangeKind.INSERT,
    Fate.DELETED: ChangeKind.REPEAL,
    Fate.REPEALED: ChangeKind.REPEAL,
    Fate.CHANGED: ChangeKind.WORDS,
    Fate.RENUMBERED: ChangeKind.RENUMBER,
    Fate.MOVED: ChangeKind.MOVE,
}
UNITS = """    units:
      - id: chapter
        numbering: roman
        in_path: false
      - id: article
      - id: part
      - id: point
      - id: note
        numbering: none
"""
PLAIN_UNITS = "    units:\n      - id: article\n      - id: part\n      - id: point\n"
PROJECT = small({"gollanma.yml": base()["gollanma.yml"].replace(PLAIN_UNITS, UNITS)}).graph
LAW = tuple(each for each in CHECKS if each.code.startswith("LAW"))


def graph_of(old: Edition, new: Edition | None = None, changes: Sequence[Change] = ()) -> Graph:
    """Give the small project with this edition of its act, and a draft that is based on it."""
    records = {**PROJECT.library.records, "act/help@2020-02-01": old}
    if new is not None:
        drafted = {"based_on": "2020-02-01", "stage": "drafting", "in_force": None}
        more = {**drafted, "changes": tuple(changes)}
        records["act/help@draft-one"] = new.model_copy(update=more)
    return Graph(PROJECT.library.having(records, frozenset()), PROJECT.languages)


def findings(graph: Graph, *codes: str) -> list[Finding]:
    return [found for each in LAW if each.code in codes for found in each.judge(graph)]


def declared(rows: Sequence[Row]) -> Iterator[Change]:
    """Declare all that differs."""
    for row in rows:
        for fate in row.fates:
            if fate in KINDS:
                yield Change(kind=KINDS[fate], target=row.id)


@given(amendments())
def test_whatever_a_law_says_it_can_be_judged(both: tuple[Edition, Edition]) -> None:
    old, new = both
    graph = graph_of(old, new, tuple(declared(compare(old, new, LANGUAGES))))
    for each in LAW:
        assert all(found.source in graph.library.records for found in each.judge(graph))


@given(editions())
def test_a_law_whose_numbers_follow_each_other_is_in_order(law: Edition) -> None:
    assert findings(graph_of(law), "LAW101") == []


@given(amendments())
def test_what_is_declared_in_full_is_right(both: tuple[Edition, Edition]) -> None:
    old, new = both
    changes = tuple(declared(compare(old, new, LANGUAGES)))
    assert findings(graph_of(old, new, changes), "LAW111", "LAW112") == []


@given(amendments(), st.data())
def test_what_is_left_out_is_missed(both: tuple[Edition, Edition], data: st.DataObject) -> None:
    old, new = both
    changes = list(declared(compare(old, new, LANGUAGES)))
    if len(changes) > 1:
        gone = changes.pop(data.draw(st.integers(0, len(changes) - 1)))
        if gone not in changes:
            found = findings(graph_of(old, new, changes), "LAW111")
            assert [each.values["place"] for each in found] == [gone.target]


@given(editions())
def test_a_change_of_what_is_there_needs_a_base_that_has_it(law: Edition) -> None:
    changes = [Change(kind=kind, target="a99") for kind in ChangeKind]
    found = findings(graph_of(law, law, changes), "LAW112")
    assert [each.key for each in found] == [
        "no-place" if each.kind is ChangeKind.INSERT else "no-target" for each in changes
    ]
