"""What is written as YAML reads back as the same record."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.exchange.records import as_yaml
from gollanma.model import Record, Ref, Text
from gollanma.model.base import Modality, Period
from gollanma.model.decode import decode
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import ByLaw, Provision
from gollanma.model.load import load
from gollanma.source import read_text

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("tk", "ru", "en")
PATH = "normative/acts/help/editions/2022-01-01.yml"


def read_back(record: Record, path: str) -> Record | None:
    document = read_text(path, as_yaml(record, path, LANGUAGES).encode())
    assert document.diagnostics == ()
    found, wrong = decode(type(record), document, LANGUAGES)
    assert wrong == ()
    return found


def test_every_record_of_the_handbook_reads_back() -> None:
    library = load(ROOT, date(2026, 11, 22)).library
    assert library is not None
    differing = [
        key
        for key, record in library.records.items()
        if read_back(record, library.documents[key].path) != record
    ]
    assert differing == []


def has_words(text: str) -> bool:
    return bool(text.strip()) and unicodedata.is_normalized("NFC", text)


SIGNS = st.sampled_from(
    [*"aйň1 '\"«»:#-–—?!&*|>%@`=~,.;()[]{}<\\/\t\n", "  ", " ", "\u00a0", "12-nji", "no", "null"]
)
HOSTILE = st.lists(SIGNS, min_size=1, max_size=40).map("".join).filter(has_words)
PROSE = st.lists(st.sampled_from(["şu", "Закон", "law:", "#1", "– it;", "1)"]), min_size=1).map(
    " ".join
)
WORDS = st.one_of(HOSTILE, PROSE)
TEXTS = st.dictionaries(st.sampled_from(LANGUAGES), WORDS, min_size=1).map(Text)


def provisions(inside: st.SearchStrategy[tuple[Provision, ...]]) -> st.SearchStrategy[Provision]:
    return st.builds(
        Provision,
        id=st.from_regex(r"[a-z0-9]{1,4}(\.[0-9]{1,2})?", fullmatch=True),
        unit=st.sampled_from(["article", "part", "note"]),
        number=st.none() | st.from_regex(r"[0-9]{1,3}(\^[0-9])?", fullmatch=True),
        heading=st.none() | TEXTS,
        text=st.none() | TEXTS,
        modality=st.none() | st.sampled_from(Modality),
        sample=st.booleans(),
        repealed=st.booleans(),
        in_force=st.none() | st.builds(Period, **{"from": st.none() | st.dates()}),
        defines=st.none() | st.just(Ref("term", "help")),
        by_laws=st.lists(st.builds(ByLaw, text=TEXTS), max_size=2).map(tuple),
        contains=inside,
    )


BODIES = st.recursive(
    st.just(()), lambda inside: st.lists(provisions(inside), max_size=2).map(tuple), max_leaves=6
)


@given(BODIES, st.none() | TEXTS)
def test_any_edition_reads_back(body: tuple[Provision, ...], note: Text | None) -> None:
    edition = Edition(body=body, note=note, day=date(2021, 12, 18), sample=True)
    assert read_back(edition, PATH) == edition


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        pytest.param("Rugsat berilýär", ["  tk: Rugsat berilýär"], id="plain words stand bare"),
        pytest.param("no", ['  tk: "no"'], id="what YAML reads as a flag is quoted"),
        pytest.param("Şulara:", ['  tk: "Şulara:"'], id="a colon at the end is quoted"),
        pytest.param(
            "kömek " * 16 + "berilýär",
            ["  tk: >-", "    " + "kömek " * 15 + "kömek", "    berilýär"],
            id="long prose is folded",
        ),
        pytest.param("a\nb", ["  tk: |-", "    a", "    b"], id="lines of its own are literal"),
    ],
)
def test_shape_of_words(words: str, lines: list[str]) -> None:
    text = as_yaml(Edition(note=Text({"tk": words})), PATH, LANGUAGES)
    assert text.splitlines()[2:] == lines


def test_words_stand_in_the_order_of_the_languages() -> None:
    note = Text({"en": "a", "ru": "б", "tk": "ç"})
    text = as_yaml(Edition(note=note), PATH, LANGUAGES)
    assert text.splitlines()[1:] == ["note:", "  tk: ç", "  ru: б", "  en: a"]
