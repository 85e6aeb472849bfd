"""A page about no single record: a glossary, a count of what is there, a list of findings."""

from gollanma.views.addresses import HOME
from gollanma.views.context import Desk
from gollanma.views.page import Crumb, Page, TocEntry


def plain_page(  # noqa: PLR0913 - what such a page needs beside its view
    desk: Desk,
    template: str,
    heading: str,
    view: object,
    *,
    description: str = "",
    sample: bool = False,
    toc: tuple[TocEntry, ...] = (),
) -> Page:
    """Give the page of a view that belongs to no record."""
    voice = desk.voice
    return Page(
        address=desk.address,
        lang=voice.code,
        template=template,
        title=heading,
        heading=heading,
        description=description,
        quick_exit=False,
        sample=sample,
        crumbs=(Crumb(voice.say("frame.home"), HOME), Crumb(heading, None)),
        side_title="",
        side=(),
        toc=toc,
        view=view,
        languages=voice.project.languages.all,
    )
