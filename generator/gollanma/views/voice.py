"""One language speaking of a library: titles, amounts, days, events, in words without markup."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from gollanma.diagnostics import Outcome, Value
from gollanma.graph import Graph, Target
from gollanma.languages import Language, UnknownWordError
from gollanma.law.counting import Days, days_of
from gollanma.model import Library, Project, Record, Text
from gollanma.model.base import Event, Quantity
from gollanma.model.kinds import Act
from gollanma.model.newest import newest_day
from gollanma.model.project import Named as Entry
from gollanma.model.state import place_of
from gollanma.model.walk import Path, parts, texts
from gollanma.views.naming import Named, capital, chain, choose, heading, name_of, title_of


@dataclass(frozen=True)
class Voice:
    """What every page of one language is written with."""

    graph: Graph
    language: Language
    outcome: Outcome = field(default_factory=Outcome)
    """What the checks found; for the page on the records' quality."""
    not_public: Mapping[str, int] = field(default_factory=dict)
    """How many records rest on what a draft changes and are not shown, by its key."""

    @property
    def library(self) -> Library:
        """The records."""
        return self.graph.library

    @property
    def project(self) -> Project:
        """The project file."""
        return self.graph.project

    @property
    def code(self) -> str:
        """The language's code."""
        return self.language.code

    @property
    def others(self) -> tuple[Language, ...]:
        """The project's other languages, in its order."""
        return tuple(each for each in self.graph.languages.values() if each.code != self.code)

    def say(self, key: str, /, **values: Value) -> str:
        """Give a sentence of the interface."""
        return self.language.say(key, **values)

    def language_name(self, code: str) -> str:
        """Give what a language is called in this one, else as its own speakers call it."""
        key = f"language.{code}"
        return self.say(key) if self.language.says(key) else self.graph.languages[code].name

    def chosen(self, text: Text | None, record: Record | None = None) -> Named | None:
        """Give the words of a text, and their language; None where nobody wrote any."""
        return choose(text, chain(self.library, record, self.code))

    def plain(self, text: Text | None) -> str:
        """Give the words of a text of the project file; nothing where there are none."""
        chosen = self.heading(text)
        return chosen.words if chosen else ""

    def heading(self, text: Text | None, record: Record | None = None) -> Named | None:
        """Give the words of a text that stands where no link can."""
        return heading(text, chain(self.library, record, self.code))

    def title(self, key: str) -> Named:
        """Give what a record is called; an act by its whole name."""
        if isinstance(self.library.records.get(key), Act):
            named = name_of(self.library, self.language, Target(key, key, None, ()), None)
            return replace(named, words=capital(named.words))
        return title_of(self.library, key, self.code)

    def kind(self, kind: str, *, plural: bool = False) -> str:
        """Give the word for a kind of record, its first letter large."""
        try:
            return capital(self.language.kind_word(kind, plural=plural))
        except UnknownWordError:
            return kind

    def entry(self, entries: tuple[Entry, ...], name: str | None) -> str:
        """Give the name of an entry of one of the project's lists."""
        return next((self.plain(each.name) for each in entries if each.id == name), name or "")

    @cached_property
    def days(self) -> Days | None:
        """The days by which time limits are counted; None where nothing says how."""
        return days_of(self.library)

    def day(self, day: date) -> str:
        """Write a day."""
        return self.language.date(day)

    def amount(self, quantity: Quantity | None) -> str:
        """Write an amount with its unit; nothing where there is none."""
        if quantity is None:
            return ""
        try:
            return self.language.quantity(quantity.value, quantity.unit)
        except UnknownWordError:
            return f"{self.language.number(quantity.value)} {quantity.unit}"

    def limit(self, quantity: Quantity | None, key: str = "") -> str:
        """Write a time limit, and the event from which it runs; nothing where there is none."""
        if quantity is None:
            return ""
        try:
            within = self.language.within(quantity.value, quantity.unit)
        except UnknownWordError:
            within = self.amount(quantity)
        event = self.event(quantity.from_, key)
        return self.say("limit.from", within=within, event=event) if event else within

    def event(self, name: str | None, key: str) -> str:
        """Give what an event is called: in its own record, near it, else where it is first named.

        Near are the records to which it points, then those that point to it.
        """
        if name is None:
            return ""
        near = (key, *self._near(key), "")
        return self.plain(
            next(filter(None, (self._events.get((each, name)) for each in near)), None)
        )

    def _near(self, key: str) -> Iterator[str]:
        for link in self.graph.links.get(key, ()):
            if link.target:
                yield link.target.key
        for link in self.graph.backlinks.get(key, ()):
            yield link.source

    @cached_property
    def _events(self) -> Mapping[tuple[str, str], Text]:
        found: dict[tuple[str, str], Text] = {}
        for key, event in _events_of(self.library):
            if event.name:
                found.setdefault((key, event.id), event.name)
                found.setdefault(("", event.id), event.name)
        return found

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """National codes by key; empty where a record has none."""
        return {key: each.code or "" for key, each in self.library.records.items()}

    @cached_property
    def content_day(self) -> date | None:
        """The day of which the content is; None where nothing is dated."""
        return newest_day(self.library)

    def terms_in(self, key: str) -> tuple[str, ...]:
        """Give the terms that occur in the words of a record, in the order of their words."""
        return self._terms.get(key, ())

    @cached_property
    def _terms(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for term, sources in self.graph.used_terms.items():
            for source in sources:
                found.setdefault(source, set()).add(term)
        return {key: self.ordered(terms) for key, terms in found.items()}

    def untranslated(self, lang: str) -> str:
        """Say that words are still in another language."""
        return self.say("text.untranslated", language=self.language_name(lang))

    def state_of(self, key: str, path: Path, lang: str) -> str:
        """Say how a passage of a record stands in a language; nothing where all is well."""
        if lang != self.code:
            return self.untranslated(lang)
        behind = self.library.state.behind.get(key)
        if not behind or not path:
            return ""
        named = {path: place for place, path in self.library.fragments_of(key).items()}
        is_late = lang in behind.get(place_of(named, path), ())
        return self.say("text.behind") if is_late else ""

    def late_in(self, key: str, lang: str) -> str:
        """Say how many passages of a record are older in a language; nothing where none is."""
        late = sum(lang in codes for codes in self.library.state.behind.get(key, {}).values())
        return self.say("translation.behind", n=late) if late else ""

    def paths_in(self, key: str, record: Record) -> Mapping[int, Path]:
        """Give the place of each text of a record, by the text itself; an act has many pages."""
        known, paths = self._paths.get(key, (None, {}))
        if known is not record:
            paths = {id(text): path for path, text in texts(record)}
            self._paths[key] = record, paths
        return paths

    @cached_property
    def _paths(self) -> dict[str, tuple[Record, Mapping[int, Path]]]:
        return {}

    def ordered(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Give keys of records by code, then in the order of the alphabet."""
        return tuple(sorted(keys, key=self._place))

    def siblings(self, kind: str) -> tuple[str, ...]:
        """Give the keys of all records of a kind: by code, then in the order of the alphabet."""
        return self._kinds.get(kind, ())

    @cached_property
    def _kinds(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for key, record in self.library.records.items():
            found.setdefault(record.kind, []).append(key)
        return {kind: self.ordered(keys) for kind, keys in found.items()}

    def _place(self, key: str) -> tuple[bool, str, object, str]:
        code = self.codes[key]
        return not code, code, self.language.sort_key(self.title(key).words), key


def _events_of(library: Library) -> Iterator[tuple[str, Event]]:
    for key, record in library.records.items():
        for _, part in parts(record):
            if isinstance(part, Event):
                yield key, part
