"""Words in their cases, read from the tables of a pack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gollanma.languages.tables import BrokenPackError, Table


class UnknownCaseError(LookupError):
    """A language has no such grammatical case."""


class UnknownWordError(LookupError):
    """A pack has no such unit, kind or measure."""


@dataclass(frozen=True, slots=True)
class Cases:
    """The grammatical cases of a language, in the order of the tables."""

    names: tuple[str, ...]

    @property
    def first(self) -> str:
        """The case in which a word stands alone."""
        return self.names[0]

    def pick(self, forms: Sequence[str], case: str) -> str:
        """Give the form in a case; a word with one form never changes."""
        if case not in self.names:
            raise UnknownCaseError(f"no case `{case}` among {', '.join(self.names)}")
        return forms[0] if len(forms) == 1 else forms[self.names.index(case)]

    def forms(self, table: Table, key: str) -> tuple[str, ...]:
        """Read the forms of a word: a list by case, or one string for all cases."""
        if isinstance(table.content.get(key), str):
            return (table.text(key),)
        forms = table.texts(key)
        if len(forms) not in {1, len(self.names)}:
            raise BrokenPackError(f"`{table.name}.{key}` has {len(forms)} forms")
        return forms


@dataclass(frozen=True, slots=True)
class Noun:
    """A word with its singular and plural, bare or possessed by what stands before it."""

    forms: Mapping[str, tuple[str, ...]]
    """By name: `singular`, `plural`, and in some languages `possessive…` of both."""
    gender: str
    this: str
    """The form of "this" that stands before it, as the pack names it."""

    def of(self, *, plural: bool, possessive: bool) -> tuple[str, ...]:
        """Give the forms by case; a language without possessives uses the bare ones."""
        number = "plural" if plural else "singular"
        owned = self.forms.get(f"possessive_{number}")
        return owned if possessive and owned else self.forms[number]


ANY = "any"
"""The form of "this" in languages whose nouns have no gender."""
_FORMS = ("singular", "plural", "possessive_singular", "possessive_plural")


def read_noun(cases: Cases, table: Table) -> Noun:
    """Read a noun of a pack."""
    forms = {name: cases.forms(table, name) for name in _FORMS if name in table}
    if "singular" not in forms or "plural" not in forms:
        raise BrokenPackError(f"`{table.name}` needs a singular and a plural")
    gender = table.text("gender", "")
    return Noun(forms, gender, table.text("this", gender or ANY))


def read_nouns(cases: Cases, table: Table) -> dict[str, Noun]:
    """Read all nouns of a table of a pack."""
    return {key: read_noun(cases, each) for key, each in table.tables()}
