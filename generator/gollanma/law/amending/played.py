"""Whether the text of an amending act, played onto the older editions, gives the newer ones."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from gollanma.languages import Language
from gollanma.law.amending.apply import UnplayableError, apply
from gollanma.law.amending.express import Amended
from gollanma.law.amending.instructions import Insert, Instruction, Restate
from gollanma.law.amending.lawtext import law_text
from gollanma.law.amending.reading import read
from gollanma.law.units import units
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind


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
    return tuple(
        one.key
        for (one, meant), found in zip(acts, orders, strict=True)
        if not _is_equal(one, meant, found, language.code)
    )


def _is_equal(
    amended: Amended,
    meant: Sequence[Instruction],
    found: Sequence[Instruction],
    language: str,
) -> bool:
    try:
        made = apply(amended.base, found)
    except UnplayableError:
        return False
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
