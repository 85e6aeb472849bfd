"""What may be written at a cursor: names of records and places, fields, words of lists, terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.edit.renaming import BY_ID
from gollanma.graph import Graph
from gollanma.lsp.around import BEGUN, LETTERS, MENTION, Cursor, cursor_at
from gollanma.lsp.names import field_of, key_of
from gollanma.model import Library, Part, Ref, Text
from gollanma.model.chapters import BODY
from gollanma.model.fields import Choice, Options, options_at
from gollanma.model.kinds import Act, Edition, Term
from gollanma.model.kinds.terms import LabelStatus
from gollanma.model.load import PROJECT_FILE
from gollanma.model.places import HEAD, Place, folder_of, place_of
from gollanma.model.project import Project
from gollanma.source import Lines

SHORTEST = 2
"""So many letters of a term are typed before it is offered."""
USED = frozenset({LabelStatus.PREFERRED, LabelStatus.ADMITTED})


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may take the place of what was begun."""

    written: str
    sort: str
    """`reference`, `field`, `word` or `term`."""
    begun: str
    """What it takes the place of, before the cursor."""
    detail: str = ""
    about: str = ""


def offers(graph: Graph, lines: Lines, index: int, lang: str) -> tuple[Offer, ...]:
    """Give what may be written at an index; `lang` is the language in which titles are said."""
    before = lines.before(index)
    if mention := MENTION.search(before):
        return tuple(_references(graph.library, lines, mention["ref"], (), lang))
    cursor = cursor_at(lines, index)
    options = _options(graph.library, lines.path, cursor)
    if options is None:
        return ()
    return tuple(_offers(graph.library, lines, cursor, options, lang))


def _options(library: Library, path: str, cursor: Cursor) -> Options | None:
    found, inner = _kind(path), cursor.path
    if found is None:
        return None
    kind, above = found
    return options_at(kind, (*above, *inner), library.project.languages.all)


def _kind(path: str) -> tuple[type[Part], tuple[str | int, ...]] | None:
    """Give the kind of a file, and where in it a chapter of a long edition stands."""
    if path == PROJECT_FILE:
        return Project, ()
    place = place_of(path)
    if isinstance(place, Place):
        return place.kind, ()
    is_chapter = folder_of(path) is not None and not path.endswith(f"/{HEAD}.yml")
    return (Edition, (BODY, 0)) if is_chapter else None


def _offers(
    library: Library, lines: Lines, cursor: Cursor, options: Options, lang: str
) -> Iterator[Offer]:
    spoken = _language_of(library, cursor)
    if cursor.is_prose or (spoken and not options.words):
        yield from _terms(library, spoken, cursor.begun)
        return
    if not cursor.is_value:
        yield from (_field(each, cursor.begun) for each in options.fields)
    for word in options.words if cursor.is_value or not options.fields else ():
        yield Offer(word, "word", cursor.begun)
    if not options.fields:
        yield from _ids(library, lines.path, cursor)
    begun = BEGUN.search(cursor.begun.strip("\"'"))
    if options.kinds is not None and begun and (cursor.is_value or not options.fields):
        yield from _references(library, lines, begun["ref"], options.kinds, lang)


def _ids(library: Library, path: str, cursor: Cursor) -> Iterator[Offer]:
    """Yield the places of the record itself that a field names by their ids alone."""
    key = key_of(library, path)
    if key not in library.records:
        return
    for prefix, fields in BY_ID.items():
        if field_of(cursor.path) in fields:
            for fragment in library.fragments_of(key):
                if fragment.startswith(prefix) and "." not in fragment[len(prefix) :]:
                    yield Offer(fragment.removeprefix(prefix), "reference", cursor.begun, key)


def _field(choice: Choice, begun: str) -> Offer:
    return Offer(f"{choice.name}:{' ' * choice.is_plain}", "field", begun, about=choice.about)


def _language_of(library: Library, cursor: Cursor) -> str:
    """Give the language whose words are being written; empty where it is none."""
    names = [each for each in cursor.path if isinstance(each, str)]
    is_text = cursor.is_value and bool(names) and names[-1] in library.project.languages.all
    return names[-1] if is_text else ""


def _terms(library: Library, spoken: str, written: str) -> Iterator[Offer]:
    found = LETTERS.search(written)
    begun = found[0] if found else ""
    if len(begun) < SHORTEST:
        return
    for key, term in library.keyed(Term):
        for label in term.labels.get(spoken, ()):
            if label.status in USED and label.label.casefold().startswith(begun.casefold()):
                is_capital = begun[:1].isupper()
                words = label.label[:1].upper() + label.label[1:] if is_capital else label.label
                yield Offer(
                    words, "term", begun, key, (term.definition or Text({})).get(spoken, "")
                )


def _references(
    library: Library, lines: Lines, begun: str, kinds: tuple[str, ...], lang: str
) -> Iterator[Offer]:
    record, mark, _ = begun.partition("#")
    if mark:
        yield from _places(library, lines, record, begun)
        return
    for key in library.records:
        kind = key.partition("/")[0]
        is_pinned = "@" in key
        if key.startswith(begun) and (not kinds or kind in kinds) and is_pinned == ("@" in begun):
            yield Offer(key, "reference", begun, _said(library.name(key), lang))


def _places(library: Library, lines: Lines, record: str, begun: str) -> Iterator[Offer]:
    ref = Ref.parse(record) if record else None
    holder = _holder(library, ref) if ref else key_of(library, lines.path)
    if holder not in library.records:
        return
    for fragment in library.fragments_of(holder):
        written = f"{record}#{fragment}"
        if written.startswith(begun):
            yield Offer(written, "reference", begun, holder)


def _holder(library: Library, ref: Ref) -> str:
    is_act = isinstance(library.records.get(ref.record), Act)
    return (library.edition_for(ref) or ref.record) if is_act else ref.record


def _said(title: Text, lang: str) -> str:
    return title.get(lang) or next(iter(title.values()), "")
