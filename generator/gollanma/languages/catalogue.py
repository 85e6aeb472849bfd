"""The sentences of a language: read from `messages/`, filled and put in the right plural."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from gollanma.languages.packs import Pack
from gollanma.languages.plurals import CATEGORIES
from gollanma.languages.tables import BrokenPackError, Table, filled, holes

Value = str | int | Mapping[str, str]
"""What fills a hole of a sentence; a mapping holds the words of each language."""

Forms = Mapping[str, str]
"""The forms of one sentence by plural category; one that never changes has only `other`."""


class MissingSentenceError(KeyError):
    """Code asks for a sentence that the catalogue does not hold."""


@dataclass(frozen=True)
class Catalogue:
    """All sentences of one language by their dotted keys, read when the first is asked for."""

    code: str
    read: Callable[[], Mapping[str, Forms]]
    category: Callable[[Decimal], str]
    """Gives the plural category of a number in this language."""

    @cached_property
    def sentences(self) -> Mapping[str, Forms]:
        """The sentences in all their forms; raises BrokenPackError where they cannot be read."""
        return self.read()

    def __contains__(self, key: object) -> bool:
        """Say whether there is a sentence under the key."""
        return key in self.sentences

    def say(self, key: str, values: Mapping[str, Value]) -> str:
        """Give a sentence with its holes filled; `n` among the values chooses the plural."""
        if key not in self.sentences:
            raise MissingSentenceError(f"no sentence `{key}` in `{self.code}`")
        pattern = self._form(self.sentences[key], values.get("n"))
        return filled(pattern, {name: self._words(each) for name, each in values.items()})

    def _form(self, forms: Forms, n: Value | None) -> str:
        category = self.category(Decimal(n)) if isinstance(n, int) else "other"
        return forms.get(category, forms["other"])

    def _words(self, value: Value) -> str:
        if isinstance(value, Mapping):
            return value.get(self.code) or next(iter(value.values()), "")
        return str(value)


def read_catalogue(pack: Pack, category: Callable[[Decimal], str], *under: Pack) -> Catalogue:
    """Make the catalogue of a pack; what it does not say is taken from the packs under it."""
    packs = (*reversed(under), pack)
    return Catalogue(
        pack.code,
        lambda: {key: forms for each in packs for key, forms in _sentences(each).items()},
        category,
    )


def placeholders(forms: Forms) -> frozenset[str]:
    """Give the names of the holes of a sentence, over all its forms."""
    return frozenset().union(*(holes(each) for each in forms.values()))


def _sentences(pack: Pack) -> dict[str, Forms]:
    found: dict[str, Forms] = {}
    for file in pack.messages():
        for key, forms in _flat(file, ()):
            if key in found:
                raise BrokenPackError(f"{pack.code}/messages/{file.name} repeats `{key}`")
            found[key] = forms
    return found


def _flat(table: Table, path: tuple[str, ...]) -> Iterator[tuple[str, Forms]]:
    for key in table:
        here = (*path, key)
        if not isinstance(table.content[key], dict):
            yield ".".join(here), {"other": table.text(key)}
        elif _is_plural(table.table(key)):
            yield ".".join(here), table.table(key).strings()
        else:
            yield from _flat(table.table(key), here)


def _is_plural(table: Table) -> bool:
    return "other" in table and set(table) <= CATEGORIES
