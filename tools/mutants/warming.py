"""Do once, before there is any change, what every test would do again in its own process."""

import gc
from functools import cache
from typing import Any

from gollanma.model.kinds import KINDS
from tests.support.projects import small

CHANGED = ("gollanma.source", "gollanma.model", "gollanma.graph", "gollanma.checks", "tests")
"""What is said here may depend on a change: nobody remembers it."""
CACHED = type(cache(len))


def build() -> None:
    """Let pydantic make what it would make at the first record of each kind."""
    for kind in KINDS:
        kind.model_rebuild(force=True)


def warm() -> None:
    """Read the language packs, and look at each word of the small project."""
    small().findings()
    for each in gc.get_objects():
        if isinstance(each, CACHED) and _module(each).startswith(CHANGED):
            each.cache_clear()


def _module(cached: Any) -> str:  # noqa: ANN401 - any function can be cached
    return getattr(cached, "__module__", "") or ""
