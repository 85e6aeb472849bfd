"""`gollanma export docx` and `gollanma import docx`: editions in Word, and what comes back."""

from pathlib import Path
from typing import NoReturn

import click

from gollanma.cli.desk import Desk, Exit, at_desk, write_new
from gollanma.diagnostics import Severity
from gollanma.exchange.word.comparative import comparative_table_document
from gollanma.exchange.word.disagreements import disagreements_document
from gollanma.exchange.word.importing import import_docx as read_docx
from gollanma.exchange.word.redlines import redline_document
from gollanma.graph import Graph
from gollanma.model import Ref, cut
from gollanma.model.kinds import Act, Edition, Organisation
from gollanma.report import findings_as_text, put_into_words
from gollanma.views.voice import Voice

FORMS = ("text", "table", "comments")


@click.command("docx")
@click.argument("reference")
@click.option("--against", metavar="EDITION", help="The older edition: 2022-01-01.")
@click.option(
    "--form",
    type=click.Choice(FORMS),
    default="text",
    help="The text with its changes tracked, the comparative table, the offices' comments.",
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Write this file."
)
@at_desk
def export_docx(desk: Desk, reference: str, against: str | None, form: str, out: Path) -> None:
    """Write an act, or its edition ACT@EDITION, as a Word file in the language of --lang.

    A reader who works on it with changes tracked sends it back to `gollanma import docx`.
    """
    library = cut(desk.library)
    ref = Ref.parse(reference)
    is_act = ref is not None and ref.kind == Act.kind and ref.record in library.records
    new = library.edition_for(ref) if ref and is_act else None
    if new is None:
        _refuse(desk, "cli.export.not-shown", reference)
    old = f"{new.partition('@')[0]}@{against}" if against else new
    if not isinstance(library.records.get(old), Edition):
        _refuse(desk, "cli.export.not-shown", old)
    if form == "table" and not against:
        raise click.UsageError("--form table: --against")
    voice = Voice(Graph(library, desk.languages), desk.language)
    out.write_bytes(_written(voice, form, old, new))


def _written(voice: Voice, form: str, old: str, new: str) -> bytes:
    match form:
        case "table":
            return comparative_table_document(voice, old, new)
        case "comments":
            return disagreements_document(voice, new)
        case _:
            return redline_document(voice, old, new)


@click.command("docx")
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option(
    "--office", required=True, metavar="ORGANISATION", help="Whose proposals and comments they are."
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write new files below this folder; absent: show them.",
)
@at_desk
def import_docx(desk: Desk, file: Path, office: str, out: Path | None) -> None:
    """Read FILE, an edition in Word on which an office has worked: its changes and its comments.

    Nothing that is there is changed: proposals and comments are new files.
    """
    ref = Ref.parse(office)
    if ref is None or not isinstance(desk.library.records.get(str(ref)), Organisation):
        _refuse(desk, "cli.import.no-office", office)
    imported = read_docx(desk.graph, file.as_posix(), file.read_bytes(), ref)
    reports = [put_into_words(each, desk.language, desk.library) for each in imported.diagnostics]
    for line in findings_as_text(reports, desk.language, desk.library):
        click.echo(line, err=True)
    if any(each.severity is Severity.ERROR for each in imported.diagnostics):
        raise click.exceptions.Exit(Exit.FINDINGS)
    if not imported.files:
        click.echo(desk.language.say("cli.import.nothing"))
    elif out is None:
        for path, text in sorted(imported.files.items()):
            click.echo(f"# {path}\n{text}", nl=False)
    else:
        write_new(desk, out, imported.files)


def _refuse(desk: Desk, key: str, value: str) -> NoReturn:
    click.echo(desk.language.say(key, value=value), err=True)
    raise click.exceptions.Exit(Exit.USAGE)
