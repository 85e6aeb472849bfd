"""From the course of a procedure and its drawing to the nodes and flows of BPMN.

Each step becomes a task; its refusal and its question become gateways below it; a limit stands on
its edge. What takes over leads to the end once it is done, as nothing of a process may hang loose.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gollanma.exchange.bpmn.parts import Flow, Lane, Node, Process, Tag
from gollanma.exchange.bpmn.pieces import Drawn, drawn_steps
from gollanma.exchange.bpmn.places import (
    EVENT,
    HALF,
    LATE,
    TIMER,
    Points,
    asked,
    beside,
    circle,
    led,
    under,
)
from gollanma.exchange.bpmn.words import Words, process_id
from gollanma.views.diagram.course import Away, Course, Way
from gollanma.views.diagram.layout import drawn
from gollanma.views.diagram.shapes import Box, Drawing, Edge
from gollanma.views.diagram.sheet import SPINE, Sheet
from gollanma.views.steps import END, URGENT

SHEET = Sheet(760, 128, 300, has_columns=True, aside=48)
START = "start"


def traced(course: Course, words: Words) -> Process:
    """Give the process of a procedure that has steps."""
    whole = replace(
        course,
        stops=tuple(
            replace(stop, ways=tuple(replace(way, to=way.to or END) for way in stop.ways))
            for stop in course.stops
        ),
    )
    return _Tracing(whole, words, drawn(whole, SHEET)).process()


@dataclass(frozen=True)
class _Tracing:
    course: Course
    words: Words
    drawing: Drawing

    def process(self) -> Process:
        steps = drawn_steps(self.drawing.pieces)
        flows = tuple(self._flows(steps))
        nodes = tuple(self._nodes(steps))
        defaults = {flow.source: flow.id for flow in flows if flow.id in self._defaults(steps)}
        return Process(
            self.words,
            tuple(self._lanes(nodes)),
            tuple(replace(node, default=defaults.get(node.id, "")) for node in nodes),
            flows,
            self.drawing.width,
            self.drawing.height,
        )

    def _lanes(self, nodes: Sequence[Node]) -> Iterator[Lane]:
        """Yield the lanes; together they are as wide as the drawing, its gutters too."""
        columns = [lane.box for lane in self.drawing.lanes]
        names = [each.words for each in self.course.lanes]
        has_beside = any(node.lane == len(names) for node in nodes)
        names += [self.words.beside] * has_beside
        lefts = [0, *(box.x for box in columns[1:]), *[columns[-1].right] * has_beside]
        rights = [*lefts[1:], self.drawing.width]
        for number, (name, left, right) in enumerate(zip(names, lefts, rights, strict=True)):
            box = Box(left, 0, right - left, self.drawing.height)
            inside = tuple(node.id for node in nodes if node.lane == number)
            yield Lane(f"lane_{number}", name, box, inside)

    # --- nodes

    def _nodes(self, steps: Sequence[Drawn]) -> Iterator[Node]:
        stops, pieces = self.course.stops, self.drawing.pieces
        yield self._event(START, Tag.START, self.words.trigger, stops[0].lane, pieces[0].box)
        for each in steps:
            yield from self._step(each)
        if self.course.has_end:
            name = self.course.end.words
            yield self._event(END, Tag.END, name, stops[-1].lane, pieces[-1].box)

    def _event(self, name: str, tag: Tag, words: str, lane: int, pill: Box) -> Node:
        box = self._circle(pill)
        return Node(name, tag, words, lane, box, beside(box))

    @staticmethod
    def _circle(pill: Box) -> Box:
        return circle(pill.x + SPINE, pill.middle, EVENT)

    def _step(self, each: Drawn) -> Iterator[Node]:
        stop = each.stop
        told = self.words.steps.get(stop.id, "")
        if stop.handing is not None:
            told = f"{stop.handing.phrase.words}\n{told}"
        yield Node(each.task, Tag.TASK, stop.title.words, stop.lane, each.title, told=told)
        yield from self._limit(each)
        for name, box in each.gateways:
            is_question = name == each.question_gateway
            words = stop.question.words if is_question and stop.question else self.words.asks
            place = circle(box.x + SPINE, box.middle, HALF)
            label = asked(box, is_question=is_question)
            yield Node(name, Tag.CHOICE, words, stop.lane, place, label)
        for number, (way, boxes) in enumerate(zip(stop.ways, each.away, strict=True)):
            for place_, (away, box) in enumerate(zip(way.away, boxes, strict=True)):
                yield self._away(each.away_id(number, place_), away, box)

    def _away(self, name: str, away: Away, box: Box) -> Node:
        lane = len(self.course.lanes)
        if away.key == URGENT:
            return Node(name, Tag.TASK, away.name.words, lane, box, told=self.words.urgent)
        told = self.words.called.get(away.key, "")
        called = process_id(away.key)
        return Node(name, Tag.CALL, away.name.words, lane, box, told=told, calls=called)

    def _limit(self, each: Drawn) -> Iterator[Node]:
        """Yield the limit of a step on its lower edge, and the end reached once it passes."""
        limit, lane, title = self.words.limits.get(each.stop.id), each.stop.lane, each.title
        if limit is None:
            return
        timer, late = (circle(title.right + x, title.bottom, TIMER) for x in (-LATE, LATE))
        yield replace(
            Node(each.limit, Tag.LIMIT, limit.name, lane, timer, under(timer)),
            told=limit.told,
            at=each.task,
            duration=limit.duration,
        )
        yield Node(each.late, Tag.END, self.words.late, lane, late, under(late))

    # --- flows

    def _flows(self, steps: Sequence[Drawn]) -> Iterator[Flow]:
        yield from self._legs([START], self._edges("", 0), Flow("flow_start", "", "", ()))
        for each in steps:
            yield from self._inside(each)
            for number, way in enumerate(each.stop.ways):
                yield from self._leaving(each, number, way)

    def _inside(self, each: Drawn) -> Iterator[Flow]:
        """Yield the flows from a task to its gateways, and from its limit."""
        x = each.title.x + SPINE
        chain = [(each.task, each.title.bottom, each.title.bottom)]
        chain += [(name, box.middle - HALF, box.middle + HALF) for name, box in each.gateways]
        for (source, _, below), (target, above, _) in pairwise(chain):
            named = self.words.agrees if source == each.refusal_gateway else ""
            yield Flow(f"flow_to_{target}", source, target, ((x, below), (x, above)), named)
        if each.stop.id in self.words.limits:
            y, x = each.title.bottom, each.title.right
            points = ((x - LATE + TIMER, y), (x + LATE - TIMER, y))
            yield Flow(f"flow_to_{each.late}", each.limit, each.late, points)

    def _leaving(self, each: Drawn, number: int, way: Way) -> Iterator[Flow]:
        """Yield the legs of a way: to what it passes through, then to where it leads."""
        first, *others = self._edges(each.stop.id, number)
        source, answer = each.origin(way), each.answers[number]
        named = way.answer.words if way.answer else ""
        if way.answer is None and source == each.refusal_gateway:
            named = self.words.agrees
        points, label = led(each, way, first.points, answer)
        aways = [each.away_id(number, place) for place in range(len(way.away))]
        model = Flow(each.flow_id(number), "", "", (), named, label)
        yield from self._legs([source, *aways], [replace(first, points=points), *others], model)

    def _legs(self, sources: Sequence[str], edges: Sequence[Edge], model: Flow) -> Iterator[Flow]:
        """Yield a flow for each edge; the first one has the name and the label of the model."""
        last = edges[-1].target
        targets = [*sources[1:], last if last == END else f"step_{last}"]
        for leg, (source, target, edge) in enumerate(zip(sources, targets, edges, strict=True)):
            points = self._ended(edge.points) if target == END else edge.points
            if leg:
                yield Flow(f"{model.id}_{leg}", source, target, points)
            else:
                yield replace(model, source=source, target=target, points=points)

    def _ended(self, points: Points) -> Points:
        """Lead a way as far as the circle of the end, which is narrower than its box."""
        (x, y), circle_ = points[-1], self._circle(self.drawing.pieces[-1].box)
        return (*points[:-1], (min(x, circle_.right), y))

    def _edges(self, stop: str, number: int) -> list[Edge]:
        return [e for e in self.drawing.edges if (e.source, e.way) == (stop, number)]

    @staticmethod
    def _defaults(steps: Sequence[Drawn]) -> frozenset[str]:
        """Give the flows that are taken whenever no other is."""
        return frozenset(
            each.flow_id(number)
            for each in steps
            for number, way in enumerate(each.stop.ways)
            if way.is_else
        )
