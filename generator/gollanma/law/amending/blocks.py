"""Provisions as an amending act quotes them: line by line, and read back from the lines.

What a provision holds stands two spaces further in. A line begins with the number of its
provision; an article, a chapter and the like begin with their name and heading, and their words
stand in the next line. A further line without a number continues the words above it, or is a unit
that is never numbered. Where a line alone would say something else, a remark in brackets stands
before it: what unit it is, that it is a heading, that it was repealed, that it is a further
paragraph [¶] or a line of its own [↵].
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gollanma.languages import Language
from gollanma.law.amending.labels import Inside, Labels
from gollanma.law.amending.lawtext import said
from gollanma.law.amending.paragraphs import (
    LINE,
    PARAGRAPH,
    is_plain,
    joined,
    marked,
    paragraphs,
    unmarked,
)
from gollanma.model.kinds.acts import Provision

INDENT = "  "
HEADING = "heading"
"""The unit of the language packs whose word says that a line is a heading."""


class UnreadableBlockError(ValueError):
    """The lines of a quoted text do not make provisions."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A provision as a quotation in one language says it."""

    unit: str
    number: str
    heading: str
    text: str
    is_repealed: bool
    contains: "tuple[Quoted, ...]"


def quoted(provision: Provision, language: str) -> Quoted:
    """Give what a language says of a provision."""
    return Quoted(
        provision.unit,
        provision.number or "",
        said(provision.heading, language),
        said(provision.text, language),
        provision.repealed,
        tuple(quoted(each, language) for each in provision.contains),
    )


@dataclass(slots=True)
class _Open:
    """A provision of which further lines may come."""

    unit: str
    number: str = ""
    is_labelled: bool = False
    is_repealed: bool = False
    heading: str = ""
    text: str = ""
    contains: "list[_Open]" = field(default_factory=list)

    @property
    def takes_more(self) -> bool:
        """A line without a number continues it."""
        return self.is_labelled and not self.contains

    def closed(self) -> Quoted:
        """Give what was read."""
        inside = tuple(each.closed() for each in self.contains)
        return Quoted(self.unit, self.number, self.heading, self.text, self.is_repealed, inside)


@dataclass(frozen=True)
class Blocks:
    """Writes and reads quoted provisions in one language."""

    language: Language
    labels: Labels

    # --- writing

    def lines(self, provisions: Sequence[Quoted], unit: str) -> list[str]:
        """Give the lines of provisions of a unit."""
        return list(self._all(provisions, Inside("", unit), 0))

    def _all(self, provisions: Sequence[Quoted], inside: Inside, depth: int) -> Iterator[str]:
        takes_more = False
        for each in provisions:
            for line in self._own(each, inside, follows_open=takes_more):
                yield INDENT * depth + line
            yield from self._all(each.contains, Inside(each.unit), depth + 1)
            takes_more = self._is_labelled(each) and not each.contains

    def _own(self, each: Quoted, inside: Inside, *, follows_open: bool) -> Iterator[str]:
        """Yield the lines of a provision without what it holds."""
        lines = list(paragraphs(each.text))
        first = each.heading
        if each.unit not in self.language.amending.titled:
            inner = "" if each.heading or not lines else lines.pop(0)[1]
            first = marked(self._heading_mark) + first if each.heading else inner
        yield self._first(each, first, inside, follows_open=follows_open)
        for sign, line in lines:
            yield self._further(sign, line, each, inside)

    def _first(self, each: Quoted, words: str, inside: Inside, *, follows_open: bool) -> str:
        """Give a first line with the remarks that it needs."""
        label = self.labels.label(each.unit, each.number)
        plain = " ".join(filter(None, (label, words)))
        repealed = marked(self._repealed_mark) if each.is_repealed else ""
        found = self.labels.new(plain, inside)
        is_known = bool(plain) and found is not None and found[:2] == (each.unit, each.number)
        begins = bool(label or repealed) or not follows_open
        if is_known and begins and (label or not each.heading):
            return repealed + plain
        return marked(self.language.unit_word(each.unit, self._case)) + repealed + plain

    def _further(self, sign: str, line: str, each: Quoted, inside: Inside) -> str:
        found = self.labels.numbered(line, inside)
        is_clear = is_plain(line) and found is None and self._is_labelled(each)
        return line if sign == PARAGRAPH and is_clear else marked(sign) + line

    def _is_labelled(self, each: Quoted) -> bool:
        return bool(self.labels.label(each.unit, each.number))

    @property
    def _heading_mark(self) -> str:
        return self.language.unit_word(HEADING, self._case, possessive=True)

    @property
    def _repealed_mark(self) -> str:
        return self.language.amending.marks["repealed"]

    @property
    def _case(self) -> str:
        return self.language.cases[0]

    # --- reading

    def read(self, lines: Sequence[str], unit: str) -> tuple[Quoted, ...]:
        """Give the provisions of a unit that lines make; refuse lines that make none."""
        root = _Open("")
        for line in lines:
            inner = line.lstrip(" ")
            depth, odd = divmod(len(line) - len(inner), len(INDENT))
            holder = root
            for _ in range(depth):
                if not holder.contains:
                    raise UnreadableBlockError(line)
                holder = holder.contains[-1]
            if odd or not inner:
                raise UnreadableBlockError(line)
            self._read(inner, holder, Inside(holder.unit, "" if depth else unit))
        return tuple(each.closed() for each in root.contains)

    def _read(self, line: str, holder: _Open, inside: Inside) -> None:
        before = holder.contains[-1] if holder.contains else None
        mark = unmarked(line)
        if mark and mark[0] in {PARAGRAPH, LINE}:
            self._continue(before, *mark)
            return
        named, is_repealed, rest = self._remarks(line, inside)
        if named:
            opened = self._named(named, rest)
        else:
            found = self.labels.numbered(rest, inside)
            if found is None and before and before.takes_more and not is_repealed:
                self._continue(before, PARAGRAPH, rest)
                return
            opened = self._new(found or self.labels.new(rest, inside))
        opened.is_repealed = is_repealed
        holder.contains.append(opened)

    def _remarks(self, line: str, inside: Inside) -> tuple[str, bool, str]:
        """Give the unit that a line names, whether it says repealed, and the rest."""
        named, is_repealed = "", False
        mark = unmarked(line)
        if mark and mark[0] != self._repealed_mark:
            named = self.labels.unit_called(mark[0], inside)
            line = mark[1] if named else line
        mark = unmarked(line)
        if mark and mark[0] == self._repealed_mark:
            is_repealed, line = True, mark[1]
        return named, is_repealed, line

    def _named(self, unit: str, rest: str) -> _Open:
        return self._new(self.labels.new(rest, Inside("", unit)), is_named=True)

    def _new(self, found: tuple[str, str, str] | None, *, is_named: bool = False) -> _Open:
        if found is None:
            raise UnreadableBlockError
        unit, number, rest = found
        is_titled = unit in self.language.amending.titled
        opened = _Open(unit, number, bool(self.labels.label(unit, number)))
        mark = unmarked(rest)
        if is_titled:
            opened.heading = rest
        elif mark and mark[0] == self._heading_mark and (opened.is_labelled or is_named):
            opened.heading = mark[1]
        else:
            opened.text = rest
        return opened

    @staticmethod
    def _continue(before: _Open | None, sign: str, line: str) -> None:
        if before is None or before.contains:
            raise UnreadableBlockError(line)
        before.text = joined(before.text, sign, line)
