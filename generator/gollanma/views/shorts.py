"""Short addresses: one small page per national code, which leads on to the record."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.views.addresses import short_address
from gollanma.views.context import Desk, Link
from gollanma.views.frame import label_of
from gollanma.views.page import Page
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class ShortView:
    """Where the short address leads."""

    label: str
    link: Link


def short_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each national code."""
    for key, record in voice.library.records.items():
        if not record.code:
            continue
        desk = Desk(voice, short_address(record.code))
        label = label_of(voice, record)
        yield Page(
            address=desk.address,
            lang=voice.code,
            template="short.html",
            title=label,
            heading=label,
            description="",
            quick_exit=record.quick_exit,
            sample=record.sample,
            crumbs=(),
            side_title="",
            side=(),
            toc=(),
            view=ShortView(label, desk.page(key)),
            languages=voice.project.languages.all,
        )
