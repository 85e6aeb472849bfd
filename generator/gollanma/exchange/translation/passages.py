"""What there is to translate: each passage of a record, and how its translation stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gollanma.model import Library, Record
from gollanma.model.base import Sensitivity
from gollanma.model.cut import Receiver
from gollanma.model.state import place_of
from gollanma.model.walk import Path, fragments, parts, printed


class Need(StrEnum):
    """How a translation stands."""

    MISSING = "missing"
    BEHIND = "behind"
    """The words that decide have changed since it was made."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one place in the language that decides, and in another."""

    key: str
    """Of the record."""
    place: str
    """The lasting name within the record: `summary`, `consent/action`."""
    path: Path
    source: str
    target: str | None
    need: Need


def own_language(library: Library, record: Record) -> str:
    """Give the language whose words decide in a record."""
    return record.decided_in(library.project.languages.default)


def passages(
    library: Library, key: str, language: str, limit: Sensitivity = Sensitivity.RESTRICTED
) -> Iterator[Passage]:
    """Yield the passages of a record for translation into a language, in the order of the record.

    None where that language decides. A place without words in the language that decides is left
    out, and so is what only those may see to whom more than `limit` may be told.
    """
    record = library.records[key]
    own = own_language(library, record)
    receiver = Receiver(limit, frozenset({own, language}))
    hidden = [path for path, part in parts(record) if not receiver.may_have(part)]
    named = {path: place for place, path in fragments(record).items()}
    behind = library.state.behind.get(key, {})
    for path, text in printed(record) if own != language else ():
        if own not in text or any(path[: len(each)] == each for each in hidden):
            continue
        place, target = place_of(named, path), text.get(language)
        is_late = language in behind.get(place, frozenset())
        need = Need.MISSING if target is None else Need.BEHIND if is_late else Need.DONE
        yield Passage(key, place, path, text[own], target, need)
