"""Practice cases: they walk through the decisions that the procedure really has."""

from collections.abc import Iterator

from gollanma.checks.finding import Finding, check
from gollanma.diagnostics import Severity, Value
from gollanma.graph import Graph
from gollanma.model.kinds import Practice, Sop
from gollanma.model.kinds.practices import Scene
from gollanma.model.kinds.sops import Step
from gollanma.model.walk import Path


@check("TRN004", Severity.WARNING)
def case_does_not_fit_its_procedure(graph: Graph) -> Iterator[Finding]:
    """A practice case goes other ways than the procedure that it practises.

    Whoever learns by it will look for a question that nobody asks.
    """
    library = graph.library
    for key, practice in library.keyed(Practice):
        sop = library.records.get(practice.sop.record) if practice.sop else None
        if isinstance(sop, Sop):
            steps = {each.id: each for each in sop.steps}
            yield from _unplayed(key, practice, sop)
            for number, scene in enumerate(practice.scenes):
                yield from _scene(key, ("scenes", number), scene, steps.get(scene.id))


def _unplayed(key: str, practice: Practice, sop: Sop) -> Iterator[Finding]:
    """Yield the decisions of the procedure to which the case never comes."""
    played = {each.id for each in practice.scenes}
    for step in sop.steps:
        if step.decision and step.id not in played:
            yield Finding(key, ("scenes",), "unplayed", {"step": step.id}, on_key=True)


def _scene(key: str, place: Path, scene: Scene, step: Step | None) -> Iterator[Finding]:
    if step is None:
        yield Finding(key, (*place, "id"), "no-step", {"step": scene.id})
        return
    branches = step.decision.branches if step.decision else ()
    if len(branches) != len(scene.outcomes):
        values: dict[str, Value] = {
            "step": scene.id,
            "branches": len(branches),
            "outcomes": len(scene.outcomes),
        }
        yield Finding(key, place, "outcomes", values)
    elif branches and not any(each.right for each in scene.outcomes):
        yield Finding(key, (*place, "outcomes"), "none-right", {"step": scene.id}, on_key=True)
