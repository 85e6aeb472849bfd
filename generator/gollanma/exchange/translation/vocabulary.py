"""The names of XLIFF 1.2: https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html."""

from typing import Final

ORIGINALS: Final = "urn:oasis:names:tc:xliff:document:1.2"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
TRANSLATED: Final = frozenset({"translated", "signed-off", "final"})
"""States in which a translator stands by the words as they are."""


def xliff(name: str) -> str:
    """Give an element's name with its namespace."""
    return f"{{{ORIGINALS}}}{name}"
