"""`gollanma check --fix` and `--baseline`: what is mended by itself, and what is accepted."""

from difflib import unified_diff

import click

from gollanma.cli.asking import Asked
from gollanma.cli.checking import judge, told
from gollanma.cli.desk import Desk, seated, write
from gollanma.cli.exits import Exit
from gollanma.edit import mended
from gollanma.edit.baseline import PATH as BASELINE
from gollanma.edit.baseline import baseline

ROUNDS = 9


@seated
def check(desk: Desk, asked: Asked, *, keeps: bool, shows: bool) -> None:
    """Mend a project, show what mending would change, or keep what stands; then tell the rest."""
    if shows and desk.loaded.library is not None:
        _show(desk)
        return
    if keeps:
        _keep(desk)
        return
    if told(_mended(desk), asked):
        raise click.exceptions.Exit(Exit.FINDINGS)


def _keep(desk: Desk) -> None:
    """Keep what is found now as what stood before; what no baseline accepts is told and fails."""
    if desk.loaded.library is not None:
        write(desk.root, {BASELINE: baseline(judge(desk))})
        desk = Desk(desk.root, desk.today, desk.wanted)
    if told(desk, Asked("text", strict=False, since=None, every=False)):
        raise click.exceptions.Exit(Exit.FINDINGS)


def _show(desk: Desk) -> None:
    """Print what mending would change; end with 1 where it would change anything."""
    files = mended(desk.root, desk.graph, judge(desk).findings)
    for path, new in files.items():
        old = (desk.root / path).read_bytes().decode(errors="replace")
        lines = unified_diff(old.splitlines(), new.splitlines(), path, path, lineterm="")
        click.echo("".join(f"{line}\n" for line in lines), nl=False)
    if files:
        raise click.exceptions.Exit(Exit.FINDINGS)


def _mended(desk: Desk) -> Desk:
    """Mend what has one right answer, naming each file; give the desk of what is there then.

    Mending may bring to light what was hidden before, so it goes on until nothing changes.
    """
    for _ in range(ROUNDS):
        if desk.loaded.library is None:
            break
        files = mended(desk.root, desk.graph, judge(desk).findings)
        if not files:
            break
        write(desk.root, files)
        for path in files:
            click.echo(desk.language.say("cli.check.mended", path=path), err=True)
        desk = Desk(desk.root, desk.today, desk.wanted)
    return desk
