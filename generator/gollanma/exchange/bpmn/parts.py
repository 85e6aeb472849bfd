"""A procedure as BPMN knows it: nodes and flows, each with its place in the diagram."""

from dataclasses import dataclass
from enum import StrEnum

from gollanma.exchange.bpmn.words import Words
from gollanma.views.diagram.shapes import Box, Point


class Tag(StrEnum):
    """What a node is called in BPMN."""

    START = "startEvent"
    END = "endEvent"
    TASK = "userTask"
    CALL = "callActivity"
    CHOICE = "exclusiveGateway"
    LIMIT = "boundaryEvent"


@dataclass(frozen=True, slots=True)
class Node:
    """An event, a task or a gateway."""

    id: str
    tag: Tag
    name: str
    lane: int
    box: Box
    label: Box | None = None
    """Where its name stands; absent: in the node itself."""
    told: str = ""
    """What is to be done, in words, and where it is published."""
    calls: str = ""
    """The process that takes over."""
    at: str = ""
    """The task whose limit this is."""
    duration: str = ""
    """Of a limit; see there."""
    default: str = ""
    """The flow that is taken whenever no other is."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What follows what."""

    id: str
    source: str
    target: str
    points: tuple[Point, ...]
    name: str = ""
    label: Box | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """Whoever acts, with the nodes that are hers."""

    id: str
    name: str
    box: Box
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Process:
    """A procedure."""

    words: Words
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    width: int
    height: int
