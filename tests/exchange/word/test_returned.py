"""A file comes back from its readers: what they propose and say is read, whatever way they took."""

import io
from collections.abc import Sequence

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import Phase, given, settings

from gollanma.exchange.word.marks import FRONT, name_of, stamp_of
from gollanma.exchange.word.numbers import split_number, without_marks
from gollanma.exchange.word.plain import Line, lines
from gollanma.exchange.word.proposals import Comparison, Proposed
from gollanma.exchange.word.redlines import redline_document
from gollanma.exchange.word.returned import Returned, read_returned
from gollanma.exchange.word.titles import edition_at
from gollanma.law import units
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import ChangeKind
from gollanma.views.voice import Voice
from tests.exchange.word.making import article, edition, named, part
from tests.support.editions import LANGUAGES, amendments
from tests.support.word import NEW, OLD, voice_over

Pair = tuple[Edition, Edition]
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A Word file is large: to shrink what is behind it takes longer than to read it."""
FILE = "back.docx"


def proposals(voice: Voice, data: bytes) -> tuple[Proposed, ...]:
    returned = read_returned(voice.graph, FILE, data)
    assert isinstance(returned, Returned), returned
    held = units(edition_at(voice, returned.origin.new))
    return tuple(Comparison(returned.lines, held, returned.found).proposals())


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=15, phases=QUICK)
@given(pair=amendments())
def test_a_file_on_which_nobody_worked_proposes_nothing(language: str, pair: Pair) -> None:
    voice = voice_over(language, *pair)
    assert proposals(voice, redline_document(voice, OLD, NEW)) == ()


def as_worked_on(voice: Voice) -> bytes:
    """Give the file of the older edition alone, in which somebody has tracked the newer one.

    What is new has no bookmark then: people do not make any.
    """
    data = redline_document(voice, OLD, NEW)
    stamp, own = stamp_of(OLD, NEW, voice.code), stamp_of(OLD, OLD, voice.code)
    paper = Document(io.BytesIO(data))
    known = {name_of(each.place) for each in lines(voice, OLD, edition_at(voice, OLD))}
    body = paper.element.body
    for mark in named(body, "bookmarkStart"):
        name = str(mark.get(qn("w:name")))
        if name == stamp:
            mark.set(qn("w:name"), own)
        elif name not in known and not name.startswith(FRONT):
            ends = [
                each
                for each in named(body, "bookmarkEnd")
                if each.get(qn("w:id")) == mark.get(qn("w:id"))
            ]
            for each in (mark, *ends):
                holder = each.getparent()
                assert holder is not None
                holder.remove(each)
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=15, phases=QUICK)
@given(pair=amendments())
def test_what_somebody_tracked_is_what_is_proposed(language: str, pair: Pair) -> None:
    voice = voice_over(language, *pair)
    found = proposals(voice, as_worked_on(voice))
    old, new = (lines(voice, key, edition_at(voice, key)) for key in (OLD, NEW))
    was, now = {each.place: each for each in old}, {each.place: each for each in new}
    assert changed_words(found) == {
        place: words
        for place, line in was.items()
        if place in now
        and (words := without_marks(line, now[place].text)[1]) != line.words
        and words
    }
    assert targets(found, ChangeKind.REPEAL) == topmost(voice, ids(old) - ids(new))
    assert added(found) == sorted(
        split_number(text)[1] for line in new if line.place not in was for text in line.paragraphs
    )
    assert ids(old) & ids(new) >= targets(found, ChangeKind.MOVE)


def test_what_is_new_behind_a_paragraph_that_goes_is_not_taken_for_the_one_before() -> None:
    old = edition(article(part("1", "One.\n\nMore of one."), part("2", "Two.")))
    new = edition(article(part("1", "One."), part("1^1", "New."), part("2", "Two.")))
    voice = voice_over("en", old, new)
    found = proposals(voice, as_worked_on(voice))
    assert [(each.kind, each.target, each.after) for each in found] == [
        (ChangeKind.WORDS, "a1.1", ""),
        (ChangeKind.INSERT, "", "a1.1"),
    ]


def changed_words(found: Sequence[Proposed]) -> dict[object, str]:
    return {
        place: words
        for each in found
        if each.kind is not ChangeKind.INSERT
        for place, words in each.words
    }


def targets(found: Sequence[Proposed], kind: ChangeKind) -> set[str]:
    return {each.target for each in found if each.kind is kind}


def ids(these: Sequence[Line]) -> set[str]:
    return {each.place.id for each in these}


def topmost(voice: Voice, gone: set[str]) -> set[str]:
    held = units(edition_at(voice, OLD))
    return {each for each in gone if not any(above in gone for above in held[each].above)}


def added(found: Sequence[Proposed]) -> list[str]:
    """Give the paragraphs that are new, without their numbers."""
    new = (each for each in found if each.kind is ChangeKind.INSERT)
    return sorted(words for each in new for _, words in each.words)
