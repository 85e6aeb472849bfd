"""What the reader of an amending act understands, and what it refuses."""

from typing import Any

import pytest

from gollanma.law.amending import (
    Amended,
    InexpressibleError,
    Instruction,
    UnplayableError,
    UnreadableLineError,
    apply,
    differing,
    expressible,
    law_text,
    read,
)
from gollanma.law.amending.instructions import Move, Place, Remove, Restate, Where
from gollanma.model.kinds import Edition
from tests.support.amending import act, amended, drafted, languages, law, ordered
from tests.support.editions import LANGUAGES

Piece = dict[str, Any]


def unit(place: str, name: str, number: str | None, words: str, *inside: Piece) -> Piece:
    said = dict.fromkeys(LANGUAGES, words)
    return {"id": place, "unit": name, "number": number, "text": said, "contains": inside}


def edition(*body: Piece, **more: object) -> Edition:
    return Edition.model_validate({"body": body, **more})


BASE = (
    unit("a1", "article", "1", "Of all:", unit("a1.1", "part", "1", "First part, first words.")),
    unit("a2", "article", "2", "Of some:", unit("a2.1", "part", "1", "Other words.")),
)
TWICE = unit(
    "a1", "article", "1", "Of all:", BASE[0]["contains"][0], unit("x", "part", "1", "Twin.")
)


def played(*items: str) -> Edition:
    """Give the base as these items of an English act leave it."""
    one, english = amended(edition(*BASE), edition(*BASE)), languages()[2]
    target = edition({**BASE[0], "repealed": True}, BASE[1])
    frame = drafted([ordered(amended(edition(*BASE), target))], english)
    text = "\n".join((frame.opening, *items, frame.commencement))
    (orders,) = read(text, [one], english, LANGUAGES, law())
    return apply(one.base, orders)


def parts(made: Edition) -> list[list[tuple[str, str | None, str]]]:
    """Give id, number and English words of what each article holds."""
    return [
        [(one.id, one.number, dict(one.text or {}).get("en", "")) for one in each.contains]
        for each in made.body
    ]


def test_a_new_provision_gets_the_id_that_the_handbook_would_give() -> None:
    made = played(
        "  1) after Article 1, add Article 1¹ with the following content:",
        '    "Article 1¹. New',
        "      1. One:",
        "        1) point",
        '      2. Two";',
        "  2) in Article 2:",
        "    a) add part 2 with the following content:",
        '      "2. More";',
        "    b) after part 1, add part 1¹ with the following content:",
        '      "1¹. Less".',
    )
    assert parts(made) == [
        [("a1.1", "1", "First part, first words.")],
        [("a1-1.1", "1", "One:"), ("a1-1.2", "2", "Two")],
        [("a2.1", "1", "Other words."), ("a2.1-1", "1^1", "Less"), ("a2.2", "2", "More")],
    ]
    assert [each.id for each in made.body] == ["a1", "a1-1", "a2"]


def test_what_is_stated_anew_keeps_the_ids_of_what_has_the_same_number() -> None:
    made = played(
        "  1) restate Article 2 as follows:",
        '    "Article 2. Heading',
        "    Opening:",
        "      1. Anew.",
        '      2. [heading] Named".',
        "",
    )
    assert parts(made)[1] == [("a2.1", "1", "Anew."), ("a2.2", "2", "")]
    article = made.body[1]
    assert dict(article.contains[1].heading or {}) == {"en": "Named"}
    assert dict(article.text or {}) == {"tk": "Of some:", "ru": "Of some:", "en": "Opening:"}


def test_an_id_that_was_there_is_not_given_again() -> None:
    made = played(
        "  1) renumber part 1 of Article 2 as part 2;",
        "  2) at the beginning of Article 2, add part 1 with the following content:",
        '    "1. New".',
    )
    assert parts(made)[1] == [("a2.1-2", "1", "New"), ("a2.1", "2", "Other words.")]


@pytest.mark.parametrize(
    ("items", "line"),
    [
        pytest.param(["  1) abolish Article 1."], 2, id="no order"),
        pytest.param(["  1) delete Article 9."], 2, id="no such article"),
        pytest.param(["  1) delete Article 1;", "  in Article 2."], 3, id="no item"),
        pytest.param(["  1) in Article 9:", "    a) delete part 1."], 2, id="below no article"),
        pytest.param(["  1) in Article 1:", "    a) delete part 3."], 3, id="no such part in it"),
        pytest.param(["  1) restate Article 1 as follows:", '    "Words'], 2, id="no end of a quotation"),
        pytest.param(["  1) restate Article 1 as follows."], 2, id="nothing stated"),
        pytest.param(
            ["  1) restate part 1 of Article 1 as follows:", '    "1. One', '    2. Two".'], 2, id="two for one"
        ),
        pytest.param(
            ["  1) delete part 1 of Article 1:", '    "1. One".'], 2, id="a quotation where none belongs"
        ),
        pytest.param(
            ["  1) after Article 1, add Article 3 with the following content:", '    "Article 4. X".'], 2, id="another number"
        ),
        pytest.param(
            ["  1) after Article 1, add Article 3 with the following content:", '    "Article 3. X', '   odd".'], 2, id="an odd indent"
        ),
        pytest.param(
            ['  1) in part 1 of Article 1, replace the words "first" with the word "last".'], 2, id="a plural that is none"
        ),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_with_its_line(items: list[str], line: int) -> None:
    with pytest.raises(UnreadableLineError) as refused:
        played(*items)
    assert refused.value.number == line


def test_words_that_are_not_there_cannot_be_played() -> None:
    with pytest.raises(UnplayableError):
        played('  1) in part 1 of Article 1, replace the word "third" with the word "fourth".')


def test_an_act_without_its_opening_is_refused() -> None:
    one = amended(edition(*BASE), edition(*BASE))
    with pytest.raises(UnreadableLineError):
        read("I. Change it.", [one], languages()[2], LANGUAGES, law())


def several() -> tuple[list[tuple[Amended, tuple[Instruction, ...]]], str]:
    target = edition({**BASE[0], "repealed": True}, BASE[1])
    acts = [ordered(amended(edition(*BASE), target, index)) for index in range(2)]
    return acts, drafted(acts, languages()[2]).text()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("2. to the Law", "2. to the Code", id="another act"),
        pytest.param("1. to the Law", "to the Law", id="items before an act"),
    ],
)
def test_acts_that_are_not_named_as_expected_are_refused(old: str, new: str) -> None:
    acts, text = several()
    assert differing(text, acts, languages()[2], LANGUAGES, law()) == ()
    with pytest.raises(UnreadableLineError):
        differing(text.replace(old, new), acts, languages()[2], LANGUAGES, law())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("declare Article 1 no longer in force", "delete Article 1", id="another change"),
        pytest.param(
            "declare Article 1 no longer in force",
            'in part 1 of Article 1, delete the word "never"',
            id="a change that cannot be made",
        ),
    ],
)  # fmt: skip
def test_a_text_that_makes_another_edition_is_told(old: str, new: str) -> None:
    acts, text = several()
    wrong = text.replace(old, new, 1)
    assert differing(wrong, acts, languages()[2], LANGUAGES, law()) == ("act/law-0",)


# --- what cannot be stated by itself


def test_a_part_with_a_twin_is_changed_with_its_article() -> None:
    target = edition({**TWICE, "contains": (TWICE["contains"][0],)}, BASE[1])
    one = amended(edition(TWICE, BASE[1]), target)
    orders = expressible(one, languages())
    assert [type(each) for each in orders] == [Restate]
    assert law_text(apply(one.base, orders), LANGUAGES) == law_text(target, LANGUAGES)


def test_an_act_with_twin_articles_is_refused() -> None:
    twins = edition(BASE[0], {**BASE[1], "number": "1"})
    with pytest.raises(InexpressibleError) as refused:
        expressible(amended(twins, edition(BASE[0])), languages())
    assert (refused.value.key, refused.value.place) == ("inexpressible", "a2")


def test_an_id_that_stands_twice_is_refused() -> None:
    with pytest.raises(InexpressibleError, match="doubled: act/law-0#a1"):
        Amended("act/law-0", act(), law(), edition(*BASE), edition(BASE[0], BASE[0]))


def test_equal_editions_need_no_act() -> None:
    same = ordered(amended(edition(*BASE), edition(*BASE)))
    with pytest.raises(InexpressibleError, match="unchanged"):
        drafted([same], languages()[0])


@pytest.mark.parametrize(
    "order",
    [
        pytest.param(Remove("a9"), id="nothing there"),
        pytest.param(Remove(""), id="the act as a whole"),
        pytest.param(Move("a1", Place(Where.LAST, "a1.1")), id="into itself"),
        pytest.param(Move("a1", Place(Where.AFTER, "")), id="behind the act"),
    ],
)
def test_an_order_that_leads_nowhere_cannot_be_played(order: Instruction) -> None:
    with pytest.raises(UnplayableError):
        apply(edition(*BASE), [order])


# --- what a draft says around its items


def test_a_sample_says_so_first_and_a_signature_ends_the_act() -> None:
    signature = {"office": dict.fromkeys(LANGUAGES, "The Chair"), "place": {"en": "The City"}}
    target = edition({**BASE[0], "repealed": True}, BASE[1], sample=True, signature=signature)
    made = drafted([ordered(amended(edition(*BASE), target))], languages()[2])
    lines = made.text().split("\n")
    assert made.is_sample
    assert (
        lines[0]
        == "Sample wording, not the official text. The ministry will import the official text."
    )
    assert lines[-3:] == ["The Chair", "The City", ""]


def test_a_change_of_one_language_is_said_in_all() -> None:
    words = {"tk": "First part, first words.", "ru": "First part, first words."}
    changed = {**BASE[0]["contains"][0], "text": {**words, "en": "First part, last words."}}
    target = edition({**BASE[0], "contains": (changed,)}, BASE[1])
    acts = [ordered(amended(edition(*BASE), target))]
    said = [drafted(acts, each).acts[0].items[0].line for each in languages()]
    assert said == [
        "1-nji maddanyň birinji böleginde üýtgetme diňe iňlis dilindäki tekste girizilýär",
        "в части первой статьи 1 изменение вносится только в текст на английском языке",
        (
            'in part 1 of Article 1, replace the word "first" with the word "last"'
            " (only in the text in English)"
        ),
    ]
