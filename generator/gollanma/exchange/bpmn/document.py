"""A process as a document of BPMN 2.0, its diagram included."""

from dataclasses import dataclass

from lxml import etree

from gollanma.exchange.bpmn.parts import Flow, Lane, Node, Process, Tag
from gollanma.exchange.bpmn.tracing import traced
from gollanma.exchange.bpmn.words import words_of
from gollanma.model.kinds import Sop
from gollanma.views.diagram import course_of
from gollanma.views.diagram.shapes import Box, Point
from gollanma.views.frame import desk_of
from gollanma.views.voice import Voice

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
EMPTY = (
    f'<definitions xmlns="{BPMN}" xmlns:bpmndi="{DIAGRAM}" xmlns:dc="{DC}" xmlns:di="{DI}"'
    f' xmlns:xsi="{XSI}"/>'
)
SCALE = 2
"""Tools set words in 12 px whatever the size of a node: there must be room."""
HEAD = 20
"""The head of the pool, above the lanes."""
Element = etree._Element  # noqa: SLF001 - lxml gives its type no public name


def document(voice: Voice, key: str) -> bytes:
    """Give the document of a procedure that has steps, in the language of a voice."""
    sop = voice.library.records[key]
    if not isinstance(sop, Sop):
        raise TypeError(f"{key} is no procedure")
    desk = desk_of(voice, key)
    return written(traced(course_of(desk, sop), words_of(desk, sop)))


def written(process: Process) -> bytes:
    """Give the document of a process; the same process gives the same bytes."""
    return _Writer(process).document()


@dataclass(frozen=True)
class _Writer:
    """Writes one process."""

    process: Process

    @property
    def id(self) -> str:
        return self.process.words.id

    def document(self) -> bytes:
        root = etree.fromstring(EMPTY)
        root.set("id", f"definitions_{self.id}")
        root.set("targetNamespace", self.process.words.address)
        root.set("exporter", "gollanma")
        self._collaboration(root)
        self._process(root)
        self._diagram(root)
        etree.indent(root)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"

    # --- the process

    def _collaboration(self, root: Element) -> None:
        together = _add(root, "collaboration", id=f"collaboration_{self.id}")
        name = self.process.words.cite
        _add(together, "participant", id=f"pool_{self.id}", name=name, processRef=self.id)

    def _process(self, root: Element) -> None:
        words = self.process.words
        process = _add(root, "process", id=self.id, name=words.title, isExecutable="false")
        _told(process, f"{words.cite}\n{words.address}")
        lanes = _add(process, "laneSet", id=f"lanes_{self.id}")
        for lane in self.process.lanes:
            self._lane(lanes, lane)
        for node in self.process.nodes:
            self._node(process, node)
        for flow in self.process.flows:
            named = {"name": flow.name} if flow.name else {}
            ends = {"sourceRef": flow.source, "targetRef": flow.target}
            _add(process, "sequenceFlow", id=flow.id, **named, **ends)

    @staticmethod
    def _lane(lanes: Element, lane: Lane) -> None:
        element = _add(lanes, "lane", id=lane.id, name=lane.name)
        for node in lane.nodes:
            _add(element, "flowNodeRef").text = node

    def _node(self, process: Element, node: Node) -> None:
        element = _add(process, node.tag.value, id=node.id, name=node.name)
        for attribute, value in (("calledElement", node.calls), ("default", node.default)):
            if value:
                element.set(attribute, value)
        _told(element, node.told)
        for flow in self.process.flows:
            if flow.target == node.id:
                _add(element, "incoming").text = flow.id
        for flow in self.process.flows:
            if flow.source == node.id:
                _add(element, "outgoing").text = flow.id
        if node.tag is Tag.LIMIT:
            element.set("attachedToRef", node.at)
            element.set("cancelActivity", "false")
            _timer(element, node)

    # --- the diagram

    def _diagram(self, root: Element) -> None:
        diagram = _add(root, "BPMNDiagram", DIAGRAM, id=f"diagram_{self.id}")
        of = f"collaboration_{self.id}"
        plane = _add(diagram, "BPMNPlane", DIAGRAM, id=f"plane_{self.id}", bpmnElement=of)
        whole = Box(0, -HEAD, self.process.width, self.process.height + HEAD)
        _shape(plane, f"pool_{self.id}", whole, isHorizontal="false")
        for lane in self.process.lanes:
            _shape(plane, lane.id, lane.box, isHorizontal="false")
        for node in self.process.nodes:
            marked = {"isMarkerVisible": "true"} if node.tag is Tag.CHOICE else {}
            _label(_shape(plane, node.id, node.box, **marked), node.label)
        for flow in self.process.flows:
            _edge(plane, flow)


def _name(namespace: str, name: str) -> str:
    return f"{{{namespace}}}{name}"


def _add(parent: Element, name: str, namespace: str = BPMN, /, **attributes: str) -> Element:
    return etree.SubElement(parent, _name(namespace, name), attributes)


def _told(element: Element, words: str) -> None:
    if words:
        _add(element, "documentation").text = words


def _timer(element: Element, node: Node) -> None:
    """Say after what time; a limit that ISO 8601 cannot write is told in its name alone."""
    timer = _add(element, "timerEventDefinition", id=f"timer_{node.id}")
    if node.duration:
        duration = _add(timer, "timeDuration")
        duration.set(_name(XSI, "type"), "tFormalExpression")
        duration.text = node.duration


def _shape(plane: Element, of: str, box: Box, **attributes: str) -> Element:
    shape = _add(plane, "BPMNShape", DIAGRAM, id=f"shape_{of}", bpmnElement=of, **attributes)
    _bounds(shape, box)
    return shape


def _label(shape: Element, box: Box | None) -> None:
    if box is not None:
        _bounds(_add(shape, "BPMNLabel", DIAGRAM), box)


def _bounds(parent: Element, box: Box) -> None:
    x, y = _scaled((box.x, box.y))
    width, height = str(box.width * SCALE), str(box.height * SCALE)
    _add(parent, "Bounds", DC, x=x, y=y, width=width, height=height)


def _edge(plane: Element, flow: Flow) -> None:
    edge = _add(plane, "BPMNEdge", DIAGRAM, id=f"edge_{flow.id}", bpmnElement=flow.id)
    for point in flow.points:
        x, y = _scaled(point)
        _add(edge, "waypoint", DI, x=x, y=y)
    _label(edge, flow.label)


def _scaled(point: Point) -> tuple[str, str]:
    x, y = point
    return str(x * SCALE), str((y + HEAD) * SCALE)
