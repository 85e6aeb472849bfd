"""Pages of copies alone: to check the next copy, to become it, to learn what was withdrawn.

What they do, scripts do; their words stand in the catalogues.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.views.context import Desk
from gollanma.views.links import relative
from gollanma.views.page import Page
from gollanma.views.plain import plain_page
from gollanma.views.voice import Voice

VERIFY, UPDATE, RECALL = "verify.html", "update.html", "recall.html"
ADDRESSES = (VERIFY, UPDATE, RECALL)
TEMPLATE = "copy.html"
LIBRARY, PROGRAM = "assets/library.js", "assets/bundle.js"
"""The scripts of these pages, in the order in which they lean on each other."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a page asks for."""

    name: str
    label: str
    accepts: str
    """The endings of the files that may be chosen; empty where letters are typed."""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class CopyView:
    """What such a page prints before anything is chosen."""

    work: str
    """`verify`, `update` or `recall`: what the script does here."""
    heading: str
    lead: str
    fields: tuple[Field, ...]
    go: str
    private: str
    """What becomes of that which is chosen or typed here."""
    scripts: tuple[str, ...]
    """Where the scripts stand, seen from the page."""


ASKED = {
    "verify": (("file", ".zip,.html"),),
    "update": (("old", ".zip,.html"), ("patch", ".gpatch")),
    "recall": (("text", ""),),
}


def copy_pages(voice: Voice) -> Iterator[Page]:
    """Yield the pages; they are none of the site's own, which has no copy to check."""
    for address in ADDRESSES:
        desk = Desk(voice, address)
        view = _view(voice, address.removesuffix(".html"), desk)
        yield plain_page(desk, TEMPLATE, view.heading, view)


def _view(voice: Voice, work: str, desk: Desk) -> CopyView:
    def say(what: str) -> str:
        return voice.say(f"copies.{work}.{what}")

    fields = tuple(
        Field(name, say(name), accepts, "" if accepts else say("hint"))
        for name, accepts in ASKED[work]
    )
    scripts = tuple(relative(desk.place, each) for each in (LIBRARY, PROGRAM))
    private = say("private") if work == "recall" else voice.say("copies.private")
    return CopyView(work, say("heading"), say("lead"), fields, say("go"), private, scripts)
