"""From slots to pages in order: whole numbers throughout, ties by reference.

A page is worth what its best section says of each word, and more where one section says all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gollanma.search.reader import Index
from gollanma.search.shards import ALIAS, read_postings
from gollanma.search.slots import EXACT, OTHER_SIGNS, Exactly, Name, Slot

EXACTLY = 1_000_000
"""Added for a code or a cited place: it stands first."""
BEGUN_TITLE, BEGUN_MASS = 100, 10
"""What a page is worth in whose title a word begins with the one or two letters typed so far."""
ENOUGH = 4
"""A page that has less than a quarter of what the best one has of a query does not answer it."""
BLOCK = 6
"""Pages whose words are looked at: nearness counts among them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page that answers."""

    page: int
    score: int
    section: int
    """The best one."""
    others: tuple[int, ...]
    """Further sections of the page that answer, the best first."""


Values = Mapping[int, int]
"""What sections are worth, by their number."""
MOST_OTHERS = 3


def values_of(index: Index, names: Iterable[Name]) -> tuple[dict[int, int], int]:
    """Give what each section is worth for a word, and how much the word tells apart.

    Nothing else for which a word may stand tells more apart than the word that was typed.
    """
    values: dict[int, int] = {}
    mass, most = 0, 0
    for name in names:
        for line in index.lines(name.key):
            if line.exact == ALIAS:
                continue
            weight = name.weight
            if name.exact and line.exact and line.exact != name.exact:
                weight -= OTHER_SIGNS
            rarity, postings = read_postings(line.body)
            if name.weight == EXACT:
                most = max(most, rarity)
            elif most:
                rarity = min(rarity, most)
            mass = max(mass, rarity // name.share)
            for section, level in postings:
                value = level * rarity * weight // (8 * name.share)
                if value > values.get(section, 0):
                    values[section] = value
    return values, mass


def _begun(
    index: Index, known: tuple[dict[int, int], int], titled: frozenset[int]
) -> tuple[dict[int, int], int]:
    """Add the pages in whose titles a word begins so."""
    values, mass = known
    for page in titled:
        values.setdefault(index.firsts[page], BEGUN_TITLE)
    return values, mass or (BEGUN_MASS if titled else 0)


def ranked(
    index: Index, slots: Sequence[Slot], exact: Exactly, allowed: frozenset[int] | None
) -> list[Found]:
    """Give the pages that answer a query, the best first; `allowed` are those of the facets."""
    rows = [
        _begun(index, values_of(index, slot.names), slot.titled)
        for number, slot in enumerate(slots)
        if slot.is_known and number not in exact.used
    ]
    end = _end(index, slots)
    totals = _totals(values for values, _ in rows)
    worth: dict[int, list[int]] = {}
    matched: dict[int, int] = {}
    for values, mass in rows:
        for page, value in _by_page(index, values).items():
            if page >= end:
                continue
            worth.setdefault(page, []).append(value)
            matched[page] = matched.get(page, 0) + mass
    whole = sum(mass for _, mass in rows) or 1
    best = _best_sections(index, totals)
    scores = {
        page: _score(
            sum(worth[page]), totals[best[page][0]], index.priors[page], matched[page], whole
        )
        for page in worth
    }
    enough = max(matched.values(), default=0)
    scores = {page: score for page, score in scores.items() if ENOUGH * matched[page] >= enough}
    places = _exact_sections(index, exact)
    for page in places:
        scores[page] = scores.get(page, 0) + EXACTLY
    found = (
        _found(page, scores[page], map(index.shown, best.get(page, ())), places.get(page))
        for page in scores
        if allowed is None or page in allowed
    )
    return sorted(found, key=lambda each: (-each.score, each.page))


def _end(index: Index, slots: Sequence[Slot]) -> int:
    """Give the page before which all pages stand that may answer: those behind it are aside."""
    is_called = any(index.is_called(slot.key) for slot in slots)
    return len(index.priors) if is_called else index.meta["aside"]


def _totals(rows: Iterable[Values]) -> dict[int, int]:
    totals: dict[int, int] = {}
    for values in rows:
        for section, value in values.items():
            totals[section] = totals.get(section, 0) + value
    return totals


def _by_page(index: Index, values: Values) -> dict[int, int]:
    pages: dict[int, int] = {}
    for section, value in values.items():
        page = index.page_of(section)
        if value > pages.get(page, 0):
            pages[page] = value
    return pages


def _best_sections(index: Index, totals: Values) -> dict[int, tuple[int, ...]]:
    """Give the sections of each page, the best first and the earlier one of two equal ones."""
    pages: dict[int, list[int]] = {}
    for section in sorted(totals, key=lambda each: (-totals[each], each)):
        pages.setdefault(index.page_of(section), []).append(section)
    return {page: tuple(sections) for page, sections in pages.items()}


def _score(worth: int, together: int, prior: int, matched: int, whole: int) -> int:
    return (worth + 3 * together) * prior // 16 * matched // whole


def _exact_sections(index: Index, exact: Exactly) -> dict[int, int]:
    """Give the section of each page that is asked for exactly."""
    return {
        index.page_of(section): section
        for key in reversed(exact.keys)
        for line in index.lines(key)
        for section, _ in read_postings(line.body)[1]
    }


def _found(page: int, score: int, best: Iterable[int], place: int | None) -> Found:
    sections = dict.fromkeys(each for each in (place, *best) if each is not None)
    first, *others = sections
    return Found(page, score, first, tuple(others[:MOST_OTHERS]))


# --- nearness


def nearness(row: Sequence[str], names: Sequence[frozenset[str]]) -> int:
    """Give how near to each other the words of a query stand in a row of words, from 0 to 8.

    8: all that occur stand side by side; those of a query with one word are never near.
    """
    places = [
        (at, number)
        for at, key in enumerate(row)
        for number, keys in enumerate(names)
        if key in keys
    ]
    wanted = len({number for _, number in places})
    if wanted < 2:  # noqa: PLR2004 - one word is near to none
        return 0
    spread = min(_spreads(places, wanted))
    return max(0, 8 - (spread - wanted)) * (wanted - 1) // max(len(names) - 1, 1)


def _spreads(places: Sequence[tuple[int, int]], wanted: int) -> Iterator[int]:
    """Yield how many words the rows take in which all that are wanted stand."""
    first, inside = 0, dict.fromkeys({number for _, number in places}, 0)
    for at, number in places:
        inside[number] += 1
        while all(inside.values()):
            yield at - places[first][0] + 1
            inside[places[first][1]] -= 1
            first += 1
    assert wanted == len(inside)  # noqa: S101 - at least one row holds all
