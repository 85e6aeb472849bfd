"""Whether the text of an amending act, played onto the older editions, gives the newer ones."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from gollanma.languages import Language
from gollanma.law.amending.apply import UnplayableError, apply
from gollanma.law.amending.commencement import Commencement, commencement_of, of_act
from gollanma.law.amending.express import Amended
from gollanma.law.amending.instructions import Insert, Instruction, Restate
from gollanma.law.amending.lawtext import law_text
from gollanma.law.amending.reading import read, read_commencement
from gollanma.law.units import units
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind

Days = tuple[tuple[int, date | None], ...]


def differing(
    text: str,
    acts: Sequence[tuple[Amended, Sequence[Instruction]]],
    language: Language,
    languages: Sequence[str],
    kind: ActKind,
) -> tuple[str, ...]:
    """Give the acts that the text, read and played, does not make equal to their targets.

    Compared is the law text in the language of the text: structure, numbers, headings, words,
    force, and the ids of all provisions that stay. The text of a law gives no ids, so those of
    provisions that it inserts or states anew are not compared.
    """
    amended = [each for each, _ in acts]
    orders = read(text, amended, language, languages, kind)
    made = [_made(one, found) for one, found in zip(amended, orders, strict=True)]
    played = [each for each in made if each is not None]
    if len(played) < len(made):
        return tuple(one.key for one, each in zip(amended, made, strict=True) if each is None)
    told = read_commencement(text, amended, played, language, kind)
    meant = commencement_of(amended)
    return tuple(
        one.key
        for index, ((one, instructions), new) in enumerate(zip(acts, played, strict=True))
        if not _is_equal(one, new, instructions, language.code)
        or _days(told, index, new) != _days(meant, index, one.target)
    )


def _made(amended: Amended, found: Sequence[Instruction]) -> Edition | None:
    """Give the text that instructions make; None where they cannot be played."""
    try:
        return apply(amended.base, found)
    except UnplayableError:
        return None


def _days(said: Commencement, act: int, text: Edition) -> tuple[date | None, Days]:
    """Give from when an act and provisions of it are in force, these by their place in the text."""
    places, (day, own) = list(units(text)), of_act(said, act)
    return day, tuple((places.index(place), each) for place, each in own)


def _is_equal(amended: Amended, made: Edition, meant: Sequence[Instruction], language: str) -> bool:
    new = frozenset(_new(meant))
    both = units(amended.base).keys() & units(amended.target).keys()

    def is_named(place: str) -> bool:
        return place in both and place not in new

    one, other = (law_text(each, (language,), is_named) for each in (made, amended.target))
    return one == other


def _new(instructions: Iterable[Instruction]) -> Iterator[str]:
    """Yield the ids of what is inserted or stands in a provision stated anew."""
    for each in instructions:
        match each:
            case Insert(_, provisions):
                yield from _ids(provisions)
            case Restate(_, provision):
                yield from _ids(provision.contains)
            case _:
                pass


def _ids(provisions: Collection[Provision]) -> Iterator[str]:
    for each in provisions:
        yield each.id
        yield from _ids(each.contains)
