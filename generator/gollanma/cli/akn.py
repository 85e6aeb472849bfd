"""`gollanma export akn` and `gollanma import akn`: laws as Akoma Ntoso, there and back."""

from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from gollanma.cli.desk import Desk, at_desk, write, write_new
from gollanma.cli.exits import Exit
from gollanma.exchange.akn import LARGEST, Imported, documents, lacks_address, read
from gollanma.exchange.chapters import edition_files
from gollanma.graph import Graph
from gollanma.model import Ref, cut
from gollanma.model.kinds import Act, Edition
from gollanma.report import findings_as_text, put_into_words


@click.command("akn")
@click.argument("reference")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Put the documents into this folder.",
)
@at_desk
def export_akn(desk: Desk, reference: str, out: Path) -> None:
    """Write REFERENCE as Akoma Ntoso 3.0: act/social-services, or one edition of it with @.

    Each edition gives one document for each language. What not everybody may see stays here.
    """
    graph = Graph(cut(desk.library), desk.languages)
    keys = _editions(desk, graph, reference)
    if lacks_address(graph, keys[0].partition("@")[0]):
        _refuse(desk, "no-country", keys[0].partition("@")[0])
    files = {name: each for key in keys for name, each in documents(graph, key).items()}
    write(out, {name: each.decode() for name, each in files.items()})
    for name in sorted(files):
        click.echo((out / name).as_posix())


def _editions(desk: Desk, graph: Graph, reference: str) -> tuple[str, ...]:
    """Give the keys of the editions that are meant; end the command where there are none."""
    ref, library = Ref.parse(reference), graph.library
    record = library.get(ref) if ref and not ref.fragment else None
    if isinstance(record, Edition) and library.act_of(reference):
        return (reference,)
    if not isinstance(record, Act):
        _refuse(desk, "no-act", reference)
    keys = tuple(key for key, _ in library.editions(reference))
    return keys or _refuse(desk, "no-edition", reference)


def _refuse(desk: Desk, why: str, value: str) -> NoReturn:
    click.echo(desk.language.say(f"cli.export.{why}", value=value), err=True)
    raise click.exceptions.Exit(Exit.USAGE)


@click.command("akn")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
)
@click.option("--as", "key", help="The edition that they are, such as act/care@2030-01-01.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the records below this folder; absent: show them.",
)
@at_desk
def import_akn(desk: Desk, files: tuple[Path, ...], key: str | None, out: Path | None) -> None:
    """Read editions of acts from the Akoma Ntoso 3.0 documents FILES, one for each language.

    An edition that is already there and says something else stays: give the new one another name.
    """
    given = {each.as_posix(): _bytes(each) for each in files}
    imported = read(desk.graph, given, key)
    _tell(desk, imported)
    languages, known = desk.library.project.languages.all, desk.library.documents
    texts = {
        path: text
        for name, edition in imported.editions.items()
        for path, text in edition_files(edition, name, languages, known.get(name)).items()
    }
    if out is None:
        click.echo("".join(texts.values()), nl=False)
    else:
        write_new(desk, out, texts)
    if not imported.editions:
        raise click.exceptions.Exit(Exit.FINDINGS)


def _bytes(path: Path) -> bytes:
    """Give the bytes of a file, and no more of them than show that there are too many."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _tell(desk: Desk, imported: Imported) -> None:
    """Say on stderr what was found in the documents."""
    library = desk.library
    library = replace(library, documents={**library.documents, **imported.documents})
    reports = [put_into_words(each, desk.language, library) for each in imported.diagnostics]
    for line in findings_as_text(reports, desk.language, library):
        click.echo(line, err=True)
