"""`gollanma new`: a new record in its place, open for its words."""

import click

from gollanma.cli.desk import Desk, at_desk, write
from gollanma.cli.exits import Exit
from gollanma.edit import skeleton
from gollanma.model.kinds import BY_NAME, Comment, Edition
from gollanma.model.places import slug_fault

KINDS = sorted(set(BY_NAME) - {Edition.kind, Comment.kind})


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("slug")
@at_desk
def new(desk: Desk, kind: str, slug: str) -> None:
    """Write a new record of KIND with the id SLUG, such as: new service day-care."""
    wrong = slug_fault(slug)
    if wrong:
        click.echo(desk.language.message("SCH004", wrong.key, wrong.values), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    path, text = skeleton(BY_NAME[kind], slug, desk.library.project.languages.all)
    if (desk.root / path).exists():
        click.echo(desk.language.say("cli.new.exists", path=path), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    write(desk.root, {path: text})
    click.echo(path)
