"""From one wording to another by the fewest quoted words, each of which stands in the text once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gollanma.law.amending.instructions import Rewording, Substitution, Way, Whole
from gollanma.law.wording import WORD, PieceKind, pieces, tokens

MOST_CHANGES = 3
"""A text with more changes than this is stated anew."""
MOST_QUOTED = 0.6
"""So is a text of which a larger share would have to be quoted."""

_JOINS = re.compile(r"[,.;:!?)»”]")
"""What stands directly behind a word, without a space."""


class UnknownWordsError(ValueError):
    """The words that a change names stand nowhere in the text, or at several places."""


def rewording(old: str, new: str) -> Rewording:
    """Give the change that makes the new wording of the old one; none where they are equal."""
    if old == new:
        return ()
    if old and new:
        found = _substitutions(old, new)
        if found and _is_short(found, old) and _makes(found, old, new):
            return found
    return Whole(new)


def reworded(text: str, change: Rewording) -> str:
    """Give a text with a change made; all words named are those of the text as it was.

    A change whose words are not there, are there more than once or overlap another is refused.
    """
    if isinstance(change, Whole):
        return change.text
    edits = sorted(edit for each in change for edit in _edits(text, each))
    if any(one[1] > other[0] for one, other in pairwise(edits)):
        raise UnknownWordsError
    for start, end, words in reversed(edits):
        text = text[:start] + words + text[end:]
    return text


def _edits(text: str, change: Substitution) -> Iterator[tuple[int, int, str]]:
    places = tuple(_places(text, change.old))
    if not places or (len(places) > 1 and not change.is_everywhere):
        raise UnknownWordsError
    for start in places:
        yield _edit(text, change, start)


def _edit(text: str, change: Substitution, start: int) -> tuple[int, int, str]:
    end = start + len(change.old)
    match change.way:
        case Way.REPLACE:
            return start, end, change.new
        case Way.ADD:
            space = "" if _JOINS.match(change.new) else " "
            return end, end, space + change.new
        case Way.REMOVE:
            if text[start - 1 : start] == " ":
                return start - 1, end, ""
            return start, end + (text[end : end + 1] == " "), ""


def _places(text: str, words: str) -> Iterator[int]:
    return (match.start() for match in re.finditer(f"(?={re.escape(words)})", text))


# --- finding the words


@dataclass(frozen=True, slots=True)
class _Span:
    """Some tokens of the old text, and what they become."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class _Quoting:
    """A text of which words are to be quoted so that they cannot be mistaken."""

    text: str
    tokens: Sequence[str]
    spans: Sequence[_Span]

    def substitutions(self) -> Iterator[Substitution]:
        """Yield one change for each run of changes that cannot be told apart."""
        for start, end in self._apart():
            inside = [each for each in self.spans if start <= each.start and each.end <= end]
            yield self._short(inside[0]) if len(inside) == 1 else self._replaced(start, end)

    def everywhere(self) -> Substitution | None:
        """Give the one change that is made at all places where some words stand."""
        changes = {(self._words(each.start, each.end), each.new) for each in self.spans}
        if len(self.spans) == 1 or len(changes) > 1:
            return None
        old, new = next(iter(changes))
        if not _can_be_quoted(old) or not _can_be_quoted(new):
            return None
        is_all = self.text.count(old) == len(self.spans)
        return Substitution(Way.REPLACE, old, new, is_everywhere=True) if is_all else None

    def _apart(self) -> Iterator[tuple[int, int]]:
        """Yield the ranges of tokens to quote; what overlaps is one."""
        start, end = -1, -1
        for low, high in map(self._wide, self.spans):
            if low < end:
                start, end = min(start, low), max(end, high)
                continue
            if end >= 0:
                yield start, end
            start, end = low, high
        yield start, end

    def _short(self, span: _Span) -> Substitution:
        """Give the shortest way to order one change."""
        wanted = self._applied([span], 0, len(self.tokens))
        for change in self._shorter(span):
            if _makes((change,), self.text, wanted):
                return change
        return self._replaced(*self._wide(span))

    def _shorter(self, span: _Span) -> Iterator[Substitution]:
        if span.start == span.end and WORD.search(span.new):
            yield Substitution(Way.ADD, self._before(span.start), span.new.strip())
        elif not span.new.strip():
            yield Substitution(Way.REMOVE, self._words(span.start, span.end).strip())

    def _before(self, end: int) -> str:
        """Give the words behind which something comes: as few as stand in the text once."""
        while end > 0 and self.tokens[end - 1].isspace():
            end -= 1
        start = end
        while start > 0 and not self._is_named(start, end):
            start -= 1
        return self._words(start, end)

    def _replaced(self, start: int, end: int) -> Substitution:
        inside = [each for each in self.spans if start <= each.start and each.end <= end]
        return Substitution(Way.REPLACE, self._words(start, end), self._applied(inside, start, end))

    def _wide(self, span: _Span) -> tuple[int, int]:
        """Give the range of tokens around a change that stands in the text once."""
        start, end, is_left = span.start, span.end, True
        while not self._is_good(start, end, span):
            start, end = self._grown(start, end, is_left=is_left)
            is_left = not is_left
        return start, end

    def _grown(self, start: int, end: int, *, is_left: bool) -> tuple[int, int]:
        if (is_left and start > 0) or end == len(self.tokens):
            return start - 1, end
        return start, end + 1

    def _is_good(self, start: int, end: int, span: _Span) -> bool:
        if (start, end) == (0, len(self.tokens)):
            return True
        return self._is_named(start, end) and _can_be_quoted(self._applied([span], start, end))

    def _is_named(self, start: int, end: int) -> bool:
        words = self._words(start, end)
        is_one = sum(1 for _ in _places(self.text, words)) == 1
        return is_one and _can_be_quoted(words) and not _JOINS.match(words)

    def _applied(self, spans: Sequence[_Span], start: int, end: int) -> str:
        made, at = "", start
        for each in spans:
            made += self._words(at, each.start) + each.new
            at = each.end
        return made + self._words(at, end)

    def _words(self, start: int, end: int) -> str:
        return "".join(self.tokens[start:end])


def _substitutions(old: str, new: str) -> tuple[Substitution, ...]:
    quoting = _Quoting(old, tokens(old), tuple(_spans(old, new)))
    everywhere = quoting.everywhere()
    return (everywhere,) if everywhere else tuple(quoting.substitutions())


def _spans(old: str, new: str) -> Iterator[_Span]:
    """Yield what changes, in tokens of the old text."""
    at, gone, come = 0, 0, ""
    for piece in pieces(old, new):
        if piece.kind is PieceKind.INSERTED:
            come += piece.text
        elif piece.kind is PieceKind.DELETED:
            gone += len(tokens(piece.text))
        else:
            if gone or come:
                yield _Span(at, at + gone, come)
            at, gone, come = at + gone + len(tokens(piece.text)), 0, ""
    if gone or come:
        yield _Span(at, at + gone, come)


def _can_be_quoted(words: str) -> bool:
    return words == words.strip() and bool(WORD.search(words)) and "\n" not in words


def _is_short(changes: Sequence[Substitution], old: str) -> bool:
    quoted = sum(len(each.old) for each in changes)
    are_words = all("\n" not in each.old + each.new for each in changes)
    return are_words and len(changes) <= MOST_CHANGES and quoted <= MOST_QUOTED * len(old)


def _makes(changes: tuple[Substitution, ...], old: str, new: str) -> bool:
    try:
        return reworded(old, changes) == new
    except UnknownWordsError:
        return False
