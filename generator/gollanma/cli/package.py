"""`gollanma export package`: a draft with all that goes with it, in a folder to hand on."""

from collections.abc import Iterator
from pathlib import Path

import click

from gollanma.cli.amending import Wish, drafted
from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.exchange.word.comparative import comparative_table_document
from gollanma.exchange.word.redlines import redline_document
from gollanma.graph import Graph
from gollanma.model import Ref, cut
from gollanma.model.kinds import Act
from gollanma.render import alone
from gollanma.views.editions.beyond import not_public
from gollanma.views.editions.package import package_page
from gollanma.views.editions.pair import Pair, base_in_force
from gollanma.views.voice import Voice


@click.command("package")
@click.argument("reference", metavar="ACT@DRAFT")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Write into this folder.",
)
@at_desk
def export_package(desk: Desk, reference: str, out: Path) -> None:
    """Write a draft with its papers into the folder --out, one folder in it for each language.

    Each holds the package on one page to print (summary, explanatory note, inclusion audit,
    treaties, text, comparative table, what will have to change, by-laws due), the changes tracked
    in a Word file, the comparative table as one, and the amending act.
    """
    graph = Graph(cut(desk.library), desk.languages)
    hidden = not_public(desk.graph, graph)
    files: dict[str, bytes] = {}
    for code in graph.project.languages.all:
        pair = _pair(desk, Voice(graph, graph.languages[code], not_public=hidden), reference)
        files |= {f"{code}/{name}": written for name, written in _files(desk, pair)}
    for name, written in sorted(files.items()):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)
        click.echo(path.as_posix())


def _files(desk: Desk, pair: Pair) -> Iterator[tuple[str, bytes]]:
    yield "package.html", alone(package_page(pair), desk.languages).encode()
    yield "redline.docx", redline_document(pair.voice, pair.old, pair.new)
    yield "comparison.docx", comparative_table_document(pair.voice, pair.old, pair.new)
    written = _amending(desk, pair)
    if written is not None:
        yield "amending.txt", written


def _amending(desk: Desk, pair: Pair) -> bytes | None:
    """Draft the act that makes the draft of the base.

    Where that cannot be said in the official form, the reason is named and the rest goes out.
    """
    kind = pair.voice.project.act_kind(pair.record.act_kind)
    if kind is None or not pair.voice.language.amending.sentences:
        return None
    old, new = (each.partition("@")[2] for each in (pair.old, pair.new))
    wishes = [Wish(pair.act, kind, (old, new))]
    try:
        own = pair.voice.project.amending(kind)
        made = drafted(desk, pair.voice.library, wishes, own, pair.voice.language)
    except click.exceptions.Exit:
        return None
    return made.text().encode()


def _pair(desk: Desk, voice: Voice, reference: str) -> Pair:
    """Give a draft against the edition that it would change; end the command where it is none."""
    ref = Ref.parse(reference)
    act = voice.library.records.get(ref.record) if ref else None
    key = f"{ref.record}@{ref.at}" if ref else ""
    if not isinstance(act, Act) or key not in dict(
        voice.library.editions(voice.library.key_of(act))
    ):
        click.echo(desk.language.say("cli.package.no-edition", value=reference), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    base = base_in_force(voice, key)
    if base is None:
        click.echo(desk.language.say("cli.package.no-base", value=reference), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    return Pair(voice, act, base, key)
