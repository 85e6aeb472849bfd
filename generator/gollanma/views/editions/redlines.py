"""What one edition changes against another: a row for each provision, a column per language."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gollanma.graph import Target, dependents
from gollanma.law import Fate, Row, affected, changed_ids, promised
from gollanma.views.context import Desk, Link
from gollanma.views.editions.cells import Cell, Cells
from gollanma.views.editions.counts import counted, waiting
from gollanma.views.editions.heads import Column, Top, columns_of
from gollanma.views.editions.pair import IMPACT, REDLINE, Pair, all_pairs, is_base
from gollanma.views.editions.parts import parts_of
from gollanma.views.inverse import ORDER
from gollanma.views.markup import Html, joined, safe
from gollanma.views.naming import name_of
from gollanma.views.page import Page
from gollanma.views.provisions import cited
from gollanma.views.saying import Said
from gollanma.views.status import Tag
from gollanma.views.trust import Row as Entry
from gollanma.views.trust import original_of
from gollanma.views.voice import Voice

TONES = {
    Fate.INSERTED: "ok",
    Fate.DELETED: "stop",
    Fate.REPEALED: "stop",
    Fate.CHANGED: "info",
    Fate.RENUMBERED: "info",
    Fate.MOVED: "info",
    Fate.REDATED: "info",
}


@dataclass(frozen=True, slots=True)
class RedlineRow:
    """One provision that changes."""

    id: str
    title: str
    tags: tuple[Tag, ...]
    cells: tuple[Cell, ...]
    reasons: tuple[Said, ...]
    place: Link | None
    """To the provision in its edition."""
    uses: Link | None
    """How many records rest on it."""
    cite: str


@dataclass(frozen=True, slots=True)
class RedlineView:
    """All that the page prints."""

    top: Top
    facts: tuple[Entry, ...]
    follows: Html
    """What will have to change too; empty where nothing rests on what changes."""
    list: tuple[Link, ...]
    """The changes of this page."""
    parts: tuple[Link, ...]
    """The pages of a long redline."""
    columns: tuple[Column, ...]
    rows: tuple[RedlineRow, ...]


def redline_pages(voice: Voice) -> Iterator[Page]:
    """Yield for every two editions of an act what the newer one changes."""
    for pair in all_pairs(voice):
        parts = parts_of(pair.rows)
        for number in range(len(parts)):
            yield _Writer(pair, parts, number).page()


def whole_redline(pair: Pair) -> Page:
    """Give all that changes on one page, however long: for a file of its own."""
    return _Writer(pair, (pair.rows,), 0).page()


@dataclass(frozen=True)
class _Writer:
    """Writes one page of a redline."""

    pair: Pair
    parts: Sequence[tuple[Row, ...]]
    number: int
    """Of the page, from 0."""

    @property
    def address(self) -> str:
        return self.pair.address(REDLINE, self.number + 1)

    @property
    def desk(self) -> Desk:
        return self.pair.desk(self.address)

    def page(self) -> Page:
        heading = self.pair.voice.say("redline.heading")
        return self.pair.page(self.address, "redline.html", heading, self._view(heading))

    def _view(self, heading: str) -> RedlineView:
        pair, rows = self.pair, tuple(map(self._row, self.parts[self.number]))
        return RedlineView(
            top=pair.top(self.desk, heading, counted(pair)),
            facts=tuple(self._facts()),
            follows=self._follows(),
            list=tuple(self.desk.step(each.id, each.title) for each in rows),
            parts=pair.parts(REDLINE, self.desk, self.number, len(self.parts)),
            columns=columns_of(pair.voices, pair.voice, pair.edition(pair.new)),
            rows=rows,
        )

    def _facts(self) -> Iterator[Entry]:
        pair, say = self.pair, self.pair.voice.say
        yield Entry(say("redline.was"), safe(self.desk.page(pair.old, safe(pair.name(pair.old)))))
        yield Entry(say("redline.will"), safe(self.desk.page(pair.new, safe(pair.name(pair.new)))))
        original = original_of(self.desk, pair.edition(pair.new))
        yield Entry(say("trust.original"), safe(pair.voice.language_name(original)))
        yield Entry(say("redline.translations"), safe(waiting(pair)))

    def _follows(self) -> Html:
        """Say what will have to be looked at when a draft passes, with the way to all of it."""
        pair, voice = self.pair, self.pair.voice
        if not is_base(voice, pair.old, pair.new):
            return Html()
        found = affected(voice.graph, pair.act, changed_ids(pair.rows), pair.new)
        kinds = Counter(each.key.partition("/")[0] for each in found if each.is_direct)
        told = [
            f"{voice.kind(kind, plural=True).lower()}: {kinds[kind]}"
            for kind in ORDER
            if kinds[kind]
        ]
        due = len(tuple(promised(pair.edition(pair.new), pair.rows)))
        if due:
            told.append(voice.say("redline.due", n=due))
        if not told:
            return Html()
        way = Link(safe(voice.say("draft.impact")), self.desk.href(pair.address(IMPACT)))
        words = voice.say("redline.follows", records=", ".join(told))
        return joined((words, way), " ")

    # --- a row

    def _row(self, row: Row) -> RedlineRow:
        pair = self.pair
        return RedlineRow(
            id=row.id,
            title=pair.titled(row),
            tags=tuple(self._tags(row)),
            cells=Cells(pair, self.address).of(row),
            reasons=pair.why(self.desk, row),
            place=self._place(row),
            uses=self._uses(row),
            cite=self._cite(row),
        )

    def _tags(self, row: Row) -> Iterator[Tag]:
        voice = self.pair.voice
        for fate in row.fates:
            yield Tag(voice.say(f"redline.fate.{fate.value}"), TONES[fate])
        behind = [code for code, each in row.wordings.items() if each.is_behind]
        if behind:
            names = ", ".join(map(voice.language_name, behind))
            yield Tag(voice.say("redline.waits", languages=names), "warn")

    def _target(self, row: Row) -> Target | None:
        if row.unit is None:
            return None
        key = self.pair.new if row.new else self.pair.old
        return Target(self.pair.act, key, row.id, row.unit.path)

    def _place(self, row: Row) -> Link | None:
        target = self._target(row)
        if target is None:
            return None
        words = "redline.in-new" if row.new else "redline.in-old"
        return self.desk.link_to(target, safe(self.pair.voice.say(words)))

    def _uses(self, row: Row) -> Link | None:
        pair, voice = self.pair, self.pair.voice
        found = dependents(voice.graph, pair.act, row.id, pair.new)
        near = len({each.key for each in found if each.distance == 1})
        if not near:
            return None
        words = safe(voice.say("act.used", n=near))
        has_page = is_base(voice, pair.old, pair.new)
        return Link(words, self.desk.href(pair.address(IMPACT)) if has_page else "")

    def _cite(self, row: Row) -> str:
        target = self._target(row)
        if target is None:
            return ""
        words = name_of(self.pair.voice.library, self.pair.voice.language, target, None).words
        return cited(self.pair.voice, target.holder, words, is_sample=self.pair.is_sample)
