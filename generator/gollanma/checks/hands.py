"""Judging with every processor of the machine: the same findings in the same order, sooner.

Processes are forked, so that each has the library without reading it; where a machine cannot fork,
or somebody else works in this process too, one judges all.
"""

import gc
import multiprocessing as mp
import os
import signal
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from multiprocessing.synchronize import Lock

from gollanma.checks.engine import Found, found_by, in_turn
from gollanma.checks.finding import Check
from gollanma.graph import Graph

FEWEST_RECORDS = 150
"""Fewer are judged sooner than processes are forked."""
TERMS = frozenset({"GLO005", "GLO006", "GLO007", "GLO010", "LAW107", "SOP014"})
"""Codes that ask where terms occur: one process finds that out for all of them."""
NUMBERS = frozenset({"FACT004", "I18N003", "I18N004", "I18N005", "I18N006"})
"""Codes that ask which numbers texts say."""

Work = Sequence[Sequence[Check]]
"""Checks that are judged by one process, the longest work first."""
OURS = 0
"""The work on terms: done where the library was read, the stems of its words are known there."""


def abreast(graph: Graph, checks: Sequence[Check]) -> Sequence[Found]:
    """Give what each check finds, judged by as many processes as there are processors."""
    others = _processors() - 1
    is_small = len(graph.library.records) < FEWEST_RECORDS
    if is_small or not others or threading.active_count() > 1:
        return in_turn(graph, checks)
    work = _work(checks)
    _share(graph)
    with _helped(graph, work, others) as (turns, helpers):
        found = dict(_done(graph, work, chain([OURS], turns.taken(len(work)))))
        for each in helpers:
            found |= _said(each)
    return [found[each.code] if each.code in found else found_by(graph, each) for each in checks]


def _processors() -> int:
    """Give how many processors we may use; one where no process can be forked."""
    if "fork" not in mp.get_all_start_methods() or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


def _work(checks: Sequence[Check]) -> Work:
    groups = [[each for each in checks if each.code in those] for those in (TERMS, NUMBERS)]
    alone = ([each] for each in checks if each.code not in TERMS | NUMBERS)
    return (*groups, *alone)


def _share(graph: Graph) -> None:
    """Find out before forking what nearly every check asks for, and read the packs."""
    _ = graph.texts, graph.printed, graph.links, *graph.languages.values()


class _Turns:
    """Whose work is next, asked by several processes."""

    def __init__(self) -> None:
        context = mp.get_context("fork")
        self._lock: Lock = context.Lock()
        self._next = context.RawValue("i", OURS + 1)

    def taken(self, count: int) -> Iterator[int]:
        """Yield the numbers of work that nobody has taken, each to one process."""
        while True:
            with self._lock:
                number = self._next.value
                self._next.value += 1
            if number >= count:
                return
            yield number


def _done(graph: Graph, work: Work, numbers: Iterable[int]) -> Iterator[tuple[str, Found]]:
    for number in numbers:
        for check in work[number]:
            yield check.code, found_by(graph, check)


@contextmanager
def _helped(graph: Graph, work: Work, count: int) -> Iterator[tuple[_Turns, Sequence[Connection]]]:
    """Give the turns that are shared with so many helpers, and where each tells what it found."""
    context, turns = mp.get_context("fork"), _Turns()
    pipes = [context.Pipe(duplex=False) for _ in range(count)]
    helpers = [
        context.Process(target=_help, args=(graph, work, turns, writer), daemon=True)
        for _, writer in pipes
    ]
    try:
        for helper in helpers:
            helper.start()
        for _, writer in pipes:
            writer.close()
        yield turns, [reader for reader, _ in pipes]
    finally:
        _end(helpers)


def _end(helpers: Sequence[ForkProcess]) -> None:
    for each in helpers:
        if each.pid is not None:
            each.kill()
            each.join()


def _help(graph: Graph, work: Work, turns: _Turns, answer: Connection) -> None:
    """Judge in a forked process; who pressed Ctrl+C is heard by the process that forked it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # what is shared is not copied for the sake of searching it
    answer.send(dict(_done(graph, work, turns.taken(len(work)))))


def _said(helper: Connection) -> Mapping[str, Found]:
    """Give what a helper found; nothing where it ended before it could tell."""
    try:
        told: Mapping[str, Found] = helper.recv()
    except EOFError:
        return {}
    return told
