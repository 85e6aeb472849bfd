"""`gollanma export akn` and `gollanma import akn`: laws as Akoma Ntoso, there and back."""

from pathlib import Path
from typing import NoReturn

import click

from gollanma.cli.desk import Desk, Exit, at_desk, write
from gollanma.exchange.akn import documents, lacks_address
from gollanma.model import Ref
from gollanma.model.kinds import Act, Edition


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

    Each edition gives one document for each language.
    """
    keys = _editions(desk, reference)
    if lacks_address(desk.graph, keys[0].partition("@")[0]):
        _refuse(desk, "no-country", keys[0].partition("@")[0])
    files = {name: each for key in keys for name, each in documents(desk.graph, key).items()}
    write(out, {name: each.decode() for name, each in files.items()})
    for name in sorted(files):
        click.echo((out / name).as_posix())


def _editions(desk: Desk, reference: str) -> tuple[str, ...]:
    """Give the keys of the editions that are meant; end the command where there are none."""
    ref, library = Ref.parse(reference), desk.library
    record = library.get(ref) if ref and not ref.fragment else None
    if isinstance(record, Edition):
        return (reference,)
    if not isinstance(record, Act):
        _refuse(desk, "no-act", reference)
    keys = tuple(key for key, _ in library.editions(reference))
    return keys or _refuse(desk, "no-edition", reference)


def _refuse(desk: Desk, why: str, value: str) -> NoReturn:
    click.echo(desk.language.say(f"cli.export.{why}", value=value), err=True)
    raise click.exceptions.Exit(Exit.USAGE)
