"""`gollanma diff`: what one edition of an act changes against another."""

from pathlib import Path

import click

from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.exchange.word.redlines import redline_document
from gollanma.model.kinds import Act
from gollanma.render import alone
from gollanma.report.redline import redline_as_json, redline_as_text
from gollanma.views.editions.pair import Pair
from gollanma.views.editions.redlines import whole_redline
from gollanma.views.voice import Voice

FORMATS = ("text", "json", "html", "docx")


@click.command()
@click.argument("act")
@click.argument("editions", nargs=2, metavar="FROM TO")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="For whom.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@at_desk
def diff(desk: Desk, act: str, editions: tuple[str, str], form: str, out: Path | None) -> None:
    """Show what the edition TO of ACT changes against FROM.

    ACT is an act such as act/social-services, FROM and TO name editions as their files do:
    2022-01-01, draft-submitted. A Word file keeps its changes tracked.
    """
    pair = pair_of(desk, act, *editions)
    if form == "docx" and out is None:
        click.echo(desk.language.say("cli.diff.needs-out"), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    written = _written(desk, pair, form)
    if out is None:
        click.echo(written.decode(), nl=False)
    else:
        out.write_bytes(written)


def _written(desk: Desk, pair: Pair, form: str) -> bytes:
    match form:
        case "json":
            return redline_as_json(pair).encode()
        case "html":
            return alone(whole_redline(pair), desk.languages).encode()
        case "docx":
            return redline_document(pair.voice, pair.old, pair.new)
        case _:
            return redline_as_text(pair).encode()


def pair_of(desk: Desk, act: str, old: str, new: str) -> Pair:
    """Give two editions of an act; ends the command where one of the three is not there."""
    key = act if act.startswith(f"{Act.kind}/") else f"{Act.kind}/{act}"
    record = desk.library.records.get(key)
    if not isinstance(record, Act):
        click.echo(desk.language.say("cli.diff.no-act", act=act), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    known = [each.partition("@")[2] for each, _ in desk.library.editions(key)]
    for name in (old, new):
        if name not in known:
            values = {"edition": name, "act": key, "known": ", ".join(known)}
            click.echo(desk.language.say("cli.diff.no-edition", **values), err=True)
            raise click.exceptions.Exit(Exit.USAGE)
    voice = Voice(desk.graph, desk.language)
    return Pair(voice, record, f"{key}@{old}", f"{key}@{new}")
