"""`gollanma export bpmn`: a procedure for tools that draw, compare and run processes."""

from pathlib import Path
from typing import NoReturn

import click

from gollanma.cli.desk import Desk, at_desk, write
from gollanma.cli.exits import Exit
from gollanma.exchange.bpmn import document
from gollanma.graph import Graph
from gollanma.model import Ref, cut
from gollanma.model.kinds import Sop
from gollanma.views.voice import Voice


@click.command("bpmn")
@click.argument("reference")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Put the document into this folder.",
)
@at_desk
def export_bpmn(desk: Desk, reference: str, out: Path) -> None:
    """Write REFERENCE, a procedure such as sop/intake, as BPMN 2.0 in the language of --lang.

    What not everybody may see stays here.
    """
    graph = Graph(cut(desk.library), desk.languages)
    ref = Ref.parse(reference)
    sop = graph.library.get(ref) if ref and not ref.fragment else None
    if not isinstance(sop, Sop):
        _refuse(desk, "no-procedure", reference)
    if not sop.steps:
        _refuse(desk, "no-steps", reference)
    name = f"{reference.partition('/')[2]}.{desk.language.code}.bpmn"
    write(out, {name: document(Voice(graph, desk.language), reference).decode()})
    click.echo((out / name).as_posix())


def _refuse(desk: Desk, why: str, value: str) -> NoReturn:
    click.echo(desk.language.say(f"cli.export.{why}", value=value), err=True)
    raise click.exceptions.Exit(Exit.USAGE)
