"""`gollanma lsp`: a language server for editors, over the standard streams."""

import os
from importlib.util import find_spec
from pathlib import Path

import click

from gollanma.cli.desk import PROJECT_FILE, Desk, at_desk
from gollanma.cli.exits import Exit


@click.command()
@click.option("--pause", default=0.15, help="Seconds of rest after which a file is judged.")
@click.option("--rest", default=1.0, help="Seconds after that, until all of the project is.")
@click.option("--stdio", is_flag=True, help="Speak over the standard streams: it always does.")
@at_desk
def lsp(desk: Desk, pause: float, rest: float, *, stdio: bool) -> None:  # noqa: ARG001
    """Serve an editor: findings while somebody writes, names, hints, new names, mending.

    The project is the one of -C, else of the first folder of the editor that holds one. The command
    ends when the editor says so: with 0 after it was asked to, with 1 where the editor vanished.
    """
    if find_spec("pygls") is None:
        click.echo(desk.language.say("lsp.library"), err=True)
        raise click.exceptions.Exit(Exit.ENVIRONMENT)
    from gollanma.lsp.judging import Project  # noqa: PLC0415 - an extra, which may be missing
    from gollanma.lsp.server import Start, make  # noqa: PLC0415
    from gollanma.lsp.session import Waits  # noqa: PLC0415

    def opening(root: Path) -> Project:
        there = Desk(root, desk.today, desk.wanted)
        return Project(root, there.today, there.languages, there.language)

    given = desk.root if desk.root != Path() else None
    no_project = desk.language.say("lsp.no-project", file=PROJECT_FILE)
    server = make(Start(opening, given, no_project), Waits(pause, rest))
    server.start_io()
    # Nobody waits for what is being judged: its threads end with the process.
    os._exit(Exit.FINE if server.was_shut_down else Exit.FINDINGS)
