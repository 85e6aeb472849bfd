"""A file comes back from its readers: what they propose and say is read, whatever way they took."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import Phase, given, settings

from gollanma.exchange.word.marks import FRONT, name_of, stamp_of
from gollanma.exchange.word.plain import Line, Place, lines
from gollanma.exchange.word.proposals import Proposed, proposals_in
from gollanma.exchange.word.redlines import redline_document
from gollanma.exchange.word.returned import Returned, read_returned
from gollanma.exchange.word.titles import edition_at
from gollanma.law import Unit, units
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import ChangeKind
from gollanma.views.voice import Voice
from tests.exchange.word.making import article, edition, named, part
from tests.support.editions import LANGUAGES, amendments
from tests.support.word import NEW, OLD, voice_over

Pair = tuple[Edition, Edition]
FILE = "back.docx"
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A Word file for every step of shrinking would take hours."""


def proposals(voice: Voice, data: bytes) -> tuple[Proposed, ...]:
    returned = read_returned(voice.graph, FILE, data)
    assert isinstance(returned, Returned), returned
    return tuple(proposals_in(returned))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=20, phases=QUICK)
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


@dataclass(frozen=True)
class Amendment:
    """What an amendment does, told from its two editions and never from a file."""

    voice: Voice

    def units(self, key: str) -> Mapping[str, Unit]:
        return units(edition_at(self.voice, key))

    def lines(self, key: str) -> dict[Place, Line]:
        return {each.place: each for each in lines(self.voice, key, edition_at(self.voice, key))}

    def ids(self, key: str) -> set[str]:
        return {place.id for place in self.lines(key)}

    @property
    def flagged(self) -> set[str]:
        """What stays and is repealed."""
        old, new = self.units(OLD), self.units(NEW)
        both = self.ids(OLD) & self.ids(NEW) & old.keys()
        return {
            each
            for each in both
            if new[each].provision.repealed and not old[each].provision.repealed
        }

    @property
    def repealed(self) -> set[str]:
        """What goes, or binds nobody any more; not what it holds."""
        ends, held = self.flagged | (self.ids(OLD) - self.ids(NEW)), self.units(OLD)
        return {each for each in ends if not any(above in ends for above in held[each].above)}

    @property
    def words(self) -> dict[Place, str]:
        """The new words of what stays."""
        old, new = self.lines(OLD), self.lines(NEW)
        return {
            place: new[place].words
            for place in old.keys() & new.keys()
            if new[place].words and new[place].words != old[place].words
        }

    @property
    def numbers(self) -> dict[str, str | None]:
        """The new numbers of what stays."""
        old, new = self.units(OLD), self.units(NEW)
        stays = self.ids(OLD) & self.ids(NEW) & old.keys()
        return {
            each: new[each].provision.number
            for each in stays
            if new[each].provision.number != old[each].provision.number
        }

    @property
    def inserted(self) -> list[tuple[str, str]]:
        """Numbers and words of what is new, by paragraphs."""
        old, new = self.lines(OLD), self.lines(NEW)
        return sorted(
            (self._number(place.id) if index == 0 and line.before else "", words)
            for place, line in new.items()
            if place not in old
            for index, words in enumerate(replace(line, before="").paragraphs)
        )

    def _number(self, place: str) -> str:
        return self.units(NEW)[place].provision.number or ""

    def order(self, key: str, but: set[str]) -> list[str]:
        """Give the ids that both have in their order, without some and what those hold."""
        held = self.units(key)
        both = self.ids(OLD) & self.ids(NEW)
        return [
            each for each in held if each in both and not {each, *self.units(OLD)[each].above} & but
        ]


def check_way_back(language: str, pair: Pair) -> None:
    voice = voice_over(language, *pair)
    amendment = Amendment(voice)
    found = proposals(voice, as_worked_on(voice))
    changed = [each for each in found if each.kind is not ChangeKind.INSERT]
    added = [each for each in found if each.kind is ChangeKind.INSERT]
    moved = targets(found, ChangeKind.MOVE)
    assert {place: words for each in changed for place, words in each.words} == amendment.words
    assert {each.target: each.number for each in changed if each.number} == amendment.numbers
    assert targets(found, ChangeKind.REPEAL) == amendment.repealed
    assert amendment.inserted == sorted(
        (each.number or "", words) for each in added for _, words in each.words
    )
    assert not any(each.target or each.without for each in added)
    assert amendment.order(OLD, moved) == amendment.order(NEW, moved)
    assert [each for each in changed if each.without] == []


def targets(found: Sequence[Proposed], kind: ChangeKind) -> set[str]:
    return {each.target for each in found if each.kind is kind}


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=20, phases=QUICK)
@given(pair=amendments())
def test_what_somebody_tracked_is_what_is_proposed(language: str, pair: Pair) -> None:
    check_way_back(language, pair)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=250, phases=QUICK)
@given(pair=amendments())
def test_what_many_tracked_is_what_is_proposed(language: str, pair: Pair) -> None:
    check_way_back(language, pair)


def test_what_is_new_behind_a_paragraph_that_goes_is_not_taken_for_the_one_before() -> None:
    old = edition(article(part("1", "One.\n\nMore of one."), part("2", "Two.")))
    new = edition(article(part("1", "One."), part("1^1", "New."), part("2", "Two.")))
    voice = voice_over("en", old, new)
    found = proposals(voice, as_worked_on(voice))
    assert [(each.kind, each.target, each.after) for each in found] == [
        (ChangeKind.WORDS, "a1.1", ""),
        (ChangeKind.INSERT, "", "a1.1"),
    ]
