"""A new record: what a draft needs is there, and its words alone are missing."""

import pytest

from gollanma.cli.new import KINDS
from gollanma.edit import skeleton
from gollanma.edit.skeleton import OPEN
from gollanma.model.decode import decode
from gollanma.model.kinds import BY_NAME
from gollanma.source import read_text

LANGUAGES = ("tk", "ru", "en")


@pytest.mark.parametrize("name", KINDS)
def test_a_new_record_lacks_nothing_but_its_words(name: str) -> None:
    kind = BY_NAME[name]
    path, text = skeleton(kind, "new-one", LANGUAGES)
    assert OPEN in text
    _, wrong = decode(kind, read_text(path, text.encode()), LANGUAGES)
    assert {(each.code, each.key) for each in wrong} == {("SCH001", "blank")}
    _, wrong = decode(kind, read_text(path, text.replace(OPEN, "words").encode()), LANGUAGES)
    assert wrong == ()
