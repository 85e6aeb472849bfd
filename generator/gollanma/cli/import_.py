"""`gollanma import`: what others have written, made into records."""

from pathlib import Path

import click

from gollanma.cli.desk import Desk, Exit, at_desk, write
from gollanma.diagnostics import Diagnostic, Severity
from gollanma.exchange.lawtext.files import read_file
from gollanma.exchange.lawtext.importing import Imported, import_act, known_offices, made_of
from gollanma.exchange.lawtext.recognise import Recognised, recognise
from gollanma.exchange.lawtext.summary import summary
from gollanma.model import Ref
from gollanma.model.kinds import Act
from gollanma.model.places import slug_fault
from gollanma.report import findings_as_text, put_into_words


@click.group("import")
def import_() -> None:
    """Make records of what others have written."""


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option(
    "--also",
    nargs=2,
    multiple=True,
    metavar="LANG FILE",
    help="The same act in another language, laid onto the same ids.",
)
@click.option("--kind", help="The kind of act, where the text does not name it: law, order …")
@click.option(
    "--out", metavar="ACT@EDITION", help="Write the edition, such as act/care@2030-01-01."
)
@at_desk
def act(
    desk: Desk, file: Path, also: tuple[tuple[str, str], ...], kind: str | None, out: str | None
) -> None:
    """Read the official text of an act from FILE, written in the language of --lang.

    FILE is plain text, a web page or a Word file. Without --out nothing is written: what was
    recognised is shown, and what was not.
    """
    project = desk.library.project
    rule = project.act_kind(kind)
    if kind and rule is None:
        known = ", ".join(each.id for each in project.act_kinds)
        raise click.BadParameter(known, param_hint="--kind")
    first = desk.wanted or project.languages.default
    given = [(first, file), *((code, Path(name)) for code, name in also)]
    texts = [_recognised(desk, code, path, kind) for code, path in given]
    if out is None:
        found = [each for text in texts for each in text.diagnostics]
        if all(each.is_fine for each in texts):
            found += made_of(texts, "").diagnostics
        imported = Imported(tuple(found))
    else:
        imported = import_act(desk.library, desk.languages, texts, _edition_key(out))
    _tell(desk, texts, imported.diagnostics)
    write(desk.root, imported.files)
    for path in sorted(imported.files):
        click.echo(path)
    if any(each.severity is Severity.ERROR for each in imported.diagnostics):
        raise click.exceptions.Exit(Exit.FINDINGS)


def _recognised(desk: Desk, code: str, path: Path, kind: str | None) -> Recognised:
    """Read one file in one of the project's languages."""
    known = desk.library.project.languages.all
    if code not in known:
        raise click.BadParameter(", ".join(known), param_hint="--lang")
    if not path.is_file():
        raise click.BadParameter(path.as_posix(), param_hint="--also")
    reading = read_file(path.as_posix(), path.read_bytes())
    project = desk.library.project
    offices = known_offices(desk.library, code)
    return recognise(reading, desk.languages[code], project, project.act_kind(kind), offices)


def _edition_key(out: str) -> str:
    """Give the key of an edition that --out names."""
    ref = Ref.parse(out)
    is_edition = ref is not None and ref.kind == Act.kind and ref.at and not ref.fragment
    if ref is None or not is_edition or slug_fault(ref.slug) or slug_fault(ref.at or ""):
        raise click.BadParameter("act/slug@2030-01-01", param_hint="--out")
    return str(ref)


def _tell(desk: Desk, texts: list[Recognised], found: tuple[Diagnostic, ...]) -> None:
    """Say what was recognised, then what was found."""
    for each in texts:
        for line in summary(each, desk.language):
            click.echo(line)
    reports = [put_into_words(each, desk.language, desk.library) for each in found]
    for line in findings_as_text(reports, desk.language, desk.library):
        click.echo(line)


for _command in (act,):
    import_.add_command(_command)
