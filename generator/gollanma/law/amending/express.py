"""Instructions that every language can state so that they can only be read in one way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from gollanma.languages import Language
from gollanma.law.amending.generate import instructions
from gollanma.law.amending.instructions import Insert, Instruction, Move, Remove, Restate, Where
from gollanma.law.amending.places import Places
from gollanma.law.amending.sentences import FAULTS, Sentences
from gollanma.law.amending.statements import statements
from gollanma.law.units import Unit, units
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind


class InexpressibleError(ValueError):
    """An amendment cannot be stated: the act cannot be cited, or says what no sentence can say."""

    def __init__(self, key: str, act: str, place: str, language: str) -> None:
        self.key, self.act, self.place, self.language = key, act, place, language
        super().__init__(f"{key}: {act}#{place} ({language})")


@dataclass(frozen=True)
class Amended:
    """An act with the text that it has and the text that it is to get."""

    key: str
    act: Act
    kind: ActKind
    base: Edition
    target: Edition

    def __post_init__(self) -> None:
        """Refuse an edition with one id for two provisions, and a target not decided yet."""
        for edition in (self.base, self.target):
            seen: set[str] = set()
            for each in _all(edition.body):
                if each.id in seen:
                    raise InexpressibleError("doubled", self.key, each.id, "")
                seen.add(each.id)
        for each in _all(self.target.body):
            if each.variants:
                raise InexpressibleError("undecided", self.key, each.id, "")

    @property
    def is_sample(self) -> bool:
        """Something of it is no official text."""
        editions = (self.base, self.target)
        inside = any(each.sample for edition in editions for each in _all(edition.body))
        return inside or any(each.sample for each in (self.act, *editions))


def expressible(amended: Amended, languages: Sequence[Language]) -> tuple[Instruction, ...]:
    """Give instructions that can be stated in each language and read back as they were meant.

    Where a sentence could be misread, or a provision has no citation of its own, what holds it is
    stated anew; an act in which that does not help is refused.
    """
    return _Search(amended, tuple(languages)).instructions()


@dataclass(frozen=True)
class _Search:
    """An amendment on its way to instructions that can be stated."""

    amended: Amended
    languages: tuple[Language, ...]

    def instructions(self) -> tuple[Instruction, ...]:
        anew: frozenset[str] = frozenset()
        while True:
            found = instructions(self.amended.base, self.amended.target, self._codes, anew)
            faults = frozenset(self._faults(found, anew))
            if not faults:
                return found
            anew |= faults

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        return tuple(each.code for each in self.languages)

    @cached_property
    def _sentences(self) -> tuple[Sentences, ...]:
        base, kind = self.amended.base, self.amended.kind
        return tuple(Sentences(Places(base, kind, each), self._codes) for each in self.languages)

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return dict(units(self.amended.base))

    def _faults(self, found: Sequence[Instruction], anew: frozenset[str]) -> Iterator[str]:
        """Yield what has to be stated anew, since an instruction cannot be stated by itself."""
        for each in found:
            for sentences in self._sentences:
                if not _is_clear(each, sentences):
                    yield self._around(each, anew, sentences.language.code)
                    break

    def _around(self, instruction: Instruction, anew: frozenset[str], language: str) -> str:
        place = self._holder(instruction)
        while place in anew:
            place = self._units[place].parent
        if not place:
            raise InexpressibleError(
                "inexpressible", self.amended.key, _place(instruction), language
            )
        return place

    def _holder(self, instruction: Instruction) -> str:
        """Give the nearest provision that can be stated anew instead."""
        match instruction:
            case Insert(place, _):
                is_beside = place.where is Where.AFTER
                return self._units[place.target].parent if is_beside else place.target
            case Remove(target) | Move(target) | Restate(target):
                return self._units[target].parent
            case _:
                return instruction.target


def _is_clear(instruction: Instruction, sentences: Sentences) -> bool:
    """Say whether a language can state an instruction so that it is read as it was meant."""
    try:
        return all(
            sentences.read(sentences.write(each)) == each
            for each in statements(instruction, sentences.places)
        )
    except FAULTS:
        return False


def _place(instruction: Instruction) -> str:
    return instruction.place.target if isinstance(instruction, Insert) else instruction.target


def _all(provisions: Sequence[Provision]) -> Iterator[Provision]:
    for each in provisions:
        yield each
        yield from _all(each.contains)
