"""An edition as the lines of a plain text in one language: what a Word file says, no more, no less.

A line knows which words are the author's and what was put around them, so that an edited line
can be read back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gollanma.law import PREAMBLE
from gollanma.model import Text
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision, Variant
from gollanma.views import prose
from gollanma.views.context import Desk
from gollanma.views.outline import unit_name
from gollanma.views.provisions import Provisions
from gollanma.views.voice import Voice

SIGNATURE = "signature"
"""Stands for the block at the end, which has no id."""


class Role(StrEnum):
    """What a line is of its provision."""

    HEADING = "h"
    TEXT = "t"
    VARIANT = "v"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Which line of which provision: the same in every edition that has it."""

    id: str
    role: Role = Role.TEXT
    variant: str = ""
    """Of several wordings the one that is meant; else empty."""


@dataclass(frozen=True, slots=True)
class Line:
    """A heading or the words of a provision, with its number and its marks."""

    place: Place
    depth: int
    """How many headings hold it: 0 for what stands outermost."""
    before: str
    """The number, or what the unit is called, as printed; empty where it has none."""
    words: str
    """The author's; several paragraphs stand one under the other."""
    after: str = ""
    """What a reader must know before relying on it: that it is repealed, that it is a sample."""
    is_missing: bool = False
    """Nobody has written it in this language; the words say so."""

    @property
    def text(self) -> str:
        """All that is printed."""
        return " ".join(filter(None, (self.before, self.words, self.after)))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All that is printed, by paragraphs."""
        return tuple(self.text.split("\n"))


def lines(voice: Voice, key: str, edition: Edition, *, in_full: bool = False) -> tuple[Line, ...]:
    """Give the lines of an edition, which need not be in the library, in the order of the text.

    Beside those of another edition references to the act name it `in_full`.

    What is repealed keeps its number and heading; its words, and what it holds, bind nobody and
    are left out.
    """
    return tuple(_Typist(Desk(voice, "", key, edition, in_full=in_full), edition).lines())


@dataclass(frozen=True, slots=True)
class _Typist:
    """Writes one edition line by line."""

    desk: Desk
    edition: Edition

    def lines(self) -> Iterator[Line]:
        if self.edition.preamble:
            yield self._line(Place(PREAMBLE), self.edition.preamble)
        for each in self.edition.body:
            yield from self._unit(each, 0)
        signature = self.edition.signature
        for role, text in (
            (Role.HEADING, signature and signature.office),
            (Role.TEXT, signature and signature.place),
        ):
            if text:
                yield self._line(Place(SIGNATURE, role), text)

    def _unit(self, provision: Provision, depth: int) -> Iterator[Line]:
        number, after = self._number(provision), self._after(provision)
        is_titled = self._printed.is_titled(provision)
        if is_titled:
            yield self._heading(provision, number, after, depth)
            number, after = "", ""
        if provision.repealed:
            if not is_titled:
                yield Line(Place(provision.id), depth, number, "", after)
            return
        yield from self._text(provision, number, after, depth)
        for each in provision.contains:
            yield from self._unit(each, depth + is_titled)

    def _number(self, provision: Provision) -> str:
        """Give what stands before a provision: its number, or the name of what is titled."""
        has_name = not self.desk.voice.language.says(f"act.number.{provision.unit}")
        if provision.number is None or not has_name:
            return self._printed.number(provision)
        name = unit_name(self.desk.voice, provision)
        return f"{name}." if provision.heading else name

    @property
    def _printed(self) -> Provisions:
        return Provisions(self.desk, self.edition)

    def _heading(self, provision: Provision, number: str, after: str, depth: int) -> Line:
        place = Place(provision.id, Role.HEADING)
        if provision.heading is None:
            return Line(place, depth, number, "", after)
        return self._line(place, provision.heading, depth, number, after)

    def _text(self, provision: Provision, number: str, after: str, depth: int) -> Iterator[Line]:
        if self.desk.voice.code in provision.merged:
            return
        if provision.text:
            yield self._line(Place(provision.id), provision.text, depth, number, after)
        elif number or after:
            yield Line(Place(provision.id), depth, number, "", after)
        for each in provision.variants:
            yield self._variant(provision.id, each, depth)

    def _variant(self, provision: str, variant: Variant, depth: int) -> Line:
        name = self.desk.voice.say("act.variant", name=variant.id.upper())
        return self._line(
            Place(provision, Role.VARIANT, variant.id), variant.text, depth, f"{name}:"
        )

    def _after(self, provision: Provision) -> str:
        tags = " · ".join(self._printed.tags(provision))
        return f"[{tags}]" if tags else ""

    def _line(
        self, place: Place, text: Text, depth: int = 0, before: str = "", after: str = ""
    ) -> Line:
        """Print words of the desk's language, or say that they are not there yet."""
        said = text.get(self.desk.voice.code, "")
        found = "\n".join(prose.paragraphs(said, self.desk.scribe(text)))
        words = found or f"[{self.desk.voice.say('word.untranslated')}]"
        return Line(place, depth, before, words, after, not found)
