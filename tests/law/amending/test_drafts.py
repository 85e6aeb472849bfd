"""The text of an amending act, read back and played onto the older editions, gives the newer."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gollanma.law.amending import apply, differing, law_text
from gollanma.model.kinds import Edition
from tests.support.amending import Ordered, amended, drafted, languages, law, ordered
from tests.support.editions import LANGUAGES, amendments, editions

Pairs = list[tuple[Edition, Edition]]


def any_acts(pairs: Pairs) -> list[Ordered]:
    acts = [ordered(amended(*pair, index)) for index, pair in enumerate(pairs)]
    assume(all(orders for _, orders in acts))
    return acts


def assert_text_makes_targets(acts: list[Ordered]) -> None:
    """Judge what is ordered, and what the text of each language is read as."""
    for one, orders in acts:
        made = apply(one.base, orders)
        assert law_text(made, LANGUAGES) == law_text(one.target, LANGUAGES)
    for language in languages():
        text = drafted(acts, language).text()
        assert differing(text, acts, language, LANGUAGES, law()) == (), text


@given(st.lists(amendments(), min_size=1, max_size=3))
def test_text_of_an_amending_act_makes_the_targets(pairs: Pairs) -> None:
    assert_text_makes_targets(any_acts(pairs))


@settings(max_examples=settings().max_examples // 5)
@given(editions(), editions())
def test_text_makes_any_edition_of_any_other(base: Edition, target: Edition) -> None:
    assert_text_makes_targets(any_acts([(base, target)]))
