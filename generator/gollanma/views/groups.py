"""The page of a group: who these people are, what they need, and which services are for them."""

from collections.abc import Iterator
from dataclasses import replace

from gollanma.model.kinds import Group
from gollanma.views.context import Desk
from gollanma.views.frame import desk_of, frame_of
from gollanma.views.inverse import grouped, pointing
from gollanma.views.markup import safe
from gollanma.views.page import Page
from gollanma.views.sheets import Block, prose, rows, section_of, several, sheet_page
from gollanma.views.voice import Voice

SERVED = "service.groups"


def group_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each group."""
    for key, group in voice.library.keyed(Group):
        yield group_page(desk_of(voice, key), group)


def group_page(desk: Desk, group: Group) -> Page:
    """Give the page of a group."""
    references = tuple(pointing(desk.voice, desk.key))
    others = (each for each in references if each.relation != SERVED)
    services = dict.fromkeys(each.source for each in references if each.relation == SERVED)
    terms = rows((desk.voice.say("group.terms"), several(desk.links(group.terms))))
    served = tuple(safe(desk.page(key)) for key in desk.voice.ordered(services))
    sections = (
        section_of(desk, "who-they-are", Block(prose=prose(desk.block(group.description)))),
        section_of(desk, "needs", Block(points=prose(*desk.lines(group.needs)), rows=terms)),
        section_of(desk, "services", Block(points=served)),
    )
    frame = replace(frame_of(desk, group), inverse=grouped(desk, others))
    return sheet_page(desk, group, frame, sections)
