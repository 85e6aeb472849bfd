"""`gollanma export book`: what goes with a training, as a Word file."""

from pathlib import Path

import click

from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.exchange.word.books import book_document
from gollanma.graph import Graph
from gollanma.model import cut
from gollanma.model.kinds import Training
from gollanma.views.books import READERS
from gollanma.views.voice import Voice


@click.command("book")
@click.argument("training")
@click.option(
    "--for",
    "reader",
    type=click.Choice(READERS),
    required=True,
    help="Whose book: notes and right answers stand in the trainer's alone.",
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Write this file."
)
@at_desk
def export_book(desk: Desk, training: str, reader: str, out: Path) -> None:
    """Write a book of TRAINING as a Word file, in the language of --lang.

    TRAINING is a record: training/foundation-course.
    """
    voice = Voice(Graph(cut(desk.library), desk.languages), desk.language)
    if not isinstance(voice.library.records.get(training), Training):
        click.echo(desk.language.say("cli.export.no-training", value=training), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    out.write_bytes(book_document(voice, training, reader))
