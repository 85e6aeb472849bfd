"""Which pages of copies are withdrawn: answered from the state, where every recall is kept.

A recall names the versions of bundles that it means; and while a place says what it said when it
was recalled, it stays withdrawn in every later one: nobody forgets to mend it.
"""

from dataclasses import dataclass
from datetime import date

from gollanma.graph import Target, resolve
from gollanma.model import Library, Ref
from gollanma.model.base import Part
from gollanma.model.state import content_stamp
from gollanma.model.walk import at
from gollanma.views.addresses import spot_of
from gollanma.views.marks import mark_of

DIGITS = 16


@dataclass(frozen=True, slots=True)
class Place:
    """A place that can be recalled: the page that shows it, and what it says."""

    address: str
    """Of the page, in the default language: it is withdrawn as a whole."""
    stamp: str


def place_of(library: Library, ref: Ref) -> Place | None:
    """Give the place to which a reference leads today, or None where it leads nowhere."""
    target = resolve(library, ref, "")
    if not isinstance(target, Target):
        return None
    held = library.records.get(target.holder) or library.state.released[target.holder]
    part = at(held, target.path)
    said = part if isinstance(part, Part) else held
    return Place(spot_of(library, target).address, content_stamp(said))


def withdrawn(library: Library, version: int | None) -> dict[str, str]:
    """Give the day from which each page is withdrawn, by its mark as 16 digits, in their order.

    `library` is what everybody may receive, of all territories and in all languages: a stamp is
    over all that a place says. Without a version, as on the site, only what is not mended counts.
    """
    days: dict[str, date] = {}
    for each in library.state.recalls:
        place = place_of(library, each.ref)
        is_meant = version is not None and each.first <= version <= each.last
        if place is not None and (is_meant or place.stamp == each.stamp):
            digits = digits_of(mark_of(place.address))
            days[digits] = min(each.on, days.get(digits, each.on))
    return {mark: days[mark].isoformat() for mark in sorted(days)}


def notices(library: Library) -> tuple[str, ...]:
    """Give the letters of all notices, which every later copy carries."""
    return tuple(sorted({each.notice for each in library.state.recalls}))


def digits_of(mark: int) -> str:
    """Give a mark as scripts write it."""
    return f"{mark:0{DIGITS}x}"
