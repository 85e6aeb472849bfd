"""How people ask for a record is for search: no page of the record says it."""

from dataclasses import replace
from functools import cache

import pytest

from gollanma.graph import Graph
from gollanma.languages import load
from gollanma.model import Library, Record, Text
from gollanma.model.kinds import Act
from gollanma.model.kinds.acts import AskedArticle
from gollanma.render import content
from gollanma.views import Page, pages
from tests.views.full import full

WORD = "zzasked"
LANGUAGES = ("tk", "ru", "en")
ASKED = (Text(dict.fromkeys(LANGUAGES, f"{WORD} in all")), Text({"ru": f"{WORD} in one"}))


def asked_for(record: Record, asked: tuple[Text, ...]) -> Record:
    """Give a record that is asked for in these words, an act in each of its articles too."""
    articles = (AskedArticle(article="a1", asked=asked),) if isinstance(record, Act) else None
    update = {"asked": asked} | ({"asked_articles": articles} if articles else {})
    return record.model_copy(update=update)


def asking(asked: tuple[Text, ...]) -> Library:
    """Give the library in which every record and every old version is asked for in these words."""
    library = full().library
    records = {key: asked_for(each, asked) for key, each in library.records.items()}
    released = {
        key: each.model_copy(update={"asked": asked[:1]})
        for key, each in library.state.released.items()
    }
    return replace(library, records=records, state=replace(library.state, released=released))


@cache
def printed(asked: tuple[Text, ...]) -> dict[tuple[str, str], tuple[Page, str]]:
    """Give every page with its HTML, by address and language."""
    library, languages = asking(asked), load(LANGUAGES)
    every = pages(Graph(library, languages))
    return {(each.address, each.lang): (each, content(each, languages)) for each in every}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_differs_by_what_people_ask(lang: str) -> None:
    with_words, without = printed(ASKED), printed(())
    assert with_words.keys() == without.keys()
    assert [
        each for each in with_words if each[1] == lang and with_words[each] != without[each]
    ] == []
