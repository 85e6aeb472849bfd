"""What an import leaves to a person, kept in the state until somebody decides."""

from collections.abc import Iterable, Iterator, Mapping

from gollanma.exchange.lawtext.carrying import Carried
from gollanma.model import Library
from gollanma.model.state import UNDECIDED
from gollanma.model.undecided import Undecided, as_text


def entries(
    waiting: Iterable[Carried], ids: Mapping[str, Mapping[str, str]]
) -> Iterator[Undecided]:
    """Yield what is kept of references; `ids` are the new names of places, by edition."""
    for each in waiting:
        likeness = each.finding.values.get("likeness") if each.finding else None
        yield Undecided(
            where=_now(each.where, ids),
            old=each.old,
            new=each.new,
            likeness=likeness if isinstance(likeness, int) else None,
        )


def _now(where: str, ids: Mapping[str, Mapping[str, str]]) -> str:
    """Give a place as it is called when the text has taken the place of the sample."""
    key, _, place = where.partition("#")
    name = ids[key].get(place, "") if key in ids else place
    return f"{key}#{name}" if name else key


def merged(library: Library, found: Iterable[Undecided]) -> Mapping[str, str]:
    """Give the file of what waits, with what waits in it already; none where nothing does."""
    every = (*library.state.undecided, *found)
    return {UNDECIDED: as_text(every)} if every else {}
