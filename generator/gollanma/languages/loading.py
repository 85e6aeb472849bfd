"""The languages of a project, in its order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gollanma.languages.keyboards import Keyboards
from gollanma.languages.language import Language, read_language
from gollanma.languages.packs import Pack, read_pack


@dataclass(frozen=True, slots=True)
class Languages(Mapping[str, Language]):
    """Languages by code; the first is the default."""

    of: tuple[Language, ...]

    @property
    def default(self) -> Language:
        """The language at the root of the site, and the first to fall back to."""
        return self.of[0]

    @property
    def keyboards(self) -> Keyboards:
        """The keyboards of the languages that have one of their own."""
        return Keyboards({each.code: each.keyboard for each in self.of if each.keyboard})

    def __getitem__(self, code: str) -> Language:
        """Give a language by its code."""
        for language in self.of:
            if language.code == code:
                return language
        raise KeyError(code)

    def __iter__(self) -> Iterator[str]:
        """Give the codes in the project's order."""
        return (language.code for language in self.of)

    def __len__(self) -> int:
        """Count the languages."""
        return len(self.of)


def load(codes: Sequence[str], extra: Path | None = None) -> Languages:
    """Load the packs of the languages of a project; `extra` is a folder of further packs."""
    return Languages(tuple(_load(code, extra) for code in codes))


def _load(code: str, extra: Path | None) -> Language:
    return _read(code, extra) if extra else _of_ours(code)


@cache
def _of_ours(code: str) -> Language:
    """Give a language of ours: nothing changes its files while we run."""
    return _read(code, None)


def _read(code: str, extra: Path | None) -> Language:
    pack = read_pack(code, extra)
    return read_language(pack, tuple(_lenders(pack, extra)))


def _lenders(pack: Pack, extra: Path | None) -> Iterator[Pack]:
    lender = pack.grammar.text("sentences_from", "")
    if lender:
        yield read_pack(lender, extra)
