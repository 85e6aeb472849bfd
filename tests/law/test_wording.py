"""Differences of words: what is shown as taken out and put in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.law import PieceKind, pieces

SIGN = {PieceKind.SAME: "=", PieceKind.DELETED: "-", PieceKind.INSERTED: "+"}


def shown(old: str, new: str) -> list[str]:
    return [SIGN[each.kind] + each.text for each in pieces(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("birmeňzeş", "birmeňzeş", ["=birmeňzeş"]),
        ("", "täze", ["+täze"]),
        ("köne", "", ["-köne"]),
        (
            "Üpjün ediji on iş gününiň dowamynda berýär.",
            "Üpjün ediji bäş iş gününiň dowamynda berýär.",
            ["=Üpjün ediji ", "-on", "+bäş", "= iş gününiň dowamynda berýär."],
        ),
        (
            "сумма 1 920 000,00 манат по статье 5;",
            "сумма 2 000 000,00 манат по статье 12;",
            ["=сумма ", "-1 920 000,00", "+2 000 000,00", "= манат по статье ", "-5", "+12", "=;"],
        ),
        (
            "5-nji maddanyň talaplary",
            "6-njy maddanyň talaplary",
            ["-5-nji", "+6-njy", "= maddanyň talaplary"],
        ),
        (
            "maddanyň birinji bölegi",
            "maddada birinji bölegi",
            ["-maddanyň", "+maddada", "= birinji bölegi"],
        ),
        (
            "The office decides.",
            "The office decides; it answers.",
            ["=The office decides", "+; it answers", "=."],
        ),
        (
            "a client or user asks for help",
            "a person, family asks for help",
            ["=a ", "-client or user", "+person, family", "= asks for help"],
        ),
        ("alone at home", "[[#a8]] rests on this", ["-alone at home", "+[[#a8]] rests on this"]),
        (
            "see [[#a8]] of it",
            "see [[#a8.2]] of it",
            ["=see ", "-[[#a8]]", "+[[#a8.2]]", "= of it"],
        ),
    ],
)
def test_words_numbers_and_signs_change_whole(old: str, new: str, expected: list[str]) -> None:
    assert shown(old, new) == expected


WORDS = st.lists(
    st.sampled_from(
        ["madda", "5-nji", "статья", "12", "1 920,5", ",", ".", " ", "\n", "[[#a8]]", "öý"]
    ),
    max_size=30,
).map("".join)


@given(WORDS, WORDS)
def test_pieces_hold_both_wordings(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(p.text for p in found if p.kind is not PieceKind.INSERTED) == old
    assert "".join(p.text for p in found if p.kind is not PieceKind.DELETED) == new
    assert all(piece.text for piece in found)
