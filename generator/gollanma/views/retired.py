"""Pages at the addresses of retired records: they say where to go, or why nothing is there."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.graph import Target, resolve
from gollanma.model import Ref
from gollanma.views.context import Desk, Link
from gollanma.views.page import Page
from gollanma.views.saying import Said
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class RetiredView:
    """What became of the record."""

    lead: str
    reason: Said | None
    """Absent where nobody wrote one."""
    link: Link | None
    """Absent where nothing took its place."""


def retired_pages(voice: Voice) -> Iterator[Page]:
    """Yield a page for each record that is gone; retired places stand on their record's page."""
    for old, retired in sorted(voice.library.state.retired.items()):
        ref = Ref.parse(old)
        if ref is None or ref.fragment or ref.at or ref.record in voice.library.records:
            continue
        desk = Desk(voice, f"{ref.record}.html")
        target = resolve(voice.library, retired.new, "") if retired.new else None
        link = desk.page(target.key) if isinstance(target, Target) else None
        heading = voice.say("retired.title")
        lead = voice.say("retired.moved" if link else "retired.gone")
        yield Page(
            address=desk.address,
            lang=voice.code,
            template="retired.html",
            title=heading,
            heading=heading,
            description="",
            quick_exit=isinstance(target, Target) and voice.library.records[target.key].quick_exit,
            sample=False,
            crumbs=(),
            side_title="",
            side=(),
            toc=(),
            view=RetiredView(lead, desk.name(retired.reason), link),
            languages=voice.project.languages.all,
        )
