"""How complete the standard package of a service is: its statute, procedures and specification."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model import Ref
from gollanma.model.kinds import Service, Sop
from gollanma.views.addresses import beside
from gollanma.views.apart import LINKS
from gollanma.views.context import Desk
from gollanma.views.frame import anchor
from gollanma.views.markup import Html, element, joined, safe
from gollanma.views.status import Tag
from gollanma.views.trust import Row

SPECIFIED = {
    "may": ("eligibility",),
    "how": ("ways_in",),
    "cost": ("cost",),
    "duration": ("duration",),
    "process": ("process",),
    "rights": ("rights", "refusal", "complaint"),
    "standards": ("basic_standards", "quality_standards"),
    "staffing": ("staffing", "provider_requirements"),
    "inclusion": ("inclusion",),
    "running": ("financing", "monitoring", "confidentiality"),
}
"""The sections that a specification must have, with the fields that they say."""


@dataclass(frozen=True, slots=True)
class Package:
    """The standard package of a service: its statute, procedures and specification."""

    rows: tuple[Row, ...]
    verdict: Tag
    lacking: tuple[Row, ...]
    """What is missing from which part, in words."""


def package_of(desk: Desk, service: Service) -> Package:
    """Give what the standard package has, and what it lacks."""
    say = desk.voice.say
    statute = service.package.statute if service.package else None
    link = desk.link(statute) if isinstance(statute, Ref) else None
    planned = say("service.planned") if statute == "planned" else say("service.none")
    lacking = tuple(_lacking(desk, service))
    parts = ", ".join(dict.fromkeys(each.name for each in lacking))
    return Package(
        (
            Row(say("service.statute"), safe(link or planned)),
            Row(say("service.procedures"), _counted(desk, _procedures(desk))),
            Row(say("service.specification"), safe(say("service.this-page"))),
        ),
        Tag(say("service.lacking", parts=parts), "warn")
        if lacking
        else Tag(say("service.complete"), "ok"),
        lacking,
    )


def _lacking(desk: Desk, service: Service) -> Iterator[Row]:
    """Yield what is missing, part by part."""
    say = desk.voice.say
    statute = service.package.statute if service.package else None
    if not isinstance(statute, Ref):
        reason = "planned" if statute == "planned" else "absent"
        yield Row(say("service.statute"), safe(say(f"service.missing.statute-{reason}")))
    if not _procedures(desk):
        yield Row(say("service.procedures"), safe(say("service.missing.procedures")))
    bare = [desk.name(stage.title) or stage.id for stage in service.process if stage.sop is None]
    if bare:
        stages = joined((say("service.missing.stages"), joined(bare, ", ")), " ")
        yield Row(say("service.procedures"), stages)
    unsaid = [name for name, fields in SPECIFIED.items() if not _says(service, fields)]
    if unsaid:
        titles = ", ".join(say(f"section.{name}") for name in unsaid)
        words = say("service.missing.sections", sections=titles)
        yield Row(say("service.specification"), safe(words))


def _says(service: Service, fields: tuple[str, ...]) -> bool:
    return all(getattr(service, field) for field in fields)


def _procedures(desk: Desk) -> int:
    """Count the procedures that carry out the service; they are listed where all inverses are."""
    return sum(
        any(each.record == desk.current for each in sop.implements)
        for sop in desk.voice.library.of(Sop)
    )


def _counted(desk: Desk, procedures: int) -> Html:
    if not procedures:
        return safe(desk.voice.say("service.none"))
    words = desk.voice.say("common.records", n=procedures)
    page = beside(desk.voice.library, desk.current, LINKS)
    return element("a", words, href=desk.href(page, anchor("inverse")))
