"""Which translations are older than the words that they were made from."""

from collections.abc import Iterator, Mapping

from gollanma.model.base import Record
from gollanma.model.state import place_of, stamp
from gollanma.model.text import Text
from gollanma.model.walk import fragments, texts

Behind = Mapping[str, Mapping[str, frozenset[str]]]
"""By key and place: the languages whose words there were made from an older original."""
Marks = Mapping[str, Mapping[str, Mapping[str, str]]]
"""By key, place and language: the stamp of what a translation was made from."""


def is_behind(text: Text, own: str, mark: str) -> bool:
    """Say whether the words that decide are others than those of a stamp; unknown is no."""
    return own in text and stamp(text[own]) != mark


def behind_in(records: Mapping[str, Record], marks: Marks, default: str) -> Behind:
    """Give all passages of some records whose translation is older than its original."""
    found = {
        key: dict(_places(records[key], places, default))
        for key, places in marks.items()
        if key in records
    }
    return {key: places for key, places in found.items() if places}


def _places(
    record: Record, marks: Mapping[str, Mapping[str, str]], default: str
) -> Iterator[tuple[str, frozenset[str]]]:
    own = record.decided_in(default)
    named = {path: place for place, path in fragments(record).items()}
    for path, text in texts(record):
        place = place_of(named, path)
        late = frozenset(
            code
            for code, mark in marks.get(place, {}).items()
            if code in text and code != own and is_behind(text, own, mark)
        )
        if late:
            yield place, late
