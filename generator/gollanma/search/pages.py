"""From the pages of a language to the documents that are searched."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from gollanma.model import Record, Text
from gollanma.model.kinds import Act, Comment, Edition, Term
from gollanma.search.documents import Document, Section
from gollanma.search.markup import sections_of
from gollanma.views.addresses import article_page, is_current, page_of
from gollanma.views.facets import Choice, choices_of
from gollanma.views.finder import FinderView
from gollanma.views.naming import capital
from gollanma.views.outline import Placed, articles_of
from gollanma.views.page import Page
from gollanma.views.provisions import edition_name
from gollanma.views.status import status_of
from gollanma.views.voice import Voice

GUIDE = "guide"
"""The kind of a page written by hand, and of the finder."""
LIST = "list"
"""The kind of the list of all records of a kind."""
FACETS = {
    "kind": "search.facet.kind",
    "group": "index.group",
    "status": "index.status",
    "form": "index.form",
    "territory": "index.territory",
    "audience": "search.facet.audience",
}
"""By what results can be narrowed, in this order, and the key of the word for it."""
LISTS = frozenset({"index.html", "glossary.html"})
REPEATED = frozenset({"_act", "_editions", "_moments", "_resting", "_by-laws"})
"""Sections on the page of an edition that say the same of each edition."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: a record, or a provision of an edition."""

    ref: str
    key: str
    """Of the record; of the act where the page shows a provision."""
    placed: Placed | None = None


@dataclass(frozen=True)
class Reading:
    """Reads the pages of one language as documents."""

    voice: Voice

    def document(self, page: Page, html: str) -> Document | None:
        """Give what is searched of a page; None for one that only leads on or repeats others."""
        shown = self._shown.get(page.address)
        if shown is not None:
            return self._of_record(page, html, shown)
        if page.template in LISTS:
            head = Section("", page.heading, "")
            return self._plain(page, LIST, (head,))
        if isinstance(page.view, FinderView):
            return self._plain(page, GUIDE, (_questions(page.heading, page.view),))
        return self._plain(page, GUIDE, self._sections(page, html)) if page.view is None else None

    def _of_record(self, page: Page, html: str, shown: Shown) -> Document:
        record = self.voice.library.records[shown.key]
        sections = self._sections(page, html)
        if isinstance(record, Edition):
            sections = tuple(each for each in sections if each.anchor not in REPEATED)
        status = status_of(self.voice.library, shown.key)
        return Document(
            ref=shown.ref,
            address=page.address,
            title=self._title(page, shown.key, record),
            kind=record.kind,
            kind_words=kind_words(self.voice, record.kind),
            code=_code(record) if shown.placed is None else "",
            status=status.value if status else "",
            sample=page.sample,
            quick_exit=page.quick_exit,
            sections=sections,
            choices=tuple(self._choices(shown.key, record)),
            places=tuple(_places(self.voice, shown)),
            asked=tuple(_asked(self.voice.code, record, shown.placed)),
            is_aside=isinstance(record, Edition),
            concept=shown.key.partition("/")[2] if isinstance(record, Term) else "",
        )

    def _title(self, page: Page, key: str, record: Record) -> str:
        """Give what a page is about: of an edition which one it is, then its act."""
        if not isinstance(record, Edition):
            return page.heading
        name = capital(edition_name(self.voice, record))
        act = self.voice.title(key.partition("@")[0]).words
        return self.voice.say("act.titled", name=name, heading=act)

    def _plain(self, page: Page, kind: str, sections: tuple[Section, ...]) -> Document:
        choice = self._kind_choice(kind)
        name = page.address.removesuffix(".html").replace("/index", "").replace("/", "-")
        ref = f"{kind}/{name}"
        return Document(
            ref=ref,
            address=page.address,
            title=page.heading,
            kind=kind,
            kind_words=choice.words,
            code="",
            status="",
            sample=page.sample,
            quick_exit=page.quick_exit,
            sections=sections,
            choices=(choice,),
        )

    def _sections(self, page: Page, html: str) -> tuple[Section, ...]:
        headings = {entry.anchor: entry.title for entry in page.toc}
        return tuple(sections_of(html, page.lang, headings))

    def _choices(self, key: str, record: Record) -> Iterator[Choice]:
        yield self._kind_choice(record.kind)
        for each in choices_of(self.voice, key, record):
            if each.facet in FACETS:
                yield each
        for reader in record.audience:
            words = self.voice.say(f"search.audience.{reader.value}")
            yield Choice("audience", reader.value, words)

    def _kind_choice(self, kind: str) -> Choice:
        return Choice("kind", kind, kind_words(self.voice, kind))

    @cached_property
    def _shown(self) -> Mapping[str, Shown]:
        """What each page shows, by address; old versions of all but acts are not searched.

        The edition in force is shown by the page of its act.
        """
        library = self.voice.library
        found = {}
        for key, record in library.records.items():
            is_shown = isinstance(record, Edition) and is_current(library, key)
            if not is_shown and not isinstance(record, Comment):
                found[page_of(library, key)] = Shown(key, key)
            if isinstance(record, Act):
                found.update(self._articles(key))
        return found

    def _articles(self, act: str) -> Iterator[tuple[str, Shown]]:
        library = self.voice.library
        editions = library.editions(act)
        key = library.edition_in_force(act) or (editions[-1][0] if editions else "")
        edition = library.records.get(key)
        if isinstance(edition, Edition):
            for placed in articles_of(self.voice, key, edition):
                article = placed.provision.id
                yield article_page(library, key, article), Shown(f"{act}#{article}", act, placed)


def kind_words(voice: Voice, kind: str) -> str:
    """Give the word for a kind of result."""
    if kind in {GUIDE, LIST}:
        return voice.say(f"search.kind.{kind}")
    return voice.kind(kind)


def _code(record: Record) -> str:
    """Give by what a record is asked for: its national code; of an act its number."""
    return record.code or (record.number if isinstance(record, Act) else None) or ""


def _asked(code: str, record: Record, placed: Placed | None) -> Iterator[str]:
    """Yield the words of a language in which people ask for a record, or for an article of it."""
    return (text[code] for text in _ways(record, placed) if code in text)


def _ways(record: Record, placed: Placed | None) -> Iterator[Text]:
    if placed is None:
        yield from record.asked
    elif isinstance(record, Act):
        for each in record.asked_articles:
            if each.article == placed.provision.id:
                yield from each.asked


def _places(voice: Voice, shown: Shown) -> Iterator[tuple[str, str]]:
    """Yield how the provisions on a page are cited, and the anchor of each."""
    if shown.placed is not None:
        yield from _cited(voice.language.analyse, shown.placed, "")


def _cited(analyse: Callable[[str], str], placed: Placed, around: str) -> Iterator[tuple[str, str]]:
    provision = placed.provision
    if provision.number is None:
        return
    written = f"{around}{provision.unit}:{analyse(provision.number)}"
    yield written, provision.id if around else ""
    for each in placed.inside():
        yield from _cited(analyse, each, f"{written}/")


def _questions(heading: str, view: FinderView) -> Section:
    """Give what the finder asks; the services in its table have pages of their own."""
    return Section("", heading, " ".join(each.label for each in view.questions))
