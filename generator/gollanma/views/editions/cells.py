"""The words of a provision in each language, with what is put in and taken out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gollanma.law import PREAMBLE, Fate, Piece, PieceKind, Row, Unit, pieces, units
from gollanma.model.kinds import Edition
from gollanma.views.context import Desk
from gollanma.views.editions.pair import Pair
from gollanma.views.marking import marked
from gollanma.views.markup import NOTHING, Html, element, joined
from gollanma.views.outline import unit_title
from gollanma.views.provisions import Provisions
from gollanma.views.voice import Voice

Line = tuple[str, str]
"""The id of a unit, and its words with the number that the text prints."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A provision in one language."""

    lang: str
    name: str
    """What the language calls itself."""
    html: Html
    stale: str
    """That the words are missing or behind another language; empty where they are neither."""
    stale_lang: str
    """The language in which that is said."""


@dataclass(frozen=True)
class Cells:
    """Writes the cells of a pair on one page."""

    pair: Pair
    address: str

    def of(self, row: Row) -> tuple[Cell, ...]:
        """Give a cell for each language of the project."""
        return tuple(self._cell(row, code) for code in self.pair.voice.project.languages.all)

    def beside(self, row: Row, code: str) -> tuple[Html, Html]:
        """Give the words before and after in one language, each with its own marks."""
        lines = self.lines(row, code)
        say = self.pair.voices[code]
        old = joined(_paragraph(say, each, PieceKind.INSERTED) for each in lines)
        new = joined(_paragraph(say, each, PieceKind.DELETED) for each in lines)
        return old, new

    def _cell(self, row: Row, code: str) -> Cell:
        voice = self.pair.voices[code]
        wording = row.wordings.get(code)
        words = joined(_paragraph(voice, each) for each in self.lines(row, code))
        variants = joined(self._variants(row, code))
        is_behind = bool(wording and wording.is_behind)
        stale = self._stale(row) if is_behind else ""
        if is_behind and not words:
            words = element("p", voice.say("redline.awaited"))
        return Cell(
            code, voice.language.name, joined((words, variants)), stale, self.pair.voice.code
        )

    def _stale(self, row: Row) -> str:
        """Say in the reader's language which languages were changed before this one."""
        voice = self.pair.voice
        names = ", ".join(map(voice.language_name, row.changed_in))
        return voice.say("redline.behind", languages=names)

    # --- words

    def lines(self, row: Row, code: str) -> tuple[tuple[Piece, ...], ...]:
        """Give the paragraphs of a row in a language, each with what is put in and taken out."""
        return tuple(self._lines(row, code))

    def _lines(self, row: Row, code: str) -> Iterator[tuple[Piece, ...]]:
        """Yield the paragraphs of a row."""
        old = tuple(self._words(self.pair.old, row, row.old, code))
        new = tuple(self._words(self.pair.new, row, row.new, code))
        if row.id == PREAMBLE:
            yield from _paired(self._preamble(code))
        elif row.new is None or row.old is None or Fate.REPEALED in row.fates:
            new = () if Fate.REPEALED in row.fates else new
            yield from (pieces(words, "") for _, words in old)
            yield from (pieces("", words) for _, words in new)
        else:
            yield from _paired((dict(old), dict(new)))

    def _preamble(self, code: str) -> tuple[dict[str, str], dict[str, str]]:
        old, new = (
            {"": self.pair.desk_in(code, key, self.address).told(self.pair.edition(key).preamble)}
            for key in (self.pair.old, self.pair.new)
        )
        return old, new

    def _words(self, key: str, row: Row, unit: Unit | None, code: str) -> Iterator[Line]:
        """Yield heading and words of a unit, and of what comes or goes with it."""
        if unit is None:
            return
        desk, edition = self.pair.desk_in(code, key, self.address), self.pair.edition(key)
        inside = units(edition)
        for place in (row.id, *row.inside):
            yield from _said(desk, edition, inside[place])

    def _variants(self, row: Row, code: str) -> Iterator[Html]:
        """Yield the wordings among which a draft has not chosen yet."""
        if row.new is None:
            return
        desk, voice = self.pair.desk_in(code, self.pair.new, self.address), self.pair.voices[code]
        for each in row.new.provision.variants:
            name = element("b", voice.say("act.variant", name=each.id.upper()))
            yield element("p", joined((name, ": ", desk.told(each.text))), class_="note")


def _said(desk: Desk, edition: Edition, unit: Unit) -> Iterator[Line]:
    """Yield heading and words of one unit in the desk's language, where it has any."""
    provision, writer = unit.provision, Provisions(desk, edition)
    heading, text = desk.told(provision.heading), desk.told(provision.text)
    if not writer.is_titled(provision):
        if text:
            yield provision.id, f"{writer.number(provision)} {text}".strip()
        return
    if heading or (text and not provision.heading):
        yield f"{provision.id} heading", unit_title(desk.voice, edition, provision)
    if text:
        yield provision.id, text


def _paired(sides: Sequence[dict[str, str]]) -> Iterator[tuple[Piece, ...]]:
    """Yield the paragraphs of both sides, each beside the one that it follows from."""
    old, new = sides
    for place in dict.fromkeys((*old, *new)):
        found = pieces(old.get(place, ""), new.get(place, ""))
        if found:
            yield found


def _paragraph(voice: Voice, line: Iterable[Piece], without: PieceKind | None = None) -> Html:
    """Give one paragraph; `without` leaves out what was put in, or what was taken out."""
    inner = marked(voice, (each for each in line if each.kind is not without))
    return element("p", inner) if inner else NOTHING
