"""`gollanma export docx`, its tables, and `gollanma import docx`: Word, there and back."""

from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

import click

from gollanma.cli.desk import Desk, at_desk, write_new
from gollanma.cli.exits import Exit
from gollanma.diagnostics import Severity
from gollanma.exchange.word.comparative import comparative_table_document
from gollanma.exchange.word.disagreements import disagreements_document
from gollanma.exchange.word.importing import Imported
from gollanma.exchange.word.importing import import_docx as read_docx
from gollanma.exchange.word.redlines import redline_document
from gollanma.graph import Graph
from gollanma.model import Ref, cut
from gollanma.model.kinds import Act, Edition, Organisation
from gollanma.report import findings_as_text, put_into_words
from gollanma.views.voice import Voice

MOST, LIKENESS = 3, 0.6
"""Organisations that may be meant: how many are named, and how like their names must be."""

_out = click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Write this file."
)


@click.command("docx")
@click.argument("reference", metavar="ACT[@EDITION]")
@click.option("--against", metavar="EDITION", help="Track what changed since this one: 2022-01-01.")
@_out
@at_desk
def export_docx(desk: Desk, reference: str, against: str | None, out: Path) -> None:
    """Write an edition as a Word file to work on, in the language of --lang.

    Without @ it is the edition that counts today. Who tracks changes and writes comments in it
    sends it back to `gollanma import docx`.
    """
    voice = _public(desk)
    new = _edition(desk, voice, reference)
    act = new.partition("@")[0]
    old = _edition(desk, voice, f"{act}@{against}") if against else new
    out.write_bytes(redline_document(voice, old, new))


@click.command("comparison")
@click.argument("act")
@click.argument("editions", nargs=2, metavar="FROM TO")
@_out
@at_desk
def export_comparison(desk: Desk, act: str, editions: tuple[str, str], out: Path) -> None:
    """Write the comparative table of two editions of ACT as a Word file: in force, proposed, why.

    FROM and TO name editions as their files do: 2022-01-01, draft-submitted.
    """
    voice = _public(desk)
    old, new = (_edition(desk, voice, f"{act}@{each}") for each in editions)
    out.write_bytes(comparative_table_document(voice, old, new))


@click.command("disagreements")
@click.argument("reference", metavar="ACT@EDITION")
@_out
@at_desk
def export_disagreements(desk: Desk, reference: str, out: Path) -> None:
    """Write what offices say about an edition, and what was answered, as a Word file."""
    voice = _public(desk)
    out.write_bytes(disagreements_document(voice, _edition(desk, voice, reference)))


def _public(desk: Desk) -> Voice:
    """Give the language of --lang, speaking of what may be shown."""
    return Voice(Graph(cut(desk.library), desk.languages), desk.language)


def _edition(desk: Desk, voice: Voice, reference: str) -> str:
    """Give the key of the edition that is meant; end the command where it may not be shown."""
    library, ref = voice.library, Ref.parse(reference)
    is_act = ref is not None and ref.kind == Act.kind and ref.record in library.records
    key = library.edition_for(ref) if ref and is_act else None
    if key is None or not isinstance(library.records.get(key), Edition):
        _refuse(desk, "cli.export.not-shown", reference)
    return key


@click.command("docx")
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option(
    "--office",
    required=True,
    metavar="ORGANISATION",
    help="Whose proposals and comments they are: organisation/mejlis. No person is kept.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write new files below this folder; absent: show them.",
)
@click.option(
    "--diff",
    "as_diff",
    is_flag=True,
    help="Show what is proposed as a patch of the edition's file.",
)
@at_desk
def import_docx(desk: Desk, *, file: Path, office: str, out: Path | None, as_diff: bool) -> None:
    """Read FILE, an edition in Word on which an office has worked: its changes and its comments.

    Nothing that is there is changed: what is proposed and what is said become new files. With
    --diff a patch is shown, for a person to apply.
    """
    if out and as_diff:
        raise click.UsageError(
            f"--out | --diff: {desk.language.say('cli.import.shown-or-written')}"
        )
    imported = read_docx(desk.graph, file.as_posix(), file.read_bytes(), _office(desk, office))
    _tell(desk, imported)
    if as_diff:
        _show_patch(desk, imported)
    elif not imported.files:
        click.echo(desk.language.say("cli.import.nothing"), err=True)
    elif out is None:
        for path, text in sorted(imported.files.items()):
            click.echo(f"# {path}\n{text}", nl=False)
    else:
        write_new(desk, out, imported.files)


def _show_patch(desk: Desk, imported: Imported) -> None:
    """Show a patch on stdout, and on stderr what it leaves to a person."""
    patch = imported.patch(desk.library)
    click.echo(patch.diff, nl=False)
    for each in patch.left:
        values = {"kind": str(each.kind.value), "place": each.target or each.after or ""}
        click.echo(desk.language.say("cli.import.not-in-patch", **values), err=True)
    comments = len(imported.files) - bool(imported.changes)
    if comments:
        click.echo(desk.language.say("cli.import.comments-too", n=comments), err=True)
    if not imported.files:
        click.echo(desk.language.say("cli.import.nothing"), err=True)


def _office(desk: Desk, written: str) -> Ref:
    """Give the organisation that is meant; end the command where there is none, and name some."""
    ref, known = Ref.parse(written), [key for key, _ in desk.library.keyed(Organisation)]
    if ref is not None and str(ref) in known:
        return ref
    slugs = {key.rpartition("/")[2]: key for key in known}
    alike = get_close_matches(written.rpartition("/")[2], slugs, n=MOST, cutoff=LIKENESS)
    near = [slugs[each] for each in alike]
    click.echo(desk.language.say("cli.import.no-office", value=written), err=True)
    key, values = ("near-office", near) if near else ("known-offices", known)
    said = "`, `".join(values) if near else ", ".join(values)
    click.echo(desk.language.say(f"cli.import.{key}", near=said, known=said), err=True)
    raise click.exceptions.Exit(Exit.USAGE)


def _tell(desk: Desk, imported: Imported) -> None:
    """Say on stderr what was found in the file; end the command where that is an error."""
    reports = [put_into_words(each, desk.language, desk.library) for each in imported.diagnostics]
    for line in findings_as_text(reports, desk.language, desk.library):
        click.echo(line, err=True)
    if any(each.severity is Severity.ERROR for each in imported.diagnostics):
        raise click.exceptions.Exit(Exit.FINDINGS)


def _refuse(desk: Desk, key: str, value: str) -> NoReturn:
    click.echo(desk.language.say(key, value=value), err=True)
    raise click.exceptions.Exit(Exit.USAGE)
