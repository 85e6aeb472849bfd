"""`gollanma release`: keep the records as they are now, so that a version can always be read."""

import click

from gollanma.cli.desk import Desk, Exit, at_desk
from gollanma.edit import release as releasing
from gollanma.edit.release import releasable
from gollanma.model import Status


@click.command()
@click.argument("references", nargs=-1)
@at_desk
def release(desk: Desk, references: tuple[str, ...]) -> None:
    """Release the REFERENCES, such as sop/intake; without any, every record from the pilot on."""
    library = desk.library
    keys = references or tuple(
        key
        for key, record in library.records.items()
        if releasable(record) and record.status and record.status.rank >= Status.PILOT.rank
    )
    made = releasing(library, keys)
    for path, text in sorted(made.files.items()):
        target = desk.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    for each in made.versions:
        click.echo(each)
    for refused in made.refused:
        click.echo(desk.language.say(f"cli.release.{refused.why}", key=refused.key), err=True)
    if not made.versions and not made.refused:
        click.echo(desk.language.say("cli.release.nothing"))
    if made.refused:
        raise click.exceptions.Exit(Exit.FINDINGS)
