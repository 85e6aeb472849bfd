"""The figures of the engines at one size, all taken in turn in the same run."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from playwright.sync_api import Browser

from bench.search.browser import INDEX, MB, Engine, cold_start, heap, longest_task
from bench.search.figures import OURS, Figure, percentile
from bench.search.pages import Corpus
from bench.search.plan import BEFORE, LARGE, QUERIES, SLOWER, SMALL, Size, Turns
from bench.search.queries import queries

FIRST_RESULT = "first key to first result"
GOALS = {
    (FIRST_RESULT, SMALL): "at most 100",
    (FIRST_RESULT, LARGE): "at most 150",
    (f"{FIRST_RESULT}, CPU {SLOWER} times slower", SMALL): "at most 300",
    ("longest task", SMALL): "at most 50",
    ("longest task, CPU", SMALL): "at most 50",
    ("heap", SMALL): "at most 25",
    (INDEX, SMALL): "at most 1.2",
}


def figures(
    browser: Browser, source: Corpus, lang: str, size: Size, engines: Mapping[str, Engine]
) -> Iterator[Figure]:
    """Yield what each engine takes: milliseconds, megabytes of memory."""
    asked = list(
        islice(queries(source, lang, size.pages), max(each.starts for each in size.turns.values()))
    )
    for how in (Way(), Way(SLOWER), Way(before=BEFORE), Way(SLOWER, BEFORE)):
        yield from _starts(browser, asked, size, engines, how)
    for name, engine in engines.items():
        tasks = [longest_task(browser, engine, each) for each in asked[: size.turns[name].traces]]
        yield figure("longest task", size, name, max(task.wall for task in tasks), "ms")
        yield figure("longest task, CPU", size, name, max(task.cpu for task in tasks), "ms")
        yield figure("heap", size, name, heap(browser, engine, asked[:QUERIES]), "MB")


@dataclass(frozen=True, slots=True)
class Way:
    """How an engine is started."""

    slower: int = 1
    """By how much the CPU is slowed down."""
    before: int = 0
    """Milliseconds before the first key in which somebody turned to the box."""

    @property
    def called(self) -> str:
        """What the figure of such starts is called."""
        slow = f", CPU {self.slower} times slower" if self.slower > 1 else ""
        return f"{FIRST_RESULT}{slow}" + (
            f", box entered {self.before} ms before" * bool(self.before)
        )


def _starts(
    browser: Browser, asked: Sequence[str], size: Size, engines: Mapping[str, Engine], how: Way
) -> Iterator[Figure]:
    times: dict[str, list[float]] = defaultdict(list)
    for turn, query in enumerate(asked):
        for name, engine in engines.items():
            if turn < _count(size.turns[name], how):
                times[name].append(cold_start(browser, engine, query, how.slower, how.before))
    for name, measured in times.items():
        yield figure(f"{how.called}, p50", size, name, percentile(measured, 0.5), "ms")
        yield figure(how.called, size, name, percentile(measured, 0.95), "ms")


def _count(turns: Turns, how: Way) -> int:
    if how.before and not turns.early:
        return 0
    return turns.starts if how.slower == 1 else turns.slow


def figure(what: str, size: Size, engine: str, value: float, unit: str) -> Figure:
    """Give a figure with the size in its name, and our goal where there is one."""
    goal = GOALS.get((what, size.pages), "") if engine == OURS else ""
    return Figure(f"{what}, {size.pages:,} pages", engine, value, unit, goal)


def weights(size: Size, engines: Mapping[str, Engine]) -> Iterator[Figure]:
    """Yield how heavy the files of each engine's index are, by what they hold."""
    for name, engine in engines.items():
        for what, paths in engine.index.items():
            heavy = sum(each.stat().st_size for each in paths) / MB
            yield figure(what, size, name, heavy, "MB")
