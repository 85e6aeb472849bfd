"""Links: every reference of a library with what it leads to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from gollanma.graph.prose import BEGINNING, mentions, without_examples
from gollanma.model import Library, Record, Ref, Text
from gollanma.model.kinds import Act
from gollanma.model.state import RETIRED
from gollanma.model.walk import Path, visits


class Problem(StrEnum):
    """Why a reference leads nowhere."""

    UNREADABLE = "unreadable"
    NO_RECORD = "no-record"
    NO_EDITION = "no-edition"
    NO_PLACE = "no-place"
    WITHHELD = "withheld"
    """The record exists and was cut away: its words remain, its link does not."""
    BROKEN = "broken"
    """The record exists and does not decode: nothing is said of places inside it."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place to which a reference leads."""

    key: str
    """The record; for an act without the edition."""
    holder: str
    """The record that holds the place: for an act the edition that was meant."""
    fragment: str | None
    path: Path


@dataclass(frozen=True, slots=True)
class Link:
    """One reference where it stands."""

    source: str
    path: Path
    anchor: str | None
    """The nearest place around it that has a fragment."""
    written: str
    ref: Ref | None
    target: Target | None
    problem: Problem | None
    kinds: tuple[str, ...]
    """The kinds to which its field may point; empty: any, as in prose."""
    relation: str
    """The field, such as `sop.steps.actor`; `prose` in running words."""
    language: str | None = None
    """Of the words in which it stands; None in a field."""
    start: int = 0
    end: int = 0
    """Where it stands in those words."""
    case: str | None = None
    words: str | None = None

    @property
    def is_prose(self) -> bool:
        """It stands in running words."""
        return self.language is not None


def resolve(library: Library, ref: Ref, source: str) -> Target | Problem:
    """Give the place to which a reference in a record leads, or why there is none."""
    whole = _moved(library, ref.within(source))
    holder = _holder(library, whole)
    if isinstance(holder, Problem):
        return holder
    if whole.fragment is None:
        return Target(whole.record, holder, None, ())
    path = library.fragments_of(holder).get(whole.fragment)
    if path is not None:
        return Target(whole.record, holder, whole.fragment, path)
    places = {f"{each}#{whole.fragment}" for each in (whole.record, holder)}
    return Problem.WITHHELD if places & library.withheld else Problem.NO_PLACE


def standing_in(library: Library, ref: Ref) -> Iterator[Ref]:
    """Yield where a place stands that an act's edition does not have: in its other editions."""
    place = ref.fragment or ""
    for key, _ in library.editions(ref.record):
        if place in library.fragments_of(key):
            yield Ref(ref.kind, ref.slug, key.partition("@")[2], place)


def _moved(library: Library, ref: Ref) -> Ref:
    """Give where a reference leads today; of addresses that lead in a circle, any."""
    seen: set[Ref] = set()
    known = library.state.retired
    while known and ref not in seen:
        seen.add(ref)
        retired = known.get(str(ref))
        if retired is None or retired.new is None:
            break
        ref = retired.new.within(ref.record)
    return ref


def _absent(library: Library, key: str) -> Problem | None:
    """Say why a record is not here; None when it is."""
    if key in library.broken:
        return Problem.BROKEN
    if key in library.withheld:
        return Problem.WITHHELD
    return None if key in library.records else Problem.NO_RECORD


def _holder(library: Library, ref: Ref) -> str | Problem:
    """Give the key of what holds the places of a record: an edition, a version, itself."""
    absent = _absent(library, ref.record)
    if absent is not None:
        return absent
    if isinstance(library.records[ref.record], Act):
        return _edition(library, ref)
    if ref.at is None or library.records[ref.record].version == ref.at:
        return ref.record
    pinned = f"{ref.record}@{ref.at}"
    if pinned in library.withheld:
        return Problem.WITHHELD
    return pinned if pinned in library.state.released else Problem.NO_EDITION


def _edition(library: Library, ref: Ref) -> str | Problem:
    """Give the edition that is meant; an act without any holds its places itself."""
    edition = library.edition_for(ref)
    pinned = f"{ref.record}@{ref.at}"
    if ref.at is None and any(key.startswith(f"{ref.record}@") for key in library.broken):
        return Problem.BROKEN
    if edition is not None:
        return edition
    if pinned in library.broken:
        return Problem.BROKEN
    if pinned in library.withheld:
        return Problem.WITHHELD
    return Problem.NO_EDITION if ref.at else ref.record


def links_of(library: Library, key: str) -> Iterator[Link]:
    """Yield every reference of a record, in fields and in prose, in the order of the model."""
    record = library.records[key]
    anchors = {path: fragment for fragment, path in library.fragments_of(key).items()}
    for visit in visits(record):
        match visit.value:
            case Ref() as ref:
                yield _field_link(library, key, record, visit.path, ref, visit.kinds, anchors)
            case Text() as text:
                for language, words in text.items():
                    if BEGINNING in words:
                        place = (key, visit.path, language)
                        yield from _prose_links(library, place, words, anchors)
            case _:
                pass


def retired_links(library: Library) -> Iterator[Link]:
    """Yield where the addresses that are no longer used send their readers.

    An address that writes no reference is unreadable; it stands on its own key.
    """
    for old, retired in library.state.retired.items():
        here, ref = ("retired", old), Ref.parse(old)
        if ref is None or ref.is_local:
            yield Link(RETIRED, here, None, old, None, None, Problem.UNREADABLE, (), "retired")
        elif retired.new:
            new = retired.new.within(ref.record)
            target, problem = _either(resolve(library, new, ""))
            path = (*here, "new")
            yield Link(RETIRED, path, None, str(retired.new), new, target, problem, (), "retired")


def asked_links(library: Library) -> Iterator[Link]:
    """Yield the articles for which people are said to ask."""
    for key, act in library.keyed(Act):
        for index, each in enumerate(act.asked_articles):
            ref = Ref(fragment=each.article)
            target, problem = _either(resolve(library, ref, key))
            path = ("asked_articles", index, "article")
            yield Link(key, path, None, str(ref), ref, target, problem, (), "asked")


def _field_link(  # noqa: PLR0913, PLR0917 - the columns of one link
    library: Library,
    key: str,
    record: Record,
    path: Path,
    ref: Ref,
    kinds: tuple[str, ...],
    anchors: dict[Path, str],
) -> Link:
    found = resolve(library, ref, key)
    target, problem = _either(found)
    relation = ".".join([record.kind, *(str(each) for each in path if isinstance(each, str))])
    anchor = nearest(anchors, path)
    return Link(key, path, anchor, str(ref), ref, target, problem, kinds, relation)


def _prose_links(
    library: Library, place: tuple[str, Path, str], words: str, anchors: dict[Path, str]
) -> Iterator[Link]:
    key, path, language = place
    for each in mentions(words):
        found = resolve(library, each.ref, key) if each.ref else Problem.UNREADABLE
        target, problem = _either(found)
        yield Link(
            key,
            path,
            nearest(anchors, path),
            each.written,
            each.ref,
            target,
            problem,
            (),
            "prose",
            language,
            each.start,
            each.end,
            each.case,
            each.words,
        )


def page_links(library: Library) -> Iterator[Link]:
    """Yield the references on pages that are written by hand; their sources are paths of files.

    Such a page is no record: a place of its own has no reference.
    """
    for path, text in library.pages.items():
        for link in _prose_links(library, (path, (), ""), without_examples(text), {}):
            is_local = link.ref is not None and link.ref.is_local
            yield replace(link, target=None, problem=Problem.UNREADABLE) if is_local else link


def _either(found: Target | Problem) -> tuple[Target | None, Problem | None]:
    return (found, None) if isinstance(found, Target) else (None, found)


def nearest(anchors: dict[Path, str], path: Path) -> str | None:
    """Give the fragment of the innermost place around a path."""
    return next(
        (anchors[path[:length]] for length in range(len(path), 0, -1) if path[:length] in anchors),
        None,
    )
