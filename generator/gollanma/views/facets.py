"""By what a list can be narrowed: each record carries words, each filter offers some."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gollanma.model import Record, Ref
from gollanma.model.kinds import (
    Act,
    Document,
    Form,
    Indicator,
    Organisation,
    Service,
    Sop,
    Territory,
    Training,
)
from gollanma.views.places import Places
from gollanma.views.status import status_of
from gollanma.views.voice import Voice

FEWEST = 2
"""A choice between fewer is none."""


@dataclass(frozen=True, slots=True, order=True)
class Choice:
    """One word that a record can carry."""

    facet: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Filter:
    """One field of the form above a list."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def filters_of(voice: Voice, carried: Iterable[Choice]) -> tuple[Filter, ...]:
    """Give the fields that make sense for a list, from the words that its records carry."""
    known: dict[str, dict[str, Choice]] = {}
    for each in carried:
        known.setdefault(each.facet, {}).setdefault(each.value, each)
    return tuple(
        Filter(name, voice.say(f"index.{name}"), _sorted(voice, choices))
        for name, choices in known.items()
        if len(choices) >= FEWEST
    )


def _sorted(voice: Voice, choices: Mapping[str, Choice]) -> tuple[Choice, ...]:
    key = voice.language.sort_key
    return tuple(sorted(choices.values(), key=lambda each: (key(each.words), each.value)))


def choices_of(voice: Voice, key: str, record: Record) -> Iterator[Choice]:
    """Yield the words that a record carries, those of its own kind first."""
    yield from _of_work(voice, key, record)
    yield from _of_offices(voice, record)
    status = status_of(voice.library, key)
    if status:
        yield Choice("status", status.value, voice.say(f"status.{status.value}"))


def _of_work(voice: Voice, key: str, record: Record) -> Iterator[Choice]:
    match record:
        case Service():
            yield from _records(voice, "group", record.groups)
            for form in record.forms:
                yield Choice("form", form, voice.entry(voice.project.service_forms, form))
            yield from _level(voice, record.level)
            yield from _places(voice, key)
        case Sop():
            yield from _records(voice, "service", record.implements)
        case Form(filled_by=role):
            yield from _records(voice, "role", (role,) if role else ())
        case Training():
            yield from _records(voice, "role", record.roles)
        case Indicator(frequency=name):
            words = voice.entry(voice.project.frequencies, name)
            yield from _entry("frequency", name, words)
        case _:
            pass


def _of_offices(voice: Voice, record: Record) -> Iterator[Choice]:
    project = voice.project
    match record:
        case Organisation(type=name):
            yield from _entry("type", name, voice.entry(project.organisation_types, name))
            yield from _records(voice, "territory", record.territories)
        case Territory():
            yield from _level(voice, record.level)
        case Document(document_kind=name):
            yield from _entry("type", name, voice.entry(project.document_kinds, name))
        case Act(act_kind=name) if rules := project.act_kind(name):
            yield from _entry("type", name, voice.plain(rules.name))
        case _:
            pass


def _entry(facet: str, value: str | None, words: str) -> Iterator[Choice]:
    if value:
        yield Choice(facet, value, words)


def _level(voice: Voice, level: str | None) -> Iterator[Choice]:
    return _entry("level", level, voice.entry(voice.project.territory_levels, level))


def _records(voice: Voice, facet: str, refs: Iterable[Ref]) -> Iterator[Choice]:
    for ref in refs:
        if ref.record in voice.library.records:
            yield Choice(facet, ref.slug, voice.title(ref.record).words)


def _places(voice: Voice, service: str) -> Iterator[Choice]:
    """Yield the territories in which somebody gives a service."""
    for given in Places(voice.library).offers(service):
        yield from _records(voice, "territory", given.where)
