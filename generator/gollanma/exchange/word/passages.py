"""The passages of a returned Word file: what each bookmark holds now, and what stands between."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from gollanma.exchange.word.events import Closed, Ended, Event, Opened, Remarked, Said
from gollanma.exchange.word.marks import is_ours

SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words under one bookmark, or a paragraph without any."""

    name: str
    """Of the bookmark; empty for what somebody has added."""
    text: str
    """By paragraphs, one under the other; empty where all of it is gone."""
    paragraph: int
    """The paragraph of the file in which it begins, from 1."""
    remarks: tuple[str, ...]
    """The numbers of the comments on it."""
    copied: str = ""
    """Of what was copied: the bookmark, whose passage stands elsewhere; empty as a rule."""


@dataclass
class _Open:
    """A passage that is being read."""

    name: str
    paragraph: int
    words: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    is_closed: bool = False
    copied: str = ""

    @property
    def says_something(self) -> bool:
        """Say whether its last paragraph holds words so far."""
        return bool(self.words) and self.words[-1] != "\n"

    def done(self) -> Passage:
        lines = (SPACES.sub(" ", each).strip(" ") for each in "".join(self.words).split("\n"))
        text = "\n".join(filter(None, lines))
        remarks = tuple(dict.fromkeys(self.remarks))
        return Passage(self.name, text, self.paragraph, remarks, "" if self.name else self.copied)


@dataclass
class _Reader:
    """Where a reader is, and what was read."""

    read: list[_Open] = field(default_factory=list)
    current: _Open | None = None
    paragraph: int = 1
    numbers: dict[str, _Open] = field(default_factory=dict)
    """The open passages by the numbers of their bookmarks."""
    taken: set[str] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    """Comments that begin before the words on which they are."""
    known: set[str] = field(default_factory=set)
    """Comments that have their passage."""

    def meet(self, event: Event) -> None:
        match event:
            case Said():
                self._say(event.text)
            case Opened():
                self._open(event)
            case Closed():
                if event.number in self.numbers:
                    self.numbers[event.number].is_closed = True
            case Remarked():
                self._remark(event.number)
            case Ended():
                self._end(is_gone=event.is_gone)

    def _say(self, text: str) -> None:
        here = self.current or self._begin("")
        here.words.append(text.replace("\n", " "))
        self._settle(here)

    def _begin(self, name: str) -> _Open:
        self.current = _Open(name, self.paragraph)
        self.read.append(self.current)
        return self.current

    def _open(self, event: Opened) -> None:
        """Begin a passage; what was added before it in its first paragraph belongs to it."""
        if not is_ours(event.name):
            return
        if event.name in self.taken:
            (self.current or self._begin("")).copied = event.name
            return
        self.taken.add(event.name)
        here = self.current
        if here is not None and not here.name:
            here.name = event.name
        else:
            here = self._begin(event.name)
        self.numbers[event.number] = here

    def _remark(self, number: str) -> None:
        if number not in self.known:
            self.known.add(number)
            self.waiting.append(number)

    def _settle(self, here: _Open) -> None:
        here.remarks.extend(self.waiting)
        self.waiting.clear()

    def _end(self, *, is_gone: bool) -> None:
        self.paragraph += 1
        here = self.current
        if here is None:
            return
        self._settle(here)  # a comment whose words are gone is on the passage that had them
        is_open = bool(here.name) and not here.is_closed
        if not is_gone and is_open:
            here.words.append("\n")
        elif not is_open and not (is_gone and here.says_something):
            self.current = None

    def close(self) -> tuple[Passage, ...]:
        """Give what was read; a comment that met no words is on the last of it."""
        if self.read:
            self._settle(self.read[-1])
        return tuple(each.done() for each in self.read)


def passages(events: Iterable[Event]) -> tuple[Passage, ...]:
    """Give the passages of a file in their order.

    A bookmark that holds nothing is a passage that says nothing. Words behind the end of a
    bookmark in its paragraph belong to it: people write on at the end of a sentence.
    """
    reader = _Reader()
    for event in events:
        reader.meet(event)
    return reader.close()
