"""How the three languages order a change."""

from collections.abc import Mapping
from typing import Any

import pytest

from gollanma.model.kinds import Edition
from tests.support.amending import amended, drafted, languages, ordered
from tests.support.editions import LANGUAGES

Piece = dict[str, Any]


def text(words: str) -> Mapping[str, str]:
    return dict.fromkeys(LANGUAGES, words)


def unit(place: str, name: str, words: str = "", **more: object) -> Piece:
    given = {"text": text(words)} if words else {}
    number = place.rpartition(".")[2].removeprefix("a").replace("-", "^")
    return {"id": place, "unit": name, "number": number, **given, **more}


def part(place: str, words: str, *inside: Piece, **more: object) -> Piece:
    return unit(place, "part", words, contains=inside, **more)


def article(place: str, *inside: Piece, **more: object) -> Piece:
    given = {"heading": text(f"Heading {place}"), **more}
    return {**unit(place, "article"), "contains": inside, **given}


def edition(*body: Piece, **more: object) -> Edition:
    return Edition.model_validate({"body": body, **more})


POINTS = (unit("a1.2.1", "point", "one;"), unit("a1.2.2", "point", "two."))
FIRST, SECOND = part("a1.1", "The first rule of all."), part("a1.2", "The second:", *POINTS)
BASE = (article("a1", FIRST, SECOND), article("a2", part("a2.1", "Another rule here.")))


def in_first(*inside: Piece, **more: object) -> tuple[Piece, ...]:
    return article("a1", *inside, **more), BASE[1]


CHANGES = [
    pytest.param(
        in_first(part("a1.1", "The first law of all."), SECOND),
        "1-nji maddanyň birinji böleginde «rule» diýen sözi «law» diýen söze çalşyrmaly",
        "в части первой статьи 1 слово «rule» заменить словом «law»",
        'in part 1 of Article 1, replace the word "rule" with the word "law"',
        id="a word is replaced",
    ),
    pytest.param(
        in_first(part("a1.1", "The first and last rule of all."), SECOND),
        "1-nji maddanyň birinji böleginde «first» diýen sözden soň «and last» diýen sözleri goşmaly",
        "часть первую статьи 1 после слова «first» дополнить словами «and last»",
        'in part 1 of Article 1, after the word "first", add the words "and last"',
        id="words are added",
    ),
    pytest.param(
        in_first(part("a1.1", "The first rule."), SECOND),
        "1-nji maddanyň birinji böleginde «of all» diýen sözleri aýyrmaly",
        "в части первой статьи 1 слова «of all» исключить",
        'in part 1 of Article 1, delete the words "of all"',
        id="words go",
    ),
    pytest.param(
        in_first(part("a1.1", "Nothing of it is left."), SECOND),
        "1-nji maddanyň birinji bölegini şu görnüşde beýan etmeli: «1. Nothing of it is left.»",
        "часть первую статьи 1 изложить в следующей редакции: «1. Nothing of it is left.»",
        'restate part 1 of Article 1 as follows: "1. Nothing of it is left."',
        id="a part is stated anew",
    ),
    pytest.param(
        in_first(FIRST, part("a1.2", "Other words:", *POINTS)),
        "1-nji maddanyň ikinji böleginiň giriş tekstini şu görnüşde beýan etmeli: «Other words:»",
        "вводный текст части второй статьи 1 изложить в следующей редакции: «Other words:»",
        'restate the opening words of part 2 of Article 1 as follows: "Other words:"',
        id="the words before the points are stated anew",
    ),
    pytest.param(
        in_first(FIRST, SECOND, heading=text("All is new")),
        "1-nji maddanyň adyny şu görnüşde beýan etmeli: «All is new»",
        "название статьи 1 изложить в следующей редакции: «All is new»",
        'restate the heading of Article 1 as follows: "All is new"',
        id="a heading is stated anew",
    ),
    pytest.param(
        in_first({**FIRST, "repealed": True}, SECOND),
        "1-nji maddanyň birinji bölegini güýjüni ýitiren diýip hasap etmeli",
        "часть первую статьи 1 признать утратившей силу",
        "declare part 1 of Article 1 no longer in force",
        id="a part is repealed",
    ),
    pytest.param(
        in_first(FIRST, part("a1.2", "The second:", POINTS[0], {**POINTS[1], "repealed": True})),
        "1-nji maddanyň ikinji böleginiň 2-nji bendini güýjüni ýitiren diýip hasap etmeli",
        "пункт 2 части второй статьи 1 признать утратившим силу",
        "declare point 2 of part 2 of Article 1 no longer in force",
        id="a point is repealed",
    ),
    pytest.param(
        in_first(SECOND),
        "1-nji maddanyň birinji bölegini aýyrmaly",
        "часть первую статьи 1 исключить",
        "delete part 1 of Article 1",
        id="a part goes",
    ),
    pytest.param(
        in_first(FIRST, {**SECOND, "number": "3"}),
        "1-nji maddanyň ikinji bölegini üçünji bölek diýip hasap etmeli",
        "часть вторую статьи 1 считать частью третьей",
        "renumber part 2 of Article 1 as part 3",
        id="a part is renumbered",
    ),
    pytest.param(
        in_first({**FIRST, "number": "2"}, {**SECOND, "number": "3"}),
        "1-nji maddanyň birinji we ikinji böleklerini degişlilikde ikinji we üçünji bölekler diýip hasap etmeli",
        "части первую и вторую статьи 1 считать соответственно частями второй и третьей",
        "renumber parts 1 and 2 of Article 1 as parts 2 and 3 respectively",
        id="parts are renumbered together",
    ),
    pytest.param(
        in_first(SECOND, FIRST),
        "1-nji maddanyň ikinji bölegini 1-nji maddanyň başyna geçirmeli",
        "часть вторую статьи 1 поместить в начале статьи 1",
        "move part 2 of Article 1 to the beginning of Article 1",
        id="a part moves to the beginning",
    ),
    pytest.param(
        (article("a1", FIRST), article("a2", *BASE[1]["contains"], SECOND)),
        "1-nji maddanyň ikinji bölegini 2-nji maddanyň birinji böleginden soň ýerleşdirmeli",
        "часть вторую статьи 1 поместить после части первой статьи 2",
        "move part 2 of Article 1 to stand after part 1 of Article 2",
        id="a part moves to another article",
    ),
    pytest.param(
        in_first(FIRST, part("a1.1-1", "New."), SECOND),
        "1-nji maddanyň birinji böleginden soň şu mazmunly 1¹-nji bölegi goşmaly: «1¹. New.»",
        "после части первой статьи 1 дополнить частью 1¹-й следующего содержания: «1¹. New.»",
        'after part 1 of Article 1, add part 1¹ with the following content: "1¹. New."',
        id="a part comes between two",
    ),
    pytest.param(
        in_first(FIRST, SECOND, part("a1.3", "New."), part("a1.4", "Newer.")),
        "1-nji madda şu mazmunly üçünji we dördünji bölekleri goşmaly: «3. New. 4. Newer.»",
        "статью 1 дополнить частями третьей и четвёртой следующего содержания: «3. New. 4. Newer.»",
        'to Article 1, add parts 3 and 4 with the following content: "3. New. 4. Newer."',
        id="parts come at the end",
    ),
    pytest.param(
        (BASE[0], article("a1-1", part("a1-1.1", "New.")), BASE[1]),
        "1-nji maddadan soň şu mazmunly 1¹-nji maddany goşmaly: «1¹-nji madda. Heading a1-1 1. New.»",
        "после статьи 1 дополнить статьёй 1¹ следующего содержания: «Статья 1¹. Heading a1-1 1. New.»",
        'after Article 1, add Article 1¹ with the following content: "Article 1¹. Heading a1-1 1. New."',
        id="an article comes",
    ),
]


def whole(body: tuple[Piece, ...], code: int, **more: object) -> list[str]:
    """Give the items of an act in a language, each with what it quotes in one line."""
    act = drafted([ordered(amended(edition(*BASE), edition(*body, **more)))], languages()[code])
    opening, closing = act.quotes
    return [
        f"{each.line}: {opening}{' '.join(line.strip() for line in each.quoted)}{closing}"
        if each.quoted
        else each.line
        for each in act.acts[0].items
    ]


@pytest.mark.parametrize(("body", "tk", "ru", "en"), CHANGES)
def test_a_change_is_ordered_in_each_language(
    body: tuple[Piece, ...], tk: str, ru: str, en: str
) -> None:
    assert [whole(body, index) for index in range(3)] == [[tk], [ru], [en]]
