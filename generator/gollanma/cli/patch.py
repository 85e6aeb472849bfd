"""`gollanma patch`: what leads from one copy of the handbook to a newer one, a few kilobytes."""

from pathlib import Path

import click

from gollanma.bundle.keys import Ring
from gollanma.bundle.patch.form import Patch
from gollanma.bundle.patch.places import write_patch
from gollanma.cli import passphrases
from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.refusing import refusing
from gollanma.report import dump


@click.command()
@click.argument("old", type=click.Path(exists=True, path_type=Path))
@click.argument("new", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--out",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="Put the patch here instead of beside the new copy.",
)
@click.option(
    "--key",
    "private",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Sign with this private key; again for another one. Others sign with `keys sign`.",
)
@passphrases.option
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
@refusing
def patch(  # noqa: PLR0913 - one for each option
    desk: Desk,
    old: Path,
    new: Path,
    *,
    out: Path | None,
    private: tuple[Path, ...],
    passphrase_file: Path | None,
    form: str,
) -> None:
    """Make the patch by which the copy OLD becomes the copy NEW, once both are signed."""
    asked = passphrases.asking(desk, passphrase_file)
    ring = Ring.opened(private, asked) if private else None
    place, made = write_patch(old, new, out or new.absolute().parent, ring)
    click.echo(_as_json(place, made) if form == "json" else said(desk, place, made), nl=False)


def said(desk: Desk, place: Path, made: Patch) -> str:
    """Give the line that says what was made."""
    header = made.header
    line = desk.language.say(
        "cli.patch.done",
        patch=place.name,
        size=len(made.written()),
        here=str(header.before.version),
        there=str(header.after.version),
        n=len(made.signatures),
    )
    return f"{line}\n"


def _as_json(place: Path, made: Patch) -> str:
    header = made.header
    body = {
        "schema_version": 1,
        "path": place.as_posix(),
        "bundle": header.bundle,
        "form": header.form,
        "languages": list(header.languages),
        "from": header.before.version,
        "to": header.after.version,
        "size": len(made.written()),
        "signatures": len(made.signatures),
    }
    return dump(body)
