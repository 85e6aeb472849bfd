"""The page of a role, a handbook of one's own: all that whoever has it does, by when, with what."""

from collections.abc import Iterator
from dataclasses import replace

from gollanma.graph import Target
from gollanma.model import Ref
from gollanma.model.kinds import Role, Sop
from gollanma.model.kinds.sops import RolePart, Step
from gollanma.views.context import Desk, Link
from gollanma.views.frame import Frame, desk_of, frame_of
from gollanma.views.inverse import grouped, pointing
from gollanma.views.markup import NOTHING, Html, joined, safe
from gollanma.views.naming import capital
from gollanma.views.page import Page
from gollanma.views.sheets import (
    Block,
    Cells,
    Section,
    cells,
    heads,
    prose,
    rows,
    section_of,
    several,
    sheet_page,
    table,
)
from gollanma.views.steps import coded
from gollanma.views.trust import Row
from gollanma.views.voice import Voice

SERVES, FILLS = "service.staffing.role", "form.filled_by"
LEADS, BEFORE = "role.supervised_by", "role.next_role"
SHOWN = frozenset(
    {"sop.steps.actor", "sop.steps.together_with", "sop.roles.role", SERVES, FILLS, LEADS, BEFORE}
)
"""Relations that sections of the page say in full."""


def role_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each role."""
    for key, role in voice.library.keyed(Role):
        yield role_page(desk_of(voice, key), role)


def role_page(desk: Desk, role: Role) -> Page:
    """Give the page of a role."""
    say = desk.voice.say
    duties = Block(say("role.duties"), points=prose(*desk.lines(role.duties)))
    qualification = Block(say("role.qualification"), prose=prose(desk.block(role.qualification)))
    sections = (
        section_of(
            desk, "about", Block(prose=prose(desk.block(role.purpose)), rows=_about(desk, role))
        ),
        section_of(desk, "duties", duties, qualification),
        _everything(desk),
        section_of(desk, "role-parts", Block(rows=rows(*_parts(desk)))),
        section_of(desk, "role-forms", Block(points=tuple(map(safe, _forms(desk))))),
        section_of(desk, "role-services", Block(points=tuple(map(safe, _pointing(desk, SERVES))))),
    )
    return sheet_page(desk, role, _frame(desk, role), sections)


def _about(desk: Desk, role: Role) -> tuple[Row, ...]:
    say = desk.voice.say
    return rows(
        (say("role.legal-category"), desk.link(role.legal_category)),
        (say("role.supervised-by"), desk.link(role.supervised_by)),
        (say(f"relation.{LEADS}.inverse"), several(_pointing(desk, LEADS))),
        (say(f"relation.{BEFORE}.inverse"), several(_pointing(desk, BEFORE))),
        (say("role.career-after"), desk.link(role.next_role)),
        (say("role.caseload"), desk.voice.amount(role.caseload)),
        (say("role.trainings"), several(desk.links(role.trainings))),
    )


def _frame(desk: Desk, role: Role) -> Frame:
    others = (each for each in pointing(desk.voice, desk.key) if each.relation not in SHOWN)
    return replace(frame_of(desk, role), inverse=grouped(desk, others))


def _pointing(desk: Desk, relation: str) -> tuple[Link, ...]:
    """Give the records that point here in one way."""
    sources = {each.source for each in pointing(desk.voice, desk.key) if each.relation == relation}
    return tuple(coded(desk.page(key)) for key in desk.voice.ordered(sources))


# --- in procedures


def _sops(desk: Desk) -> Iterator[tuple[str, Sop]]:
    sops = dict(desk.voice.library.keyed(Sop))
    return ((key, sops[key]) for key in desk.voice.siblings(Sop.kind))


def _everything(desk: Desk) -> Section:
    """Give all steps of the role, procedure by procedure, in their order."""
    return section_of(desk, "does", *(_in(desk, key, sop) for key, sop in _sops(desk)))


def _in(desk: Desk, key: str, sop: Sop) -> Block:
    """Give what the role does in one procedure; a block without rows is not printed."""
    say = desk.voice.say
    names = heads(desk, *(f"role.{each}" for each in ("step", "how", "when", "forms")))
    own = replace(desk, key=key, record=sop)
    steps = table(names, (_step(own, each, desk.key) for each in sop.steps if _does(each, desk)))
    parts = [say(f"sop.part.{each.part.value}") for each in sop.roles if _is(each.role, desk.key)]
    found = rows((say("role.part"), ", ".join(parts)))
    is_there = bool(found or steps.rows)
    title = joined((safe(desk.page(key)), " ", sop.code or "")) if is_there else ""
    return Block(title, rows=found, table=steps if steps.rows else None)


def _does(step: Step, desk: Desk) -> bool:
    return _is(step.actor, desk.key) or any(_is(each, desk.key) for each in step.together_with)


def _is(role: Ref | None, key: str) -> bool:
    return role is not None and role.record == key


def _step(own: Desk, step: Step, role: str) -> Cells:
    """Give one step, printed at the desk of its procedure."""
    voice = own.voice
    place = Target(own.key, own.key, step.id, voice.library.fragments_of(own.key)[step.id])
    how = "carries-out" if _is(step.actor, role) else "takes-part"
    named = [f for f in (*step.forms, *(o.form for o in step.outputs)) if f is not None]
    return cells(
        joined((own.place_in(place), _title(own, step))),
        voice.say(f"role.{how}"),
        voice.limit(step.deadline, own.key),
        several(map(coded, own.links(dict.fromkeys(named)))),
    )


def _title(desk: Desk, step: Step) -> Html:
    title = desk.name(step.title)
    return joined((". ", title)) if title else NOTHING


def _parts(desk: Desk) -> Iterator[tuple[str, Html | None]]:
    """Yield each part that the role has in procedures, with the procedures."""
    for part in RolePart:
        keys = (
            key
            for key, sop in _sops(desk)
            if any(_is(each.role, desk.key) and each.part is part for each in sop.roles)
        )
        words = capital(desk.voice.say(f"sop.part.{part.value}"))
        yield words, several(coded(desk.page(key)) for key in keys)


def _forms(desk: Desk) -> tuple[Link, ...]:
    """Give the forms that the role fills in, and those of its own steps."""
    filled = {each.source for each in pointing(desk.voice, desk.key) if each.relation == FILLS}
    used = {
        each.record
        for _, sop in _sops(desk)
        for step in sop.steps
        if _does(step, desk)
        for each in (*step.forms, *(out.form for out in step.outputs if out.form))
        if each.record in desk.voice.library.records
    }
    return tuple(coded(desk.page(key)) for key in desk.voice.ordered(filled | used))
