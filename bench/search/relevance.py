"""How well search answers the judged queries of `tests/search`, over the real content.

The tuned two thirds are what its makers look at; the third that is held out tells the truth, and so
do the fresh ones, which were judged when the rest was tuned.
`python -m bench.search.relevance SITE` prints the same of a built site, and the tuned queries that
it does not answer.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.search.figures import OURS, Figure
from bench.search.words import LANGUAGES
from gollanma.languages import load as load_languages
from gollanma.model.refs import Ref
from gollanma.search import Answer, Engine, Query
from tests.search.judged import (
    FRESH,
    NO_EXPANSION,
    QUERIES,
    Judged,
    is_held_out,
    load,
    reciprocal_rank,
    success_at,
)

DEPTH, LOOKED_AT = 3, 10
ALL, TUNED, HELD_OUT = "all", "tuned", "held out"
SIDES = (ALL, TUNED, HELD_OUT)
LATER = "fresh"
"""Begins the names of the groups that were judged later: all of them are held out."""
NO_RECORD = "page/of-no-record"
GOALS = {(ALL, ALL): "at least 0.97"}


@dataclass(frozen=True, slots=True)
class Served:
    """A judged query and how it was served."""

    judged: Judged
    ranked: tuple[str, ...]
    """What was found, the best first."""
    is_fresh: bool = False

    @property
    def may_be_seen(self) -> bool:
        """Whether its answers may be looked at while search is tuned."""
        return not self.is_fresh and not is_held_out(self.judged)

    @property
    def is_found(self) -> bool:
        """Whether one of the first three results answers."""
        return success_at(self.ranked, self.judged, DEPTH)

    @property
    def rank(self) -> float:
        """The inverse of the place of the first answer."""
        return reciprocal_rank(self.ranked, self.judged)


@dataclass(frozen=True, slots=True)
class Group:
    """Queries that have something in common."""

    name: str
    """A language or a difficulty."""
    side: str
    served: tuple[Served, ...]

    @property
    def success(self) -> float:
        """The share of queries with an answer among the first three results."""
        return sum(each.is_found for each in self.served) / len(self.served)

    @property
    def rank(self) -> float:
        """The mean of the inverse places of the first answers."""
        return sum(each.rank for each in self.served) / len(self.served)


def serve_all(site: Path) -> tuple[Served, ...]:
    """Ask a built site all judged queries, then the fresh ones."""
    engine = _engine(site)
    return tuple(
        Served(
            each,
            tuple(_ref(result.hit.ref) for result in _answer(engine, each).results),
            is_fresh=path == FRESH,
        )
        for path in (QUERIES, FRESH)
        for each in load(path)
    )


def _ref(text: str) -> str:
    """Give a reference; one of no record for a page written by hand, which takes its place."""
    return text if Ref.parse(text) else NO_RECORD


def _engine(site: Path) -> Engine:
    languages = load_languages(LANGUAGES)
    return Engine(languages, lambda address: (site / address).read_text(encoding="utf-8"))


def _answer(engine: Engine, judged: Judged) -> Answer:
    return engine.search(Query(judged.query, judged.lang, limit=LOOKED_AT))


def wrong_expansions(site: Path) -> tuple[Judged, ...]:
    """Give the ordinary queries that a built site explains by another language."""
    engine = _engine(site)
    return tuple(
        each for each in load(NO_EXPANSION) if is_expanded(_answer(engine, each), each.lang)
    )


def is_expanded(answer: Answer, lang: str) -> bool:
    """Tell whether an answer explains the query by another language."""
    understood = answer.understood
    return understood.lang != lang or any(each.lang != lang for each in understood.across)


def groups(served: Iterable[Served]) -> tuple[Group, ...]:
    """Give the whole set, each language and each difficulty; each whole, tuned and held out.

    The fresh ones are groups by themselves, all held out.
    """
    found: dict[tuple[str, str], list[Served]] = {}
    for each in served:
        for key in _keys(each):
            found.setdefault(key, []).append(each)
    order = (ALL, *LANGUAGES, LATER)
    names = sorted(found, key=lambda key: (order.index(key[0]) if key[0] in order else 9, key))
    return tuple(Group(*key, tuple(found[key])) for key in names)


def _keys(served: Served) -> Iterator[tuple[str, str]]:
    """Yield name and side of each group to which a query belongs."""
    judged = served.judged
    if served.is_fresh:
        for name in (LATER, f"{LATER} {judged.lang}", f"{LATER} {judged.kind}"):
            yield from ((name, ALL), (name, HELD_OUT))
        return
    for name in (ALL, judged.lang, judged.kind):
        yield from ((name, ALL), (name, TUNED if served.may_be_seen else HELD_OUT))


def group_figures(served: Iterable[Served]) -> Iterator[Figure]:
    """Yield the two measures of every group."""
    for each in groups(served):
        goal = GOALS.get((each.name, each.side), "")
        label = f"{each.name}, {each.side}"
        yield Figure(f"success@{DEPTH}, {label}", OURS, each.success, "", goal)
        yield Figure(f"MRR, {label}", OURS, each.rank, "")


def mistaken(site: Path) -> Iterator[Figure]:
    """Yield how often a built site explains an ordinary query by another language."""
    share = len(wrong_expansions(site)) / len(load(NO_EXPANSION))
    yield Figure("wrong expansions", OURS, share, "", "at most 0.02")


def twins(served: Sequence[Served]) -> Iterator[Figure]:
    """Yield how often queries without signs are answered, and their properly typed twins."""
    known = {each.judged.id: each for each in served}
    pairs = [(each, known[each.judged.pair]) for each in served if each.judged.pair]
    bare = sum(each.is_found for each, _ in pairs) / len(pairs)
    proper = sum(each.is_found for _, each in pairs) / len(pairs)
    yield Figure(f"success@{DEPTH}, without signs", OURS, bare, "", "as properly typed")
    yield Figure(f"success@{DEPTH}, properly typed", OURS, proper, "")


def grid(served: Iterable[Served]) -> Iterator[str]:
    """Yield a table: a line for each language and difficulty, three columns for each side."""
    known = {(each.name, each.side): each for each in groups(served)}
    yield f"{'judged queries':<18}" + "".join(f"{side:>20}" for side in SIDES)
    yield " " * 18 + f"{'n':>6}{f's@{DEPTH}':>7}{'MRR':>7}" * len(SIDES)
    for name in dict.fromkeys(name for name, _ in known):
        yield f"{name:<18}" + "".join(_cell(known.get((name, side))) for side in SIDES)


def _cell(group: Group | None) -> str:
    if group is None:
        return f"{0:>6}" + " " * 14
    return f"{len(group.served):>6}{group.success:>7.3f}{group.rank:>7.3f}"


def main(site: Path) -> None:
    """Print the table, then what the tuned queries miss."""
    served = serve_all(site)
    print("\n".join(grid(served)))
    for each in served:
        if each.may_be_seen and not each.is_found:
            print(each.judged.id, each.judged.lang, repr(each.judged.query), each.ranked[:DEPTH])
    for plain in wrong_expansions(site):
        print("expanded:", plain.id, plain.lang, repr(plain.query))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
