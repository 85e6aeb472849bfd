"""Drafts that stand on a text which another takes the place of, and the ids that they get."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from gollanma.exchange.lawtext.concordance import SAME, Concordance, Match
from gollanma.law import Unit, base_of, bases_of, inner, units
from gollanma.model import Library
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision


def standing_on(library: Library, key: str) -> tuple[str, ...]:
    """Give the editions that were made from one, directly or through others, the nearest first."""
    others = (other for other, _ in library.editions(key.partition("@")[0]))
    ways = {other: list(bases_of(library, other)) for other in others}
    return tuple(sorted((o for o, way in ways.items() if key in way), key=lambda o: len(ways[o])))


@dataclass(frozen=True, slots=True)
class Standing:
    """A draft with what each of its provisions is called when its base is another text."""

    key: str
    to: Concordance
    """Of the draft's own ids; nothing corresponds to what goes with the old base."""


def renamed(
    library: Library, key: str, to: Concordance, taken: frozenset[str]
) -> Iterator[Standing]:
    """Yield the drafts that stand on an edition with their new ids, the nearest first.

    `to` says what became of the edition's provisions, `taken` are all ids of the new text.
    """
    known = {key: to}
    used = {key: taken}
    for draft in standing_on(library, key):
        base = base_of(library, draft) or key
        old, new = library.records[base], library.records[draft]
        if isinstance(old, Edition) and isinstance(new, Edition):
            made = _concordance(units(old), units(new), known[base], used[base])
            known[draft] = made
            used[draft] = used[base] | {each.new for each in made.matches}
            yield Standing(draft, made)


def _concordance(
    before: Mapping[str, Unit], after: Mapping[str, Unit], to: Concordance, taken: frozenset[str]
) -> Concordance:
    lost = frozenset(each.old for each in to.matches if not each.new)
    used = set(taken) | set(after)
    matches = []
    for name, unit in after.items():
        if name in before and name not in lost:
            new = to.of[name].new
        elif name in lost and not _is_own(unit, lost, before, after):
            new = ""
        else:
            new = name if name not in taken else _free(name, used)
            used.add(new)
        matches.append(Match(name, new, SAME if new else 0))
    return Concordance(tuple(matches), after)


def _is_own(
    unit: Unit, lost: frozenset[str], before: Mapping[str, Unit], after: Mapping[str, Unit]
) -> bool:
    """Say whether a draft says anything of its own in a lost provision or in what holds it."""
    outermost = next((after[each] for each in unit.above if each in lost), unit)
    those = (outermost.provision.id, *inner(outermost))
    return any(
        each not in before
        or (each in lost and bare(after[each].provision) != bare(before[each].provision))
        for each in those
    )


def bare(provision: Provision) -> Provision:
    """Give a provision without what it holds."""
    return provision.model_copy(update={"contains": ()})


def _free(name: str, used: set[str]) -> str:
    """Give an id that no provision has or had."""
    return next(f"{name}{each}" for each in ascii_lowercase if f"{name}{each}" not in used)
