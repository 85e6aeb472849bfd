"""A page as a value: all that stands around a view, ready to print."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Crumb:
    """One stop on the way back to the home page."""

    title: str
    address: str | None
    """Absent for the page itself."""


@dataclass(frozen=True, slots=True)
class TocEntry:
    """One heading of the page."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class SideLink:
    """One sibling of the page."""

    title: str
    address: str
    code: str
    """Empty where the sibling has no code."""
    is_current: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language."""

    address: str
    """Where it stands in the default language; other languages put `<code>/` before it."""
    lang: str
    template: str
    """The name in render/templates, and the page type of its shell."""
    title: str
    """The window's title without the site's name; a neutral one where there is a quick exit."""
    heading: str
    description: str
    quick_exit: bool
    sample: bool
    crumbs: tuple[Crumb, ...]
    side_title: str
    side: tuple[SideLink, ...]
    toc: tuple[TocEntry, ...]
    view: object
    """The frozen view that the template prints."""
    languages: tuple[str, ...]
    """The languages in which the page exists."""
    side_address: str = ""
    """Of the page that lists all of which some stand beside this one; most lists are whole."""
    law: Mapping[str, object] | None = None
    """What machines are told of the law on it, by the names of schema.org; most pages have none."""
