"""The page of a role: everything that whoever has it does, and who stands beside them."""

from collections.abc import Iterator
from dataclasses import replace

from gollanma.graph import Target
from gollanma.model import Ref
from gollanma.model.kinds import Role, Sop
from gollanma.model.kinds.sops import Step
from gollanma.views.context import Desk
from gollanma.views.frame import Frame, desk_of, frame_of
from gollanma.views.inverse import grouped, pointing
from gollanma.views.markup import NOTHING, Html, joined, safe
from gollanma.views.page import Page
from gollanma.views.sheets import Block, Section, prose, rows, section_of, several, sheet_page
from gollanma.views.voice import Voice

SHOWN = frozenset({"sop.steps.actor", "sop.steps.together_with", "sop.roles.role"})
"""Relations that the section of what the role does says in full."""


def role_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each role."""
    for key, role in voice.library.keyed(Role):
        yield role_page(desk_of(voice, key), role)


def role_page(desk: Desk, role: Role) -> Page:
    """Give the page of a role."""
    say = desk.voice.say
    about = rows(
        (say("role.legal-category"), desk.link(role.legal_category)),
        (say("role.supervised-by"), desk.link(role.supervised_by)),
        (say("role.caseload"), desk.voice.amount(role.caseload)),
        (say("role.trainings"), several(desk.links(role.trainings))),
    )
    duties = Block(say("role.duties"), points=prose(*desk.lines(role.duties)))
    qualification = Block(say("role.qualification"), prose=prose(desk.block(role.qualification)))
    sections = (
        section_of(desk, "about", Block(prose=prose(desk.block(role.purpose)), rows=about)),
        section_of(desk, "duties", duties, qualification),
        _everything(desk),
    )
    return sheet_page(desk, role, _frame(desk, role), sections)


def _frame(desk: Desk, role: Role) -> Frame:
    others = (each for each in pointing(desk.voice, desk.key) if each.relation not in SHOWN)
    return replace(frame_of(desk, role), inverse=grouped(desk, others))


def _everything(desk: Desk) -> Section:
    """Give all that the role does in procedures, procedure by procedure."""
    library = desk.voice.library
    sops = dict(library.keyed(Sop))
    blocks = (_in(desk, key, sops[key]) for key in desk.voice.siblings(Sop.kind))
    return section_of(desk, "does", *blocks)


def _in(desk: Desk, key: str, sop: Sop) -> Block:
    """Give what the role does in one procedure; a block without rows is not printed."""
    say = desk.voice.say
    acts = (each for each in sop.steps if _is(each.actor, desk))
    helps = (each for each in sop.steps if any(_is(role, desk) for role in each.together_with))
    parts = [say(f"sop.part.{each.part.value}") for each in sop.roles if _is(each.role, desk)]
    found = rows(
        (say("role.part"), ", ".join(parts)),
        (say("role.acts"), _steps(desk, key, acts)),
        (say("role.helps"), _steps(desk, key, helps)),
    )
    return Block(safe(desk.page(key)) if found else "", rows=found)


def _is(role: Ref | None, desk: Desk) -> bool:
    return role is not None and role.record == desk.key


def _steps(desk: Desk, sop: str, steps: Iterator[Step]) -> Html | None:
    places = desk.voice.library.fragments_of(sop)
    lines = [
        joined((desk.place_in(Target(sop, sop, each.id, places[each.id])), _title(desk, each)))
        for each in steps
    ]
    return joined(lines, Html("<br>")) if lines else None


def _title(desk: Desk, step: Step) -> Html:
    title = desk.name(step.title)
    return joined((". ", title)) if title else NOTHING
