"""Procedures as BPMN: valid by the schema of the OMG, nothing hangs loose, all of it is drawn."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gollanma.cli.bpmn import export_bpmn
from gollanma.exchange.bpmn import document
from gollanma.exchange.bpmn.document import BPMN, DC, DI, DIAGRAM, written
from gollanma.exchange.bpmn.tracing import traced
from gollanma.exchange.bpmn.words import Limit, Words
from gollanma.graph import Graph
from gollanma.model.kinds import Sop
from gollanma.views.diagram.course import Course
from gollanma.views.steps import END
from gollanma.views.voice import Voice
from tests.support import pictures
from tests.support.folders import small_folder
from tests.support.ministry import library
from tests.support.node import answer
from tests.support.projects import packs
from tests.views.rich import CRISIS, FILES, rich
from tools.setup import MODULES

SOPS = sorted(key for key in library().records if key.startswith("sop/"))
NODES = ("startEvent", "endEvent", "userTask", "callActivity", "exclusiveGateway", "boundaryEvent")
MODDLE = """
const { BpmnModdle } = require('bpmn-moddle');
const given = JSON.parse(require('fs').readFileSync(0, 'utf8'));
Promise.all(given.map((xml) => new BpmnModdle().fromXML(xml))).then((all) => {
  const warnings = all.flatMap((read) => read.warnings.map((each) => each.message));
  process.stdout.write(JSON.stringify(warnings));
});
"""
Tree = etree._Element  # noqa: SLF001 - lxml gives its type no public name


@cache
def schema() -> etree.XMLSchema:
    found = MODULES / "bpmn-moddle" / "resources" / "bpmn" / "xsd" / "BPMN20.xsd"
    return etree.XMLSchema(etree.parse(str(found)))


@cache
def graph() -> Graph:
    return Graph(library(), packs(library().project.languages.all))


@cache
def exported(key: str) -> Mapping[str, bytes]:
    return {code: document(Voice(graph(), each), key) for code, each in graph().languages.items()}


def of(tree: Tree, *names: str) -> list[Tree]:
    return [each for name in names for each in tree.iter(f"{{{BPMN}}}{name}")]


# --- what holds for every document


def faults(text: bytes) -> list[str]:
    """Give all that is wrong with a document; an empty list where nothing is."""
    tree = etree.fromstring(text)
    if not schema().validate(tree):
        return [str(schema().error_log)]
    return [*loose(tree), *outside(tree), *undrawn(tree)]


def loose(tree: Tree) -> list[str]:
    """Find flows without ends, and nodes without flows."""
    nodes = {str(each.get("id")): etree.QName(each).localname for each in of(tree, *NODES)}
    flows = of(tree, "sequenceFlow")
    starts, ends = ([str(each.get(name)) for each in flows] for name in ("sourceRef", "targetRef"))
    found = [f"{each} is no node" for each in {*starts, *ends} - nodes.keys()]
    found += [
        f"{each} leads nowhere"
        for each, tag in nodes.items()
        if tag != "endEvent" and each not in starts
    ]
    found += [
        f"{each} has a way out"
        for each, tag in nodes.items()
        if tag == "endEvent" and each in starts
    ]
    found += [
        f"{each} is attached to nothing"
        for each in of(tree, "boundaryEvent")
        if each.get("attachedToRef") not in nodes
    ]
    defaults = {
        str(each.get("default")): each.get("id")
        for each in of(tree, "exclusiveGateway")
        if each.get("default")
    }
    sources = {str(each.get("id")): each.get("sourceRef") for each in flows}
    found += [
        f"{each} is no way of {owner}"
        for each, owner in defaults.items()
        if sources.get(each) != owner
    ]
    for each in of(tree, *NODES):
        listed = [[flow.text for flow in of(each, name)] for name in ("outgoing", "incoming")]
        here = [
            [flow.get("id") for flow in flows if flow.get(name) == each.get("id")]
            for name in ("sourceRef", "targetRef")
        ]
        if listed != here:
            found.append(f"{each.get('id')} lists {listed}")
    return found  # fmt: skip


def outside(tree: Tree) -> list[str]:
    """Find nodes that are not in exactly one lane."""
    nodes = sorted(str(each.get("id")) for each in of(tree, *NODES))
    in_lanes = sorted(str(each.text) for each in of(tree, "flowNodeRef"))
    return [] if nodes == in_lanes else [f"lanes hold {in_lanes}, not {nodes}"]


def undrawn(tree: Tree) -> list[str]:
    """Find what the diagram lacks, and lines that do not begin and end at their nodes."""
    boxes: dict[str, tuple[int, int, int, int]] = {}
    for shape in tree.iter(f"{{{DIAGRAM}}}BPMNShape"):
        bounds = shape.find(f"{{{DC}}}Bounds")
        assert bounds is not None
        x, y, width, height = (
            int(bounds.get(name) or "") for name in ("x", "y", "width", "height")
        )
        boxes[str(shape.get("bpmnElement"))] = x, y, x + width, y + height
    edges = {str(each.get("bpmnElement")): each for each in tree.iter(f"{{{DIAGRAM}}}BPMNEdge")}
    wanted = {str(each.get("id")) for each in of(tree, *NODES, "lane", "participant")}
    found = [f"{each} is not drawn" for each in wanted ^ boxes.keys()]
    for flow in of(tree, "sequenceFlow"):
        edge = edges.get(str(flow.get("id")))
        points = [] if edge is None else list(edge.iter(f"{{{DI}}}waypoint"))
        for point, name in zip(points[:1] + points[-1:], ("sourceRef", "targetRef"), strict=True):
            left, top, right, bottom = boxes[str(flow.get(name))]
            x, y = int(point.get("x") or ""), int(point.get("y") or "")
            if not (left <= x <= right and top <= y <= bottom):
                found.append(f"{flow.get('id')} does not touch {flow.get(name)}")
    return found


def unreached(text: bytes) -> set[str]:
    """Give the nodes to which no way leads from the start."""
    tree = etree.fromstring(text)
    ways: dict[str, list[str]] = {}
    for flow in of(tree, "sequenceFlow"):
        ways.setdefault(str(flow.get("sourceRef")), []).append(str(flow.get("targetRef")))
    for limit in of(tree, "boundaryEvent"):
        ways.setdefault(str(limit.get("attachedToRef")), []).append(str(limit.get("id")))
    seen, waiting = set[str](), ["start"]
    while waiting:
        here = waiting.pop()
        seen.add(here)
        waiting += [each for each in ways.get(here, ()) if each not in seen]
    return {str(each.get("id")) for each in of(tree, *NODES)} - seen


# --- procedures of the ministry, and any at all


@pytest.mark.parametrize("key", SOPS)
def test_the_procedures_of_the_ministry_are_whole_in_every_language(key: str) -> None:
    for text in exported(key).values():
        assert faults(text) == []
        assert unreached(text) == set()


def test_tools_read_them_without_a_warning() -> None:
    texts = [text.decode() for key in SOPS for text in exported(key).values()]
    assert answer(MODDLE, texts) == []


def test_a_sample_says_so_in_the_name_of_its_pool() -> None:
    text = exported("sop/intake")["en"].decode()
    sop = library().records["sop/intake"]
    assert isinstance(sop, Sop)
    assert f"First contact (SP-01), version {sop.version} (sample, not official)" in text


@given(pictures.courses(), st.data())
def test_whatever_the_procedure_its_process_is_whole(course: Course, data: st.DataObject) -> None:
    limited = data.draw(st.sets(st.sampled_from([each.id for each in course.stops])))
    limits = {each: Limit("2 hours", "within 2 hours", "PT2H") for each in limited}
    words = Words("sop_any", "A", "A", "A", "A", "A", "A", "A", "A", "A", {}, {}, limits)
    text = written(traced(course, words))
    assert faults(text) == []
    assert unreached(text) <= lost(course)


def lost(course: Course) -> set[str]:
    """Give the nodes of steps to which no way leads from the first one."""
    after = {stop.id: {way.to or END for way in stop.ways} for stop in course.stops}
    seen, waiting = set[str](), [course.stops[0].id]
    while waiting:
        here = waiting.pop()
        seen.add(here)
        waiting += [each for each in after.get(here, ()) if each not in seen]
    named = {stop.id for stop in course.stops} - seen
    kinds = ("step_{}", "limit_{}", "late_{}", "agrees_{}", "question_{}")
    nodes = {kind.format(name) for name in named for kind in kinds}
    nodes |= {
        f"away_{stop.id}_{number}_{place}"
        for stop in course.stops
        if stop.id in named
        for number, way in enumerate(stop.ways)
        for place in range(len(way.away))
    }
    return nodes | ({END} if END not in seen else set())


# --- what a document says


def crisis(old: str = "", new: str = "") -> Tree:
    text = CRISIS.replace(old, new) if old else CRISIS
    found = rich({"normative/sops/crisis.yml": text}).graph
    return etree.fromstring(document(Voice(found, found.languages["en"]), "sop/crisis"))


def named(tree: Tree, name: str) -> list[str]:
    return [str(each.get("name")) for each in of(tree, name)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("lane", ["Worker", "Lead", "Outside this procedure"], id="lanes"),
        pytest.param("startEvent", ["the call"], id="what sets it going"),
        pytest.param("userTask", ["Listen", "If there is danger now", "Refer"], id="tasks"),
        pytest.param("callActivity", ["SP-01 Visiting a family"], id="a procedure that takes over"),
        pytest.param("exclusiveGateway", ["Is there danger?"], id="questions"),
        pytest.param("boundaryEvent", ["24 hours"], id="limits"),
        pytest.param("endEvent", ["The time has passed", "End"], id="ends"),
    ],
)
def test_what_nodes_are_called(name: str, expected: list[str]) -> None:
    assert named(crisis(), name) == expected


@pytest.mark.parametrize(
    ("unit", "durations"),
    [
        pytest.param("hour", ["PT24H"], id="hours"),
        pytest.param("week", ["P24W"], id="weeks"),
        pytest.param("working-day", [], id="working days have no ISO form"),
    ],
)
def test_how_long_a_limit_is(unit: str, durations: list[str]) -> None:
    tree = crisis("value: 24, unit: hour", f"value: 24, unit: {unit}")
    assert [each.text for each in of(tree, "timeDuration")] == durations


def test_the_answer_for_all_other_cases_is_the_default() -> None:
    assert [each.get("default") for each in of(crisis(), "exclusiveGateway")] == ["flow_danger_2"]


def test_a_refusal_is_a_question_of_its_own() -> None:
    tree = crisis("    next: danger\nexc", "exc")
    assert named(tree, "exclusiveGateway") == ["Is there danger?", "Does the person agree?"]
    flows = {str(each.get("id")): each for each in of(tree, "sequenceFlow")}
    assert [(each.get("name"), each.get("targetRef")) for each in flows.values() if each.get("sourceRef") == "agrees_refer"] == [
        ("If the person does not agree", "step_danger"), ("Agrees", "end"),
    ]  # fmt: skip


def test_a_task_says_whom_it_hands_on_to() -> None:
    tree = etree.fromstring(exported("sop/intake")["en"])
    steps = library().records["sop/intake"]
    assert isinstance(steps, Sop)
    handing = {f"step_{each.id}" for each in steps.steps if each.referral and each.referral.to}
    told = {
        str(each.get("id")): "".join(map(str, each.itertext())).strip()
        for each in of(tree, "userTask")
    }
    opening = Voice(graph(), graph().languages["en"]).say("sop.referral")
    found = {name for name, text in told.items() if text.startswith(opening)}
    assert found == handing != set()


# --- the command


def export(folder: Path, reference: str) -> tuple[int, str]:
    done = CliRunner().invoke(export_bpmn, [reference, "--lang", "en", "--out", str(folder)])
    return done.exit_code, done.output


def test_the_command_writes_the_document(tmp_path: Path) -> None:
    code, said = export(tmp_path, "sop/intake")
    assert (code, said) == (0, f"{(tmp_path / 'intake.en.bpmn').as_posix()}\n")
    assert (tmp_path / "intake.en.bpmn").read_bytes() == exported("sop/intake")["en"]


@pytest.mark.parametrize("reference", ["sop/nowhere", "act/social-services", "sop/intake#consent"])
def test_the_command_says_what_is_no_procedure(reference: str, tmp_path: Path) -> None:
    assert export(tmp_path, reference) == (2, f"`{reference}` is no procedure; write `sop/slug`\n")
    assert not any(tmp_path.iterdir())


def test_the_command_needs_steps(tmp_path: Path) -> None:
    start, end = CRISIS.index("steps:\n"), CRISIS.index("exceptions:\n")
    files = {**FILES, "normative/sops/crisis.yml": CRISIS[:start] + CRISIS[end:]}
    folder = small_folder(tmp_path / "project", files)
    options = ["-C", str(folder), "--lang", "en", "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(export_bpmn, ["sop/crisis", *options])
    assert (done.exit_code, done.output) == (2, "`sop/crisis` has no steps yet\n")


def test_only_procedures_are_written() -> None:
    with pytest.raises(TypeError, match="no procedure"):
        document(Voice(graph(), graph().languages["en"]), "act/social-services")
