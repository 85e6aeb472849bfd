"""Numbers and ids of provisions: numbers without gaps, ids that are never given twice."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase

from gollanma.checks.acts import earlier, rules_of
from gollanma.checks.finding import Also, Finding, check
from gollanma.checks.standing import spoken_in
from gollanma.graph import Graph
from gollanma.languages import roman
from gollanma.law import Unit, units
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind, Numbering

NUMBER = re.compile(r"(?P<base>[^\s^]+)(?:\^(?P<raised>[0-9]+))?")
MOST_ROMAN = 400
FEWEST_WORDS = 3
"""Shorter provisions say the same by chance."""

Number = tuple[int, int]
"""12 is (12, 0), and 12¹, which follows it, is (12, 1)."""
FIRST: Number = (1, 0)
Letters = Sequence[str]


@check("LAW101")
def numbers_out_of_order(graph: Graph) -> Iterator[Finding]:
    """The numbers of provisions have a gap, a repetition or no order.

    Two people who cite the same number mean two different duties.
    """
    alphabets: list[Letters] = [ascii_lowercase]
    alphabets += [[each.lower() for each in one.letters] for one in graph.languages.values()]
    for key, edition in graph.library.keyed(Edition):
        rules = rules_of(graph, key)
        for row in _rows(edition, rules) if rules else ():
            found = (list(_faults(key, row, letters)) for letters in alphabets)
            yield from min(found, key=len)


@dataclass(frozen=True, slots=True)
class _Row:
    """Provisions that are counted together."""

    numbering: Numbering
    is_whole: bool
    """They run through the whole edition, which may be an excerpt."""
    restarts: bool
    """Each holder may count from one again."""
    numbered: tuple[Unit, ...]


def _rows(edition: Edition, rules: ActKind) -> Iterator[_Row]:
    """Yield what is counted together: articles run through all chapters, points do not."""
    placed = units(edition)
    found: dict[tuple[str, str], list[Unit]] = {}
    for unit in placed.values():
        rule = rules.unit(unit.provision.unit)
        if rule and rule.numbering is not Numbering.NONE and unit.provision.number:
            scope = next(
                (each for each in reversed(unit.above) if _counts(each, placed, rules)), ""
            )
            found.setdefault((scope, rule.id), []).append(unit)
    for (scope, name), numbered in found.items():
        rule = rules.unit(name)
        if rule:
            yield _Row(rule.numbering, not scope, not rule.in_path, tuple(numbered))


def _counts(place: str, placed: Mapping[str, Unit], rules: ActKind) -> bool:
    rule = rules.unit(placed[place].provision.unit)
    return rule is not None and rule.in_path


def _faults(key: str, row: _Row, letters: Letters) -> Iterator[Finding]:
    seen: dict[Number, Unit] = {}
    holder = ""
    for unit in row.numbered:
        written = unit.provision.number or ""
        number, path = _read(written, row.numbering, letters), (*unit.path, "number")
        if number is None:
            yield Finding(key, path, "shape", {"number": written})
            continue
        if row.restarts and unit.parent != holder and number == FIRST:
            seen = {}
        fault = _fault(seen, number) if seen else _start(row, number)
        if fault:
            yield _finding(key, unit, fault, seen.get(number) or seen.get(max(seen, default=FIRST)))
        seen.setdefault(number, unit)
        holder = unit.parent


def _finding(key: str, unit: Unit, fault: str, other: Unit | None) -> Finding:
    path = (*unit.path, "number")
    values = {"number": unit.provision.number or ""}
    if other is None:
        return Finding(key, path, fault, values)
    values["before"] = other.provision.number or ""
    return Finding(key, path, fault, values, also=(Also(key, (*other.path, "number"), "other"),))


def _start(row: _Row, number: Number) -> str:
    """Name what is wrong with the first number of a list; an excerpt may begin anywhere."""
    return "" if row.is_whole or number == FIRST else "first"


def _fault(seen: Collection[Number], number: Number) -> str:
    """Name what is wrong with a number behind others; empty where nothing is."""
    last = max(seen)
    if number in {(last[0] + 1, 0), (last[0], last[1] + 1)}:
        return ""
    if number in seen:
        return "repeated"
    return "gap" if number > last else "disorder"


def _read(written: str, numbering: Numbering, letters: Letters) -> Number | None:
    match = NUMBER.fullmatch(written)
    if match is None:
        return None
    base, raised = match["base"], int(match["raised"] or 0)
    if base.isdecimal():
        return int(base), raised
    if numbering is Numbering.ROMAN and base in _romans():
        return _romans()[base], raised
    if numbering is Numbering.LETTER and base.lower() in letters:
        return letters.index(base.lower()) + 1, raised
    return None


@cache
def _romans() -> Mapping[str, int]:
    return {roman(str(number)): number for number in range(1, MOST_ROMAN)}


@check("LAW102")
def id_given_twice(graph: Graph) -> Iterator[Finding]:
    """An id that named one provision names another in a later edition.

    Every page that pointed there now shows a rule that its author never read.
    """
    for key, edition in graph.library.keyed(Edition):
        before = [units(each) for each in earlier(graph, key, edition)]
        if before:
            yield from _reused(key, units(edition), before, spoken_in(graph, key))


def _reused(
    key: str, now: Mapping[str, Unit], before: Sequence[Mapping[str, Unit]], own: str
) -> Iterator[Finding]:
    base, said, told = before[0], _by_words(now, own), _by_words(before[0], own)
    for place, unit in now.items():
        was = next((each[place] for each in before if place in each), None)
        if was is None:
            continue
        path, old, new = (*unit.path, "id"), *(_words(each.provision, own) for each in (was, unit))
        heir, giver = said.get(old, place), told.get(new, place)
        if was.provision.unit != unit.provision.unit:
            yield Finding(key, path, "unit", {"id": place})
        elif place not in base:
            if old != new:
                yield Finding(key, path, "back", {"id": place})
        elif old != new and _took_over(old, heir, place) and _words_at(base, heir, own) != old:
            yield Finding(key, path, "shifted", {"id": place, "heir": heir})
        elif _took_over(new, giver, place) and new not in {old, _words_at(now, giver, own)}:
            yield Finding(key, path, "taken", {"id": place, "giver": giver})


def _by_words(placed: Mapping[str, Unit], language: str) -> Mapping[str, str]:
    return {_words(unit.provision, language): place for place, unit in placed.items()}


def _took_over(words: str, heir: str, place: str) -> bool:
    """Say whether words that tell themselves apart stand under another id."""
    return heir != place and len(words.split()) >= FEWEST_WORDS


def _words(provision: Provision, language: str) -> str:
    texts = (each.get(language, "") for each in (provision.heading, provision.text) if each)
    return "\n".join(texts)


def _words_at(placed: Mapping[str, Unit], place: str, language: str) -> str:
    return _words(placed[place].provision, language) if place in placed else ""
