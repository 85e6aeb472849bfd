"""What goes out comes back: the same edition, letter by letter."""

from hypothesis import given
from lxml import etree

from gollanma.model.kinds import Edition
from tests.exchange.akn.strategies import any_edition
from tests.exchange.akn.support import ACT, read_again, schema, written
from tests.support.editions import amendments


def same(edition: Edition) -> None:
    files = written(edition)
    for document in files.values():
        schema().assertValid(etree.fromstring(document))
    imported = read_again(files)
    assert imported.diagnostics == ()
    assert imported.editions == {f"{ACT}@some": edition}


@given(any_edition())
def test_any_edition_comes_back_as_it_went(edition: Edition) -> None:
    same(edition)


@given(amendments())
def test_an_edition_and_the_one_after_it_come_back(two: tuple[Edition, Edition]) -> None:
    for edition in two:
        same(edition)
