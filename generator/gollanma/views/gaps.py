"""Where the law is not carried out yet: by-laws nobody has made, duties that nothing serves."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.graph import Target
from gollanma.law import Unit
from gollanma.law.gaps import Promise, duties, promises
from gollanma.model.kinds import Edition
from gollanma.views.addresses import GAPS, is_current
from gollanma.views.context import Desk, Link
from gollanma.views.frame import toc_of
from gollanma.views.page import Page
from gollanma.views.plain import plain_page
from gollanma.views.provisions import ByLawView, Provisions, edition_name
from gollanma.views.saying import Said
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class GapRow:
    """One provision that waits for something."""

    place: Link
    edition: str
    """Named where it is not the one in use."""
    text: Said | None
    by_law: ByLawView | None


@dataclass(frozen=True, slots=True)
class GapSection:
    """The gaps of one sort in one act."""

    id: str
    title: str
    count: str
    rows: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """All that the page prints."""

    heading: str
    lead: str
    notice: str
    """That some of it is no official text; empty where all of it is."""
    by_laws: tuple[GapSection, ...]
    duties: tuple[GapSection, ...]


def gap_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page, where the project has acts."""
    desk = Desk(voice, GAPS)
    due = [each for each in promises(voice.graph) if each.act is None]
    unserved = [each for each in duties(voice.graph) if each.is_open]
    if not voice.siblings("act"):
        return
    heading = voice.say("gaps.heading")
    lead = voice.say("gaps.lead", due=len(due), open=len(unserved))
    editions = {*(each.edition for each in due), *(each.edition for each in unserved)}
    is_sample = any(voice.library.records[each].sample for each in editions)
    view = GapView(
        heading,
        lead,
        voice.say("act.sample") if is_sample else "",
        tuple(_sections(desk, "by-law", [(each.edition, each.unit, each) for each in due])),
        tuple(_sections(desk, "duty", [(each.edition, each.unit, None) for each in unserved])),
    )
    toc = toc_of(voice, (("by-laws-due", view.by_laws), ("duties-open", view.duties)))
    yield plain_page(desk, "gaps.html", heading, view, description=lead, sample=is_sample, toc=toc)


Waiting = tuple[str, Unit, Promise | None]


def _sections(desk: Desk, sort: str, these: list[Waiting]) -> Iterator[GapSection]:
    """Yield the gaps act by act, in the order in which they were found."""
    acts: dict[str, list[Waiting]] = {}
    for each in these:
        acts.setdefault(each[0].partition("@")[0], []).append(each)
    for act, waiting in acts.items():
        rows = tuple(_row(desk, *each) for each in waiting)
        slug = act.partition("/")[2]
        yield GapSection(f"_{sort}.{slug}", desk.voice.title(act).words, str(len(rows)), rows)


def _row(desk: Desk, key: str, unit: Unit, promise: Promise | None) -> GapRow:
    voice = desk.voice
    edition = dict(voice.library.editions(key.partition("@")[0]))[key]
    inner = Desk(voice, desk.address, key, edition)
    target = Target(key.partition("@")[0], key, unit.provision.id, unit.path)
    by_law = Provisions(inner, edition).by_law(promise.by_law) if promise else None
    text = None if promise else inner.line(unit.provision.text)
    return GapRow(inner.place_in(target), _named(voice, key, edition), text, by_law)


def _named(voice: Voice, key: str, edition: Edition) -> str:
    is_binding = is_current(voice.library, key) and edition.in_force is not None
    return "" if is_binding else edition_name(voice, edition)
