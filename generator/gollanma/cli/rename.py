"""`gollanma rename`: another name for a record or a place in it, with all that leads there."""

from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from gollanma.cli.desk import Desk, at_desk, write
from gollanma.cli.exits import Exit
from gollanma.edit import Renamed
from gollanma.edit import rename as renaming
from gollanma.model import Ref


@click.command()
@click.argument("reference", metavar="REF")
@click.argument("new", metavar="NEW")
@at_desk
def rename(desk: Desk, reference: str, new: str) -> None:
    """Call REF, such as sop/visit or sop/visit#consent, by the slug NEW from now on.

    Every reference follows, and so do the file of the record and its state; comments and all other
    words stay. Where readers may hold the old address, they are led to the new one. If the name
    cannot be given, nothing is written.
    """
    ref = Ref.parse(reference)
    if ref is None or ref.is_local:
        _refuse(desk.language.say("cli.rename.unreadable", value=reference))
    made = renaming(desk.library, ref, new, desk.library.pages)
    if not isinstance(made, Renamed):
        _refuse(desk.language.say(made.sentence, **made.values))
    write(desk.root, made.files, made.moved)
    _sweep(desk.root, made.moved)
    _tell(desk, made)


def _refuse(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    raise click.exceptions.Exit(Exit.USAGE)


def _sweep(root: Path, moved: Iterable[str]) -> None:
    """Remove the folders that nothing stands in any more."""
    for folder in sorted({(root / path).parent for path in moved}, reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _tell(desk: Desk, made: Renamed) -> None:
    say = desk.language.say
    click.echo(say("cli.rename.moved", old=made.old, new=made.new))
    for path in made.files:
        click.echo(path)
    for old in made.retired:
        click.echo(say("cli.rename.kept", value=old))
    click.echo(say("cli.rename.done", n=len(made.files)))
