"""The mutators by family, and the codes that none of them plants, with the reason."""

from collections.abc import Mapping

from bench.mutation.mutant import Mutator
from bench.mutation.mutators import (
    cards,
    danger,
    deadlines,
    directory,
    drafts,
    figures,
    glossary,
    grounds,
    languages,
    papers,
    procedures,
    provisions,
    publication,
    references,
    senses,
    services,
    source,
    text,
    trainings,
)

MUTATORS: tuple[Mutator, ...] = (
    *source.MUTATORS,
    *references.MUTATORS,
    *provisions.MUTATORS,
    *drafts.MUTATORS,
    *grounds.MUTATORS,
    *services.MUTATORS,
    *procedures.MUTATORS,
    *deadlines.MUTATORS,
    *papers.MUTATORS,
    *danger.MUTATORS,
    *cards.MUTATORS,
    *trainings.MUTATORS,
    *figures.MUTATORS,
    *directory.MUTATORS,
    *publication.MUTATORS,
    *glossary.MUTATORS,
    *languages.MUTATORS,
    *senses.MUTATORS,
    *text.MUTATORS,
)

BUILT = "found in a built site, of which no record is a part"
DOCUMENT = "found in a document that is read into records, of which the corpus has none"

NOT_COVERED: Mapping[str, str] = {
    **dict.fromkeys(("PUB005", "PUB006"), BUILT),
    **dict.fromkeys(("AKN001", "AKN002", "AKN003"), DOCUMENT),
    **{f"LTX{number:03}": DOCUMENT for number in (1, 2, 3, 4, 5, 6, 7, 9, 10)},
    **dict.fromkeys(("TRL001", "TRL002", "TRL003"), DOCUMENT),
    **dict.fromkeys(("WRD001", "WRD002", "WRD003"), DOCUMENT),
}
"""Why a mistake is planted nowhere; a test holds the list from growing."""
