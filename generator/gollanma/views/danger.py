"""What to do when somebody is in danger now: the same words on every page that begins with it."""

from dataclasses import dataclass

from gollanma.model import Ref
from gollanma.model.project import Pointer
from gollanma.views.addresses import pointed
from gollanma.views.calls import Call, calls_of
from gollanma.views.context import Desk, Link
from gollanma.views.markup import safe


@dataclass(frozen=True, slots=True)
class DangerView:
    """What to do when somebody is in danger now."""

    intro: str
    links: tuple[Link, ...]
    calls: tuple[Call, ...]
    note: str


def danger_of(desk: Desk) -> DangerView | None:
    """Give the project's words for danger; None where it has none."""
    emergency = desk.voice.project.emergency
    if emergency is None:
        return None
    plain = desk.voice.plain
    links = tuple(pointer_of(desk, each) for each in emergency.links)
    return DangerView(plain(emergency.intro), links, calls_of(desk), plain(emergency.note))


def pointer_of(desk: Desk, pointer: Pointer) -> Link:
    """Give a link of the project file, in its own words."""
    words = safe(desk.voice.plain(pointer.text))
    if isinstance(pointer.to, Ref):
        return desk.link(pointer.to, words) or desk.lost(pointer.to, words)
    return desk.leading(pointed(pointer.to), words)
