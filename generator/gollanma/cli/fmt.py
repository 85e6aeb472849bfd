"""`gollanma fmt`: files as we keep them, whatever an old editor made of them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from gollanma.cli.desk import PROJECT_FILE, Desk, at_desk, put
from gollanma.cli.exits import Exit
from gollanma.edit import normal
from gollanma.edit.order import in_order
from gollanma.model import Record
from gollanma.model.places import GLOSSARY, RECORDS
from gollanma.source import Document


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option(
    "--from", "encoding", default="utf-8", help="The encoding of the files, such as cp1251."
)
@click.option(
    "--check", "only_told", is_flag=True, help="Change nothing; end with 1 where it would."
)
@at_desk
def fmt(desk: Desk, paths: tuple[Path, ...], encoding: str, *, only_told: bool) -> None:
    """Keep the files PATHS as all are kept; without any, all files of the project.

    In UTF-8 with plain ends of line, the fields in the order of their documentation and the
    languages in that of the project. Comments, quotes and breaks of lines stay as they are.
    """
    wanted = paths or tuple(_all(desk.root))
    kept = dict(_kept(desk, wanted, encoding))
    changed = {path: data for path, data in kept.items() if data != path.read_bytes()}
    if not only_told:
        put(changed)
        desk = Desk(desk.root, desk.today, desk.wanted)
    in_turn = dict(_in_turn(desk, kept))
    if not only_told:
        put(in_turn)
    for path in sorted({*changed, *in_turn}):
        click.echo(path.as_posix())
    if len(kept) < len(wanted) or (only_told and (changed or in_turn)):
        raise click.exceptions.Exit(Exit.FINDINGS)


def _kept(desk: Desk, paths: Iterable[Path], encoding: str) -> Iterator[tuple[Path, bytes]]:
    """Yield each file in our encoding; say which are in another one than they are said to be."""
    for path in paths:
        try:
            yield path, normal(path.read_bytes(), encoding)
        except UnicodeDecodeError:
            values = {"path": path.as_posix(), "encoding": encoding}
            click.echo(desk.language.say("cli.fmt.other-encoding", **values), err=True)
        except LookupError:
            raise click.UsageError(f"--from {encoding}") from None


def _all(root: Path) -> Iterator[Path]:
    yield root / PROJECT_FILE
    for folder in (RECORDS, GLOSSARY):
        found = sorted((root / folder).rglob("*.yml"))
        yield from (each for each in found if not each.is_symlink())


def _in_turn(desk: Desk, paths: Iterable[Path]) -> Iterator[tuple[Path, bytes]]:
    """Yield the files whose fields stand in another order than theirs, put in order."""
    records = _records(desk)
    for path in paths:
        document, record = records.get(path.resolve(), (None, None))
        if document is not None and record is not None:
            text = in_order(document, record, desk.graph.project.languages.all)
            if text != document.text:
                yield path, text.encode()


def _records(desk: Desk) -> Mapping[Path, tuple[Document, Record]]:
    """Give what can be put in order: each file that holds a whole record and is read."""
    library = desk.loaded.library
    if library is None:
        return {}
    return {
        (desk.root / document.path).resolve(): (document, library.records[key])
        for key, document in library.documents.items()
        if not document.parts
    }
