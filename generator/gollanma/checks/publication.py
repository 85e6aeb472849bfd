"""What may be shown as what: approval, reviews, samples."""

from collections.abc import Iterator

from gollanma.checks.finding import Finding, check
from gollanma.checks.standing import is_over
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.model import Profile, Record, Status
from gollanma.model.base import Contact, Gap
from gollanma.model.kinds import Sop
from gollanma.model.load import PROJECT_FILE
from gollanma.model.walk import Path, parts

BINDING = frozenset({Status.APPROVED, Status.IN_FORCE})


@check("PUB001")
def in_force_without_approval(graph: Graph) -> Iterator[Finding]:
    """A record says that it is in force and does not say by which act.

    Nobody can be held to a rule that no office has signed.
    """
    for key, record in graph.library.records.items():
        if record.status not in BINDING:
            continue
        approval = record.approved_by
        if approval is None:
            yield Finding(key, ("status",), "no-approval", {"status": record.status or ""})
            continue
        for field, value in (
            ("act", approval.act),
            ("day", approval.day),
            ("signatories", approval.signatories),
        ):
            if not value:
                yield Finding(key, ("approved_by", field), "approval-gap", {"field": field})


@check("PUB002", Severity.WARNING)
def review_is_due(graph: Graph) -> Iterator[Finding]:
    """The day of the next review has passed.

    Offices move and laws change; a page that nobody has looked at misleads.
    """
    for key, record in graph.library.records.items():
        due = record.next_review
        if due is not None and due < graph.today and not is_over(record):
            yield Finding(key, ("next_review",), "due", {"day": due.isoformat()})


@check("PUB008")
def sample_in_a_service_build(graph: Graph) -> Iterator[Finding]:
    """A build for real work holds a sample procedure or contact.

    Somebody in danger would call a number that was made up to show the page.
    """
    if graph.project.profile is not Profile.SERVICE:
        return
    for key, record in graph.library.records.items():
        if record.sample and (isinstance(record, Sop) or _has_contact(record)):
            yield Finding(key, ("sample",), "sample", {"key": key})
    calls = graph.project.emergency.calls if graph.project.emergency else ()
    for index, call in enumerate(calls):
        if call.sample:
            path = ("emergency", "calls", index, "sample")
            yield Finding(PROJECT_FILE, path, "call")


def _has_contact(record: Record) -> bool:
    return any(isinstance(part, Contact) for _, part in parts(record))


@check("PUB009")
def sample_looks_official(graph: Graph) -> Iterator[Finding]:
    """A sample goes beyond consultation, cites a source, or shows how to reach somebody.

    What was made up must never look as if an office had said it.
    """
    for key, record in graph.library.records.items():
        if not record.sample:
            continue
        if record.status is not None and record.status.rank > Status.CONSULTATION.rank:
            yield Finding(key, ("status",), "status", {"status": record.status})
        if record.sources:
            yield Finding(key, ("sources",), "source", on_key=True)
        for path, part in parts(record):
            if isinstance(part, Contact):
                yield from _reachable(key, path, part)


def _reachable(key: str, path: Path, contact: Contact) -> Iterator[Finding]:
    for field in ("phone", "address", "email"):
        value = getattr(contact, field)
        if value is not None and not isinstance(value, Gap):
            yield Finding(key, (*path, field), "contact", {"field": field})
