"""Stems of Turkmen nouns in all their forms: how many meet that should, how many that should not."""

import pytest

from gollanma.languages import Language
from tests.languages import turkmen_fresh, turkmen_paradigms
from tests.languages.pairs import Paradigms, pairs
from tests.languages.turkmen_paradigms import paradigms

FEWEST_FRESH = 150
F1 = 0.98
OVER_STEMMING = 100e-6
BARE = 0.97
"""Of forms that are typed without signs, so many have the stem of the form with signs."""

TABLES = pytest.mark.parametrize(
    "table",
    [
        pytest.param(list(paradigms(turkmen_paradigms.NOUNS)), id="seen while tuning"),
        pytest.param(list(paradigms(turkmen_fresh.NOUNS)), id="fresh"),
    ],
)


def test_the_fresh_nouns_are_many_and_none_of_the_others() -> None:
    fresh, others = (
        {noun for noun, _ in paradigms(each.NOUNS)} for each in (turkmen_fresh, turkmen_paradigms)
    )
    assert len(fresh) >= FEWEST_FRESH
    assert fresh & others == set()


@TABLES
def test_forms_of_a_noun_meet_and_two_nouns_do_not(table: Paradigms, tk: Language) -> None:
    counted = pairs(table, tk.analyse)
    assert counted.f1 >= F1
    assert counted.over_stemming <= OVER_STEMMING


@TABLES
def test_a_form_without_signs_has_the_stem_of_its_proper_form(
    table: Paradigms, tk: Language
) -> None:
    bare, forms = tk.analyser.bare, [form for _, each in table for form in each]
    alike = sum(bare(tk.analyser.fold(form)) == tk.analyse(form) for form in forms)
    assert alike / len(forms) >= BARE
