"""Procedures at which somebody may be in danger: what they must say before anything else."""

from collections.abc import Iterator, Mapping

from gollanma.checks.finding import Finding, check
from gollanma.checks.flow import CONSENT, before_consent
from gollanma.checks.reading import are_read
from gollanma.checks.standing import is_over
from gollanma.graph import Graph
from gollanma.model import Record
from gollanma.model.base import Contact, Gap
from gollanma.model.kinds import Organisation, Service, Sop, Term, Territory
from gollanma.model.kinds.sops import Step
from gollanma.model.load import PROJECT_FILE
from gollanma.model.walk import Path, parts

CONSENT_TERM = f"{Term.kind}/{CONSENT}"
"""The term of the glossary by which a text is known to speak of consent."""
EXCEPTIONS = "exceptions"
QUESTION = "?"


def _services(graph: Graph, sop: Sop) -> list[Service]:
    found = (graph.library.get(ref) for ref in sop.implements)
    return [each for each in found if isinstance(each, Service)]


def _on_violence(graph: Graph, sop: Sop) -> bool:
    """Say whether a procedure is about violence: its own page hides, or all its services' do."""
    services = _services(graph, sop)
    return sop.quick_exit or bool(services and all(each.quick_exit for each in services))


def _on_violence_all(graph: Graph) -> Iterator[tuple[str, Sop]]:
    for key, sop in graph.library.keyed(Sop):
        if not is_over(sop) and _on_violence(graph, sop):
            yield key, sop


def _near_violence(graph: Graph) -> Iterator[tuple[str, Sop]]:
    """Yield the procedures that may meet violence: one of their services is there for it."""
    for key, sop in graph.library.keyed(Sop):
        met = sop.quick_exit or any(each.quick_exit for each in _services(graph, sop))
        if met and not is_over(sop):
            yield key, sop


@check("SOP014")
def protection_is_missing(graph: Graph) -> Iterator[Finding]:
    """A procedure on violence has no word on safety, no duty to report, or no case without consent.

    The worker keeps silent as she promised, and the child stays where the harm is done.
    """
    speaks = {each.source for each in graph.occurrences if _is_on_consent(each.term, each.path)}
    for key, sop in _on_violence_all(graph):
        if sop.steps and not any(step.safety for step in sop.steps):
            yield Finding(key, ("steps",), "no-safety", on_key=True)
        known = CONSENT_TERM in graph.library.records
        if not (key in speaks if known else sop.exceptions):
            yield Finding(key, (EXCEPTIONS,), "no-exception", on_key=True)
        if sop.steps and not _reports(graph, key, sop):
            yield Finding(key, (EXCEPTIONS,), "no-report", on_key=True)


def _is_on_consent(term: str, path: Path) -> bool:
    return term == CONSENT_TERM and path[0] == EXCEPTIONS


def _reports(graph: Graph, key: str, sop: Sop) -> bool:
    """Say whether a report goes out before consent, here or where an exception leads."""
    leads = [link for link in graph.links[key] if link.path[0] == EXCEPTIONS]
    others = (graph.library.records.get(each.target.key) for each in leads if each.target)
    here = (sop, *(each for each in others if isinstance(each, Sop)))
    are_known = are_read(graph, (each.ref for each in leads if each.ref))
    return not are_known or any(map(_reports_early, here))


def _reports_early(sop: Sop) -> bool:
    early = before_consent(sop)
    return any(step.referral is not None and step.id in early for step in sop.steps)


@check("SOP015")
def no_way_in_an_emergency(graph: Graph) -> Iterator[Finding]:
    """A procedure that may meet violence has no urgent path, or a number nobody has listed.

    The danger is now, and the page has nothing to say, or the wrong number.
    """
    procedures = list(_near_violence(graph))
    if procedures and graph.project.emergency is None:
        yield Finding(PROJECT_FILE, (), "no-emergency")
    for key, sop in procedures:
        if sop.steps and sop.urgent is None:
            yield Finding(key, ("steps",), "no-urgent", on_key=True)
    listed = _listed(graph)
    for key, sop in graph.library.keyed(Sop):
        for path, number in _numbers(sop):
            if _digits(number) not in listed:
                yield Finding(key, path, "unlisted", {"value": number})


def _listed(graph: Graph) -> frozenset[str]:
    """Give the figures of every number of the directory and of the emergency block."""
    emergency = graph.project.emergency
    calls = [each.phone for each in emergency.calls] if emergency else []
    offices = (*graph.library.of(Organisation), *graph.library.of(Territory))
    known = [number for office in offices for _, number in _numbers(office)]
    return frozenset(_digits(each) for each in (*calls, *known) if not isinstance(each, Gap))


def _numbers(record: Record) -> Iterator[tuple[Path, str]]:
    """Yield the numbers that stand in a record, with their paths."""
    for path, part in parts(record):
        if isinstance(part, Contact) and isinstance(part.phone, str):
            yield (*path, "phone"), part.phone


def _digits(number: str) -> str:
    return "".join(each for each in number if each.isdecimal())


@check("SOP018")
def unsafe_to_talk(graph: Graph) -> Iterator[Finding]:
    """A talk about violence does not begin with whether it is safe, or nothing says when to stop.

    Whoever does the harm stands behind the door, and the question is paid for in the evening.
    """
    for key, sop in _on_violence_all(graph):
        first = next((n for n, step in enumerate(sop.steps) if step.say), 0)
        if sop.steps and not _asks(sop.steps[first]):
            yield Finding(key, ("steps", first), "unasked", _named(sop.steps[first]))
    for key, sop in _near_violence(graph):
        for index, step in enumerate(sop.steps):
            if step.say and not step.stop_if:
                yield Finding(key, ("steps", index), "no-stop", _named(step))


def _asks(step: Step) -> bool:
    """Say whether something is asked, in the same place in every language."""
    return any(all(QUESTION in words for words in each.values()) for each in step.say)


def _named(step: Step) -> Mapping[str, str]:
    return {"value": step.id}
