"""The editions of the handbook itself, each made of the one before by an act that can be read."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from gollanma.exchange.amending import amended_of
from gollanma.law.amending import Amended, differing
from gollanma.model import Library
from gollanma.model.kinds import Act
from gollanma.model.load import load
from tests.support.amending import drafted, languages, law, ordered
from tests.support.editions import LANGUAGES
from tests.support.projects import DAY, packs


@cache
def library() -> Library:
    found = load(Path(), DAY).library
    assert found is not None
    return found


PAIRS = [
    (act, old.partition("@")[2], new.partition("@")[2])
    for act, record in library().keyed(Act)
    for (old, _), (new, _) in pairwise(library().editions(act))
    if record.act_kind
]


def amended(act: str, old: str, new: str) -> Amended:
    return amended_of(library(), packs(LANGUAGES), act, law(), (old, new))


@pytest.mark.parametrize(("act", "old", "new"), PAIRS)
def test_an_act_makes_each_edition_of_the_one_before(act: str, old: str, new: str) -> None:
    acts = [ordered(amended(act, old, new))]
    for language in languages():
        text = drafted(acts, language).text()
        assert differing(text, acts, language, LANGUAGES, law()) == ()
        assert "[[" not in text
