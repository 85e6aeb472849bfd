"""Finding and reading language packs: folders of TOML named by a language's code.

A pack's own files become one table; the sentences in `messages/` are read by `catalogue`.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from gollanma.languages.tables import BrokenPackError, Table

_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


class UnknownLanguageError(LookupError):
    """A project asks for a language for which there is no pack."""

    def __init__(self, code: str, known: tuple[str, ...]) -> None:
        self.code = code
        self.known = known
        super().__init__(f"there is no language pack `{code}`; there are {', '.join(known)}")


@dataclass(frozen=True, slots=True)
class Pack:
    """The tables of one language and its files of sentences."""

    code: str
    grammar: Table
    messages: Callable[[], tuple[Table, ...]]
    """Reads the files of sentences: most of a pack, and of most languages none is asked for."""


def read_pack(code: str, extra: Path | None = None) -> Pack:
    """Read the pack of a language; a project's own pack is taken before ours."""
    folder = find_pack(code, extra)
    sentences = folder / "messages"
    return Pack(
        code,
        Table(code, _merged(code, _tables(code, folder))),
        lambda: tuple(Table(name, each) for name, each in _tables(code, sentences)),
    )


def find_pack(code: str, extra: Path | None) -> Traversable:
    """Give the folder of a pack without reading it; raises UnknownLanguageError."""
    for root in _roots(extra):
        if _CODE.fullmatch(code) and (root / code / "pack.toml").is_file():
            return root / code
    raise UnknownLanguageError(code, known_codes(extra))


def known_codes(extra: Path | None = None) -> tuple[str, ...]:
    """Give the codes of all packs that can be read, sorted."""
    return tuple(sorted({each.name for root in _roots(extra) for each in _packs_in(root)}))


def _roots(extra: Path | None) -> Iterator[Traversable]:
    if extra is not None and extra.is_dir():
        yield extra
    yield files("gollanma.languages")


def _packs_in(root: Traversable) -> Iterator[Traversable]:
    return (each for each in root.iterdir() if (each / "pack.toml").is_file())


def _tables(code: str, folder: Traversable) -> Iterator[tuple[str, dict[str, object]]]:
    if not folder.is_dir():
        return
    for each in sorted(folder.iterdir(), key=lambda file: file.name):
        if each.name.endswith(".toml"):
            yield each.name, _table(code, each)


def _table(code: str, file: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenPackError(f"{code}: {file.name} cannot be read: {error}") from None


def _merged(code: str, tables: Iterator[tuple[str, dict[str, object]]]) -> dict[str, object]:
    merged: dict[str, object] = {}
    for name, table in tables:
        if again := merged.keys() & table.keys():
            raise BrokenPackError(f"{code}/{name} repeats {', '.join(sorted(again))}")
        merged.update(table)
    return merged
