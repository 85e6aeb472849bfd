"""Where links lead inside one file: from addresses of pages to the ids of places in the file."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from gollanma.bundle.onefile.shorts import short_names
from gollanma.views.links import in_language

ENDING = ".html"
BETWEEN = "~"
"""Between the short name of a page and a place in it: no id of ours has this letter."""


@dataclass(frozen=True)
class Ways:
    """The pages that a file holds, and how to get to them."""

    addresses: tuple[str, ...]
    """As pages have them, without the folder of their language."""
    lang: str
    default: str
    """The language whose pages have no folder."""

    @cached_property
    def shorts(self) -> Mapping[str, str]:
        """The short name of each page, which stands before the places in it."""
        return short_names(self.addresses)

    @property
    def folder(self) -> str:
        """The folder of the language, empty for the default one."""
        return in_language("", self.lang, self.default)

    def page(self, address: str) -> str:
        """Give the id of a page: its address without ending."""
        return address.removesuffix(ENDING)

    def place(self, address: str, anchor: str) -> str:
        """Give the id of a place in a page."""
        return f"{self.shorts[address]}{BETWEEN}{anchor}"

    def target(self, address: str, href: str) -> str | None:
        """Give the page to which a link of a page leads; None where it is of another language."""
        path = href.partition("#")[0]
        here = in_language(address, self.lang, self.default)
        there = _reached(posixpath.dirname(here), path) if path else here
        return there.removeprefix(self.folder) if there.startswith(self.folder) else None

    def link(self, address: str, href: str) -> str | None:
        """Give where a link of a page leads inside the file; None where that is not in it."""
        target = self.target(address, href)
        if target is None or target not in self.shorts:
            return None
        anchor = href.partition("#")[2]
        return f"#{self.place(target, anchor) if anchor else self.page(target)}"


@lru_cache(maxsize=2**16)
def _reached(folder: str, path: str) -> str:
    """Give where a link leads from a folder; most pages of many copies have the same ones."""
    return posixpath.normpath(posixpath.join(folder, path))


def ways_of(addresses: Iterable[str], lang: str, default: str) -> Ways:
    """Give the ways between some pages of a language."""
    return Ways(tuple(sorted(addresses)), lang, default)
