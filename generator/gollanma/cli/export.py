"""`gollanma export`: records in forms that others read."""

from pathlib import Path

import click

from gollanma.cli.akn import export_akn
from gollanma.cli.amending import export_amending
from gollanma.cli.desk import Desk, Exit, at_desk
from gollanma.cli.package import export_package
from gollanma.cli.word import export_comparison, export_disagreements, export_docx
from gollanma.exchange.lawtext.printing import print_text
from gollanma.model import Ref, cut
from gollanma.model.kinds import Act


@click.group("export")
def export() -> None:
    """Write records in forms that others read."""


@click.command()
@click.argument("reference")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write this file.")
@at_desk
def text(desk: Desk, reference: str, out: Path | None) -> None:
    """Print an act, or its edition ACT@EDITION, in the official form, in the language of --lang.

    A sample says first and last that it is not official.
    """
    public = cut(desk.library)
    ref = Ref.parse(reference)
    key = (
        public.edition_for(ref)
        if ref and ref.kind == Act.kind and ref.record in public.records
        else None
    )
    if key is None:
        click.echo(desk.language.say("cli.export.not-shown", value=reference), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    printed = print_text(public, desk.languages, desk.language, key)
    if not printed:
        lang = desk.language.code
        click.echo(desk.language.say("cli.export.no-words", value=key, lang=lang), err=True)
        raise click.exceptions.Exit(Exit.FINDINGS)
    if out is None:
        click.echo(printed, nl=False)
    else:
        out.write_text(printed, encoding="utf-8", newline="\n")


COMMANDS = (
    export_akn,
    export_amending,
    export_comparison,
    export_disagreements,
    export_docx,
    export_package,
    text,
)
for _command in COMMANDS:
    export.add_command(_command)
