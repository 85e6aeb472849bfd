"""The mutators by family, and the codes that none of them plants, with the reason."""

from collections.abc import Mapping

from bench.mutation.mutant import Mutator
from bench.mutation.mutators import (
    acts,
    glossary,
    languages,
    procedures,
    references,
    services,
    source,
    text,
)

MUTATORS: tuple[Mutator, ...] = (
    *source.MUTATORS,
    *references.MUTATORS,
    *acts.MUTATORS,
    *services.MUTATORS,
    *procedures.MUTATORS,
    *glossary.MUTATORS,
    *languages.MUTATORS,
    *text.MUTATORS,
)

NOT_COVERED: Mapping[str, str] = {}
"""Why a mistake is planted nowhere; a test holds the list from growing."""
