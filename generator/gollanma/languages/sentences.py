"""The sentences of a text, language beside language."""

import re
from collections.abc import Mapping

CLAUSE = re.compile(r'(?<=[.!?…;:])["»”)]*\s+|\n+')
ENDS = re.compile(r'[.!?…;:]["»”)]*\s|\n')
"""Stands wherever one of them ends before another; most texts are one, and are not cut."""
SENTENCE = re.compile(r'(?<=[.!?…])["»”)]*\s+|\n+')


def side_by_side(texts: Mapping[str, str]) -> tuple[Mapping[str, str], ...]:
    """Give the clauses of a text, each in all its languages; its sentences where clauses differ.

    A text of which the languages have more sentences or fewer is given whole.
    """
    if not any(map(ENDS.search, texts.values())):
        return (texts,) if any(map(str.strip, texts.values())) else ()
    for end in (CLAUSE, SENTENCE):
        cut = {code: _cut(end, words) for code, words in texts.items()}
        if len({len(each) for each in cut.values()}) == 1:
            rows = zip(*cut.values(), strict=True)
            return tuple(dict(zip(cut, row, strict=True)) for row in rows)
    return (texts,)


def _cut(end: re.Pattern[str], words: str) -> list[str]:
    return [each for each in end.split(words) if each.strip()]
