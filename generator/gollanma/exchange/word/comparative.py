"""The comparative table of working groups as a Word file: in force, proposed, why."""

from collections.abc import Iterable, Iterator

from gollanma.exchange.word.plain import Line, lines
from gollanma.exchange.word.redline import Paragraph, redline
from gollanma.exchange.word.tables import Cell, Column, Words, plain_words, said, table_document
from gollanma.exchange.word.titles import act_at, cover_of
from gollanma.law import Fate, PieceKind, Row, inner
from gollanma.views.editions.pair import Pair
from gollanma.views.voice import Voice

WIDTHS = (2, 5, 5, 3)
Cells = tuple[Cell, ...]


def comparative_table_document(voice: Voice, old: str, new: str) -> bytes:
    """Give a Word file in which every provision that differs stands in a row, before and after.

    `old` and `new` are keys of two editions of one act. What differs in other languages alone is
    left out.
    """
    pair = Pair(voice, act_at(voice, new), old, new)
    say = voice.say
    heads = (say("comparison.provision"), pair.name(old), pair.name(new), say("comparison.reason"))
    columns = [Column(head, width) for head, width in zip(heads, WIDTHS, strict=True)]
    found = [*_rows(pair)] or [((said(say("redline.same"), voice.code),), (), (), ())]
    return table_document(cover_of(voice, old, new, say("comparison.heading")), columns, found)


def _rows(pair: Pair) -> Iterator[Cells]:
    """Yield what a provision is called, its words before and after, and why it changes."""
    before, after = (
        lines(pair.voice, key, pair.edition(key), in_full=True) for key in (pair.old, pair.new)
    )
    shown: set[str] = set()
    for row in pair.rows:
        places = _shown_with(row)
        found = tuple(redline(_of(places, before), _of(places, after)))
        differs = any(each.end is not PieceKind.SAME or len(each.pieces) > 1 for each in found)
        if row.id not in shown and (differs or Fate.MOVED in row.fates):
            shown |= places
            yield _row(pair, row, found)


def _shown_with(row: Row) -> set[str]:
    """Give a provision with all that comes, goes or is repealed with it."""
    is_repealed = Fate.REPEALED in row.fates and row.old is not None
    return {row.id, *row.inside, *(inner(row.old) if is_repealed and row.old else ())}


def _of(places: set[str], these: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(each for each in these if each.place.id in places)


def _row(pair: Pair, row: Row, found: tuple[Paragraph, ...]) -> Cells:
    voice = pair.voice
    place = [said(pair.titled(row), voice.code)]
    if Fate.MOVED in row.fates:
        place.append(said(f"[{voice.say('redline.fate.moved')}]", voice.code))
    was, will = (
        tuple(_side(found, kind, voice)) for kind in (PieceKind.DELETED, PieceKind.INSERTED)
    )
    return tuple(place), was, will, tuple(_reasons(pair, row))


def _side(found: Iterable[Paragraph], kind: PieceKind, voice: Voice) -> Iterator[Words]:
    """Yield the paragraphs of one text; what it does not have is said in a word."""
    kept = {PieceKind.SAME, kind}
    has_words = False
    for each in found:
        if each.end in kept:
            has_words = True
            yield Words(tuple(piece for piece in each.pieces if piece.kind in kept), voice.code)
    if not has_words:
        yield said(voice.say("comparison.nothing"), voice.code)


def _reasons(pair: Pair, row: Row) -> Iterator[Words]:
    for place in (row.id, *row.inside):
        for change in pair.reasons.get(place, ()):
            yield from plain_words(pair.desk(""), change.reason)
