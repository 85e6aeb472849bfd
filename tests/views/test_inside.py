"""What an act is called in its own text, on pages and in files."""

import pytest
from lxml import etree

from gollanma.exchange.akn import documents
from gollanma.exchange.amending import amended_of
from gollanma.exchange.lawtext.printing import print_text
from gollanma.exchange.word.plain import lines
from gollanma.model.kinds import Act, Edition
from gollanma.views.context import Desk
from gollanma.views.voice import Voice
from tests.support.projects import Small, small

HELP = "normative/acts/help/editions"
KEY, OLD = "act/help@2020-02-01", "act/help@2019-01-01"
WORDS = {
    "tk": "[[{ref}~loc]] görkezilen.",
    "ru": "Указано в [[{ref}~prp]].",
    "en": "Named in [[{ref}]].",
}


def article(number: int, ref: str, more: str = "") -> str:
    """Give an article of two parts, the first of which cites and holds some more."""
    said = "\n".join(f'          {code}: "{each}"' for code, each in WORDS.items())
    return f"""\
  - id: a{number}
    unit: article
    number: "{number}"
    contains:
      - id: a{number}.1
        unit: part
        number: "1"
        text:
{said.replace("{ref}", ref)}
        {more}
      - id: a{number}.2
        unit: part
        number: "2"
        text: {{tk: Iki., ru: Два., en: Two.}}
"""


def project(ref: str, kind: str = "law", more: str = "") -> Small:
    """Give an act whose first article cites, of which there is an older edition."""
    body = article(1, ref, more) + article(2, "#a1")
    edition = "sample: true\nstage: in-force\nin_force: {{from: {day}}}\nbody:\n{body}"
    act = (
        "title: {tk: Kömek hakynda, ru: О помощи, en: On Help}\nfrbr: /akn/tm/act/2020/1\n"
        f"act_kind: {kind}\nnumber: 1-I\nsample: true\n"
    )
    return small(
        {
            "normative/acts/help/act.yml": act,
            f"{HELP}/2020-02-01.yml": edition.format(day="2020-02-01", body=body),
            f"{HELP}/2019-01-01.yml": edition.format(day="2019-01-01", body=body),
        }
    )


def voices(project: Small) -> list[Voice]:
    return [Voice(project.graph, each) for each in project.graph.languages.values()]


def edition(project: Small, key: str = KEY) -> Edition:
    found = project.library.records[key]
    assert isinstance(found, Edition)
    return found


def on_page(ref: str, *, in_full: bool = False) -> list[str]:
    """Give what the first part of Article 1 says in each language."""
    made = project(ref)
    part = edition(made).body[0].contains[0]
    return [
        Desk(each, "", KEY, edition(made), in_full=in_full).told(part.text) for each in voices(made)
    ]


CITED = [
    pytest.param(
        "#a2",
        "şu Kanunyň 2-nji maddasynda görkezilen.",
        "Указано в статье 2 настоящего Закона.",
        "Named in Article 2 of this Law.",
        id="another article",
    ),
    pytest.param(
        "#a2.2",
        "şu Kanunyň 2-nji maddasynyň ikinji böleginde görkezilen.",
        "Указано в части второй статьи 2 настоящего Закона.",
        "Named in part 2 of Article 2 of this Law.",
        id="a part of another article",
    ),
    pytest.param(
        "#a1.2",
        "şu maddanyň ikinji böleginde görkezilen.",
        "Указано в части второй настоящей статьи.",
        "Named in part 2 of this Article.",
        id="a part of the same article",
    ),
    pytest.param(
        "#a1",
        "şu maddada görkezilen.",
        "Указано в настоящей статье.",
        "Named in this Article.",
        id="the same article",
    ),
    pytest.param(
        "act/help",
        "şu Kanunda görkezilen.",
        "Указано в настоящем Законе.",
        "Named in this Law.",
        id="the act",
    ),
    pytest.param(
        "act/help@2019-01-01#a2",
        "«Kömek hakynda» Kanunyň 2-nji maddasynda görkezilen.",
        "Указано в статье 2 Закона «О помощи».",
        'Named in Article 2 of the Law "On Help".',
        id="another edition",
    ),
    pytest.param(
        "act/help@2019-01-01",
        "«Kömek hakynda» Kanunda görkezilen.",
        "Указано в Законе «О помощи».",
        'Named in Law "On Help".',
        id="another edition as a whole",
    ),
]


@pytest.mark.parametrize(("ref", "tk", "ru", "en"), CITED)
def test_an_act_cites_itself_as_laws_do(ref: str, tk: str, ru: str, en: str) -> None:
    assert on_page(ref) == [tk, ru, en]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param('explanation: {en: "See [[#a2]]."}', id="why a provision is so"),
        pytest.param('by_laws: [{text: {en: "See [[#a2]]."}}]', id="a by-law that is promised"),
    ],
)
def test_what_is_no_law_text_names_the_act(told: str) -> None:
    made = project("#a2", more=told)
    part = edition(made).body[0].contains[0]
    text = part.explanation or part.by_laws[0].text
    english = voices(made)[2]
    assert Desk(english, "", KEY, edition(made)).told(text) == 'See Article 2 of the Law "On Help".'


def test_beside_another_text_the_title_stands() -> None:
    assert on_page("#a1.2", in_full=True) == [
        "«Kömek hakynda» Kanunyň 1-nji maddasynyň ikinji böleginde görkezilen.",
        "Указано в части второй статьи 1 Закона «О помощи».",
        'Named in part 2 of Article 1 of the Law "On Help".',
    ]


@pytest.mark.parametrize("ref", ["#a1.2", "#a2"])
def test_files_say_what_the_page_says(ref: str) -> None:
    made = project(ref)
    act = made.library.records["act/help"]
    assert isinstance(act, Act)
    akn = documents(made.graph, KEY)
    for voice, said in zip(voices(made), on_page(ref), strict=True):
        text = print_text(made.library, made.graph.languages, voice.language, KEY)
        assert f"1. {said}\n" in text
        assert said in [each.words for each in lines(voice, KEY, edition(made))]
        xml = etree.fromstring(akn[f"help@2020-02-01.{voice.code}.xml"])
        assert said in "".join(map(str, xml.itertext()))


def test_an_act_of_a_kind_without_a_word_is_named_by_its_title() -> None:
    made = project("#a2", kind="bull")
    part = edition(made).body[0].contains[0]
    english = voices(made)[2]
    assert Desk(english, "", KEY, edition(made)).told(part.text) == "Named in On Help."


def test_an_amending_act_names_the_act_that_it_amends() -> None:
    made = project("#a2")
    kind = made.library.project.act_kind("law")
    assert kind is not None
    names = ("2019-01-01", "2020-02-01")
    amended = amended_of(made.library, made.graph.languages, "act/help", kind, names)
    text = amended.target.body[0].contains[0].text
    assert text is not None
    assert text["en"] == 'Named in Article 2 of the Law "On Help".'
