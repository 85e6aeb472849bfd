"""What the site is made of, as values: its settings, its menu, its pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from gollanma.diagnostics import Diagnostic
from gollanma.languages import Languages
from gollanma.law.counting import Days
from gollanma.views.page import Page


@dataclass(frozen=True, slots=True)
class Budgets:
    """How many bytes a reader may be asked to load; a page above its budget fails the build."""

    around_words: int = 25 * 1024
    """HTML of a record's page that is not words: a letter may take one byte or two."""
    picture: int = 10 * 1024
    """The drawing of a procedure, with its words; a page has two."""
    long_page: int = 60 * 1024
    """HTML of an article, a comparison, a list, with its words."""
    compressed: int = 15 * 1024
    """Any page as it travels."""
    first_visit: int = 120 * 1024
    """A page with all that it loads, compressed, nothing yet in the browser's store."""
    record_templates: frozenset[str] = frozenset(
        ("service.html", "sop.html", "term.html", "form.html")
    )

    def is_for_record(self, template: str) -> bool:
        """Say whether the words of a page of this type are its author's to weigh."""
        return template in self.record_templates


@dataclass(frozen=True, slots=True)
class MenuLink:
    """One entry of the menu: the index of a kind, the list of terms, the coverage."""

    address: str
    titles: Mapping[str, str]
    """Per language."""
    in_header: bool = False
    """The header of a wide screen has room for about six."""


@dataclass(frozen=True, slots=True)
class NeutralWords:
    """A page on which nothing tells what was read before."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What the project says about its site."""

    names: Mapping[str, str]
    """The site's name, per language."""
    address: str | None = None
    """Where the site will stand, with the closing slash; absent: no sitemap, no canonical links."""
    neutral: Mapping[str, NeutralWords] = field(default_factory=dict)
    """Per language, the page that the quick exit opens; empty: it opens the home page."""
    has_report_address: bool = False
    """Mistakes are written to an address; without one, they are told to a supervisor."""
    is_demo: bool = True
    """A demo says on every page that it is a sample."""
    as_of: date | None = None
    """The newest date in the content; absent where it has none."""
    fresh_days: int = 365
    """How long after that day a reader is not yet warned."""
    menu: tuple[MenuLink, ...] = ()
    budgets: Budgets = field(default_factory=Budgets)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads, and the words that stand for it."""

    address: str
    """In the default language; empty where the record was cut away, whose words stand alone."""
    fragment: str
    title: str


@dataclass(frozen=True, slots=True)
class Content:
    """All that is published: the pages, and how to write and find them."""

    languages: Languages
    settings: Settings
    pages: tuple[Page, ...]
    html: Callable[[Page], str]
    """Writes what stands inside a page's `<main>`."""
    find: Callable[[str, str], Target | None] = lambda _reference, _lang: None
    """Resolves a reference written on a hand-written page, in the language of that page."""
    search: Callable[[Iterable[tuple[Page, str]]], Iterator[tuple[str, bytes]]] = lambda _pages: (
        iter(())
    )
    """Gives the files of the search from all pages with their HTML."""
    papers: Callable[[], Iterable[tuple[str, bytes]]] = tuple
    """Gives the files that lie beside pages, to be filled in: where each stands, and its bytes."""
    loose_papers: Callable[[], Iterable[tuple[str, bytes]]] = tuple
    """Gives the same for a bundle: what they are made of is packed with the bundle, not before."""
    about: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Per language, address and title of each hand-written page; known once MkDocs has read them."""
    days: Days | None = None
    """By which days time limits are counted in the browser; absent: none is."""
    watched: tuple[str, ...] = ()
    """Paths of folders and files whose change rebuilds the site under `mkdocs serve`."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What the checks found; one error, and nothing is published."""
    types: frozenset[str] = frozenset()
    """Types of pages that are made elsewhere, and stand in the same frames."""

    @property
    def templates(self) -> tuple[str, ...]:
        """Give the types of the pages, sorted."""
        return tuple(sorted({page.template for page in self.pages} | self.types))


Write = Callable[[str, bytes], None]
"""Writes one file of the site, named by its address."""
