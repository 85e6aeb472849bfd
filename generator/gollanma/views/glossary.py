"""The glossary: every word of every term in the order of the reader's alphabet, with its others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gollanma.model.kinds import Term
from gollanma.model.kinds.terms import LabelStatus
from gollanma.views.addresses import Spot, index_of
from gollanma.views.context import Desk, Link
from gollanma.views.markup import NOTHING, Html, element, joined, safe
from gollanma.views.page import Page
from gollanma.views.plain import plain_page
from gollanma.views.status import Tag
from gollanma.views.terms import TONES
from gollanma.views.voice import Voice

LONGEST = 150
"""Words on one page; more go on further pages."""
WARNED = frozenset({LabelStatus.DEPRECATED, LabelStatus.FORBIDDEN})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a term, before it is printed."""

    label: str
    letter: str
    """Under which it is listed; empty where the term has no word in the reader's language."""
    term: str
    status: LabelStatus


@dataclass(frozen=True, slots=True)
class Entry:
    """A word as the list prints it."""

    link: Link | None
    """Of the word itself; absent where it only sends to a better one."""
    label: str
    see: Link | None
    tag: Tag | None
    others: Html
    """The words of the other languages."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of one letter."""

    id: str
    letter: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """All that a page of the glossary prints."""

    heading: str
    count: str
    alphabet: tuple[Link, ...]
    """Letters without a word have no way."""
    letters: tuple[Letter, ...]
    ways: tuple[Link, ...]
    """The pages of a long glossary; the one without a way is this one."""


def glossary_pages(voice: Voice) -> Iterator[Page]:
    """Yield the pages of the glossary."""
    words = sorted(_words(voice), key=lambda each: _place(voice, each))
    parts = [words[first : first + LONGEST] for first in range(0, len(words), LONGEST)] or [[]]
    for number in range(1, len(parts) + 1):
        desk = Desk(voice, index_of(Term.kind, number))
        view = _view(desk, parts, number)
        terms = tuple(voice.library.of(Term))
        sample = bool(terms) and all(each.sample for each in terms)
        yield plain_page(desk, "glossary.html", view.heading, view, sample=sample)


def _words(voice: Voice) -> Iterator[Word]:
    for key, term in voice.library.keyed(Term):
        own = term.labels.get(voice.code, ())
        for each in own:
            yield Word(each.label, voice.language.first_letter(each.label), key, each.status)
        if not own:
            yield Word(voice.title(key).words, "", key, LabelStatus.PREFERRED)


def _place(voice: Voice, word: Word) -> tuple[bool, int, object, str]:
    """Sort by letter as the alphabet has it, what has no word here at the end."""
    letters = voice.language.letters
    letter = letters.index(word.letter) if word.letter in letters else len(letters)
    return not word.letter, letter, voice.language.sort_key(word.label), word.term


def _view(desk: Desk, parts: Sequence[Sequence[Word]], number: int) -> GlossaryView:
    voice = desk.voice
    return GlossaryView(
        voice.say("glossary.heading"),
        voice.say("common.terms", n=sum(1 for _ in voice.library.of(Term))),
        tuple(_alphabet(desk, parts)),
        tuple(_letters(desk, parts[number - 1])),
        _ways(desk, len(parts), number),
    )


def _alphabet(desk: Desk, parts: Sequence[Sequence[Word]]) -> Iterator[Link]:
    """Yield each letter, with the way to where its words begin."""
    pages: dict[str, int] = {}
    for number, part in enumerate(parts, 1):
        for word in part:
            pages.setdefault(word.letter, number)
    for letter in desk.voice.language.letters:
        page = pages.get(letter)
        spot = Spot(index_of(Term.kind, page), _id(desk.voice, letter)) if page else None
        yield Link(safe(letter), desk.way(spot) if spot else "")


def _id(voice: Voice, letter: str) -> str:
    """Give the anchor of a letter: by its number, so that an address holds plain letters."""
    letters = voice.language.letters
    return f"_letter-{letters.index(letter) + 1 if letter in letters else 0}"


def _letters(desk: Desk, words: Sequence[Word]) -> Iterator[Letter]:
    groups: dict[str, list[Word]] = {}
    for word in words:
        groups.setdefault(word.letter, []).append(word)
    for letter, group in groups.items():
        heading = letter or desk.voice.say("glossary.unnamed")
        anchor = _id(desk.voice, letter) if letter else "_unnamed"
        yield Letter(anchor, heading, tuple(_entry(desk, each) for each in group))


def _entry(desk: Desk, word: Word) -> Entry:
    if not word.letter:
        return Entry(desk.page(word.term), word.label, None, None, NOTHING)
    link = desk.page(word.term, safe(word.label))
    if word.status is LabelStatus.PREFERRED:
        return Entry(link, word.label, None, None, _others(desk, word.term))
    says = desk.voice.say(f"term.{word.status.value}")
    tag = Tag(says, TONES[word.status]) if word.status in WARNED else None
    return Entry(None, word.label, desk.page(word.term), tag, NOTHING)


def _others(desk: Desk, key: str) -> Html:
    name = desk.voice.library.name(key)
    return joined(
        (
            element("span", name[each.code], lang=each.code)
            for each in desk.voice.others
            if each.code in name
        ),
        " · ",
    )


def _ways(desk: Desk, count: int, number: int) -> tuple[Link, ...]:
    if count == 1:
        return ()
    addresses = (
        index_of(Term.kind, each) if each != number else "" for each in range(1, count + 1)
    )
    return tuple(desk.leading(address, str(n)) for n, address in enumerate(addresses, 1))
