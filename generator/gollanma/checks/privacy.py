"""People whom a text makes known: nobody whom the handbook helps may be found through it."""

from collections.abc import Iterator

from gollanma.checks.finding import Finding, Words, check
from gollanma.graph import Graph
from gollanma.languages import Language, is_whole_day
from gollanma.model.kinds import Act, Edition

CONTACTS = frozenset({"contacts", "contact"})
"""Fields that say how an office is reached; PUB009 and the directory judge them."""
PUBLISHED = (Act, Edition)
"""What is printed in a gazette, with the names of those who signed it."""


@check("TXT006")
def somebody_can_be_recognised(graph: Graph) -> Iterator[Finding]:
    """A text names a person, or tells a number, a home or a day of birth of one.

    Who hurt her can read it too, and finds her.
    """
    for key, path, text in graph.texts:
        if isinstance(graph.library.records[key], PUBLISHED) or not CONTACTS.isdisjoint(path):
            continue
        for code, words in text.items():
            for start, end, kind in _told(graph.languages[code], words):
                values = {"value": words[start:end]}
                yield Finding(key, path, kind, values, words=Words(code, start, end))


def _told(language: Language, words: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of what tells somebody apart; the first of two in one place."""
    told = sorted([*language.people.named(words), *_births(language, words)])
    behind = 0
    for start, end, kind in told:
        if start >= behind:
            yield start, end, kind
            behind = end


def _births(language: Language, words: str) -> Iterator[tuple[int, int, str]]:
    near = list(language.people.births(words))
    for day in language.dates_in(words) if near else ():
        is_born = any(start <= day.start and day.end <= end for start, end in near)
        if is_born and is_whole_day(f"{day.value}"):
            yield day.start, day.end, "birth"
