"""The draft of an amending act in one language, as a value and as text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gollanma.languages import Language
from gollanma.law.amending.blocks import INDENT
from gollanma.law.amending.clause import Clause
from gollanma.law.amending.commencement import commencement_of
from gollanma.law.amending.express import Amended, InexpressibleError
from gollanma.law.amending.frame import Frame
from gollanma.law.amending.instructions import Instruction
from gollanma.law.amending.items import Item, Items
from gollanma.law.amending.lawtext import said
from gollanma.law.amending.places import Places
from gollanma.law.amending.sentences import Sentences
from gollanma.model.project import ActKind


@dataclass(frozen=True, slots=True)
class ActItems:
    """What is changed in one act."""

    key: str
    line: str
    """Names the act; stands before its items where several acts are changed."""
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An amending act in one language."""

    language: str
    notices: tuple[str, ...]
    """That it is a draft, and that it rests on samples."""
    is_sample: bool
    name: str
    title: str
    opening: str
    acts: tuple[ActItems, ...]
    commencement: str
    """From when it is in force; a line for each provision that is so from another day."""
    signature: tuple[str, ...]
    """Office and place; empty where no target says who signs."""
    quotes: tuple[str, str]

    def text(self) -> str:
        """Give the act as text that `read` understands."""
        parts = [*self.notices, self.name, self.title]
        lines = [line for each in parts for line in (each, "")]
        lines += [self.opening, *self._acts(), "", self.commencement]
        if self.signature:
            lines += ["", *self.signature]
        return "\n".join(lines) + "\n"

    def _acts(self) -> Iterator[str]:
        for number, each in enumerate(self.acts, 1):
            if len(self.acts) > 1:
                yield f"{number}. {each.line}:"
            lines = list(self._items(each.items, 1))
            yield from lines[:-1]
            yield lines[-1].removesuffix(";") + "."

    def _items(self, items: Sequence[Item], level: int) -> Iterator[str]:
        for each in items:
            colon = ":" if each.quoted or each.items else ";"
            yield INDENT * level + f"{each.marker} {each.line}{colon}"
            opening, closing = self.quotes
            for index, line in enumerate(each.quoted):
                first = opening if index == 0 else ""
                last = closing + ";" if index == len(each.quoted) - 1 else ""
                yield INDENT * (level + 1) + first + line + last
            yield from self._items(each.items, level + 1)


def draft(
    acts: Sequence[tuple[Amended, Sequence[Instruction]]],
    language: Language,
    languages: Sequence[str],
    kind: ActKind,
) -> Draft:
    """Give the act of a kind that orders these instructions; refuse one that orders nothing."""
    frame = Frame(language, kind)
    amended = [each for each, _ in acts]
    clause = Clause(frame, amended, [each.target for each in amended])
    for one, instructions in acts:
        if not instructions:
            raise InexpressibleError("unchanged", one.key, "", language.code)
    is_sample = any(each.is_sample for each in amended)
    sample = (language.say("act.sample"),) if is_sample else ()
    return Draft(
        language.code,
        (*sample, frame.draft),
        is_sample,
        frame.name,
        frame.title(amended),
        frame.opening(amended),
        tuple(_act(frame, one, orders, languages) for one, orders in acts),
        "\n".join(clause.lines(commencement_of(amended))),
        _signature(amended, language.code),
        language.quotes.outer,
    )


def _act(
    frame: Frame, amended: Amended, orders: Sequence[Instruction], languages: Sequence[str]
) -> ActItems:
    places = Places(amended.base, amended.kind, frame.language)
    items = Items(Sentences(places, tuple(languages))).of(orders)
    return ActItems(amended.key, frame.act(amended), items)


def _signature(amended: Sequence[Amended], language: str) -> tuple[str, ...]:
    """Give who signs and where, of the first target that says it."""
    for each in amended:
        block = each.target.signature
        if block:
            return tuple(filter(None, (said(block.office, language), said(block.place, language))))
    return ()
