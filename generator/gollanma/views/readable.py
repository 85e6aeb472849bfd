"""How hard the words of each kind of record are to read, and where the longest sentence stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gollanma.languages.plain import Reading, reading_of
from gollanma.model import Record
from gollanma.model.kinds import Form, Service, Sop, Training
from gollanma.model.walk import printed
from gollanma.views.context import Desk, Link
from gollanma.views.frame import desk_of

READ = (Sop, Service, Form, Training)
"""Kinds whose words are ours to make plain; those of a law belong to whoever passed it."""


@dataclass(frozen=True, slots=True)
class Readable:
    """One kind of record in the language of the page."""

    kind: str
    sentences: str
    mean: str
    longest: str
    at: Link
    """The record in which the longest sentence stands."""
    lix: str
    vague: str
    """The vague words found, with how often; empty where there is none."""


def readable_of(desk: Desk) -> Iterator[Readable]:
    """Yield the kinds that have any words in the language of the page."""
    voice = desk.voice
    for kind in READ:
        found = {key: _reading(desk, key, each) for key, each in voice.library.keyed(kind)}
        found = {key: each for key, each in found.items() if each.words}
        if found:
            yield _row(desk, kind, found)


def _reading(desk: Desk, key: str, record: Record) -> Reading:
    own = desk_of(desk.voice, key)
    return reading_of(
        (own.told(text) for _, text in printed(record)), desk.voice.language.plain.vague
    )


def _row(desk: Desk, kind: type[Record], found: Mapping[str, Reading]) -> Readable:
    voice = desk.voice
    whole = Reading(
        tuple(each for reading in found.values() for each in reading.sentences),
        sum(each.long_words for each in found.values()),
        tuple(each for reading in found.values() for each in reading.vague),
    )
    hardest = max(found, key=lambda key: (found[key].longest, key))
    return Readable(
        kind=voice.kind(kind.kind, plural=True),
        sentences=str(len(whole.sentences)),
        mean=str(round(whole.mean)),
        longest=str(whole.longest),
        at=desk.page(hardest),
        lix=str(round(whole.lix)),
        vague=", ".join(f"{each} ({whole.vague.count(each)})" for each in sorted(set(whole.vague))),
    )
