"""Work that processes share: this one takes it from the front, the others from the back.

Where a process can be forked, a helper has all that this one knows; elsewhere it is told.
"""

import gc
import multiprocessing as mp
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing.context import BaseContext
from typing import TypeVar

T = TypeVar("T")
W = TypeVar("W")


@contextmanager
def helped(count: int, begin: Callable[[W], None], told: W) -> Iterator[Executor | None]:
    """Give so many helpers, each of which begins with what it is told; None for no helper."""
    if count < 1:
        yield None
        return
    awake = partial(_awake, begin, told)
    pool = ProcessPoolExecutor(count, mp_context=_way(), initializer=awake)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def shared_out(
    pool: Executor | None, work: Sequence[W], here: Callable[[W], T], there: Callable[[W], T]
) -> Iterator[tuple[int, T]]:
    """Yield what comes of each piece of work with its number, as it is done, in whatever order.

    `there` does in a helper what `here` does in this process.
    """
    if pool is None:
        yield from ((number, here(piece)) for number, piece in enumerate(work))
        return
    first, *others = range(len(work))
    waiting = {number: pool.submit(there, work[number]) for number in reversed(others)}
    yield first, here(work[first])
    for number in others:
        yield from _told(waiting)
        if number in waiting and waiting[number].cancel():
            del waiting[number]
            yield number, here(work[number])
    yield from ((number, each.result()) for number, each in waiting.items())


def _told(waiting: dict[int, Future[T]]) -> Iterator[tuple[int, T]]:
    """Yield what helpers have done by now, and wait for it no longer."""
    for number in [number for number, each in waiting.items() if each.done()]:
        yield number, waiting.pop(number).result()


def _way() -> BaseContext:
    """Fork where that is safe: another thread could hold a lock that the helper then waits for."""
    can_fork = "fork" in mp.get_all_start_methods() and threading.active_count() == 1
    return mp.get_context("fork" if can_fork else "spawn")


def _awake(begin: Callable[[W], None], told: W) -> None:
    gc.freeze()  # what is shared is not copied for the sake of searching it
    begin(told)


@contextmanager
def lasting() -> Iterator[None]:
    """Take all that there is for lasting: to search it for garbage is a tenth of making bundles."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
