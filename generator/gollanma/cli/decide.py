"""`gollanma decide`: what an import left to a person is as it should be."""

from collections.abc import Iterator

import click

from gollanma.checks.undecided import waits
from gollanma.cli.desk import Desk, at_desk, write
from gollanma.cli.exits import Exit
from gollanma.model.state import UNDECIDED
from gollanma.model.undecided import Undecided, as_text


@click.command()
@click.argument("places", nargs=-1)
@at_desk
def decide(desk: Desk, places: tuple[str, ...]) -> None:
    """Take it that references at PLACES lead where they should; without any, list what waits.

    PLACES are records such as sop/intake, places in them such as sop/intake#consent, or pages. If a
    reference should lead elsewhere, write that into the file: then nothing waits any more.
    """
    known = desk.library.state.undecided
    waiting = tuple(each for each in known if waits(desk.graph, each))
    if not places:
        for line in _listed(desk, waiting):
            click.echo(line)
        return
    unknown = [each for each in places if not any(_is_at(entry, each) for entry in waiting)]
    for each in unknown:
        click.echo(desk.language.say("cli.decide.nothing", place=each), err=True)
    if unknown:
        raise click.exceptions.Exit(Exit.USAGE)
    kept = [each for each in waiting if not any(_is_at(each, place) for place in places)]
    if kept:
        write(desk.root, {UNDECIDED: as_text(kept)})
    else:
        write(desk.root, {}, [UNDECIDED])
    click.echo(desk.language.say("cli.decide.done", n=len(waiting) - len(kept), rest=len(kept)))


def _is_at(entry: Undecided, place: str) -> bool:
    return place in {entry.where, entry.where.partition("#")[0]}


def _listed(desk: Desk, waiting: tuple[Undecided, ...]) -> Iterator[str]:
    for each in waiting:
        arrow = f" → {each.new}" if each.new else ""
        yield f"{each.where}: {each.old}{arrow}"
    yield desk.language.say("cli.decide.count", n=len(waiting))
