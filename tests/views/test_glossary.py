"""Terms and the glossary: every word of every language, in the order of the reader's alphabet."""

from collections.abc import Callable

import pytest

from gollanma.graph import Graph
from gollanma.model.kinds import Term
from gollanma.views.glossary import GlossaryView, glossary_pages
from gollanma.views.terms import TermView, term_view, uses_of
from gollanma.views.voice import Voice
from tests.views.full import desk, full, graph, page

WORDS = """\
status: idea
labels:
  tk:
    - {label: zehin}
    - {label: žurnal, status: admitted}
    - {label: çaga, status: admitted}
    - {label: "2-nji maýyp", status: forbidden}
    - {label: däp, status: admitted}
"""


def glossary(address: str = "term/index.html", lang: str = "en") -> GlossaryView:
    view = page(address, lang).view
    assert isinstance(view, GlossaryView)
    return view


def letters(view: GlossaryView) -> list[tuple[str, list[str]]]:
    return [(each.letter, [entry.label for entry in each.entries]) for each in view.letters]


def only(files: dict[str, str], lang: str) -> list[GlossaryView]:
    """Give the pages of a glossary of these files beside the full project."""
    found = full(files).graph
    made = [each.view for each in glossary_pages(Voice(found, found.languages[lang]))]
    assert all(isinstance(each, GlossaryView) for each in made)
    return made  # type: ignore[return-value]


def test_words_stand_in_the_order_of_the_turkmen_alphabet() -> None:
    (view,) = only({"glossary/words.yml": WORDS}, "tk")
    assert [letter for letter, _ in letters(view)] == [
        "Ç",
        "D",
        "Ž",
        "P",
        "R",
        "Ý",
        "Z",
        "#",
        "Bu dilde sözi entek ýok",
    ]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        pytest.param("en", [("B", ["Blotter"]), ("C", ["consent"]), ("M", ["minutes"]), ("R", ["record"]), ("No word in this language yet", ["заметка"])], id="English"),
        pytest.param("ru", [("З", ["заметка"]), ("С", ["согласие"]), ("На этом языке слова ещё нет", ["ýazuw"])], id="Russian"),
        pytest.param("tk", [("P", ["protokol"]), ("R", ["razylyk"]), ("Ý", ["ýazuw"]), ("Bu dilde sözi entek ýok", ["заметка"])], id="Turkmen"),
    ],
)  # fmt: skip
def test_each_language_has_an_order_of_its_own(
    lang: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert letters(glossary(lang=lang)) == expected


def test_a_word_that_is_not_preferred_sends_to_the_one_that_is() -> None:
    found = {
        entry.label: (str(entry.see.words) if entry.see else "", entry.tag and entry.tag.words)
        for letter in glossary().letters
        for entry in letter.entries
    }
    assert found["minutes"] == ("Record", None)
    assert found["Blotter"] == ("Record", "better not")
    assert found["record"] == ("", None)


def test_a_word_stands_beside_those_of_other_languages() -> None:
    entries = [entry for letter in glossary().letters for entry in letter.entries]
    record = next(each for each in entries if each.label == "record")
    assert str(record.others) == '<span lang="tk">ýazuw</span>'


def test_letters_without_words_lead_nowhere() -> None:
    ways = {str(each.words): each.href for each in glossary().alphabet}
    assert (ways["A"], ways["B"]) == ("", "#_letter-2")
    assert list(ways) == list(graph().languages["en"].letters)


def test_a_long_glossary_goes_on_on_further_pages() -> None:
    many = "".join(f"    - {{label: word {n:03}, status: admitted}}\n" for n in range(200))
    views = only({"glossary/many.yml": f"status: idea\nlabels:\n  en:\n{many}"}, "en")
    assert [sum(len(each.entries) for each in view.letters) for view in views] == [150, 55]
    assert [[way.href for way in view.ways] for view in views] == [
        ["", "index-2.html"],
        ["index.html", ""],
    ]
    assert next(way.href for way in views[1].alphabet if str(way.words) == "W") == (
        "index.html#_letter-23"
    )


def test_a_glossary_without_words_has_one_page() -> None:
    library = full().library
    none = {key: each for key, each in library.records.items() if not isinstance(each, Term)}
    empty = Graph(library.having(none, frozenset()), graph().languages)
    (made,) = glossary_pages(Voice(empty, empty.languages["en"]))
    assert isinstance(made.view, GlossaryView)
    assert (made.view.letters, made.view.count, made.sample) == ((), "0 terms", False)


# --- the page of a term


def term(key: str = "term/record", lang: str = "en") -> TermView:
    view = page(f"{key}.html", lang).view
    assert isinstance(view, TermView)
    return view


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        pytest.param(lambda v: str(v.frame.head.title), "Record", id="a title begins large"),
        pytest.param(lambda v: [w.lang for w in v.words], ["en", "tk", "ru"], id="the reader's language first"),
        pytest.param(lambda v: [(x.label, x.tag.words) for x in v.words[0].labels], [("record", "use this word"), ("minutes", "may be used"), ("Blotter", "better not")], id="words with advice"),
        pytest.param(lambda v: [str(x.note) for x in v.words[1].labels if x.note], ["An old word."], id="why not"),
        pytest.param(lambda v: v.words[2].labels, (), id="a language without a word"),
        pytest.param(lambda v: [g.note for g in v.defined_in], ["sample wording, not official"], id="defined in a sample"),
        pytest.param(lambda v: [g.label for g in v.frame.inverse], ["Roles of this category", "Names a group"], id="mutual relations are told once"),
    ],
)  # fmt: skip
def test_what_the_page_of_a_term_says(
    shown: Callable[[TermView], object], expected: object
) -> None:
    assert shown(term()) == expected


def test_where_a_word_is_used_is_told_by_kind() -> None:
    found = [
        (each.heading, [str(x.words) for x in each.links]) for each in term("term/consent").used
    ]
    assert (
        "Legal acts: 2",
        [
            "Article 2 of the Law &quot;On Help&quot;",
            "Article 1¹ of the Law &quot;On Support&quot;",
        ],
    ) in found


def test_a_place_in_another_edition_says_which() -> None:
    """The same article of the act in force and of its drafts would else look like one."""
    text = "In consent of the person."
    draft = f"stage: draft\nday: 2026-05-01\nbody:\n  - {{id: a2, unit: article, number: '2', text: {{en: {text}}}}}\n"
    found = full({"normative/acts/help/editions/draft.yml": draft}).graph
    view = term_view(
        desk("term/consent", of=found),
        Term(),
        uses_of(Voice(found, found.languages["en"]))["term/consent"],
    )
    places = [str(x.words).replace("&quot;", '"') for each in view.used for x in each.links]
    assert 'Article 2 of the Law "On Help"' in places
    assert 'Article 2 of the Law "On Help" · draft of 1 May 2026' in places


def test_the_page_of_a_term_is_described_by_its_definition() -> None:
    assert page("term/record.html").description == "What is written down."
    assert page("term/note.html").description == ""


def test_of_many_uses_the_first_are_named() -> None:
    groups = {
        f"normative/groups/g{n:02}.yml": f"status: idea\ntitle: {{en: G{n:02}}}\ndescription: {{en: By consent.}}\n"
        for n in range(25)
    }
    found = full(groups).graph
    voice = Voice(found, found.languages["en"])
    here = desk("term/consent", of=found)
    record = found.library.records["term/consent"]
    assert isinstance(record, Term)
    view = term_view(here, record, uses_of(voice)["term/consent"])
    used = next(each for each in view.used if each.heading == "Groups: 25")
    assert (len(used.links), used.more) == (20, "and 5 more")


def test_a_word_outside_of_articles_is_used_by_the_edition() -> None:
    edition = """\
in_force: {}
note: {en: By consent.}
"""
    found = full({"normative/acts/empty/editions/2020.yml": edition}).graph
    uses = uses_of(Voice(found, found.languages["en"]))
    assert "act/empty@2020#" in uses["term/consent"]
    view = term_view(desk("term/consent", of=found), Term(), uses["term/consent"])
    assert "Empty" in [
        str(x.words).replace("&quot;", '"') for each in view.used for x in each.links
    ]
