"""How far the translations of a library have come."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gollanma.exchange.translation.passages import Need, own_language, passages
from gollanma.model import Library
from gollanma.model.base import Translation


@dataclass(frozen=True, slots=True)
class Standing:
    """The translation of one record into one language."""

    key: str
    language: str
    state: Translation
    """How far people have looked at it."""
    missing: int
    """Passages without a translation."""
    behind: int
    """Passages whose translation is older than the words that decide."""
    done: int

    @property
    def passages(self) -> int:
        """All passages that there are to translate."""
        return self.missing + self.behind + self.done

    @property
    def is_whole(self) -> bool:
        """Nothing is missing and nothing is older than its original."""
        return not self.missing and not self.behind


def standings(library: Library, languages: Sequence[str]) -> Iterator[Standing]:
    """Yield how each record stands in each of some languages but the one that decides in it."""
    for key, record in sorted(library.records.items()):
        for code in languages:
            if code == own_language(library, record):
                continue
            needs = Counter(each.need for each in passages(library, key, code))
            state = record.translations.get(code, Translation.DRAFT)
            counts = (needs[each] for each in (Need.MISSING, Need.BEHIND, Need.DONE))
            yield Standing(key, code, state, *counts)
