"""Printed in the official form and read again, an edition says the same."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.exchange.lawtext.edition import edition_of
from gollanma.exchange.lawtext.files import read_file
from gollanma.exchange.lawtext.importing import known
from gollanma.exchange.lawtext.printing import print_text
from gollanma.exchange.lawtext.recognise import Recognised, recognise
from gollanma.exchange.records import as_yaml
from gollanma.model import Library, Text
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.load import load
from tests.exchange.lawtext.editions import open_bodies
from tests.exchange.lawtext.reading import CODES, ROOT, TEXTS, languages, official, read
from tests.support.projects import DAY, whole

KEY = "act/help@2022-01-01"
PATH = "normative/acts/help/editions/2022-01-01.yml"
ACT = "title: {tk: Kömek hakynda, ru: О помощи, en: On Help}\nact_kind: law\n"


def said(body: Sequence[Provision], lang: str, *, ids: bool = True) -> Iterator[tuple[object, ...]]:
    """Yield all that print shows of provisions in a language."""

    def words(text: Text | None) -> str:
        return text.get(lang, "") if text else ""

    for each in body:
        note = words(each.amendment_note)
        own = (each.unit, each.number, words(each.heading), words(each.text))
        open_ = tuple((one.id, words(one.text)) for one in each.variants)
        yield (each.id if ids else "", *own, each.repealed, each.sample, note, open_)
        yield from said(each.contains, lang, ids=ids)


def library_of(edition: Edition) -> Library:
    files = {
        "gollanma.yml": (ROOT / "gollanma.yml").read_text(encoding="utf-8"),
        "normative/acts/help/act.yml": ACT,
        PATH: as_yaml(edition, PATH, CODES),
    }
    return whole(files).library


def again(library: Library, key: str, lang: str) -> Recognised:
    """Print an edition and read it."""
    text = print_text(library, languages(), languages()[lang], key)
    reading = read_file("law.txt", text.encode())
    beside = known(library, lang)
    return recognise(reading, languages()[lang], library.project, None, beside)


@pytest.fixture(scope="module")
def handbook() -> Library:
    library = load(ROOT, DAY).library
    assert library is not None
    return library


@pytest.mark.parametrize("lang", CODES)
def test_every_edition_of_the_handbook_reads_as_it_was_printed(
    handbook: Library, lang: str
) -> None:
    """Ids are made of numbers, so those of renumbered provisions differ; references are words."""
    for key, edition in handbook.keyed(Edition):
        text = again(handbook, key, lang)
        assert [each.key for each in text.diagnostics if each.code != "LTX004"] == [], key
        read_again = edition_of(text, key.partition("@")[2]).edition
        expected, given_back = (
            list(said(one.body, lang, ids=False)) for one in (edition, read_again)
        )
        differing = [
            pair
            for pair in zip(expected, given_back, strict=True)
            if pair[0] != pair[1] and "[[" not in str(pair[0])
        ]
        assert differing == [], key
        assert read_again.sample == edition.sample


@pytest.mark.parametrize("name", sorted(each.stem for each in TEXTS.glob("*.txt")))
def test_an_imported_text_prints_and_reads_as_itself(name: str) -> None:
    lang = name[-2:]
    first = read(official(name), lang)
    kind = first.kind.id if first.kind else ""
    edition = edition_of(first, "2022-01-01").edition
    files = {
        "gollanma.yml": (ROOT / "gollanma.yml").read_text(encoding="utf-8"),
        "normative/acts/help/act.yml": ACT.replace("law", kind),
        PATH: as_yaml(edition, PATH, CODES),
    }
    second = again(whole(files).library, KEY, lang)
    assert edition_of(second, "2022-01-01").edition == edition


@given(open_bodies(), st.booleans())
def test_any_edition_reads_as_it_was_printed(body: tuple[Provision, ...], is_sample: bool) -> None:  # noqa: FBT001
    edition = Edition(body=body, sample=is_sample)
    text = again(library_of(edition), KEY, "tk")
    assert text.is_fine
    read_again = edition_of(text, "2022-01-01").edition
    assert list(said(read_again.body, "tk")) == list(said(body, "tk"))
    assert read_again.sample == is_sample


def test_a_sample_says_so_first_and_last(handbook: Library) -> None:
    for key, edition in handbook.keyed(Edition):
        for lang in CODES:
            text = print_text(handbook, languages(), languages()[lang], key)
            mark = languages()[lang].say("act.sample")
            lines = text.splitlines()
            assert edition.sample == (lines[0] == lines[-1] == mark)


def test_a_language_without_words_prints_nothing() -> None:
    edition = Edition(
        body=(Provision(id="a1", unit="article", number="1", text=Text({"tk": "A."})),)
    )
    library = library_of(edition)
    assert print_text(library, languages(), languages()["ru"], KEY) == ""
