"""Forms in procedures: listed, in the right version, and shared only with whom they may be."""

from collections.abc import Iterator

from gollanma.checks.finding import Finding, check
from gollanma.checks.flow import before_consent
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, Target, resolve
from gollanma.model import Ref
from gollanma.model.kinds import Form, Role, Service, Sop
from gollanma.model.kinds.records import FormField
from gollanma.model.kinds.sops import Step
from gollanma.model.walk import Path, at


def _used(step: Step) -> Iterator[tuple[Path, Ref]]:
    """Yield the forms that a step fills in, with their path in the step."""
    yield from ((("forms", index), ref) for index, ref in enumerate(step.forms))
    for index, output in enumerate(step.outputs):
        if output.form:
            yield ("outputs", index, "form"), output.form
    if step.referral and step.referral.form:
        yield ("referral", "form"), step.referral.form


@check("SOP009", Severity.WARNING)
def forms_differ_from_their_list(graph: Graph) -> Iterator[Finding]:
    """A form is used and not listed, listed and never used, or listed in another version.

    The worker stands in front of the family with the wrong sheet.
    """
    for key, sop in graph.library.keyed(Sop):
        listed = {each.form.record for each in sop.forms}
        used: set[str] = set()
        for index, step in enumerate(sop.steps):
            for path, ref in _used(step):
                if ref.record not in listed | used:
                    values = {"value": str(ref)}
                    yield Finding(key, ("steps", index, *path), "unlisted", values)
                used.add(ref.record)
        yield from _list(graph, key, sop, used)


def _list(graph: Graph, key: str, sop: Sop, used: set[str]) -> Iterator[Finding]:
    for index, each in enumerate(sop.forms):
        form = graph.library.get(each.form)
        if each.form.record not in used:
            yield Finding(key, ("forms", index, "form"), "unused", {"value": str(each.form)})
        if form and each.version and form.version != each.version:
            values = {"value": each.version, "now": form.version or ""}
            yield Finding(key, ("forms", index, "version"), "version", values)


@check("SOP011")
def personal_data_before_consent(graph: Graph) -> Iterator[Finding]:
    """A form asks for personal data that needs consent, and nobody has asked for it yet.

    The person has told her life to the file before she learns who reads it.
    """
    for key, sop in graph.library.keyed(Sop):
        early = before_consent(sop)
        for index, step in enumerate(sop.steps):
            for path, ref in _used(step) if step.id in early else ():
                field = _first_private(graph, ref)
                if field:
                    values = {"value": str(ref), "field": field}
                    yield Finding(key, ("steps", index, *path), "before-consent", values)


def _first_private(graph: Graph, ref: Ref) -> str | None:
    form = graph.library.get(ref)
    fields = form.fields if isinstance(form, Form) else ()
    private = (each.id for each in fields if each.personal_data and each.needs_consent)
    return next(private, None)


@check("SOP017")
def referral_sends_too_much(graph: Graph) -> Iterator[Finding]:
    """A referral hands on what its receiver may not see, or what the person has not agreed to.

    What was said in trust is read by people who have no right to it.
    """
    for key, sop in graph.library.keyed(Sop):
        early = before_consent(sop)
        for index, step in enumerate(sop.steps):
            if step.referral:
                for number, ref in enumerate(step.referral.sends):
                    path: Path = ("steps", index, "referral", "sends", number)
                    field = _field(graph, ref)
                    if field:
                        yield from _shown(graph, (key, path), step, field)
                        if field.needs_consent and step.id in early:
                            yield Finding(key, path, "no-consent", {"value": str(ref)})


def _field(graph: Graph, ref: Ref) -> FormField | None:
    target = resolve(graph.library, ref, "")
    if not isinstance(target, Target) or target.holder not in graph.library.records:
        return None
    found = at(graph.library.records[target.holder], target.path)
    return found if isinstance(found, FormField) else None


def _shown(
    graph: Graph, place: tuple[str, Path], step: Step, field: FormField
) -> Iterator[Finding]:
    """Yield the receivers that may not see a field of personal data."""
    allowed = {each.record for each in field.shared_with}
    for receiver in step.referral.to if step.referral and field.personal_data else ():
        roles = _roles(graph, receiver)
        if roles is not None and not roles & allowed:
            values = {"value": field.id, "receiver": str(receiver)}
            yield Finding(*place, "not-shared", values)


def _roles(graph: Graph, receiver: Ref) -> set[str] | None:
    """Give the roles that read what a receiver gets; None where nobody can tell."""
    if receiver.kind == Role.kind:
        return {receiver.record}
    service = graph.library.get(receiver)
    return {each.role.record for each in service.staffing} if isinstance(service, Service) else None
