"""A passage whose translation is older than its original says so, and nothing else does."""

import pytest

from gollanma.graph import Graph
from gollanma.model import cut, stamp
from gollanma.model.kinds import Sop
from gollanma.views.frame import desk_of, head_of
from gollanma.views.sops import SopView, sop_view
from gollanma.views.trust import rows_of
from gollanma.views.voice import Voice
from tests.support.projects import packs
from tests.views.rich import rich

KEY = "sop/crisis"
PLACE = "normative/state/translated/sop/crisis.yml"
LATE = "translation older than the original"


def stamped(place: str, **marks: str) -> Graph:
    """Give the rich procedure, a text of which was translated from these words."""
    rows = "".join(f"    {code}: {stamp(words)}\n" for code, words in marks.items())
    return rich({PLACE: f"translated:\n  {place}:\n{rows}"}).graph


def view(graph: Graph, lang: str) -> SopView:
    sop = graph.library.records[KEY]
    assert isinstance(sop, Sop)
    return sop_view(desk_of(Voice(graph, graph.languages[lang]), KEY), sop)


@pytest.mark.parametrize(
    ("lang", "was", "notice"),
    [
        pytest.param("en", "Другое.", LATE, id="the original says something else now"),
        pytest.param(
            "tk", "Другое.", "terjimesi asyl tekstden köneräk", id="in the reader's language"
        ),
        pytest.param("en", "Осторожно.", "", id="it still says the same"),
        pytest.param("ru", "Другое.", "", id="the original itself is never old"),
    ],
)
def test_a_late_translation_says_so(lang: str, was: str, notice: str) -> None:
    safety = view(stamped("danger/safety", en=was, ru=was, tk=was), lang).steps[0].safety
    assert safety
    assert safety.notice == notice
    assert (f"({notice})" in str(safety)) == bool(notice)


def test_only_the_passage_that_is_late_says_so() -> None:
    graph = stamped("danger/action", en="Другое.")
    step = view(graph, "en").steps[0]
    assert str(step.action).endswith(f'<p class="late">({LATE})</p>')
    assert LATE not in "".join(map(str, (step.safety, *step.say, *step.stop_if)))


def test_words_to_say_keep_the_notice_out_of_the_quotation_marks() -> None:
    graph = stamped("danger/say.0", en="Другое.")
    (said,) = view(graph, "en").steps[0].say
    assert str(said) == f'&quot;I believe you.&quot;<small class="late">({LATE})</small>'


@pytest.mark.parametrize(
    ("place", "head", "row"),
    [
        pytest.param("danger/safety", "1 passage older than the original", "checked; 1 passage older than the original", id="late"),
        pytest.param("danger/nothing", "", "checked", id="a stamp of nothing"),
    ],
)  # fmt: skip
def test_head_and_trust_count_what_is_late(place: str, head: str, row: str) -> None:
    graph = stamped(place, en="Другое.")
    desk = desk_of(Voice(graph, graph.languages["en"]), KEY)
    record = graph.library.records[KEY]
    assert head in head_of(desk, record).line
    assert {each.name: str(each.value) for each in rows_of(desk, record)}["English"] == row


def test_a_copy_without_the_original_still_tells_what_is_late() -> None:
    library = cut(stamped("danger/safety", en="Другое.").library, languages=frozenset({"en"}))
    graph = Graph(library, packs(("en",)))
    safety = view(graph, "en").steps[0].safety
    assert safety
    assert safety.notice == LATE
    assert library.state.behind == {KEY: {"danger/safety": frozenset({"en"})}}
