"""`gollanma schema`: the JSON Schemas of the kinds, for editors."""

import click

from gollanma.cli.desk import Desk, at_desk, write
from gollanma.model.places import RECORDS, SCHEMAS
from gollanma.model.schema import schemas


@click.command()
@at_desk
def schema(desk: Desk) -> None:
    """Write the JSON Schemas to normative/schemas."""
    codes = desk.library.project.languages.all
    write(desk.root, {f"{RECORDS}/{SCHEMAS}/{name}": text for name, text in schemas(codes)})
    click.echo(f"{RECORDS}/{SCHEMAS}")
