"""Quotation marks of a language, outer and inner."""

from dataclasses import dataclass

from gollanma.languages.tables import BrokenPackError, Table


@dataclass(frozen=True, slots=True)
class Quotes:
    """The marks of a quotation, and of one inside it."""

    outer: tuple[str, str]
    inner: tuple[str, str]

    def around(self, text: str) -> str:
        """Quote a text; outer marks inside it become inner ones."""
        return self.outer[0] + self._lowered(text) + self.outer[1]

    def _lowered(self, text: str) -> str:
        if self.outer[0] == self.outer[1]:
            return text.replace(self.outer[0], self.inner[0])
        for outer, inner in zip(self.outer, self.inner, strict=True):
            text = text.replace(outer, inner)
        return text


def read_quotes(table: Table) -> Quotes:
    """Read the quotation marks of a pack."""
    return Quotes(_pair(table, "outer"), _pair(table, "inner"))


def _pair(table: Table, key: str) -> tuple[str, str]:
    match table.texts(key):
        case (opening, closing):
            return opening, closing
        case _:
            raise BrokenPackError(f"`{table.name}.{key}` needs two marks")
