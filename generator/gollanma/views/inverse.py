"""What points here: links are written on one side, their inverses are computed and named."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gollanma.graph import Link as Reference
from gollanma.graph import Target
from gollanma.graph.impact import touches
from gollanma.model.kinds import KINDS, Comment, Edition
from gollanma.views.addresses import is_current
from gollanma.views.context import Desk, Link
from gollanma.views.markup import safe
from gollanma.views.naming import run_name, unit_in
from gollanma.views.voice import Voice

NESTED = re.compile(r"(?:\.(?:contains|variants))+")
"""Provisions stand in provisions; for a reader the depth changes nothing."""
MENTION = "relation.prose.inverse"
GENERAL = (
    "relation.record.sources.document.inverse",
    "relation.training.sessions.uses.inverse",
    "relation.training.sessions.handouts.inverse",
    MENTION,
)
"""Ways to point here that need no saying of a record that points in a more telling one."""
A_RUN = 3
"""So many places in a row are told as one."""
ORDER = tuple(each.kind for each in KINDS)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that points here, and the places of it that do."""

    link: Link
    places: tuple[Link, ...]
    """Empty where the record points here as a whole."""


@dataclass(frozen=True, slots=True)
class Group:
    """Records that point here in the same way."""

    label: str
    entries: tuple[Entry, ...]


def inverse_of(desk: Desk, key: str, fragment: str | None = None) -> tuple[Group, ...]:
    """Give what points to a record, or to a place in it, grouped by how it does."""
    return grouped(desk, pointing(desk.voice, key, fragment))


def grouped(desk: Desk, references: Iterable[Reference]) -> tuple[Group, ...]:
    """Give references that point to one place, grouped by how they do."""
    groups: dict[str, dict[str, list[Reference]]] = {}
    for link in references:
        label = label_key(desk.voice, link.relation)
        groups.setdefault(label, {}).setdefault(link.source, []).append(link)
    named = {source for label, each in groups.items() if label not in GENERAL for source in each}
    for label in GENERAL:
        groups[label] = {
            source: links for source, links in groups.get(label, {}).items() if source not in named
        }
        named |= set(groups[label])
    return tuple(
        Group(desk.voice.say(label), _entries(desk, groups[label]))
        for label in sorted(groups, key=lambda each: _place(each, groups[each]))
        if groups[label]
    )


def _place(label: str, sources: dict[str, list[Reference]]) -> tuple[bool, int, str]:
    kinds = [ORDER.index(source.partition("/")[0]) for source in sources]
    return label == MENTION, min(kinds, default=0), label


def pointing(voice: Voice, key: str, fragment: str | None = None) -> Iterator[Reference]:
    """Yield the references that point to a record, or to a place in it, from outside it."""
    library = voice.library
    for link in voice.graph.backlinks.get(key, ()):
        if link.source.partition("@")[0] == key or link.target is None:
            continue
        if isinstance(library.records[link.source], Edition) and not is_current(
            library, link.source
        ):
            continue
        if fragment is None or touches(link.target, key, fragment):
            yield link


def label_key(voice: Voice, relation: str) -> str:
    """Give the key of the words for the inverse of a relation; a mention where it has none."""
    flat = NESTED.sub("", relation)
    _, _, field = flat.partition(".")
    keys = (f"relation.{flat}.inverse", f"relation.record.{field}.inverse")
    return next((key for key in keys if voice.language.says(key)), MENTION)


def _entries(desk: Desk, sources: dict[str, list[Reference]]) -> tuple[Entry, ...]:
    order = {key: place for place, key in enumerate(desk.voice.ordered(sources))}
    return tuple(
        _entry(desk, source, sources[source]) for source in sorted(sources, key=order.__getitem__)
    )


def _entry(desk: Desk, source: str, links: list[Reference]) -> Entry:
    """Give a record with its places; its own link leads straight to the place if there is one."""
    link, places = _spoken(desk, source, links), tuple(_places(desk, links))
    if len(places) == 1:
        return Entry(replace(link, href=places[0].href), (replace(places[0], href=""),))
    return Entry(link, places)


def _spoken(desk: Desk, source: str, links: list[Reference]) -> Link:
    """Give the link to a record; at its office a comment is called by what it is on."""
    record = desk.voice.library.records[source]
    if isinstance(record, Comment) and links[0].relation == "comment.office":
        named = desk.link(record.on)
        if named:
            return named
    return desk.link_to(_target(desk.voice, source, None))


def _places(desk: Desk, links: list[Reference]) -> Iterator[Link]:
    """Yield the places; so many in a row are told as one, by the first of them."""
    voice, source = desk.voice, links[0].source
    anchors = dict.fromkeys(link.anchor for link in links if link.anchor)
    for run in _runs(voice, (_target(voice, source, each) for each in anchors)):
        found = [link for link in map(desk.place_in, run) if link.words]
        first, last = (unit_in(voice.library, voice.language, run[end]) for end in (0, -1))
        if len(run) < A_RUN or not first or not last:
            yield from found
        else:
            yield replace(found[0], words=safe(run_name(voice.language, *first, last[1])))


def _runs(voice: Voice, targets: Iterable[Target]) -> Iterator[list[Target]]:
    """Yield places that are counted one after the other together, each other one by itself."""
    run: list[Target] = []
    due: tuple[str, str] | None = None
    for target in targets:
        unit = unit_in(voice.library, voice.language, target)
        if run and (unit is None or unit != due):
            yield run
            run = []
        run.append(target)
        due = (unit[0], str(int(unit[1]) + 1)) if unit else None
    if run:
        yield run


def _target(voice: Voice, source: str, anchor: str | None) -> Target:
    path = voice.library.fragments_of(source)[anchor] if anchor else ()
    return Target(source.partition("@")[0], source, anchor, path)
