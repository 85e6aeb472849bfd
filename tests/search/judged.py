"""The judged queries: what people type, which places answer, and how well a ranking serves them."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from gollanma.model.refs import Ref

HERE = Path(__file__).parent
QUERIES = HERE / "queries.toml"
FRESH = HERE / "queries-fresh.toml"
"""Judged later, to see whether a change serves more than the queries that it was tuned on."""
NO_EXPANSION = HERE / "no-expansion.toml"


@dataclass(frozen=True, slots=True)
class Judged:
    """A query as somebody types it, and the places that answer the situation behind it."""

    id: str
    lang: str
    """The language of the page on which it is typed."""
    kind: str
    """What makes it hard."""
    query: str
    expected: tuple[str, ...]
    """Best first; empty where only the words are judged, not the answer."""
    reason: str
    pair: str | None = None
    """The id of the same query properly typed; absent where there is no such twin."""
    meant: str | None = None
    """The words behind a slip of the keyboard or an older script; absent elsewhere."""


@cache
def load(path: Path = QUERIES) -> tuple[Judged, ...]:
    """Give the queries of a file, in its order."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["query"]
    return tuple(Judged(**{**row, "expected": tuple(row["expected"])}) for row in rows)


def is_held_out(judged: Judged) -> bool:
    """Tell whether a query belongs to the third that nobody looks at while tuning.

    Twins stand on the same side: who has seen one has seen the other.
    """
    digest = sha256((judged.pair or judged.id).encode()).digest()
    return int.from_bytes(digest) % 3 == 0


def success_at(ranked: Sequence[str], judged: Judged, depth: int) -> bool:
    """Tell whether one of the first results is a place that answers."""
    return any(_answers(each, judged) for each in ranked[:depth])


def reciprocal_rank(ranked: Sequence[str], judged: Judged) -> float:
    """Give 1 for an answer in the first place, ½ in the second; 0 when no result answers."""
    ranks = (rank for rank, each in enumerate(ranked, start=1) if _answers(each, judged))
    return next((1 / rank for rank in ranks), 0.0)


def _answers(result: str, judged: Judged) -> bool:
    return any(_leads_to(_ref(result), _ref(wanted)) for wanted in judged.expected)


def _leads_to(result: Ref, wanted: Ref) -> bool:
    if result.record != wanted.record:
        return False
    if wanted.kind == "act":  # Each article has a page of its own.
        return _article(result) == _article(wanted)
    return None in {result.fragment, wanted.fragment} or result.fragment == wanted.fragment


def _article(ref: Ref) -> str:
    return (ref.fragment or "").partition(".")[0]


def _ref(text: str) -> Ref:
    ref = Ref.parse(text)
    if ref is None or ref.is_local:
        raise ValueError(f"{text} is not the reference of a record")
    return ref
