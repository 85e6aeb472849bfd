"""`gollanma recall`: tell copies that were handed out that a page must no longer be followed."""

from pathlib import Path
from typing import NoReturn

import click

from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import Ring, store
from gollanma.bundle.notice import LARGEST, in_groups
from gollanma.bundle.recalling import Wish, last_of, recalled, written
from gollanma.cli import passphrases
from gollanma.cli.desk import Desk, at_desk, write
from gollanma.cli.exits import Exit
from gollanma.cli.refusing import refusing
from gollanma.model import Ref, cut
from gollanma.model.state import RECALLS, Recalled
from gollanma.report import dump
from gollanma.views.qr import svg_of


@click.command()
@click.argument("reference")
@click.option(
    "--key",
    "private",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file of a private key that may recall.",
)
@click.option(
    "--first", type=click.IntRange(0, LARGEST), default=0, help="The oldest version meant."
)
@click.option(
    "--last", type=click.IntRange(0, LARGEST), help="The newest one; else all up to today."
)
@click.option(
    "--qr",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the notice as a QR code into this file of SVG.",
)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@passphrases.option
@at_desk
@refusing
def recall(  # noqa: PLR0913 - one for each option
    desk: Desk,
    reference: str,
    *,
    private: Path,
    first: int,
    last: int | None,
    qr: Path | None,
    form: str,
    passphrase_file: Path | None,
) -> None:
    """Make the notice that the page of REFERENCE, such as sop/intake, is withdrawn.

    It is short enough for one message of a telephone or a QR code. It is kept in the project, and
    every later copy carries it; a page that is not changed stays withdrawn there too.
    """
    wish = Wish(_ref(desk, reference), first, last or last_of(desk.today), desk.today)
    if wish.first > wish.last:
        raise BundleError("recall-versions", first=wish.first, last=wish.last)
    trust = store.read(desk.root).trust
    if trust is None:
        raise BundleError("no-roots")
    ring = Ring.opened([private], passphrases.asking(desk, passphrase_file))
    entry = recalled(cut(desk.library), wish, trust, ring)
    if entry is None:
        _refuse(desk, "cli.impact.nowhere", reference)
    others = (each for each in desk.library.state.recalls if each.notice != entry.notice)
    write(desk.root, written((*others, entry)))
    if qr is not None:
        qr.write_text(svg_of(entry.notice), encoding="utf-8", newline="\n")
    _tell(desk, entry, form)


def _ref(desk: Desk, reference: str) -> Ref:
    ref = Ref.parse(reference)
    if ref is None or ref.is_local:
        _refuse(desk, "cli.impact.unreadable", reference)
    return ref


def _refuse(desk: Desk, key: str, reference: str) -> NoReturn:
    click.echo(desk.language.say(key, value=reference), err=True)
    raise click.exceptions.Exit(Exit.USAGE)


def _tell(desk: Desk, entry: Recalled, form: str) -> None:
    if form == "json":
        body = {
            "schema_version": 1,
            "ref": str(entry.ref),
            "day": entry.on.isoformat(),
            "first": entry.first,
            "last": entry.last,
            "notice": entry.notice,
        }
        click.echo(dump(body), nl=False)
        return
    say = desk.language.say
    click.echo(entry.notice)
    click.echo("\n" + say("cli.recall.letters", n=len(entry.notice)))
    click.echo(say("cli.recall.dictated"))
    for line in in_groups(entry.notice):
        click.echo(f"  {line}")
    click.echo(say("cli.recall.kept", path=RECALLS))
