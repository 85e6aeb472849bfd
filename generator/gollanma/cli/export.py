"""`gollanma export`: records in forms that others read."""

import click

from gollanma.cli.akn import export_akn
from gollanma.cli.amending import export_amending
from gollanma.cli.book import export_book
from gollanma.cli.bpmn import export_bpmn
from gollanma.cli.forms import export_form
from gollanma.cli.lawtext import export_text
from gollanma.cli.package import export_package
from gollanma.cli.word import export_comparison, export_disagreements, export_docx

COMMANDS = (
    export_akn,
    export_amending,
    export_book,
    export_bpmn,
    export_comparison,
    export_disagreements,
    export_docx,
    export_form,
    export_package,
    export_text,
)


@click.group("export")
def export() -> None:
    """Write records in forms that others read."""


for _command in COMMANDS:
    export.add_command(_command)
