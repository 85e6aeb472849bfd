"""`gollanma fmt`: files as we keep them, whatever an old editor made of them."""

from collections.abc import Iterator
from pathlib import Path

import click

from gollanma.cli.desk import PROJECT_FILE, Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.edit import normal
from gollanma.model.places import GLOSSARY, RECORDS


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option(
    "--from", "encoding", default="utf-8", help="The encoding of the files, such as cp1251."
)
@at_desk
def fmt(desk: Desk, paths: tuple[Path, ...], encoding: str) -> None:
    """Keep the files PATHS in UTF-8 with plain ends of line; without any, all of the project.

    Order, comments and quotes stay as they are.
    """
    failed = False
    for path in paths or _all(desk.root):
        try:
            _keep(path, encoding)
        except UnicodeDecodeError:
            values = {"path": path.as_posix(), "encoding": encoding}
            click.echo(desk.language.say("cli.fmt.other-encoding", **values), err=True)
            failed = True
        except LookupError:
            raise click.UsageError(f"--from {encoding}") from None
    if failed:
        raise click.exceptions.Exit(Exit.FINDINGS)


def _all(root: Path) -> Iterator[Path]:
    yield root / PROJECT_FILE
    for folder in (RECORDS, GLOSSARY):
        yield from sorted((root / folder).rglob("*.yml"))


def _keep(path: Path, encoding: str) -> None:
    """Write a file as we keep it, if it is not kept so already, and say its name."""
    data = path.read_bytes()
    kept = normal(data, encoding)
    if kept != data:
        path.write_bytes(kept)
        click.echo(path.as_posix())
