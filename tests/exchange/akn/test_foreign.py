"""Documents that another system wrote: no names of ours, other units, other habits."""

import pytest

from gollanma.diagnostics import Severity
from gollanma.exchange.akn import Imported, read
from gollanma.model import Text
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from tests.exchange.akn.support import ADDRESS, addressed

KEY = "act/help@2021-05-01"


def document(body: str, *, head: str = "", lang: str = "eng", version: str = "2021-05-01") -> str:
    """Write what another system would: one language, no alias, no wId."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="law">
<meta><identification source="#other">
<FRBRExpression><FRBRuri value="{ADDRESS}/{lang}@{version}"/>
<FRBRlanguage language="{lang}"/></FRBRExpression></identification>
{head}</meta>
{body}
</act></akomaNtoso>
"""


def imported(body: str, *, key: str | None = None, head: str = "", lang: str = "eng") -> Imported:
    return read(addressed(), {"a.xml": document(body, head=head, lang=lang).encode()}, key)


def edition(body: str, *, head: str = "") -> Edition:
    found = imported(f"<body>{body}</body>", head=head)
    assert [each for each in found.diagnostics if each.severity is Severity.ERROR] == []
    return found.editions[KEY]


def first(body: str, *, head: str = "") -> Provision:
    return edition(body, head=head).body[0]


def article(inside: str, number: str = "Article 1.", attributes: str = "") -> str:
    return f"<article {attributes}><num>{number}</num>{inside}</article>"


CONTENT = "<content><p>Help is free.</p></content>"


def test_an_edition_is_known_by_its_address() -> None:
    found = imported(f"<body>{article(CONTENT)}</body>")
    assert found.diagnostics == ()
    assert list(found.editions) == [KEY]


@pytest.mark.parametrize(
    ("printed", "number", "own"),
    [
        pytest.param("Article 8.", "8", "a8", id="in English"),
        pytest.param("12¹-nji madda.", "12^1", "a12-1", id="raised, with a Turkmen ending"),
        pytest.param("Статья 10", "10", "a10", id="in Russian"),
        pytest.param("Title IV", "IV", "a4", id="Roman"),
        pytest.param("b)", "b", "ab", id="a letter"),
        pytest.param("First", None, "article-1", id="no number that we know"),
    ],
)
def test_numbers_and_ids_are_made_of_what_is_printed(
    printed: str, number: str | None, own: str
) -> None:
    read_back = first(article(CONTENT, printed))
    assert (read_back.number, read_back.id) == (number, own)


def test_ids_grow_with_what_holds_them() -> None:
    points = f"<point><num>1)</num>{CONTENT}</point><point><num>2)</num>{CONTENT}</point>"
    body = article(f"<paragraph><num>3.</num><intro><p>Who:</p></intro>{points}</paragraph>")
    part = first(body).contains[0]
    assert (part.unit, part.id, part.text) == ("part", "a1.3", Text({"en": "Who:"}))
    assert [(each.unit, each.id) for each in part.contains] == [
        ("point", "a1.3.1"),
        ("point", "a1.3.2"),
    ]


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        pytest.param("<p>\n  Help   is\n free.</p>", "Help is free.", id="folded white space"),
        pytest.param("<p>One.</p><p>Two.</p>", "One.\n\nTwo.", id="two paragraphs"),
        pytest.param("<p>Help <b>now</b>, <i>here</i>.</p>", "Help **now**, *here*.", id="strong"),
        pytest.param("<p>One<br/>two</p>", "One two", id="a broken line"),
        pytest.param("<p>Help<!-- x --> is<?y z?> free.</p>", "Help is free.", id="a comment"),
        pytest.param("<p><![CDATA[a < b & c]]></p>", "a < b & c", id="letters of XML"),
        pytest.param("<p>e&#x301;</p>", "é", id="a loose sign"),
        pytest.param(
            f'<p>See <ref href="{ADDRESS}/~art_2">Article 2</ref>.</p>',
            "See [[act/help#a2|Article 2]].",
            id="a reference to an article of ours",
        ),
        pytest.param(
            f'<p>See <ref href="{ADDRESS}">the Law</ref>.</p>',
            "See [[act/help|the Law]].",
            id="a reference to an act of ours",
        ),
        pytest.param(
            '<p>See <ref href="/akn/yy/act/1990/1">Law 1</ref>.</p>',
            "See Law 1.",
            id="a reference elsewhere keeps its words",
        ),
    ],
)
def test_words_are_read(paragraphs: str, words: str) -> None:
    assert first(article(f"<content>{paragraphs}</content>")).text == Text({"en": words})


def test_an_interval_ends_on_the_day_before_its_end() -> None:
    head = """
<lifecycle source="#o"><eventRef eId="e1" date="2021-05-01" source="#o"/>
<eventRef eId="e2" date="2022-01-01" source="#o"/></lifecycle>
<temporalData source="#o"><temporalGroup eId="t1">
<timeInterval start="#e1" end="#e2" refersTo="#x"/></temporalGroup></temporalData>"""
    period = first(article(CONTENT, attributes='period="#t1"'), head=head).in_force
    assert period is not None
    assert [str(period.from_), str(period.to)] == ["2021-05-01", "2021-12-31"]


def test_a_removed_provision_is_repealed() -> None:
    assert first(article(CONTENT, attributes='status="removed"')).repealed


def test_the_form_of_a_list_is_lost_and_said_so() -> None:
    body = article("<content><ul><li>one</li></ul></content>")
    found = imported(f"<body>{body}</body>")
    assert [(each.key, each.severity) for each in found.diagnostics] == [
        ("flattened", Severity.WARNING)
    ]
    assert found.editions[KEY].body[0].text == Text({"en": "one"})


@pytest.mark.parametrize(
    ("head", "note"),
    [
        pytest.param("", '<authorialNote eId="n"><p>Why.</p></authorialNote>', id="in the words"),
        pytest.param('<notes><note eId="n"><p>Why.</p></note></notes>', "", id="in the head"),
    ],
)
def test_a_note_of_strangers_is_left_out_and_said_so(head: str, note: str) -> None:
    body = article(f"<content><p>Help is free.{note}</p></content>")
    found = imported(f"<body>{body}</body>", head=head)
    assert [(each.key, each.severity) for each in found.diagnostics] == [("note", Severity.WARNING)]
    assert found.editions[KEY].body[0].text == Text({"en": "Help is free."})


def test_the_mark_of_a_sample_is_enough_without_our_fields() -> None:
    mark = '<preface><p class="sample">Sample wording</p></preface>'
    found = imported(f"{mark}<body>{article(CONTENT)}</body>")
    assert found.editions[KEY].sample


@pytest.mark.parametrize(
    ("body", "key", "line"),
    [
        pytest.param("<body><section/></body>", "no-unit", 7, id="a unit that the kind lacks"),
        pytest.param(
            f"<body>{article(CONTENT)}<crossHeading>x</crossHeading></body>",
            "no-place",
            7,
            id="words between provisions",
        ),
        pytest.param(
            f"<body>{article(CONTENT, attributes='period=' + chr(34) + '#t' + chr(34))}</body>",
            "no-period",
            7,
            id="a period of nothing",
        ),
        pytest.param("<preface><p>x</p></preface>", "no-body", 2, id="no text"),
        pytest.param(
            f"<body>{article('<content><p>a&#x202E;b</p></content>')}</body>",
            "unseen",
            7,
            id="a character that turns the words round",
        ),
        pytest.param(
            f"<body>{article('<content><p>a' + '&#x301;' * 40 + '</p></content>')}</body>",
            "signs",
            7,
            id="a letter under a heap of signs",
        ),
    ],
)
def test_what_has_no_place_in_our_acts(body: str, key: str, line: int) -> None:
    found = imported(body)
    assert (key, line) in [(each.key, each.span.line) for each in found.diagnostics]
    assert {each.code for each in found.diagnostics} == {"AKN002"}
    assert found.editions == {}


@pytest.mark.parametrize(
    ("key", "lang", "says"),
    [
        pytest.param("act/none@x", "eng", "no-act", id="an act that is not here"),
        pytest.param("act/help", "eng", "no-key", id="no edition"),
        pytest.param("term/consent@x", "eng", "no-key", id="no act"),
        pytest.param(KEY, "deu", "no-language", id="a language that the project lacks"),
    ],
)
def test_what_an_edition_cannot_be(key: str, lang: str, says: str) -> None:
    found = imported(f"<body>{article(CONTENT)}</body>", key=key, lang=lang)
    assert [each.key for each in found.diagnostics] == [says]
    assert found.editions == {}


def test_a_document_of_nobody_wants_a_name() -> None:
    text = document(f"<body>{article(CONTENT)}</body>").replace(ADDRESS, "/akn/yy/act/1990/1")
    found = read(addressed(), {"a.xml": text.encode()})
    assert [(each.key, str(each.span)) for each in found.diagnostics] == [("no-key", "a.xml:2:70")]
    assert list(read(addressed(), {"a.xml": text.encode()}, KEY).editions) == [KEY]
