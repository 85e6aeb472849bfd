"""What is no official text says so in every document, and says so again when it is back."""

import pytest
from lxml import etree

from gollanma.exchange.akn import documents, read
from gollanma.exchange.markup import Element
from gollanma.graph import Graph
from gollanma.model.kinds import Edition
from tests.exchange.akn.support import ACT, addressed, text_of
from tests.support.projects import changed, small

PATH = "normative/acts/help/editions/2020-02-01.yml"
KEY = f"{ACT}@2020-02-01"
MARKS = {
    "tk": "Nusga teksti, resmi tekst däl",
    "ru": "Образец формулировок, не официальный текст",
    "en": "Sample wording, not the official text",
}


def words_in(element: Element) -> str:
    return "".join(map(str, element.itertext()))


def official(edit: tuple[str, str] = ("", "")) -> Graph:
    """Give the small project as if its law were official, with one more change."""
    edition = changed(PATH, "sample: true\n", "")[PATH].replace(*edit)
    act = "normative/acts/help/act.yml"
    address = changed(act, "act_kind: law\n", "act_kind: law\nfrbr: /akn/xx/act/2020/1-i\n")
    return small({PATH: edition, **address}).graph


@pytest.mark.parametrize(("lang", "mark"), MARKS.items())
def test_a_sample_says_so_before_its_first_word_and_in_its_notes(lang: str, mark: str) -> None:
    document = documents(addressed(), KEY)[f"help@2020-02-01.{lang}.xml"]
    root = etree.fromstring(document)
    first, *_ = root.findall(".//{*}preface/{*}p")
    [note] = root.findall(".//{*}meta/{*}notes/{*}note[@class='sample']")
    [binds] = root.findall(".//{*}FRBRprescriptive")
    assert mark in words_in(first)
    assert mark in words_in(note)
    assert binds.get("value") == "false"


@pytest.mark.parametrize("lang", MARKS)
def test_an_official_text_has_no_mark(lang: str) -> None:
    document = documents(official(), KEY)[f"help@2020-02-01.{lang}.xml"]
    assert MARKS[lang] not in text_of(document)
    assert b'FRBRprescriptive value="true"' in document


def test_a_sample_inside_an_official_text_is_marked_where_it_stands() -> None:
    graph = official(('        number: "2"\n', '        number: "2"\n        sample: true\n'))
    document = documents(graph, KEY)["help@2020-02-01.en.xml"]
    root = etree.fromstring(document)
    [marked] = root.findall(".//{*}p[@class='sample']/../..")
    assert marked.get("wId") == "a1.2"
    assert MARKS["en"] in words_in(marked)


def test_the_mark_outlives_a_system_that_drops_our_fields() -> None:
    files = {}
    for name, document in documents(addressed(), KEY).items():
        root = etree.fromstring(document)
        for meta in root.findall(".//{*}meta"):
            meta.remove(meta.findall("{*}proprietary")[0])
        files[name] = etree.tostring(root)
    imported = read(addressed(), files)
    assert imported.diagnostics == ()
    edition = imported.editions[KEY]
    assert isinstance(edition, Edition)
    assert edition.sample
