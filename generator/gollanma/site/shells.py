"""Shells: a page of the theme with holes, rendered once, filled for every record.

The theme takes some milliseconds for a page, filling some microseconds. A shell is cut at its
tokens once, so nothing that fills a hole is searched for tokens again.
"""

import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass

from gollanma.site.frame import NAMES, Frame

TOKEN = re.compile(r"@@gollanma:(?P<name>[a-z_]+)@@")


def token(name: str) -> str:
    """Give what marks a hole in a shell; no letter of it is changed by escaping."""
    return f"@@gollanma:{name}@@"


@dataclass(frozen=True, slots=True)
class Shell:
    """The text around the holes, and which field belongs into each."""

    texts: tuple[str, ...]
    """One more than holes: the text before each, and the text behind the last."""
    holes: tuple[int, ...]
    """The number of the field that fills each hole."""

    @classmethod
    def of(cls, html: str) -> "Shell":
        """Cut a rendered page at its tokens."""
        pieces = TOKEN.split(html)
        return cls(tuple(pieces[::2]), tuple(NAMES.index(name) for name in pieces[1::2]))

    def linked(self, links: Mapping[str, str]) -> "Shell":
        """Give the shell for other assets: each address on the left becomes the one on the right."""
        texts = self.texts
        for old, new in links.items():
            texts = tuple(text.replace(old, new) for text in texts)
        return Shell(texts, self.holes)

    def fill(self, frame: Frame) -> str:
        """Give the page of one record."""
        values: tuple[str, ...] = astuple(frame)
        filled = [text + values[hole] for text, hole in zip(self.texts, self.holes, strict=False)]
        return "".join(filled) + self.texts[-1]


Shells = Mapping[tuple[str, str], Shell]
"""The shells of a site by language and template."""


def linked(shells: Shells, before: Mapping[str, str], after: Mapping[str, str]) -> Shells:
    """Give shells that lead to other assets, each given by its name."""
    moved = {old: after[name] for name, old in before.items() if after[name] != old}
    return {key: shell.linked(moved) for key, shell in shells.items()}
