"""Queries for made-up pages: words of their titles, the last one sometimes only begun."""

import random
from collections.abc import Iterator

from bench.search.pages import PLAIN_WORDS, Corpus, page
from gollanma.languages import load

LONG_ENOUGH, BEGUN, WORDS = 4, 5, 3
EVERY = 4
"""One query in so many ends in a word that is only begun."""


def queries(source: Corpus, lang: str, pages: int) -> Iterator[str]:
    """Yield queries that at least one page answers, without end, the same each time.

    None of their words is one that says nothing of itself, as "through".
    """
    analyser = load((lang,))[lang].analyser
    chance = random.Random(f"queries {lang} {pages}")  # noqa: S311 - a benchmark, not a secret
    plain = frozenset(source.lexicons[lang].words[:PLAIN_WORDS])
    number = 0
    while True:
        title = page(source, lang, chance.randrange(pages)).title.lower().split()
        words = [
            each
            for each in title
            if len(each) >= LONG_ENOUGH and each not in plain and not analyser.is_stop(each)
        ]
        if not words:
            continue
        asked = words[: chance.randint(1, WORDS)]
        number += 1
        yield " ".join(asked if number % EVERY else (*asked[:-1], asked[-1][:BEGUN]))
