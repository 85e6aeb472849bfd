"""The editions of the handbook itself, each made of an older one by an act that can be read."""

from functools import cache
from pathlib import Path

import pytest

from gollanma.exchange.amending import amended_of
from gollanma.law import pairs
from gollanma.law.amending import Amended, InexpressibleError, differing
from gollanma.model import Library
from gollanma.model.kinds import Act
from gollanma.model.kinds.acts import Variant
from gollanma.model.load import load
from gollanma.model.walk import parts
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
    for old, new in pairs(library(), act)
    if record.act_kind
]


def is_open(act: str, name: str) -> bool:
    """Say whether a draft has wordings among which nobody has chosen yet."""
    edition = library().records[f"{act}@{name}"]
    return any(isinstance(each, Variant) for _, each in parts(edition))


DECIDED = [each for each in PAIRS if not is_open(each[0], each[2])]
OPEN = [each for each in PAIRS if is_open(each[0], each[2])]


def amended(act: str, old: str, new: str) -> Amended:
    return amended_of(library(), packs(LANGUAGES), act, law(), (old, new))


@pytest.mark.parametrize(("act", "old", "new"), OPEN)
def test_a_draft_that_is_not_decided_makes_no_act(act: str, old: str, new: str) -> None:
    with pytest.raises(InexpressibleError, match="undecided"):
        amended(act, old, new)


def test_the_handbook_has_drafts_of_both_sorts() -> None:
    assert (len(DECIDED) > 1, len(OPEN)) == (True, 1)


@pytest.mark.parametrize(("act", "old", "new"), DECIDED)
def test_an_act_makes_each_edition_of_every_older_one(act: str, old: str, new: str) -> None:
    acts = [ordered(amended(act, old, new))]
    for language in languages():
        text = drafted(acts, language).text()
        assert differing(text, acts, language, LANGUAGES, law()) == ()
        assert "[[" not in text
