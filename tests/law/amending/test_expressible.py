"""What is stated anew because it cannot be stated by itself."""

from typing import Any

import pytest

from gollanma.law.amending import apply, differing, expressible, law_text
from gollanma.law.amending.instructions import Restate
from gollanma.model.kinds import Edition
from tests.support.amending import amended, drafted, languages, law
from tests.support.editions import LANGUAGES

Piece = dict[str, Any]


def unit(place: str, name: str, number: str | None, *inside: Piece, **more: object) -> Piece:
    words = dict.fromkeys(LANGUAGES, f"Words of {place} alone.")
    return {"id": place, "unit": name, "number": number, "text": words, "contains": inside, **more}


def article(place: str, *inside: Piece, number: str = "") -> Piece:
    return unit(place, "article", number or place[1:], *inside)


ONE, TWIN, TWO = (unit(f"p{n}", "part", str(min(n, 2))) for n in (1, 2, 3))
TWINS = article("a1", ONE, TWIN, TWO)
OTHER = article("a2", unit("q1", "part", "1"))


def edition(*body: Piece) -> Edition:
    return Edition.model_validate({"body": body})


@pytest.mark.parametrize(
    "body",
    [
        pytest.param((article("a1", ONE, TWO), OTHER), id="a twin goes"),
        pytest.param((article("a1", ONE, TWIN, unit("n", "part", "3"), TWO), OTHER), id="behind a twin"),
        pytest.param((article("a1", ONE, TWO, TWIN), OTHER), id="twins change places"),
        pytest.param((article("a1", ONE, TWIN), article("a2", TWO, *OTHER["contains"])), id="one leaves"),
        pytest.param((article("a1", ONE, {**TWIN, "repealed": True}, TWO), OTHER), id="one is repealed"),
        pytest.param((article("a1", ONE, {**TWIN, "number": "7"}, TWO), OTHER), id="a number changes"),
        pytest.param(
            (article("a1", ONE, {**TWIN, "contains": (unit("m", "point", "1"),)}, TWO), OTHER),
            id="into a twin",
        ),
    ],
)  # fmt: skip
def test_a_twin_is_changed_with_what_holds_it(body: tuple[Piece, ...]) -> None:
    one = amended(edition(TWINS, OTHER), edition(*body))
    orders = expressible(one, languages())
    assert [each.target for each in orders if isinstance(each, Restate)] == ["a1"]
    assert law_text(apply(one.base, orders), LANGUAGES) == law_text(one.target, LANGUAGES)
    for language in languages():
        text = drafted([(one, orders)], language).text()
        assert differing(text, [(one, orders)], language, LANGUAGES, law()) == ()


def test_words_that_would_be_misread_are_stated_anew() -> None:
    """A quotation that looks like the sentence around it cannot be told from it."""
    old = 'One "a" with the words "b" and three more words that stay as they are'
    words = dict.fromkeys(LANGUAGES, old)
    part = {**ONE, "text": words}
    changed = {
        **ONE,
        "text": {**words, "en": old.replace('"a" with the words "b"', '"c" with the words "d"')},
    }
    one = amended(edition(article("a1", part), OTHER), edition(article("a1", changed), OTHER))
    orders = expressible(one, languages())
    text = drafted([(one, orders)], languages()[2]).text()
    assert differing(text, [(one, orders)], languages()[2], LANGUAGES, law()) == ()
    assert law_text(apply(one.base, orders), LANGUAGES) == law_text(one.target, LANGUAGES)


def test_chapters_that_divisions_hold_are_cited_with_them() -> None:
    def division(number: str, first: str) -> Piece:
        chapter = unit(f"c{number.lower()}", "chapter", "I", article(first))
        return unit(f"d{number.lower()}", "division", number, chapter)

    base = edition(division("I", "a1"), division("II", "a2"))
    body = base.body[1].contains[0].model_copy(update={"repealed": True})
    target = base.model_copy(
        update={"body": (base.body[0], base.body[1].model_copy(update={"contains": (body,)}))}
    )
    one = amended(base, target)
    said = drafted([(one, expressible(one, languages()))], languages()[2])
    assert [each.line for each in said.acts[0].items] == [
        "declare Chapter I of Division II no longer in force"
    ]
