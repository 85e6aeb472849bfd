"""Instructions made of two editions, played onto the first, give the second."""

from hypothesis import given
from hypothesis import strategies as st

from gollanma.law.amending import apply, instructions, law_text
from gollanma.model.kinds import Edition
from tests.support.editions import LANGUAGES, amendments, editions


@given(amendments())
def test_instructions_make_the_target(pair: tuple[Edition, Edition]) -> None:
    base, target = pair
    made = apply(base, instructions(base, target, LANGUAGES))
    assert law_text(made, LANGUAGES) == law_text(target, LANGUAGES)


@given(editions(), editions())
def test_instructions_make_any_edition_of_any_other(base: Edition, target: Edition) -> None:
    made = apply(base, instructions(base, target, LANGUAGES))
    assert law_text(made, LANGUAGES) == law_text(target, LANGUAGES)


@given(amendments(), st.sampled_from(LANGUAGES))
def test_instructions_of_one_language_change_no_other(
    pair: tuple[Edition, Edition], language: str
) -> None:
    base, target = pair
    made = apply(base, instructions(base, target, (language,)))
    assert law_text(made, (language,)) == law_text(target, (language,))


@given(editions())
def test_nothing_is_ordered_where_nothing_changes(edition: Edition) -> None:
    assert instructions(edition, edition, LANGUAGES) == ()
