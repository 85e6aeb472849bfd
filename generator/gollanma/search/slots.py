"""What a person typed, as slots: each word with all names under which the index may have it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, permutations
from typing import Any

from gollanma.languages import Analyser
from gollanma.search.postings import CODE, CONCEPT, PLACE
from gollanma.search.reader import Index
from gollanma.search.shards import ALIAS

EXACT, ALIKE, BEGUN, BEGUN_BESIDE, TRIMMED, MISTYPED, SYNONYM, FOREIGN = 8, 7, 7, 4, 6, 5, 6, 7
"""In eighths: how sure it is that a name stands for what was typed."""
FAINT = 2
"""Among so many words the weight of one is shared that says little of what is asked for."""
OTHER_SIGNS = 2
"""Taken off where the signs of the letters differ."""
FEWEST_LETTERS = 3
"""Of a word that has just begun, to be looked for in all texts; shorter ones in titles alone."""
MOST_BEGUN = 24
"""Words into which one that has just begun may grow."""
LONGEST_QUERY = 400
"""Letters of what was typed that are read; the rest is left."""
MOST_SLOTS = 12


@dataclass(frozen=True, slots=True)
class Name:
    """A name under which the index may have a word."""

    key: str
    weight: int
    exact: str = ""
    """The stem with its signs, where they were typed."""
    share: int = 1
    """Among how many words its weight is shared: a concept's among those of its label."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A word of a query."""

    typed: str
    key: str
    is_stop: bool
    names: tuple[Name, ...] = ()
    titled: frozenset[int] = frozenset()
    """Pages with a word in their titles that begins with the two letters typed so far."""

    @property
    def is_known(self) -> bool:
        """Whether the index has it under some name."""
        return bool(self.names or self.titled)

    def named(self, names: Iterable[Name]) -> "Slot":
        """Give the slot with further names."""
        return replace(self, names=(*self.names, *names))


def slots_of(analyser: Analyser, query: str) -> tuple[Slot, ...]:
    """Read a query as words of a language; only so many as anybody types."""
    forms = analyser.forms(query[:LONGEST_QUERY])[:MOST_SLOTS]
    return tuple(Slot(form, analyser.analyse(form), analyser.is_stop(form)) for form in forms)


def is_begun(slots: Sequence[Slot], query: str) -> bool:
    """Tell whether the last word may still grow: nothing stands behind it."""
    return bool(slots) and query.endswith(slots[-1].typed)


# --- names in the reader's own language


def own_names(index: Index, analyser: Analyser, slot: Slot) -> Iterator[Name]:
    """Yield the names of a word as it stands; typed without signs, it may lack some of them."""
    exact = analyser.stem(slot.typed)
    keys = {_own_key(index, analyser, slot): EXACT}
    for key in (*keys,):
        for line in index.lines(key):
            if line.exact != ALIAS:
                continue
            for target in line.body.split(" "):
                keys.setdefault(target, ALIKE)
    share = FAINT if analyser.is_faint(slot.typed) else 1
    found = [
        Name(key, weight, exact, share) for key, weight in keys.items() if _has_word(index, key)
    ]
    yield from found or _spelled_names(index, analyser, slot)


def _spelled_names(index: Index, analyser: Analyser, slot: Slot) -> Iterator[Name]:
    """Yield the names of a word in which two letters stand for one: ch for ç."""
    spellings = analyser.spellings(slot.typed)
    for key in dict.fromkeys(analyser.analyse(each) for each in spellings):
        if _has_word(index, key):
            yield Name(key, ALIKE)


def _own_key(index: Index, analyser: Analyser, slot: Slot) -> str:
    """Give the stem of a word; of one without signs the stem for such, if the index knows it."""
    bare = analyser.bare(slot.typed)
    is_plain = analyser.today(slot.typed) == analyser.fold(slot.typed)
    return bare if is_plain and index.lines(bare) else slot.key


def _has_word(index: Index, key: str) -> bool:
    return any(line.exact != ALIAS for line in index.lines(key))


def begun_names(index: Index, analyser: Analyser, slot: Slot) -> Iterator[Name]:
    """Yield the words into which the last word may grow, the most frequent first."""
    letters = analyser.fold(slot.typed)
    known = {each.key for each in slot.names}
    found = sorted(((-size, key) for key, size in index.beginning(letters) if key not in known))
    weight = BEGUN_BESIDE if known else BEGUN
    for _, key in found[:MOST_BEGUN]:
        yield Name(key, weight)


def grown(index: Index, analyser: Analyser, slot: Slot) -> Slot:
    """Give the last word with all that it may become."""
    letters = analyser.fold(slot.typed)
    if len(letters) < FEWEST_LETTERS:
        return replace(slot, titled=frozenset(index.titled(letters)))
    found = slot.named(begun_names(index, analyser, slot))
    return found if found.names else slot.named(trimmed_names(index, analyser, slot))


def trimmed_names(index: Index, analyser: Analyser, slot: Slot) -> Iterator[Name]:
    """Yield the word that an ending has begun to follow: «çagal», on its way to «çagalar»."""
    letters = analyser.fold(slot.typed)
    for length in range(len(letters) - 1, max(FEWEST_LETTERS, len(letters) - 4), -1):
        key = analyser.bare(letters[:length])
        if _has_word(index, key):
            yield Name(key, TRIMMED)
            return


# --- names through the glossary


@dataclass(frozen=True, slots=True)
class Span:
    """A label of the glossary in a query."""

    first: int
    length: int
    concepts: tuple[str, ...]
    words: str


def spans(labels: Mapping[str, Sequence[tuple[str, str]]], slots: Sequence[Slot]) -> list[Span]:
    """Give the labels in a query, the longest first at each word."""
    found, at = [], 0
    while at < len(slots):
        span = _span(labels, slots, at)
        if span:
            found.append(span)
        at += span.length if span else 1
    return found


def _span(
    labels: Mapping[str, Sequence[tuple[str, str]]], slots: Sequence[Slot], first: int
) -> Span | None:
    for last in range(len(slots), first, -1):
        stems = " ".join(each.key for each in slots[first:last])
        known = labels.get(stems)
        if known:
            concepts = tuple(concept for concept, _ in known)
            return Span(first, last - first, concepts, known[0][1])
    return None


def with_concepts(slots: Sequence[Slot], span: Span, weight: int) -> list[Slot]:
    """Give the slots with the names of the concepts that a label stands for."""
    inside = range(span.first, span.first + span.length)
    share = sum(not slots[each].is_stop for each in inside) or 1
    names = [Name(CONCEPT + each, weight, "", share) for each in span.concepts]
    return [slot.named(names) if number in inside else slot for number, slot in enumerate(slots)]


# --- what is asked for exactly


@dataclass(frozen=True, slots=True)
class Exactly:
    """Codes and cited places in a query, as the index names them."""

    keys: tuple[str, ...] = ()
    used: frozenset[int] = field(default_factory=frozenset)
    """The slots that say them."""


def exactly(
    index: Index, analyser: Analyser, shared: Mapping[str, Any], slots: Sequence[Slot]
) -> Exactly:
    """Give the codes and the cited places that a query names and the index has."""
    codes = dict(_codes(index, analyser, slots))
    pairs = _pairs(shared, slots)
    place = next((key for key in _places(pairs) if index.lines(key)), "")
    used = {number for pair in pairs for number in pair[2:]} if place else set()
    said = {number for numbers in codes.values() for number in numbers}
    return Exactly((*((place,) if place else ()), *codes), frozenset({*used, *said}))


def _codes(
    index: Index, analyser: Analyser, slots: Sequence[Slot]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each code that the index has, with the words that say it: SP-07, SP 7.

    A code has figures; for other words nothing needs to be looked up.
    """
    for number, slot in enumerate(slots):
        key = CODE + analyser.code(slot.typed)
        if _has_figures(slot) and index.lines(key):
            yield key, (number,)
    for number, (slot, after) in enumerate(pairwise(slots)):
        key = CODE + analyser.code(f"{slot.typed}-{after.typed}")
        if after.key[:1].isdigit() and index.lines(key):
            yield key, (number, number + 1)


def _has_figures(slot: Slot) -> bool:
    return any(each.isascii() and each.isdigit() for each in slot.typed)


Pair = tuple[str, str, int, int]
"""A unit and its number, and the slots in which they stand."""


def _pairs(shared: Mapping[str, Any], slots: Sequence[Slot]) -> list[Pair]:
    if not any(map(_has_figures, slots)):
        return []
    said = [_said(shared, slot) for slot in slots]
    pairs: list[Pair] = []
    at = 0
    while at < len(said) - 1:
        (kind, value), (next_kind, next_value) = said[at], said[at + 1]
        if {kind, next_kind} == {"unit", "number"}:
            unit, number = (value, next_value) if kind == "unit" else (next_value, value)
            pairs.append((unit, number, at, at + 1))
            at += 1
        at += 1
    return pairs


def _said(shared: Mapping[str, Any], slot: Slot) -> tuple[str, str]:
    """Tell whether a word names a unit of a law or a number, in any of the languages."""
    if slot.key[:1].isdigit():
        return "number", slot.key
    for language in shared.values():
        key = language["analyser"].analyse(slot.typed)
        if key in language["units"]:
            return "unit", language["units"][key]
        if key in language["ordinals"]:
            return "number", str(language["ordinals"][key])
    return "", ""


def _places(pairs: Sequence[Pair]) -> Iterator[str]:
    """Yield the ways to put units inside each other, as many of them as there are first."""
    for size in range(min(len(pairs), 3), 0, -1):
        for order in permutations(pairs[:3], size):
            yield PLACE + "/".join(f"{unit}:{number}" for unit, number, *_ in order)
