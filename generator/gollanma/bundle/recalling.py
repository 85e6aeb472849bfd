"""A recall: the notice that says it, and the entry by which later copies know of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import Ring, Trust
from gollanma.bundle.keys.root import RECALL
from gollanma.bundle.manifest import ISSUES, version_of
from gollanma.bundle.notice import Notice, signed
from gollanma.model import Library, Ref
from gollanma.model.state import RECALLS, Recalled
from gollanma.views.addresses import page_of
from gollanma.views.marks import mark_of
from gollanma.views.recalls import Place, place_of

HEAD = "# Written by `gollanma recall`; never by hand.\n"


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall be recalled."""

    ref: Ref
    first: int
    """The oldest version of a bundle that is meant; 0 means all."""
    last: int
    day: date


def last_of(day: date) -> int:
    """Give the last version that a bundle of a day can have."""
    return version_of(day, ISSUES - 1)


def recalled(library: Library, wish: Wish, trust: Trust, ring: Ring) -> Recalled | None:
    """Give the entry of a recall with its signed notice; None where the reference leads nowhere.

    `library` is what everybody may receive: nobody has another copy, and its stamps are compared.
    Code `recall-key` where no key of the ring may sign a recall.
    """
    place = place_of(library, wish.ref)
    if place is None:
        return None
    notice = Notice(_mark(library, place), wish.first, wish.last, wish.day)
    allowed = sorted(set(ring.publics) & set(trust.root.roles[RECALL].keys))
    if not allowed:
        raise BundleError("recall-key")
    text = signed(notice, ring, allowed[0])
    return Recalled(
        ref=wish.ref,
        on=wish.day,
        first=wish.first,
        last=wish.last,
        stamp=place.stamp,
        notice=text,
    )


def _mark(library: Library, place: Place) -> int:
    """Give the mark of a page; code `recall-alike` where another page has the same."""
    mark = mark_of(place.address)
    pages = {page_of(library, key) for key in library.records} | set(library.state.addresses)
    if any(mark_of(each) == mark for each in pages - {place.address}):
        raise BundleError("recall-alike", place.address)
    return mark


def written(recalls: Iterable[Recalled]) -> dict[str, str]:
    """Give the file of all recalls, in the order of their days."""
    rows = "".join(
        map(_row, sorted(recalls, key=lambda each: (each.on, str(each.ref), each.notice)))
    )
    return {RECALLS: f"{HEAD}recalls:\n{rows}"}


def _row(each: Recalled) -> str:
    return (
        f"  - ref: '{each.ref}'\n    on: {each.on}\n    first: {each.first}\n"
        f"    last: {each.last}\n    stamp: {each.stamp}\n    notice: '{each.notice}'\n"
    )
