"""`gollanma export form`: a form as a Word file to fill in."""

from pathlib import Path
from typing import NoReturn

import click

from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.exchange.forms import form_document
from gollanma.graph import Graph
from gollanma.model import Ref, Sensitivity, cut
from gollanma.model.kinds import Form
from gollanma.views.blanks import fields_for
from gollanma.views.voice import Voice


@click.command("form")
@click.argument("reference", metavar="FORM")
@click.option("--also", metavar="LANGUAGE", help="Put this language below that of --lang.")
@click.option("--copy", "role", metavar="ROLE", help="Only what this role may see: role/lawyer.")
@click.option(
    "--for",
    "receiver",
    type=click.Choice([each.value for each in Sensitivity]),
    default=Sensitivity.PUBLIC.value,
    help="Who will have the file; without it, only fields that everybody may know of.",
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Write this file."
)
@at_desk
def export_form(  # noqa: PLR0913, PLR0917 - one for each option
    desk: Desk, reference: str, also: str | None, role: str | None, receiver: str, out: Path
) -> None:
    """Write FORM as a Word file to fill in: form/consent, in the language of --lang.

    Each field is a control whose tag is the field's id; the words around them are locked.
    """
    graph = Graph(cut(desk.library, Sensitivity(receiver)), desk.languages)
    form = graph.library.records.get(reference)
    if not isinstance(form, Form):
        _refuse(desk, "cli.export.no-form", reference)
    if also is not None and also not in desk.languages:
        _refuse(desk, "cli.export.no-language", also)
    beside = Voice(graph, desk.languages[also]) if also else None
    voice = Voice(graph, desk.language)
    receives = _receiver(desk, graph, form, role)
    out.write_bytes(form_document(voice, reference, beside, receives))


def _receiver(desk: Desk, graph: Graph, form: Form, role: str | None) -> Ref | None:
    """Give the role of a copy; end the command where it may see nothing of the form."""
    if role is None:
        return None
    ref = Ref.parse(role)
    if ref is None or str(ref) not in graph.library.records or not fields_for(form, ref):
        _refuse(desk, "cli.export.no-copy", role)
    return ref


def _refuse(desk: Desk, key: str, value: str) -> NoReturn:
    click.echo(desk.language.say(key, value=value), err=True)
    raise click.exceptions.Exit(Exit.USAGE)
