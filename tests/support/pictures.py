"""Procedures made at random, and what holds for every drawing of one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import strategies as st

from gollanma.views.diagram.course import Away, Course, Handing, Phrase, Stop, Way
from gollanma.views.diagram.measure import width
from gollanma.views.diagram.shapes import Box, Drawing, Edge, Label, Piece
from gollanma.views.steps import END, URGENT

WORDS = (
    *("Adam", "zorlugyň", "görnüşleri", "ýagdaýlaryndakylaryň", "hünärmenlerimiziňkiden", "ýa-da"),
    *(
        "Опасность",
        "есть",
        "сейчас",
        "межведомственная",
        "переосвидетельствование",
        "по-туркменски",
    ),
    *(
        "Danger",
        "now",
        "of",
        "interdepartmental",
        "institutionalisation",
        "follow-up",
        "Ԡꙮ",
        "W" * 30,
    ),
)
Segment = tuple[tuple[int, int], tuple[int, int]]


def phrases(most: int) -> st.SearchStrategy[Phrase]:
    """Give phrases of one to so many words, that begin anywhere in the list of words."""
    starts = st.integers(0, len(WORDS) - 1)
    return st.builds(
        lambda start, count: Phrase(" ".join((*WORDS, *WORDS)[start : start + count])),
        starts,
        st.integers(1, most),
    )


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """Give a procedure with decisions, refusals, leaps forward and loops back."""
    count = draw(st.integers(1, 14))
    ids = [f"step-{number}" for number in range(count)]
    actors = draw(st.lists(st.integers(0, 5), min_size=count, max_size=count))
    lanes = {each: number for number, each in enumerate(dict.fromkeys(actors))}
    places = st.sampled_from([*ids, END])
    stops = tuple(
        draw(_stops(ids[number], number, lanes[actor], places))
        for number, actor in enumerate(actors)
    )
    names = tuple(draw(phrases(4)) for _ in lanes)
    return Course(names, stops, Phrase("Start"), Phrase("End"))


@st.composite
def _stops(
    draw: st.DrawFn, name: str, number: int, lane: int, places: st.SearchStrategy[str]
) -> Stop:
    refusals = draw(st.lists(_ways(places, phrases(2)), max_size=1))
    decision = draw(st.none() | st.lists(_ways(places, phrases(5)), min_size=1, max_size=4))
    ways = decision or [replace(draw(_ways(places, phrases(1))), answer=None)]
    return Stop(
        name,
        number + 1,
        draw(phrases(7)),
        lane,
        draw(phrases(9)) if decision else None,
        f"decision.{name}" if decision else "",
        (*(replace(each, is_refusal=True) for each in refusals), *ways),
        draw(st.none() | st.builds(Handing, phrases(9))),
    )


def _ways(
    places: st.SearchStrategy[str], answers: st.SearchStrategy[Phrase]
) -> st.SearchStrategy[Way]:
    away = st.builds(
        Away, phrases(4), st.sampled_from(["", "x.html"]), st.sampled_from(["sop/x", URGENT])
    )
    led = st.builds(Way, answers, st.lists(away, max_size=2).map(tuple), places)
    gone = st.builds(Way, answers, st.lists(away, min_size=1, max_size=2).map(tuple))
    return led | gone


# --- what holds


def faults(course: Course, drawing: Drawing) -> list[str]:
    """Give all that is wrong with a drawing; an empty list where nothing is."""
    return [
        *_missing(course, drawing),
        *_overlaps(drawing),
        *_spilt(drawing),
        *_crossed(drawing),
        *_loose(course, drawing),
        *_shared(drawing),
    ]


def _missing(course: Course, drawing: Drawing) -> Iterator[str]:
    titles = [each.what.id for each in _steps(drawing) if isinstance(each.what, Stop)]
    if titles != [each.id for each in course.stops]:
        yield f"the steps are {titles}"
    answers = [id(each.what) for each in drawing.pieces if isinstance(each.what, Way)]
    for stop in course.stops:
        if [each.is_question for each in drawing.pieces if each.what is stop].count(True) != bool(
            stop.question
        ):
            yield f"the question of {stop.id}"
        handings = [each for each in drawing.pieces if each.what is (stop.handing or stop.ways)]
        if len(handings) != bool(stop.handing):
            yield f"whom {stop.id} hands on to"
        for number, way in enumerate(stop.ways):
            if answers.count(id(way)) != bool(way.answer):
                yield f"the answer {number} of {stop.id}"
            ends = [each.key for each in way.away] + ([way.to] if way.to else [])
            drawn = [e.target for e in drawing.edges if (e.source, e.way) == (stop.id, number)]
            if drawn != ends:
                yield f"the way {number} of {stop.id} leads to {drawn}"
    if [e.target for e in drawing.edges if not e.source] != [course.stops[0].id]:
        yield "the start"


def _steps(drawing: Drawing) -> Iterator[Piece]:
    for each in drawing.pieces:
        if isinstance(each.what, Stop) and not each.is_question:
            yield each


def _overlaps(drawing: Drawing) -> Iterator[str]:
    for one, other in combinations(drawing.pieces, 2):
        a, b = one.box, other.box
        if a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom:
            yield f"{one} lies on {other}"
    for one_lane, other_lane in combinations(drawing.lanes, 2):
        a, b = one_lane.box, other_lane.box
        if a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom:
            yield f"{one_lane} lies on {other_lane}"


def _spilt(drawing: Drawing) -> Iterator[str]:
    whole = Box(0, 0, drawing.width, drawing.height)
    for each in drawing.pieces:
        lanes = [lane.box for lane in drawing.lanes if _holds(lane.box, each.box)]
        if not _holds(whole, each.box) or (len(lanes) != 1 and not isinstance(each.what, Away)):
            yield f"{each} is outside"
        yield from (f"{line} spills" for line in _lines(each.label) if not _holds(each.box, line))
        if " ".join(each.label.lines).replace("- ", "") != each.label.phrase.words.replace(
            "- ", ""
        ):
            yield f"{each.label} says something else"
    for lane in drawing.lanes:
        yield from (f"{line} spills" for line in _lines(lane.label) if not _holds(lane.box, line))


def _lines(label: Label) -> Iterator[Box]:
    """Yield the room that each line of a label takes at most."""
    for number, words in enumerate(label.lines):
        across = width(words, label.style.size, is_bold=label.style.is_bold)
        base = label.y + number * label.style.leading
        yield Box(label.x, base - 10, int(across), 13)


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def _segments(edges: Sequence[Edge]) -> Iterator[tuple[Edge, Segment]]:
    for edge in edges:
        for each in pairwise(edge.points):
            yield edge, each


def _crossed(drawing: Drawing) -> Iterator[str]:
    """Find ways that go through a box or through the name of a lane."""
    kept = [each.box for each in drawing.pieces]
    kept += [line for lane in drawing.lanes for line in _lines(lane.label)]
    for edge, ((x, y), (to_x, to_y)) in _segments(drawing.edges):
        if x != to_x and y != to_y:
            yield f"{edge} is not straight"
        for box in kept:
            if (
                max(x, to_x) > box.x
                and min(x, to_x) < box.right
                and max(y, to_y) > box.y
                and min(y, to_y) < box.bottom
            ):
                yield f"{edge} goes through {box}"
        if min(x, to_x, y, to_y) < 0 or max(x, to_x) > drawing.width:
            yield f"{edge} leaves the picture"


def _loose(course: Course, drawing: Drawing) -> Iterator[str]:
    """Find ways that do not begin and end at the edge of a box."""
    boxes = [each.box for each in drawing.pieces]
    for edge in drawing.edges:
        for point in (edge.points[0], edge.points[-1]):
            if not any(_touches(box, point) for box in boxes):
                yield f"{edge} hangs in the air at {point}"
    for edge in drawing.edges:
        goal = [box for name, box in _named(drawing) if name == edge.target]
        if not any(_touches(box, edge.points[-1]) for box in goal):
            yield f"{edge} ends elsewhere"

    for stop in course.stops:
        for number, way in enumerate(stop.ways):
            legs = [e for e in drawing.edges if (e.source, e.way) == (stop.id, number)]
            if legs and not _touches(_row(drawing, stop, way), legs[0].points[0]):
                yield f"{legs[0]} leaves another row"


def _row(drawing: Drawing, stop: Stop, way: Way) -> Box:
    """Give the box that a way leaves: its answer's, or that of the step."""
    what = way if way.answer else stop.handing or stop
    return next(each.box for each in drawing.pieces if each.what is what)


def _named(drawing: Drawing) -> Iterator[tuple[str, Box]]:
    for each in drawing.pieces:
        match each.what:
            case Stop() as stop if not each.is_question:
                yield stop.id, each.box
            case Away() as away:
                yield away.key, each.box
            case None:
                yield END, each.box
            case _:
                pass


def _touches(box: Box, point: tuple[int, int]) -> bool:
    x, y = point
    inside = box.x <= x <= box.right and box.y <= y <= box.bottom
    return inside and (x in {box.x, box.right} or y in {box.y, box.bottom})


def _shared(drawing: Drawing) -> Iterator[str]:
    """Find ways to different places that run on each other."""
    lines: dict[tuple[bool, int], list[tuple[int, int, Edge]]] = {}
    for edge, ((x, y), (to_x, to_y)) in _segments(drawing.edges):
        across = y == to_y
        span = (min(x, to_x), max(x, to_x)) if across else (min(y, to_y), max(y, to_y))
        lines.setdefault((across, y if across else x), []).append((*span, edge))
    for spans in lines.values():
        for (start, end, one), (first, last, other) in combinations(spans, 2):
            if one.target != other.target and max(start, first) < min(end, last):
                yield f"{one} runs on {other}"
