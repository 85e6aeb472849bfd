"""A desk: where one page is written, about one record, in one language.

It knows the address of the page, so everything that it links to is relative to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from gollanma.graph import Mention, Occurrence, Target, resolve
from gollanma.graph.links import Problem
from gollanma.languages import Language
from gollanma.model import Record, Ref, Text
from gollanma.model.kinds import Fact, Term
from gollanma.model.walk import Path
from gollanma.views import prose
from gollanma.views.addresses import Spot, page_of, spot_of
from gollanma.views.inside import Inside, called, inside_of
from gollanma.views.links import in_language, is_allowed, relative
from gollanma.views.markup import NOTHING, Html, element, icon, joined, safe
from gollanma.views.markup import in_language as spoken
from gollanma.views.naming import Named, capital, label_of, name_of, place_name
from gollanma.views.saying import Said
from gollanma.views.status import Tag, tag_of
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a record or to a place in one; without a way it is words alone."""

    words: Html
    href: str = ""
    """Empty where the record is not part of what is published."""
    code: str = ""
    kind: str = ""
    """The word for the record's kind; empty where there is no record."""
    tag: Tag | None = None
    is_sample: bool = False

    def __html__(self) -> str:
        """Give the link as it stands in a line."""
        return str(element("a", self.words, href=self.href) if self.href else self.words)


@dataclass(frozen=True)
class Desk:
    """Where a page is written."""

    voice: Voice
    address: str
    """Of the page, in the default language."""
    key: str = ""
    """The record, edition or version whose words are printed; empty where there is none."""
    record: Record | None = None
    in_full: bool = False
    """The act of the words is named by its title in them: they stand beside another text."""

    @property
    def current(self) -> str:
        """The key of the record in use, whichever version of it is printed."""
        return self.key.partition("@")[0]

    # --- ways

    @cached_property
    def place(self) -> str:
        """Where the page stands in its language."""
        return self._place(self.address, self.voice.code)

    def _place(self, address: str, lang: str) -> str:
        return in_language(address, lang, self.voice.project.languages.default)

    def href(self, address: str, fragment: str = "") -> str:
        """Give the way to an address in the language of the page."""
        return relative(self.place, self._place(address, self.voice.code), fragment)

    # --- words

    def name(self, text: Text | None) -> Said | None:
        """Print words of a title or label: no markup, no notice, only the mark of the language."""
        chosen = self.voice.chosen(text, self.record)
        if chosen is None:
            return None
        words = prose.unlinked(chosen.words, self.scribe(text, chosen.lang))
        return Said(safe(words), chosen.lang, is_missing=chosen.lang != self.voice.code)

    def told(self, text: Text | None) -> str:
        """Give words of the page's own language without markup; nothing where it has none."""
        words = text.get(self.voice.code, "") if text else ""
        return prose.plain(words, self.scribe(text))

    def scribe(self, text: Text | None, lang: str = "", *, is_linked: bool = True) -> prose.Scribe:
        """Give who writes the references of a text, in the page's own language if in no other."""
        record, path = None if self.in_full else self.record, self._paths.get(id(text), ())
        inside = inside_of(self.voice.library, self.key, record, path)
        return _Scribe(self, lang or self.voice.code, inside, is_linked)

    def line(self, text: Text | None) -> Said | None:
        """Print words within a line, with their links."""
        return self._prose(text, is_block=False)

    def block(self, text: Text | None) -> Said | None:
        """Print words as paragraphs and lists, with their links."""
        return self._prose(text, is_block=True)

    def lines(self, these: Iterable[Text]) -> tuple[Said, ...]:
        """Print each of several texts within its line."""
        return tuple(said for said in map(self.line, these) if said)

    def ticks(self, these: Iterable[Text]) -> tuple[Said, ...]:
        """Print each of several texts as what is ticked: it is pressed itself, so without links."""
        printed = (self._prose(each, is_block=False, is_linked=False) for each in these)
        return tuple(said for said in printed if said)

    def quotes(self, these: Iterable[Text]) -> tuple[Said, ...]:
        """Print each of several texts as words that somebody says."""
        return tuple(self._quoted(said) for said in self.lines(these))

    def _quoted(self, said: Said) -> Said:
        opening, closing = self.voice.graph.languages[said.lang].quotes.outer
        if said.html.startswith(safe(opening)):
            return said
        return replace(said, html=joined((opening, said.html, closing)))

    def _prose(self, text: Text | None, *, is_block: bool, is_linked: bool = True) -> Said | None:
        chosen = self.voice.chosen(text, self.record)
        if chosen is None:
            return None
        write = prose.block if is_block else prose.line
        scribe = self.scribe(text, chosen.lang, is_linked=is_linked)
        html = write(chosen.words, self._marks(text, chosen.lang), scribe)
        is_missing = chosen.lang != self.voice.code
        notice = self.voice.state_of(self.key, self._paths.get(id(text), ()), chosen.lang)
        return Said(html, chosen.lang, notice, is_missing, is_block)

    def _marks(self, text: Text | None, lang: str) -> tuple[Occurrence, ...]:
        path = self._paths.get(id(text))
        return self.voice.graph.marks.get((self.key, path, lang), ()) if path else ()

    @cached_property
    def _paths(self) -> Mapping[int, Path]:
        """The place of each text of the record, by the text itself."""
        return self.voice.paths_in(self.key, self.record) if self.record else {}

    # --- links

    def target(self, ref: Ref) -> Target | None:
        """Give the place to which a reference of this record leads, if it leads anywhere."""
        found = resolve(self.voice.library, ref, self.key)
        return found if isinstance(found, Target) else None

    def link(self, ref: Ref | None, words: Html | None = None) -> Link | None:
        """Give the link of a field; words without a way where the record was cut away."""
        if ref is None:
            return None
        found = resolve(self.voice.library, ref, self.key)
        return self.link_to(found, words) if isinstance(found, Target) else self.lost(ref, words)

    def links(self, refs: Iterable[Ref]) -> tuple[Link, ...]:
        """Give the links of a field that holds several."""
        return tuple(link for link in map(self.link, refs) if link)

    def labelled(self, ref: Ref) -> Link:
        """Give the link to a place by its own label, whatever record it is in."""
        target = self.target(ref)
        label = label_of(self.voice.library, self.voice.code, target) if target else ""
        return self.link(ref, safe(label) if label else None) or self.lost(ref)

    def lost(self, ref: Ref, words: Html | None = None) -> Link:
        """Give the words for a record that is not published: its kind, never its name."""
        kind = self.voice.kind(ref.kind or self.key.partition("/")[0])
        if resolve(self.voice.library, ref, self.key) is Problem.WITHHELD:
            kind = self.voice.say("text.withheld", kind=kind)
        return Link(words or safe(kind))

    def link_to(self, target: Target, words: Html | None = None) -> Link:
        """Give the link to a place."""
        voice, record = self.voice, self.voice.library.records[target.key]
        named = self._named(target)
        title = named.words if target.fragment else capital(named.words)
        holder = voice.library.records.get(target.holder) or record
        return Link(
            words or spoken(title, named.lang, voice.code),
            self.way(spot_of(voice.library, target)),
            record.code or "",
            voice.kind(record.kind),
            tag_of(voice, target.key),
            record.sample or holder.sample,
        )

    def _named(self, target: Target) -> Named:
        """Give what a link is called; in running text a fact is its number, in a list its title."""
        voice = self.voice
        if isinstance(voice.library.records[target.key], Fact):
            return voice.title(target.key)
        return name_of(voice.library, voice.language, target, None)

    def page(self, key: str, words: Html | None = None) -> Link:
        """Give the link to the page of a record of the library."""
        return self.link_to(Target(key, key, None, ()), words)

    def way(self, spot: Spot) -> str:
        """Give the way to a place of a page."""
        return self.href(spot.address, spot.fragment)

    def place_in(self, target: Target) -> Link:
        """Give the link to a place in another record, named within that record alone."""
        voice = self.voice
        words = place_name(voice.library, voice.language, target)
        return Link(safe(words), self.way(spot_of(voice.library, target)))

    def leading(self, address: str, words: str) -> Link:
        """Give words that lead to an address of the site; alone where there is none."""
        return Link(safe(words), self.href(address) if address else "")

    def step(self, fragment: str, words: str) -> Link:
        """Give the link to a place on this page."""
        return Link(safe(words), f"#{fragment}")


@dataclass(frozen=True, slots=True)
class _Scribe:
    """Writes the links of one text at a desk; the words may be of another language."""

    desk: Desk
    lang: str
    inside: Inside | None
    """Where in an act the words stand; None elsewhere."""
    is_linked: bool = True
    """False where links would stand within something that is pressed."""

    def mention(self, mention: Mention) -> Html:
        """Write a reference of the prose by its own words, or by what its record is called."""
        found = self._found(mention)
        if not isinstance(found, Target):
            return safe(self.words(mention))
        library = self.desk.voice.library
        named = called(library, self._language, mention, found, self.inside)
        words = safe(mention.words) if mention.words else spoken(named.words, named.lang, self.lang)
        way = self.desk.way(spot_of(library, found))
        return element("a", words, href=way) if self.is_linked else words

    def words(self, mention: Mention) -> str:
        """Give the words of a reference without its link."""
        if mention.words:
            return mention.words
        found = self._found(mention)
        if isinstance(found, Target):
            library = self.desk.voice.library
            return called(library, self._language, mention, found, self.inside).words
        return self._stranger(mention, found)

    def _found(self, mention: Mention) -> Target | Problem:
        if mention.ref is None:
            return Problem.UNREADABLE
        return resolve(self.desk.voice.library, mention.ref, self.desk.key)

    def _stranger(self, mention: Mention, problem: Problem) -> str:
        """Name what is not published by its kind; what does not exist as it was written."""
        kind = (mention.ref.kind if mention.ref else "") or self.desk.key.partition("/")[0]
        is_known = problem in {Problem.WITHHELD, Problem.BROKEN}
        return self.desk.voice.kind(kind).lower() if is_known else mention.written

    @property
    def _language(self) -> Language:
        return self.desk.voice.graph.languages[self.lang]

    def term(self, key: str) -> tuple[Html, Html]:
        """Open and close the link of a term."""
        term = self.desk.voice.library.records.get(key)
        if not (self.is_linked and isinstance(term, Term)) or key == self.desk.key:
            return NOTHING, NOTHING
        way = self.desk.href(page_of(self.desk.voice.library, key))
        opened = element("a", "", class_="term", href=way)
        return Html(opened.removesuffix("</a>")), Html("</a>")

    def way(self, href: str) -> tuple[Html, Html]:
        """Open and close a link of the author's: to a place in this record, to an allowed host."""
        if not self.is_linked:
            return NOTHING, NOTHING
        if href.startswith("#"):
            ref = Ref.parse(href)
            target = self.desk.target(ref) if ref else None
            spot = spot_of(self.desk.voice.library, target) if target else None
            return self._opened(self.desk.way(spot)) if spot else (NOTHING, NOTHING)
        if not is_allowed(href, self.desk.voice.project.allowed_hosts):
            return NOTHING, NOTHING
        opened, closed = self._opened(href, "noreferrer")
        needs = element("span", self.desk.voice.say("text.online"), class_="vh")
        return opened, joined((icon("net"), " ", needs, closed))

    @staticmethod
    def _opened(href: str, rel: str = "") -> tuple[Html, Html]:
        anchor = element("a", "", href=href, rel=rel)
        return Html(anchor.removesuffix("</a>")), Html("</a>")
