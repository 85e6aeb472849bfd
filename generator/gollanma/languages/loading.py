"""The languages of a project, in its order."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from gollanma.languages.keyboards import Keyboards
from gollanma.languages.language import Language, read_language
from gollanma.languages.packs import Pack, find_pack, read_pack


@dataclass(frozen=True, slots=True)
class Languages(Mapping[str, Language]):
    """Languages by code; the first is the default.

    A pack is read when its language is first asked for: a command that speaks one language need
    not wait for the others.
    """

    codes: tuple[str, ...]
    read: Callable[[str], Language]
    """Gives one of these languages, the same each time."""

    @property
    def default(self) -> Language:
        """The language at the root of the site, and the first to fall back to."""
        return self.read(self.codes[0])

    @property
    def keyboards(self) -> Keyboards:
        """The keyboards of the languages that have one of their own."""
        return Keyboards({each.code: each.keyboard for each in self.values() if each.keyboard})

    def only(self, codes: Sequence[str]) -> "Languages":
        """Give some of these languages, in the order of `codes`."""
        return Languages(tuple(codes), self.read)

    def __getitem__(self, code: str) -> Language:
        """Give a language by its code; raises BrokenPackError where its pack cannot be read."""
        if code not in self.codes:
            raise KeyError(code)
        return self.read(code)

    def __contains__(self, code: object) -> bool:
        """Say whether a language is among these."""
        return code in self.codes

    def __iter__(self) -> Iterator[str]:
        """Give the codes in the project's order."""
        return iter(self.codes)

    def __len__(self) -> int:
        """Count the languages."""
        return len(self.codes)


def load(codes: Sequence[str], extra: Path | None = None) -> Languages:
    """Give the languages of a project; `extra` is a folder of further packs.

    Raises UnknownLanguageError for a code without a pack, before any pack is read.
    """
    for code in codes:
        find_pack(code, extra)
    return Languages(tuple(codes), cache(partial(_whole, extra=extra)) if extra else _of_ours)


@cache
def _of_ours(code: str) -> Language:
    """Give a language of ours: nothing changes its files while we run."""
    return _read(code, None)


def _whole(code: str, extra: Path | None) -> Language:
    """Give a language with its sentences: where they are a project's own, they may be broken."""
    language = _read(code, extra)
    _ = language.catalogue.sentences
    return language


def _read(code: str, extra: Path | None) -> Language:
    pack = read_pack(code, extra)
    return read_language(pack, tuple(_lenders(pack, extra)))


def _lenders(pack: Pack, extra: Path | None) -> Iterator[Pack]:
    lender = pack.grammar.text("sentences_from", "")
    if lender:
        yield read_pack(lender, extra)
