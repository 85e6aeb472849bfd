"""Which provision of one text is which of another: by words, headings and numbers.

Words are compared by their stems, rare ones counting for more; two texts need not have a sentence
in common to speak of the same thing.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from gollanma.languages import Languages, number_value
from gollanma.law import Unit, units
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind

SAME = 100
"""Of a hundred: the very same provision."""
SURE = 60
"""Of a hundred: above it nobody needs to look."""
LIKE = 34
"""Below it two provisions have nothing to do with each other."""
MOVED = 55
"""What two provisions in different places must have in common."""
_NUMBER, _HEADING = 0.15, 0.35
_WEIGHTY, _KIN = 24, 2
_FEW = 2500
"""Pairs that are all looked at; of more, those that have rare stems in common."""


@dataclass(frozen=True, slots=True)
class Match:
    """A provision of the old text and the one that says the same in the new."""

    old: str
    new: str
    """Empty where none does."""
    likeness: int = 0
    """Of a hundred."""

    @property
    def is_sure(self) -> bool:
        """Nobody needs to look."""
        return self.likeness >= SURE


@dataclass(frozen=True)
class Concordance:
    """All provisions of an old text with what became of them, in the order of the old text."""

    matches: tuple[Match, ...]
    old: Mapping[str, Unit]
    """Where the provisions stood, by id."""

    @cached_property
    def of(self) -> Mapping[str, Match]:
        """The matches by the id of the old text."""
        return {each.old: each for each in self.matches}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The new ids by the old ones; empty where nothing corresponds."""
        return {each.old: each.new for each in self.matches}

    def nearest(self, old: str) -> str:
        """Give the new id of a provision, or of the nearest one above it; empty without any."""
        around = (old, *reversed(self.old[old].above)) if old in self.old else ()
        return next((self.of[each].new for each in around if self.of[each].new), "")


def concordance(old: Edition, new: Edition, kind: ActKind, languages: Languages) -> Concordance:
    """Compare two texts of one act that were written without each other."""
    weigh = _Words.of(languages, (old, new))
    pairing = _Pairing(kind, weigh)
    pairing.level(_outermost(kind, old.body), _outermost(kind, new.body), LIKE)
    pairing.elsewhere(list(_all(old.body)), list(_all(new.body)))
    pairing.containers(list(_all(old.body)), list(_all(new.body)))
    placed = units(old)
    found = (pairing.found.get(name, Match(name, "")) for name in placed)
    return Concordance(tuple(found), placed)


def _all(body: Sequence[Provision]) -> Iterator[Provision]:
    for each in body:
        yield each
        yield from _all(each.contains)


def _outermost(kind: ActKind, body: Sequence[Provision]) -> list[Provision]:
    """Give the outermost provisions that are cited, whatever chapter they stand in."""
    found: list[Provision] = []
    for each in body:
        found += [each] if _is_cited(kind, each) else _outermost(kind, each.contains)
    return found


def _is_cited(kind: ActKind, provision: Provision) -> bool:
    rule = kind.unit(provision.unit)
    return rule is None or rule.in_path


Pair = tuple[Provision, Provision]
Likeness = Callable[[Provision, Provision], int]


@dataclass
class _Pairing:
    """Finds pairs, the likest first; each provision has one partner at most."""

    kind: ActKind
    weigh: "_Words"
    found: dict[str, Match] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def level(self, old: Sequence[Provision], new: Sequence[Provision], least: int) -> None:
        """Pair provisions of one level, then what the paired ones hold."""
        is_few = len(old) * len(new) <= _FEW
        pairs = product(old, new) if is_few else self.weigh.kin(old, new)
        for one, other in self._best(pairs, least, self.weigh.likeness):
            self.level(one.contains, other.contains, LIKE)

    def elsewhere(self, old: Sequence[Provision], new: Sequence[Provision]) -> None:
        """Pair what was moved to quite another place."""
        free = [each for each in old if each.id not in self.found and _is_cited(self.kind, each)]
        left = [each for each in new if each.id not in self.taken and _is_cited(self.kind, each)]
        self._best(self.weigh.kin(free, left), MOVED, self.weigh.likeness)

    def containers(self, old: Sequence[Provision], new: Sequence[Provision]) -> None:
        """Pair chapters by their headings and by what they hold."""
        free = [each for each in old if not _is_cited(self.kind, each)]
        left = [each for each in new if not _is_cited(self.kind, each)]
        self._best(product(free, left), LIKE, self._holding)

    def _holding(self, one: Provision, other: Provision) -> int:
        inside = [each.id for each in _all(one.contains)]
        theirs = {each.id for each in _all(other.contains)}
        shared = sum(self.found[each].new in theirs for each in inside if each in self.found)
        share = shared / len(inside) if inside else 0.0
        return round(100 * share / 2) + self.weigh.headings(one, other) // 2

    def _best(self, pairs: Iterable[Pair], least: int, like: Likeness) -> list[Pair]:
        """Give the likest pairs; of equally like ones the first."""
        rated = [(like(one, other), one, other) for one, other in pairs if one.unit == other.unit]
        found = []
        for rate, one, other in sorted(rated, key=lambda each: -each[0]):
            if rate >= least and one.id not in self.found and other.id not in self.taken:
                self.found[one.id] = Match(one.id, other.id, rate)
                self.taken.add(other.id)
                found.append((one, other))
        return found


@dataclass(frozen=True)
class _Words:
    """The stems of provisions in each language, and how much each stem weighs."""

    languages: Languages
    weights: Mapping[str, float]
    bags: dict[tuple[int, str, bool | None], Counter[str]] = field(default_factory=dict)
    """Of whole provisions, of their own words, of their headings."""
    sums: dict[int, float] = field(default_factory=dict)

    @classmethod
    def of(cls, languages: Languages, editions: Sequence[Edition]) -> "_Words":
        """Weigh the stems of some editions: the rarer a stem, the more it says."""
        words = cls(languages, {})
        leaves = [each for edition in editions for each in _all(edition.body)]
        seen: Counter[str] = Counter()
        for each in leaves:
            for code in languages:
                seen.update(set(words.bag(each, code, whole=False)))
        total = len(leaves) + 1
        return cls(languages, {stem: math.log(total / n) for stem, n in seen.items()}, words.bags)

    def likeness(self, one: Provision, other: Provision) -> int:
        """Give how like two provisions are, of a hundred."""
        words = self._alike(one, other, self.bag)
        number = number_value(one.number or one.id.rpartition(".")[2])
        same = number == number_value(other.number or other.id.rpartition(".")[2])
        if one.heading and other.heading:
            rest = 1 - _NUMBER - _HEADING
            rate = rest * words + _HEADING * self._alike(one, other, self._heading)
        else:
            rate = (1 - _NUMBER) * words
        return round(100 * (rate + (_NUMBER if same and number else 0)))

    def headings(self, one: Provision, other: Provision) -> int:
        """Give how like two headings are, of a hundred."""
        return round(100 * self._alike(one, other, self._heading))

    def bag(self, provision: Provision, code: str, *, whole: bool = True) -> Counter[str]:
        """Give the stems of a provision, with or without what it holds."""
        name = (id(provision), code, whole)
        if name not in self.bags:
            own = (provision.heading, provision.text)
            words = " ".join(text.get(code, "") for text in own if text)
            found = Counter(self._stems(words, code))
            for each in provision.contains if whole else ():
                found += self.bag(each, code)
            self.bags[name] = found
        return self.bags[name]

    def kin(self, old: Sequence[Provision], new: Sequence[Provision]) -> Iterator[Pair]:
        """Yield the pairs that have at least two of their weightiest stems in common."""
        holding: dict[str, list[Provision]] = {}
        for each in new:
            for stem in self._weighty(each):
                holding.setdefault(stem, []).append(each)
        for one in old:
            shared = Counter(
                id(each) for stem in self._weighty(one) for each in holding.get(stem, ())
            )
            yield from ((one, each) for each in new if shared[id(each)] >= _KIN)

    def _weighty(self, provision: Provision) -> list[str]:
        stems = {stem for code in self.languages for stem in self.bag(provision, code)}
        return sorted(stems, key=lambda stem: (-self.weights.get(stem, 1.0), stem))[:_WEIGHTY]

    def _heading(self, provision: Provision, code: str) -> Counter[str]:
        name = (id(provision), code, None)
        if name not in self.bags:
            words = provision.heading.get(code, "") if provision.heading else ""
            self.bags[name] = Counter(self._stems(words, code))
        return self.bags[name]

    def _stems(self, words: str, code: str) -> Iterator[str]:
        language = self.languages[code]
        return (f"{code}:{language.analyse(word)}" for _, _, word in language.words(words))

    def _alike(
        self, one: Provision, other: Provision, bag: Callable[[Provision, str], Counter[str]]
    ) -> float:
        """Give the share of common stems, by weight, on the average of the common languages."""
        rates = []
        for code in self.languages:
            ours, theirs = sorted((bag(one, code), bag(other, code)), key=len)
            if ours:
                whole = self._weight(ours) + self._weight(theirs)
                rates.append(2 * self._common(ours, theirs) / whole if whole else 0.0)
        return sum(rates) / len(rates) if rates else 0.0

    def _common(self, ours: Counter[str], theirs: Counter[str]) -> float:
        weights = self.weights
        return sum(
            weights.get(stem, 1.0) * min(n, theirs[stem])
            for stem, n in ours.items()
            if stem in theirs
        )

    def _weight(self, bag: Counter[str]) -> float:
        """Weigh a bag once: each is compared with hundreds."""
        if id(bag) not in self.sums:
            self.sums[id(bag)] = sum(self.weights.get(stem, 1.0) * n for stem, n in bag.items())
        return self.sums[id(bag)]
