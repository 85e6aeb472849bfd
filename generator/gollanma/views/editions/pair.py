"""Two editions of an act, seen from a page about both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from gollanma.graph import Target
from gollanma.law import Row, bases_of, compare, declared, pairs
from gollanma.model.kinds import Act, Comment, Edition
from gollanma.model.kinds.acts import Change
from gollanma.views.addresses import HOME, Spot, about, index_of, page_of
from gollanma.views.context import Desk, Link
from gollanma.views.editions.heads import Top, short_of, top_of
from gollanma.views.editions.parts import parts_of
from gollanma.views.markup import Html, safe
from gollanma.views.naming import capital, place_name
from gollanma.views.outline import unit_name
from gollanma.views.page import Crumb, Page, SideLink
from gollanma.views.provisions import edition_name
from gollanma.views.saying import Said
from gollanma.views.voice import Voice

REDLINE, TABLE, IMPACT, COMMENTS = "changes", "table", "impact", "comments--all"
"""What a page about an edition shows, as its address says it."""


@dataclass(frozen=True)
class Pair:
    """An older and a newer edition of an act."""

    voice: Voice
    record: Act
    old: str
    new: str
    """The keys of the editions."""

    @property
    def act(self) -> str:
        """The key of the act."""
        return self.new.partition("@")[0]

    def edition(self, key: str) -> Edition:
        """Give one of the two editions."""
        return self._editions[key]

    @cached_property
    def _editions(self) -> Mapping[str, Edition]:
        return dict(self.voice.library.editions(self.act))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """What differs."""
        old, new = self.edition(self.old), self.edition(self.new)
        codes = self.voice.project.languages.all
        return compare(old, new, codes, self.changes or None)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What the editions declare on the way."""
        return declared(self.voice.library, self.old, self.new)

    @cached_property
    def reasons(self) -> Mapping[str, tuple[Change, ...]]:
        """The declared changes by what they change."""
        found: dict[str, tuple[Change, ...]] = {}
        for change in self.changes:
            if change.reason:
                found[change.target] = (*found.get(change.target, ()), change)
        return found

    @property
    def is_sample(self) -> bool:
        """Say whether any of what a page about both prints is no official text."""
        keys = (self.act, self.old, self.new)
        return any(self.voice.library.records[key].sample for key in keys)

    # --- ways

    def address(self, what: str, number: int = 1) -> str:
        """Give the address of a page about the two, or of a further part of it."""
        more = f"--{number}" if number > 1 else ""
        return about(self.voice.library, self.new, f"{what}--{self.old.partition('@')[2]}{more}")

    def desk(self, address: str) -> Desk:
        """Give the desk at which a page about the two is written."""
        return Desk(self.voice, address, self.new, self.edition(self.new), in_full=True)

    @cached_property
    def voices(self) -> Mapping[str, Voice]:
        """The project's languages, each speaking of the library."""
        languages = self.voice.graph.languages.items()
        return {
            code: self.voice if code == self.voice.code else Voice(self.voice.graph, language)
            for code, language in languages
        }

    def desk_in(self, code: str, key: str, address: str) -> Desk:
        """Give the desk at which one edition is written in a language."""
        return Desk(self.voices[code], address, key, self.edition(key), in_full=True)

    @cached_property
    def row_ways(self) -> Mapping[str, tuple[Spot, Html]]:
        """By id, where the redline shows a provision that changes, and what it is called there.

        What comes or goes with another provision is shown with it.
        """
        return {
            place: (Spot(self.address(REDLINE, number), row.id), safe(self.titled(row)))
            for number, part in enumerate(parts_of(self.rows), 1)
            for row in part
            for place in (row.id, *row.inside)
        }

    # --- words

    @property
    def short(self) -> str:
        """What people call the act."""
        return short_of(self.voice, self.record)

    def name(self, key: str) -> str:
        """Say which edition it is."""
        return edition_name(self.voice, self.edition(key))

    def place(self, row: Row) -> str:
        """Give what a provision is called in the newer text, or in the older one if it goes."""
        if row.unit is None:
            return self.voice.say("redline.preamble")
        key = self.new if row.new else self.old
        return self._place(key, row)

    def _place(self, key: str, row: Row) -> str:
        unit = row.old if key == self.old else row.new
        path = unit.path if unit else ()
        target = Target(self.act, key, row.id, path)
        return capital(place_name(self.voice.library, self.voice.language, target)) or row.id

    def titled(self, row: Row) -> str:
        """Give what a provision is called; where that changes, what it was called and is now."""
        title = self.place(row)
        if row.old is None or row.new is None:
            return title
        was = self._place(self.old, row)
        if was == title:
            return title
        is_near = row.old.parent == row.new.parent
        return f"{was} → {unit_name(self.voice, row.new.provision) if is_near else title}"

    def why(self, desk: Desk, row: Row) -> tuple[Said, ...]:
        """Give why a provision changes; what comes or goes with it may have reasons of its own."""
        places = (row.id, *row.inside)
        reasons = (each.reason for place in places for each in self.reasons.get(place, ()))
        return tuple(filter(None, map(desk.line, dict.fromkeys(reasons))))

    # --- the page

    def top(self, desk: Desk, heading: str, lead: str = "") -> Top:
        """Give the head of a page about the two."""
        return top_of(desk, self.record, heading, lead, is_sample=self.is_sample)

    def parts(self, what: str, desk: Desk, number: int, count: int) -> tuple[Link, ...]:
        """Give the ways to the pages into which a long one is cut; nothing where it is one."""
        return tuple(
            Link(
                safe(self.voice.say("redline.part", n=each + 1)),
                "" if each == number else desk.href(self.address(what, each + 1)),
            )
            for each in range(count if count > 1 else 0)
        )

    def page(self, address: str, template: str, heading: str, view: object) -> Page:
        """Give a page about the two."""
        page = edition_page(self.desk(address), self.record, template, heading, view)
        return replace(page, sample=self.is_sample)


def edition_page(desk: Desk, act: Act, template: str, heading: str, view: object) -> Page:
    """Give a page about an edition, with the way back and all else that is said about it."""
    voice, key, library = desk.voice, desk.key, desk.voice.library
    act_key = key.partition("@")[0]
    edition = dict(library.editions(act_key))[key]
    short = short_of(voice, act)
    name = capital(edition_name(voice, edition))
    return Page(
        address=desk.address,
        lang=voice.code,
        template=template,
        title=voice.kind(Act.kind) if act.quick_exit else f"{heading} · {short}",
        heading=heading,
        description="",
        quick_exit=act.quick_exit,
        sample=act.sample or edition.sample,
        crumbs=(
            Crumb(voice.say("frame.home"), HOME),
            Crumb(voice.kind(Act.kind, plural=True), index_of(Act.kind)),
            Crumb(short, page_of(library, act_key)),
            Crumb(name, page_of(library, key)),
            Crumb(heading, None),
        ),
        side_title=name,
        side=tuple(
            SideLink(words, each, "", is_current=each == desk.address)
            for each, words in ways(voice, act, key)
        ),
        toc=(),
        view=view,
        languages=voice.project.languages.all,
    )


def ways(voice: Voice, act: Act, key: str) -> Iterator[tuple[str, str]]:
    """Yield the pages about an edition with their names: its text, its changes, what follows."""
    library, say = voice.library, voice.say
    yield page_of(library, key), say("draft.text")
    for pair in pairs_to(voice, act, key):
        against = say("draft.against", edition=pair.name(pair.old))
        yield pair.address(REDLINE), f"{say('draft.changes')} {against}"
        yield pair.address(TABLE), f"{say('draft.table')} {against}"
        if is_base(voice, pair.old, key):
            yield pair.address(IMPACT), say("draft.impact")
    if any(comments_on(voice, key)):
        yield about(library, key, COMMENTS), say("draft.comments")


def pairs_to(voice: Voice, act: Act, key: str) -> tuple[Pair, ...]:
    """Give an edition against each older one, that on which it stands first."""
    way = list(bases_of(voice.library, key))
    older = [old for old, new in pairs(voice.library, key.partition("@")[0]) if new == key]
    older.sort(key=lambda each: (way.index(each) if each in way else len(way), each))
    return tuple(Pair(voice, act, old, key) for old in older)


def is_base(voice: Voice, old: str, new: str) -> bool:
    """Say whether a draft would change this dated edition: the nearest on which it stands."""
    return old == base_in_force(voice, new)


def base_in_force(voice: Voice, key: str) -> str | None:
    """Give the dated edition that a draft would change; None for an edition that is no draft."""
    editions = dict(voice.library.editions(key.partition("@")[0]))
    if editions[key].in_force is not None:
        return None
    bases = bases_of(voice.library, key)
    return next((each for each in bases if editions[each].in_force is not None), None)


def comments_on(voice: Voice, key: str) -> Iterator[tuple[str, Comment]]:
    """Yield the comments on an edition with their keys."""
    act, _, at = key.partition("@")
    for name, comment in voice.library.keyed(Comment):
        if comment.on and comment.on.record == act and comment.on.at == at:
            yield name, comment


def all_pairs(voice: Voice) -> Iterator[Pair]:
    """Yield every two editions of every act."""
    for _, act in voice.library.keyed(Act):
        yield from pairs_of(voice, act)


def pairs_of(voice: Voice, act: Act) -> Iterator[Pair]:
    """Yield every two editions of an act."""
    key = voice.library.key_of(act)
    return (Pair(voice, act, old, new) for old, new in pairs(voice.library, key))


def drafts_of(voice: Voice, act: Act) -> Iterator[Pair]:
    """Yield each draft of an act against the dated edition that it would change."""
    return (each for each in pairs_of(voice, act) if is_base(voice, each.old, each.new))
