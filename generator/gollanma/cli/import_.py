"""`gollanma import`: what others have written, made into records."""

import click

from gollanma.cli.akn import import_akn
from gollanma.cli.lawtext import import_law
from gollanma.cli.word import import_docx


@click.group("import")
def import_() -> None:
    """Make records of what others have written."""


for _command in (import_akn, import_docx, import_law):
    import_.add_command(_command)
