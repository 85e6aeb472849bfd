"""Stems of words, by the analyser that a pack names."""

from collections.abc import Callable
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]  # it ships no types

from gollanma.languages.endings import read_endings
from gollanma.languages.folding import Folding
from gollanma.languages.tables import BrokenPackError, Table

_REMEMBERED = 65_536


def read_analyser(pack: Table, folding: Folding) -> Callable[[str], str]:
    """Give the function that turns a word into its folded stem."""
    return lru_cache(_REMEMBERED)(_analyser(pack, folding))


def _analyser(pack: Table, folding: Folding) -> Callable[[str], str]:
    table = pack.table("analyser")
    match table.text("rule", "none"):
        case "snowball":
            stemmer = snowballstemmer.stemmer(table.text("algorithm"))
            return lambda word: str(stemmer.stemWord(folding.fold(word)))
        case "endings":
            endings = read_endings(pack.table("endings"))
            return lambda word: folding.fold(endings.stem(folding.today(word)))
        case "none":
            return folding.fold
        case unknown:
            raise BrokenPackError(f"`{table.name}.rule` names no analyser: `{unknown}`")
