"""The page of a form: what it is for, its fields, and who may see what is written there."""

from collections.abc import Iterator
from dataclasses import replace

from gollanma.graph import Link as Reference
from gollanma.model import Text
from gollanma.model.kinds import Form
from gollanma.model.kinds.records import FormField
from gollanma.views.basis import provisions_of
from gollanma.views.blanks import (
    blank_of,
    copies_of,
    files_of,
    headed,
    how_to_mark,
    kept_for,
)
from gollanma.views.context import Desk
from gollanma.views.frame import desk_of, frame_of
from gollanma.views.inverse import grouped, pointing
from gollanma.views.markup import Html, Printed, element, joined, safe
from gollanma.views.page import Page
from gollanma.views.sheets import (
    Block,
    Cells,
    cells,
    heads,
    prose,
    rows,
    section_of,
    several,
    sheet_page,
    table,
)
from gollanma.views.trust import Row
from gollanma.views.voice import Voice

BREAK = Html("<br>")
STEPS, LISTED = "sop.steps.", "sop.forms.form"
"""Relations by which a procedure uses a form: in a step, and in its list of forms."""


def form_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each form."""
    for key, form in voice.library.keyed(Form):
        yield form_page(desk_of(voice, key), form)


def form_page(desk: Desk, form: Form) -> Page:
    """Give the page of a form."""
    frame = replace(frame_of(desk, form), inverse=grouped(desk, _pointing(desk)))
    basis = replace(frame.basis, grounds=provisions_of(desk, form.legal_basis))
    about = rows(
        (desk.voice.say("form.filled-by"), desk.link(form.filled_by)),
        (desk.voice.say("form.when"), desk.line(form.when)),
        (
            desk.voice.say("form.retention"),
            desk.voice.amount(form.retention) or kept_for(desk.voice, form),
        ),
    )
    sections = (
        section_of(desk, "about", Block(prose=prose(desk.block(form.purpose)), rows=about)),
        section_of(desk, "papers", Block(rows=_papers(desk, form))),
        section_of(desk, "fields", *_fields(desk, form)),
    )
    return sheet_page(desk, form, replace(frame, basis=basis), sections, "form.html")


def _fields(desk: Desk, form: Form) -> Iterator[Block]:
    """Yield the fields, each group under its heading."""
    columns = heads(desk, "form.field", "form.what", "form.care", "form.seen-by")
    groups: list[tuple[Text | None, list[FormField]]] = []
    for field, heading in headed(form, form.fields):
        if heading or not groups:
            groups.append((heading, []))
        groups[-1][1].append(field)
    for heading, fields in groups:
        named = desk.voice.heading(heading, form)
        rows = (_field(desk, each) for each in fields)
        yield Block(named.words if named else "", table=table(columns, rows))


def _papers(desk: Desk, form: Form) -> tuple[Row, ...]:
    """Give the ways to what is filled in; an earlier version has nothing of the kind."""
    if desk.key not in desk.voice.library.records:
        return ()
    return rows(
        (desk.voice.say("blank.full"), blank_of(desk)),
        (desk.voice.say("blank.file"), several(files_of(desk))),
        (desk.voice.say("blank.copies"), several(copies_of(desk, form))),
    )


def _pointing(desk: Desk) -> Iterator[Reference]:
    """Yield what points here; a procedure that names its steps need not list the form as well."""
    references = tuple(pointing(desk.voice, desk.key))
    in_steps = {each.source for each in references if each.relation.startswith(STEPS)}
    for each in references:
        if each.relation != LISTED or each.source not in in_steps:
            yield each


def _field(desk: Desk, field: FormField) -> Cells:
    seen = several(desk.links(field.shared_with)) or safe(desk.voice.say("form.only-filler"))
    return cells(
        _under(desk.name(field.label), desk.line(field.help)),
        _under(desk.voice.say(f"form.kind.{field.kind.value}"), _choices(desk, field)),
        joined(_care(desk, field), BREAK),
        seen if field.personal_data or field.shared_with else None,
        place=f"{field.anchor}{field.id}",
    )


def _under(above: str | Printed | None, below: Printed | None) -> Html:
    """Put small words under others."""
    small = element("span", below, class_="small soft") if below else None
    return joined(filter(None, (above, small)), BREAK)


def _choices(desk: Desk, field: FormField) -> Html | None:
    choices = several((each for each in map(desk.name, field.choices) if each), "; ")
    if choices and field.several:
        return joined((choices, desk.voice.say(how_to_mark(field))), BREAK)
    return choices


def _care(desk: Desk, field: FormField) -> Iterator[Html]:
    for name in ("personal_data", "needs_consent"):
        if getattr(field, name):
            yield element("span", desk.voice.say(f"form.{name}"), class_="tag tag-warn")
