"""How a query is understood: in the reader's language, else by what else it may be.

In this order: the words as they stand; the same keys in another layout; words of other languages
that the glossary translates; a query wholly in another language; words that have just begun;
slips of the fingers. The first that explains every word is taken, else the one that is left.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gollanma.languages import Analyser, Keyboards
from gollanma.search.reader import Index
from gollanma.search.slots import (
    FOREIGN,
    MISTYPED,
    SYNONYM,
    Exactly,
    Name,
    Slot,
    Span,
    exactly,
    grown,
    is_begun,
    own_names,
    slots_of,
    spans,
    with_concepts,
)
from gollanma.search.typos import meant


@dataclass(frozen=True, slots=True)
class Across:
    """A word of another language, or another word, that the glossary knows."""

    typed: str
    label: str
    lang: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A query with the names of its words, and what a reader should be told of it."""

    lang: str
    """In which it was understood: whose index answers."""
    slots: tuple[Slot, ...]
    exact: Exactly
    readings: tuple[str, ...] = ()
    """How the letters were read."""
    across: tuple[Across, ...] = ()
    suggestion: str | None = None

    @property
    def unknown(self) -> tuple[int, ...]:
        """The words that nothing explains."""
        return tuple(
            number
            for number, slot in enumerate(self.slots)
            if not slot.is_known and not slot.is_stop and number not in self.exact.used
        )

    @property
    def is_whole(self) -> bool:
        """Whether every word that counts is explained, and there is one."""
        counting = any(not each.is_stop for each in self.slots) or bool(self.exact.keys)
        return counting and not self.unknown


@dataclass(frozen=True)
class Reader:
    """What reads queries: the indexes and analysers of all languages."""

    indexes: Mapping[str, Index]
    shared: Mapping[str, Any]
    """By language: `analyser`, `labels`, `names`, `units`, `ordinals`, `letters`."""
    keyboards: Keyboards

    def understood(self, query: str, lang: str, *, across: bool) -> Understood:
        """Give the best understanding of a query typed in a language."""
        best = self.plain(query, lang, begun=False)
        for each in self._ways(query, lang, best, across=across):
            if each.is_whole:
                return each
            if len(each.unknown) < len(best.unknown):
                best = each
        return self._corrected(query, best)

    def _ways(
        self, query: str, lang: str, plain: Understood, *, across: bool
    ) -> Iterator[Understood]:
        if across and self._is_foreign(query, lang):
            yield from self._by_label(query, lang, plain)
        yield plain
        if not self._is_foreign(query, lang):
            yield self.plain(query, lang, begun=True)
        others = self._others(query, lang) if across else []
        typed = self.keyboards.readings(query)
        for text in typed:
            yield _read_as(self.plain(text, lang, begun=True), query, text)
        if across:
            yield self.translated(query, lang, self.plain(query, lang, begun=True))
            if self._is_strange(query, lang, plain):
                yield from (self.abroad(query, each, begun=False) for each in others)
        yield self.plain(query, lang, begun=True)
        if self._is_strange(query, lang, plain):
            yield from (self.abroad(query, each, begun=True) for each in others)
        for text in typed:
            for each in self._others(text, lang) if across else []:
                yield _read_as(self.abroad(text, each, begun=False), query, text)

    def _others(self, text: str, lang: str) -> list[str]:
        """Give the other languages in whose letters a text is written."""
        return [each for each in self.indexes if each != lang and not self._is_foreign(text, each)]

    def _is_strange(self, query: str, lang: str, plain: Understood) -> bool:
        """Tell whether a language explains hardly half of a query that says something."""
        typed = slots_of(self.shared[lang]["analyser"], query)
        counting = sum(not each.is_stop for each in typed)
        return counting > 0 and 2 * len(plain.unknown) >= counting

    def _is_foreign(self, query: str, lang: str) -> bool:
        """Tell whether no letter of a query is one of the language's alphabet."""
        letters = self.shared[lang]["letters"]
        return not any(each in letters for each in query.lower())

    # --- ways to understand

    def plain(self, query: str, lang: str, *, begun: bool) -> Understood:
        """Understand a query by the words of one language, and what its glossary says of them."""
        index, words = self.indexes[lang], self.shared[lang]
        analyser = words["analyser"]
        slots = [
            slot if slot.is_stop else slot.named(own_names(index, analyser, slot))
            for slot in slots_of(analyser, query)
        ]
        if begun and is_begun(slots, query):
            slots[-1] = grown(index, analyser, slots[-1])
        notes: list[Across] = []
        for span in spans(words["labels"], slots):
            slots = with_concepts(slots, span, SYNONYM)
            notes += _note(words["names"], span, slots, lang)
        slots = _never_empty(slots, index, analyser)
        read = _in_todays_letters(analyser, slots)
        return Understood(
            lang, tuple(slots), exactly(index, analyser, self.shared, slots), read, tuple(notes)
        )

    def _by_label(self, query: str, lang: str, plain: Understood) -> Iterator[Understood]:
        """Yield a query in other letters by the labels of another language that it holds."""
        bare = tuple(replace(each, names=()) for each in plain.slots)
        found = self.translated(query, lang, replace(plain, slots=bare, across=()))
        if found.across:
            yield found

    def translated(self, query: str, lang: str, plain: Understood) -> Understood:
        """Explain words that the language does not have by the labels of others."""
        slots, notes = list(plain.slots), list(plain.across)
        for other in (each for each in self.shared if each != lang):
            words = self.shared[other]
            foreign = slots_of(words["analyser"], query)
            open_slots = set(replace(plain, slots=tuple(slots)).unknown)
            for span in spans(words["labels"], foreign):
                inside = set(range(span.first, span.first + span.length))
                if inside & open_slots and all(
                    each in open_slots or foreign[each].is_stop for each in inside
                ):
                    slots = with_concepts(slots, span, FOREIGN)
                    notes += _note(self.shared[lang]["names"], span, slots, other)
        return replace(plain, slots=tuple(slots), across=tuple(notes), readings=())

    def abroad(self, query: str, other: str, *, begun: bool) -> Understood:
        """Understand a query as one in another language."""
        found = self.plain(query, other, begun=begun)
        return replace(found, across=(*found.across, Across(query.strip(), "", other)))

    def _corrected(self, query: str, best: Understood) -> Understood:
        """Explain what is left by slips of the fingers."""
        index, analyser = self.indexes[best.lang], self.shared[best.lang]["analyser"]
        slots, suggestion = list(best.slots), query
        for number in best.unknown:
            words = meant(index, analyser, slots[number].typed)
            names = [Name(analyser.analyse(word), MISTYPED) for word in words]
            slots[number] = slots[number].named(each for each in names if index.lines(each.key))
            if words:
                suggestion = suggestion.replace(slots[number].typed, words[0], 1)
        changed = suggestion if suggestion != query else None
        return replace(best, slots=tuple(slots), suggestion=changed)


def _never_empty(slots: Sequence[Slot], index: Index, analyser: Analyser) -> list[Slot]:
    """Look for stop words too where nothing else was typed."""
    if any(not each.is_stop for each in slots):
        return list(slots)
    return [replace(each, is_stop=False).named(own_names(index, analyser, each)) for each in slots]


def _note(
    names: Mapping[str, str], span: Span, slots: Sequence[Slot], lang: str
) -> Iterator[Across]:
    """Yield what a label stands for, unless it is the very word that the glossary prefers."""
    typed = " ".join(each.typed for each in slots[span.first : span.first + span.length])
    for concept in span.concepts:
        name = names.get(concept, "")
        if name and name != span.words:
            yield Across(typed, name, lang)


def _read_as(found: Understood, query: str, text: str) -> Understood:
    return replace(found, readings=(f"{query.strip()} → {text.strip()}",))


def _in_todays_letters(analyser: Analyser, slots: Sequence[Slot]) -> tuple[str, ...]:
    """Say how words in an older alphabet were read."""
    read = ((each.typed, analyser.today(each.typed)) for each in slots)
    return tuple(f"{typed} → {today}" for typed, today in read if typed[:1].lower() != today[:1])
