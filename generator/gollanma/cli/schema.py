"""`gollanma schema`: the JSON Schemas of the kinds, for editors."""

from pathlib import Path

import click

from gollanma.cli.desk import Desk, at_desk
from gollanma.model.places import RECORDS, SCHEMAS
from gollanma.model.schema import schemas


@click.command()
@at_desk
def schema(desk: Desk) -> None:
    """Write the JSON Schemas to normative/schemas."""
    folder = desk.root / RECORDS / SCHEMAS
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(desk.library.project.languages.all):
        _write(folder / name, text)
    click.echo(f"{RECORDS}/{SCHEMAS}")


def _write(path: Path, text: str) -> None:
    """Write a file only when it changes, so that editors don't reload for nothing."""
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
