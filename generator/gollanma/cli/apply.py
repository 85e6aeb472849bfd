"""`gollanma apply`: renew an installed copy by a patch."""

from pathlib import Path

import click

from gollanma.bundle import install
from gollanma.bundle.errors import BundleError
from gollanma.bundle.patch.applying import Applied, applied
from gollanma.bundle.patch.form import LARGEST, Patch
from gollanma.bundle.patch.places import copies_for
from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.cli.holding import holding
from gollanma.cli.refusing import refusing, row, said
from gollanma.report import dump


@click.command()
@click.argument("patch", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    help="Renew this copy: an unpacked folder, a zip or a one-file handbook; else the one beside"
    " the patch.",
)
@click.option("--unsigned-demo", is_flag=True, help="Let a demonstration have no signatures.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
@refusing
@holding
def apply(desk: Desk, patch: Path, target: Path | None, form: str, *, unsigned_demo: bool) -> None:
    """Renew a copy of the handbook by PATCH; the version before stays beside it.

    The patch must be signed by those whom the installed copy trusts, and lead to a whole bundle.
    """
    try:
        read = _read(patch)
        place = target or _beside(desk, patch, read)
        done = applied(place, read, desk.today, unsigned_demo=unsigned_demo)
    except BundleError as error:
        if form != "json":
            raise
        _dump(refusal=row(error.refusal, desk.language))
        raise click.exceptions.Exit(Exit.INTEGRITY) from None
    _tell(desk, place, done, form)


def _read(patch: Path) -> Patch:
    with patch.open("rb") as file:
        return Patch.read(file.read(LARGEST))


def _beside(desk: Desk, patch: Path, read: Patch) -> Path:
    """Give the one copy that lies beside the patch and is for it; end the command else."""
    for left in install.left_in(patch.parent):
        with install.installing(left):
            pass
    found = list(copies_for(patch, read.header))
    if len(found) == 1:
        return found[0]
    key = "cli.apply.several" if found else "cli.apply.none"
    names = ", ".join(each.name for each in found)
    click.echo(desk.language.say(key, copies=names, patch=patch.name), err=True)
    raise click.exceptions.Exit(Exit.USAGE)


def _tell(desk: Desk, place: Path, done: Applied, form: str) -> None:
    manifest, previous = done.manifest, done.previous
    if form == "json":
        _dump(
            copy=place.as_posix(),
            bundle=manifest.bundle,
            form=manifest.form,
            version=manifest.version,
            previous=previous.as_posix() if previous else None,
            notes=[row(each, desk.language, "noted") for each in done.notes],
        )
        return
    values = {"copy": place.name, "version": str(manifest.version)}
    if previous is None:
        click.echo(desk.language.say("cli.apply.was-done", **values))
    else:
        click.echo(desk.language.say("cli.apply.done", **values, previous=previous.name))
    for each in done.notes:
        for line in said(each, desk.language, "noted"):
            click.echo(line)


def _dump(**found: object) -> None:
    keys = ("copy", "bundle", "form", "version", "previous", "notes", "refusal")
    body = {key: found.get(key, [] if key == "notes" else None) for key in keys}
    click.echo(dump({"schema_version": 1, **body}), nl=False)
