"""`gollanma review`: say that an office looked at a record as it is now."""

import click

from gollanma.cli.desk import Desk, at_desk, write
from gollanma.cli.exits import Exit
from gollanma.edit import review as reviewing
from gollanma.edit.release import releasable
from gollanma.model import Ref
from gollanma.model.kinds import Organisation


@click.command()
@click.argument("references", nargs=-1, required=True)
@click.option("--by", required=True, help="The office that looked, such as organisation/mlsp.")
@at_desk
def review(desk: Desk, references: tuple[str, ...], by: str) -> None:
    """Keep that an office looked at the REFERENCES, and at what they rest on, in all languages.

    When an article, a form or the words that decide change later, the checks say so.
    """
    records = desk.library.records
    unknown = [key for key in references if key not in records or not releasable(records[key])]
    for key in unknown:
        click.echo(desk.language.say("cli.release.no-record", key=key), err=True)
    is_nobody = Ref.parse(by) is not None and not isinstance(records.get(by), Organisation)
    if is_nobody:
        click.echo(desk.language.say("cli.review.no-office", key=by), err=True)
    if unknown or is_nobody:
        raise click.exceptions.Exit(Exit.USAGE)
    for key in references:
        done = reviewing(desk.graph, key, by)
        write(desk.root, done.files)
        click.echo(desk.language.say("cli.review.done", key=key, n=done.parts))
