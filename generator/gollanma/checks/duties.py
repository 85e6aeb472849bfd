"""Duties: how strongly a record binds, who carries a duty out, whom the law lets do it."""

from collections.abc import Iterator, Sequence

from gollanma.checks.finding import Finding, binding, check
from gollanma.checks.standing import is_over, status_of
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.law import duties
from gollanma.model.base import LegalBasis, Modality
from gollanma.model.kinds import Edition, Role, Service, Sop
from gollanma.model.kinds.acts import Provision
from gollanma.model.kinds.sops import Step
from gollanma.model.refs import Ref
from gollanma.model.walk import Path, at


@check("LAW005", Severity.WARNING)
def binds_otherwise_than_the_law(graph: Graph) -> Iterator[Finding]:
    """A record says must where no law does, or should where the law says must.

    A worker leaves out a duty, or a family is held to one that nobody imposed.
    """
    for key, service in graph.library.keyed(Service):
        for index, standard in enumerate(service.basic_standards) if not is_over(service) else ():
            path = ("basic_standards", index)
            said = _modalities(graph, key, path, standard.legal_basis)
            if not standard.legal_basis:
                yield Finding(key, path, "no-basis", {"id": standard.id})
            elif said and all(each is Modality.SHOULD for each in said):
                yield Finding(key, path, "only-should", {"id": standard.id})
    for key, index, step in _steps(graph):
        said = _modalities(graph, key, ("steps", index), step.legal_basis)
        if step.modality == Modality.SHOULD.value and Modality.MUST in said:
            yield Finding(key, ("steps", index, "modality"), "law-says-must", {"step": step.id})


def _steps(graph: Graph) -> Iterator[tuple[str, int, Step]]:
    for key, sop in graph.library.keyed(Sop):
        if not is_over(sop):
            yield from ((key, index, step) for index, step in enumerate(sop.steps))


def _modalities(
    graph: Graph, key: str, path: Path, basis: Sequence[LegalBasis]
) -> set[Modality | None]:
    """Give how strongly the provisions bind on which a place rests; of none that is not here."""
    around = (_around(graph, key, (*path, "legal_basis", index)) for index in range(len(basis)))
    return {provisions[-1].modality for provisions in around if provisions}


def _around(graph: Graph, key: str, path: Path) -> list[Provision]:
    """Give the provision of a legal basis behind those that hold it, the outermost first."""
    link = graph.link_at.get((key, (*path, "provision")))
    target = link.target if link else None
    edition = graph.library.records.get(target.holder) if target else None
    if target is None or not isinstance(edition, Edition):
        return []
    places = (at(edition, target.path[:length]) for length in range(len(target.path) + 1))
    return [each for each in places if isinstance(each, Provision)]


@check("LAW115", Severity.WARNING)
def duty_without_anything_behind_it(graph: Graph) -> Iterator[Finding]:
    """The law imposes a duty that no service, procedure or by-law carries out.

    It stands on paper, and nobody in the office has it in their day.
    """
    carrying = (f"{Service.kind}/", f"{Sop.kind}/")
    is_known = not any(key.startswith(carrying) for key in graph.library.broken)
    for each in duties(graph) if is_known else ():
        if each.is_open:
            weight = binding(status_of(graph.library.records[each.edition]), Severity.WARNING)
            path = (*each.unit.path, "modality")
            yield Finding(each.edition, path, "gap", {"place": each.unit.provision.id}, weight)


@check("LAW118")
def reserved_for_another_role(graph: Graph) -> Iterator[Finding]:
    """A step that the law reserves for one profession is given to somebody else.

    What was found is void, and a family waits for a second assessment.
    """
    for key, index, step in _steps(graph):
        actor = _role(graph, step.actor)
        for basis in range(len(step.legal_basis)) if actor else ():
            around = _around(graph, key, ("steps", index, "legal_basis", basis))
            reserved = next((each.reserves for each in reversed(around) if each.reserves), None)
            lawful = _role(graph, reserved)
            if lawful and step.actor != reserved and not _same_category(lawful, actor):
                values = {"actor": str(step.actor), "lawful": str(reserved)}
                yield Finding(key, ("steps", index, "actor"), "actor", values)
                break


def _role(graph: Graph, ref: Ref | None) -> Role | None:
    role = graph.library.records.get(ref.record) if ref else None
    return role if isinstance(role, Role) else None


def _same_category(one: Role, other: Role | None) -> bool:
    """Say whether the law has one word for both; a role without any is never meant."""
    return other is not None and one.legal_category == other.legal_category is not None
