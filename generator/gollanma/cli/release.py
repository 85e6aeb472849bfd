"""`gollanma release`: keep the records as they are now, so that a version can always be read."""

import click

from gollanma.cli.desk import Desk, at_desk, write
from gollanma.cli.exits import Exit
from gollanma.edit import addresses
from gollanma.edit import release as releasing
from gollanma.edit.release import releasable
from gollanma.graph import Graph
from gollanma.model import Status, cut
from gollanma.model.state import ADDRESSES


@click.command()
@click.argument("references", nargs=-1)
@at_desk
def release(desk: Desk, references: tuple[str, ...]) -> None:
    """Release the REFERENCES, such as sop/intake; without any, every record from the pilot on.

    The list of published addresses is brought up to date too. If one record cannot be released,
    nothing is written.
    """
    library = desk.library
    keys = references or tuple(
        key
        for key, record in library.records.items()
        if releasable(record) and record.status and record.status.rank >= Status.PILOT.rank
    )
    made = releasing(library, keys)
    if not made.refused:
        public = Graph(cut(library), desk.languages)
        write(desk.root, {**made.files, ADDRESSES: addresses(public)})
    for each in made.versions if not made.refused else ():
        click.echo(each)
    for refused in made.refused:
        click.echo(desk.language.say(f"cli.release.{refused.why}", key=refused.key), err=True)
    if not made.versions and not made.refused:
        click.echo(desk.language.say("cli.release.nothing"))
    if made.refused:
        raise click.exceptions.Exit(Exit.FINDINGS)
