"""Words for made-up pages: those of this project's content, and new forms that look like them.

Natural text never runs out of new words. How often one comes is read off the content itself: the
share of words seen once (Good and Turing), and how much the second half of the text added (Heaps).
"""

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from gollanma.source import Mapping as Table
from gollanma.source import Node, Scalar, Sequence, read_folders

FOLDERS = ("normative", "glossary")
LANGUAGES = ("tk", "ru", "en")
WORD = re.compile(r"[^\W\d_]+")
STATE = "translations"
"""What stands below it are not words that a reader reads."""
MARKUP = re.compile(r"\[\[[^\]]*\]\]")
SHORTEST_STEM, LONGEST_ENDING, FEWEST_ENDINGS = 4, 5, 3
INFLECTED = 0.65
"""So many of the new forms are of a stem that was there before."""


@dataclass(frozen=True)
class Lexicon:
    """Words with the chance of each."""

    words: tuple[str, ...]
    """Those of the content first, the most frequent of them at the head."""
    weights: tuple[float, ...]

    def draw(self, chance: random.Random, count: int) -> list[str]:
        """Give words as they would follow each other in a text of no sense."""
        return chance.choices(self.words, cum_weights=self._sums, k=count)

    @cached_property
    def _sums(self) -> list[float]:
        return list(accumulate(self.weights))


def words_of_content(root: Path) -> dict[str, Counter[str]]:
    """Count the words of each language in the records of a project."""
    counts: dict[str, Counter[str]] = {each: Counter() for each in LANGUAGES}
    for document in read_folders(root, FOLDERS).documents:
        for language, text in _texts(document.root) if document.root else ():
            counts[language].update(WORD.findall(MARKUP.sub(" ", text).lower()))
    return counts


def _texts(node: Node) -> Iterator[tuple[str, str]]:
    match node:
        case Scalar():
            return
        case Sequence():
            for item in node.items:
                yield from _texts(item)
        case Table():
            is_text = set(node.entries) <= set(LANGUAGES)
            for key, entry in node.entries.items():
                if is_text:
                    yield from ((key, each) for each in _scalars(entry.value))
                elif key != STATE:
                    yield from _texts(entry.value)


def _scalars(node: Node) -> Iterator[str]:
    match node:
        case Scalar():
            yield node.value
        case Sequence():
            for item in node.items:
                yield from _scalars(item)
        case Table():
            for entry in node.entries.values():
                yield from _scalars(entry.value)


def lexicon(counts: Mapping[str, int], new: int, seed: str) -> Lexicon:
    """Give the words of a text and as many new ones, rarer and rarer."""
    seen = sorted(counts, key=lambda word: (-counts[word], word))
    total = sum(counts.values())
    unseen = sum(count == 1 for count in counts.values()) / total
    exponent = 1 / growth(counts.values())
    tail = [(len(seen) + rank) ** -exponent for rank in range(1, new + 1)]
    share = unseen / sum(tail)
    weights = [counts[word] / total * (1 - unseen) for word in seen]
    words = (*seen, *new_forms(seen, new, seed))
    return Lexicon(words, (*weights, *(each * share for each in tail)))


def growth(counts: Iterable[int]) -> float:
    """Give Heaps' exponent: how the number of different words grows when a text doubles."""
    counts = list(counts)
    half = sum(1 - 0.5**count for count in counts)
    return math.log2(len(counts) / half)


def new_forms(words: Iterable[str], count: int, seed: str) -> Iterator[str]:
    """Yield forms that are not among the words: known stems with other endings, and new stems."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark, not a secret
    known = set(words)
    paradigms = _paradigms(sorted(known))
    endings = _endings(paradigms)
    tails = _tails(paradigms)
    stems = list(paradigms)
    made = 0
    while made < count:
        stem = chance.choice(stems)
        if chance.random() > INFLECTED:
            stem = _blend(stem, tails, chance)
        fitting = endings.get(stem[-2:])
        form = stem + chance.choice(fitting) if fitting else stem
        if form not in known:
            known.add(form)
            stems.append(stem)
            made += 1
            yield form


def _paradigms(words: Iterable[str]) -> dict[str, list[str]]:
    """Give the stems on which several words of the text are built, with their endings."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for cut in range(max(SHORTEST_STEM, len(word) - LONGEST_ENDING), len(word) + 1):
            found[word[:cut]].append(word[cut:])
    return {stem: ends for stem, ends in found.items() if len(ends) >= FEWEST_ENDINGS}


def _endings(paradigms: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Give the endings by the two letters before them: harmony comes by itself."""
    found: dict[str, list[str]] = defaultdict(list)
    for stem, endings in paradigms.items():
        found[stem[-2:]] += endings
    return found


def _tails(stems: Iterable[str]) -> dict[str, list[str]]:
    """Give the ends of stems by the letter where they begin."""
    found: dict[str, list[str]] = defaultdict(list)
    for stem in stems:
        for cut in range(1, len(stem) - 1):
            found[stem[cut]].append(stem[cut:])
    return found


def _blend(stem: str, tails: Mapping[str, list[str]], chance: random.Random) -> str:
    """Give a stem that begins like this one and ends like another."""
    cut = chance.randint(SHORTEST_STEM - 1, SHORTEST_STEM)
    fitting = tails.get(stem[cut - 1])
    return stem[: cut - 1] + chance.choice(fitting) if fitting else stem
