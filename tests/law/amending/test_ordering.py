"""The order of the sentences of an amending act: a clerk carries them out one after the other."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pytest
from hypothesis import given, settings

from gollanma.law.amending import Instruction, apply, differing, law_text
from gollanma.law.amending.instructions import Insert, Move, Place, Remove, Renumber, Where
from gollanma.law.amending.ordering import Ordering, alone
from gollanma.law.amending.places import Places, Spot
from gollanma.law.amending.sentences import INSERTIONS
from gollanma.law.amending.statements import Order, Statement
from gollanma.model.kinds import Edition
from tests.support.amending import amended, drafted, languages, law, ordered
from tests.support.editions import LANGUAGES, amendments, editions

Piece = dict[str, Any]


def unit(place: str, name: str, number: str, *inside: Piece) -> Piece:
    words = dict.fromkeys(LANGUAGES, f"Words of {place}.")
    return {"id": place, "unit": name, "number": number, "text": words, "contains": inside}


def part(place: str, number: str = "", *inside: Piece) -> Piece:
    return unit(place, "part", number or place.rpartition(".")[2], *inside)


def article(place: str, *parts: Piece, number: str = "") -> Piece:
    return unit(place, "article", number or place[1:], *parts)


def edition(*body: Piece) -> Edition:
    return Edition.model_validate({"body": body})


POINTS = tuple(unit(f"a3.1.{n}", "point", str(n)) for n in (1, 2))
ONE = article("a1", *(part(f"a1.{n}") for n in (1, 2, 3, 4)))
TWO = article("a2", *(part(f"a2.{n}") for n in (1, 2)))
THREE = article("a3", part("a3.1", "1", *POINTS))
BASE = edition(ONE, TWO, THREE)


def said(*body: Piece) -> list[list[str]]:
    """Give the items in the three languages, those below a header with it."""
    acts = [ordered(amended(BASE, edition(*body)))]
    found = []
    for language in languages():
        draft = drafted(acts, language)
        assert differing(draft.text(), acts, language, LANGUAGES, law()) == (), draft.text()
        items = draft.acts[0].items
        found.append(
            [
                line
                for each in items
                for line in (each.line, *(f"- {inner.line}" for inner in each.items))
            ]
        )
    return found


def test_a_part_moved_out_gets_its_number_in_the_same_sentence() -> None:
    """The rest is counted on behind it, so that every number means the text in print."""
    tk, ru, en = said(
        article("a1", part("a1.1"), part("a1.2"), part("a1.4", "3")),
        article("a2", part("a2.1"), part("a1.3", "2"), part("a2.2", "3")),
        THREE,
    )
    assert tk == [
        (
            "1-nji maddanyň üçünji bölegini 2-nji maddanyň birinji böleginden soň ýerleşdirmeli "
            "we ikinji bölek diýip hasap etmeli"
        ),
        "1-nji maddanyň dördünji bölegini üçünji bölek diýip hasap etmeli",
        "2-nji maddanyň ikinji bölegini üçünji bölek diýip hasap etmeli",
    ]
    assert ru == [
        "часть третью статьи 1 поместить после части первой статьи 2 и считать частью второй",
        "часть четвёртую статьи 1 считать частью третьей",
        "часть вторую статьи 2 считать частью третьей",
    ]
    assert en == [
        ("move part 3 of Article 1 to stand after part 1 of Article 2 and renumber it as part 2"),
        "renumber part 4 of Article 1 as part 3",
        "renumber part 2 of Article 2 as part 3",
    ]


@pytest.mark.parametrize(
    ("body", "items"),
    [
        pytest.param(
            (
                article("a1", part("a1.1"), part("n", "2"), *(part(f"a1.{n}", f"{n + 1}") for n in (2, 3, 4))),
                TWO,
                THREE,
            ),
            [
                "in Article 1",
                "- after part 1, add part 2 with the following content",
                "- renumber parts 2–4 as parts 3–5 respectively",
            ],
            id="neighbours that count on are named as a range",
        ),
        pytest.param(
            (article("a1", part("a1.1"), part("a1.3", "2"), part("a1.4", "7")), TWO, THREE),
            [
                "in Article 1",
                "- delete part 2",
                "- renumber parts 3 and 4 as parts 2 and 7 respectively",
            ],
            id="numbers that do not count on are named one by one",
        ),
        pytest.param(
            (
                article("a1", *(part(f"a1.{n}", number) for n, number in ((1, "2"), (2, "1"), (3, "3"), (4, "4")))),
                TWO,
                THREE,
            ),
            ["renumber parts 1 and 2 of Article 1 as parts 2 and 1 respectively"],
            id="numbers that change places are given at once",
        ),
        pytest.param(
            (ONE, article("n", number="2"), {**TWO, "number": "3"}, {**THREE, "number": "4"}),
            [
                "after Article 1, add Article 2 with the following content",
                "renumber Articles 2 and 3 as Articles 3 and 4 respectively",
            ],
            id="articles come last of all",
        ),
        pytest.param(
            (
                article("a1", part("a1.1"), part("a1.2")),
                article("a2", part("a2.1"), part("a1.4", "2"), part("a1.3", "3"), part("a2.2", "4")),
                THREE,
            ),
            [
                "move part 4 of Article 1 to stand after part 1 of Article 2 and renumber it as part 2",
                (
                    "move part 3 of Article 1 to stand after part 4 of Article 1 (in its new place)"
                ),
                "renumber part 2 of Article 2 as part 4",
            ],
            id="behind what was moved",
        ),
        pytest.param(
            (
                article("a1", part("a1.1"), part("a1.2"), part("a1.3")),
                article("a2", part("a2.1"), part("a1.4", "2"), part("n", "3"), part("a2.2", "4")),
                THREE,
            ),
            [
                "move part 4 of Article 1 to stand after part 1 of Article 2 and renumber it as part 2",
                (
                    "after part 4 of Article 1 (in its new place), add part 3 "
                    "with the following content"
                ),
                "renumber part 2 of Article 2 as part 4",
            ],
            id="what comes behind what was moved",
        ),
        pytest.param(
            (ONE, article("a2", part("a2.1"), part("n", "2"), part("a3.1", "3", *POINTS), part("a2.2", "4"))),
            [
                "move part 1 of Article 3 to stand after part 1 of Article 2 and renumber it as part 3",
                "delete Article 3",
                "after part 1 of Article 2, add part 2 with the following content",
                "renumber part 2 of Article 2 as part 4",
            ],
            id="where both come beside one, and the rest goes",
        ),
        pytest.param(
            (article("a1", part("a3.1", "1", POINTS[1]), *(part(f"a1.{n}", f"{n + 1}") for n in (1, 2, 3, 4))), TWO, article("a3")),
            [
                "delete point 1 of part 1 of Article 3",
                "move part 1 of Article 3 to the beginning of Article 1",
                "renumber parts 1–4 of Article 1 as parts 2–5 respectively",
            ],
            id="to the beginning",
        ),
    ],
)  # fmt: skip
def test_sentences_stand_so_that_each_finds_what_it_cites(
    body: tuple[Piece, ...], items: list[str]
) -> None:
    assert said(*body)[2] == items


def test_several_are_renumbered_in_each_language() -> None:
    tk, ru, en = said(
        article("a1", *(part(f"a1.{n}", f"{n + 3}") for n in (1, 2, 3, 4))),
        TWO,
        article("a3", part("a3.1", "1", *({**each, "number": each["number"] + "^1"} for each in POINTS))),
    )  # fmt: skip
    assert tk == [
        (
            "1-nji maddanyň birinji–dördünji böleklerini degişlilikde dördünji–ýedinji bölekler "
            "diýip hasap etmeli"
        ),
        (
            "3-nji maddanyň birinji böleginiň 1-nji we 2-nji bentlerini degişlilikde "
            "1¹-nji we 2¹-nji bentler diýip hasap etmeli"
        ),
    ]
    assert ru == [
        ("части первую–четвёртую статьи 1 считать соответственно частями четвёртой–седьмой"),
        "пункты 1 и 2 части первой статьи 3 считать соответственно пунктами 1¹ и 2¹",
    ]
    assert en == [
        "renumber parts 1–4 of Article 1 as parts 4–7 respectively",
        "renumber points 1 and 2 of part 1 of Article 3 as points 1¹ and 2¹ respectively",
    ]


A, B = Spot("a1.1"), Spot("a1.2")
APART = [
    pytest.param(
        Statement(Order.RENUMBER_EACH, A, numbers=("2", "3"), others=(B,)),
        [
            Statement(Order.RENUMBER, A, numbers=("2",)),
            Statement(Order.RENUMBER, B, numbers=("3",)),
        ],
        id="a row",
    ),
    pytest.param(
        Statement(Order.MOVE_AFTER, A, beside=B, is_beside_moved=True, numbers=("3",)),
        [Statement(Order.MOVE_AFTER, A, beside=B), Statement(Order.RENUMBER, A, numbers=("3",))],
        id="a move with a number",
    ),
    pytest.param(
        Statement(Order.INSERT_AFTER, A, is_beside_moved=True),
        [Statement(Order.INSERT_AFTER, A)],
        id="behind what was moved",
    ),
]


@pytest.mark.parametrize(("whole", "parts"), APART)
def test_what_cannot_be_read_together_is_said_apart(
    whole: Statement, parts: list[Statement]
) -> None:
    assert list(alone(whole)) == parts


# --- whatever changes


def ordering(base: Edition, target: Edition) -> Ordering:
    one, orders = ordered(amended(base, target))
    return Ordering(Places(one.base, law(), languages()[2]), orders)


def cited(statement: Statement, places: Places) -> Iterator[tuple[str, bool]]:
    """Yield all that a statement cites or cites through, and whether it says that it moved."""
    for spot, moved in ((statement.spot, statement.beside is None), (statement.beside, True)):
        if spot and spot.id:
            for step in places.ways[spot]:
                yield step.id, moved and statement.is_beside_moved


def changed(statement: Statement) -> set[str]:
    """Give what has another number or place behind a statement, and what is gone."""
    if statement.numbers:
        return {each.id for each in (statement.spot, *statement.others)}
    is_gone = statement.order is Order.REMOVE and statement.spot.field is None
    return {statement.spot.id} if statement.beside or is_gone else set()


def assert_each_finds_what_it_cites(found: Ordering) -> None:
    done: set[str] = set()
    for each in (*found.still, *found.late):
        lost = [place for place, moved in cited(each, found.places) if place in done and not moved]
        assert lost == [], each
        done |= changed(each)


def carried_out(base: Edition, target: Edition) -> tuple[Edition, Edition]:
    """Give the text after all that stands still, then one late sentence after the other."""
    one, orders = ordered(amended(base, target))
    found = Ordering(Places(one.base, law(), languages()[2]), orders)
    waiting = [each for each in orders if isinstance(each, Insert)]
    late = []
    for _, alike in groupby(found.late, lambda each: (each.order in INSERTIONS, each.spot)):
        late.append([part for each in alike for part in carried(each, waiting)])
    told = [part for each in late for part in each]
    made = apply(base, [each for each in orders if each not in told])
    for each in late:
        made = apply(made, each)
    return made, one.target


def carried(said: Statement, waiting: list[Insert]) -> Iterator[Instruction]:
    """Yield what a late sentence orders."""
    if said.order in INSERTIONS:
        where = {Order.INSERT_AFTER: Where.AFTER, Order.INSERT_FIRST: Where.FIRST}[said.order]
        first = next(each for each in waiting if each.place == Place(where, said.spot.id))
        waiting.remove(first)
        yield first
    elif said.order is Order.REMOVE:
        yield Remove(said.spot.id)
    elif said.beside:
        where = Where.AFTER if said.order is Order.MOVE_AFTER else Where.FIRST
        yield Move(said.spot.id, Place(where, said.beside.id))
    for spot, number in zip((said.spot, *said.others), said.numbers, strict=False):
        yield Renumber(spot.id, number)


@given(amendments())
def test_carried_out_one_by_one_they_make_the_target(pair: tuple[Edition, Edition]) -> None:
    made, target = carried_out(*pair)
    assert law_text(made, LANGUAGES) == law_text(target, LANGUAGES)


@settings(max_examples=settings().max_examples // 5)
@given(editions(), editions())
def test_so_they_do_between_any_two_editions(base: Edition, target: Edition) -> None:
    made, whole = carried_out(base, target)
    assert law_text(made, LANGUAGES) == law_text(whole, LANGUAGES)


@given(amendments())
def test_no_sentence_takes_away_what_a_later_one_cites(pair: tuple[Edition, Edition]) -> None:
    assert_each_finds_what_it_cites(ordering(*pair))


@settings(max_examples=settings().max_examples // 5)
@given(editions(), editions())
def test_nor_between_any_two_editions(base: Edition, target: Edition) -> None:
    assert_each_finds_what_it_cites(ordering(base, target))
