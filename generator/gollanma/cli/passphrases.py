"""Passphrases of private keys: asked for on the terminal, or read from a file that is named."""

from collections.abc import Callable
from pathlib import Path

import click

from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys.ring import Ask
from gollanma.cli.desk import Desk

VARIABLE = "GOLLANMA_PASSPHRASE_FILE"
LONGEST = 4096

option: Callable[[Callable[..., None]], Callable[..., None]] = click.option(
    "--passphrase-file",
    envvar=VARIABLE,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The first line of this file is the passphrase; else it is asked for.",
)


def asking(desk: Desk, file: Path | None) -> Ask:
    """Give what asks for the passphrase of a key."""
    return lambda path: read(file) if file else ask(desk, path)


def new(desk: Desk, path: Path, file: Path | None) -> bytes:
    """Give the passphrase of a key that is being made; it is typed twice."""
    if file is not None:
        return read(file)
    first = ask(desk, path)
    if first != _typed(desk.language.say("cli.keys.repeat")):
        raise BundleError("differs", path.name)
    return first


def read(file: Path) -> bytes:
    """Give the first line of a file, without its end."""
    with file.open("rb") as opened:
        line = opened.readline(LONGEST)
    return line.rstrip(b"\r\n")


def ask(desk: Desk, path: Path) -> bytes:
    """Ask on the terminal for the passphrase of a key; what is typed is not shown."""
    return _typed(desk.language.say("cli.keys.ask", path=path.name))


def _typed(question: str) -> bytes:
    try:
        typed: str = click.prompt(
            question, hide_input=True, default="", show_default=False, err=True
        )
    except click.Abort:
        raise KeyboardInterrupt from None
    return typed.encode()
