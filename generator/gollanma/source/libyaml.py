"""PyYAML's C parser, the one thing here that the machine must bring."""

from collections.abc import Callable
from typing import Protocol, cast

from yaml import events
from yaml.error import MarkedYAMLError

try:
    from yaml._yaml import CParser
except ImportError:  # a PyYAML built without libyaml
    CParser = None  # type: ignore[assignment, misc]

__all__ = ["Event", "MarkedYAMLError", "MissingLibyaml", "events_of"]

# The kinds of events: comparing the class is the quickest question, and there are many events.
DOCUMENT_START: type = events.DocumentStartEvent
MAPPING_END: type = events.MappingEndEvent
MAPPING_START: type = events.MappingStartEvent
SCALAR: type = events.ScalarEvent
SEQUENCE_END: type = events.SequenceEndEvent
SEQUENCE_START: type = events.SequenceStartEvent
STREAM_END: type = events.StreamEndEvent


class MissingLibyaml(Exception):  # noqa: N818 - what is wrong is the machine, not the program
    """PyYAML stands here without libyaml: install its wheel, or libyaml with its headers."""


class Mark(Protocol):
    """A place in the text."""

    index: int
    """Characters before it, as Python counts them."""


class Event(Protocol):
    """What the parser met; each kind has some of these."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    """Absent on plain scalars."""
    flow_style: bool


def events_of(text: str) -> Callable[[], Event]:
    """Give a function that gives the next event of a text, until the stream ends."""
    if CParser is None:
        raise MissingLibyaml(MissingLibyaml.__doc__)
    return cast("Callable[[], Event]", CParser(text).get_event)
