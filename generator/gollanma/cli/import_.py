"""`gollanma import`: what others have written, made into records."""

import click

from gollanma.cli.akn import import_akn


@click.group("import")
def import_() -> None:
    """Make records of what others have written."""


for _command in (import_akn,):
    import_.add_command(_command)
