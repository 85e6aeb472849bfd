"""`gollanma export`: records in forms that others read."""

import click

from gollanma.cli.akn import export_akn


@click.group()
def export() -> None:
    """Write records in forms that others read."""


for _command in (export_akn,):
    export.add_command(_command)
