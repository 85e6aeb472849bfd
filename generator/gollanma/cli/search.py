"""`gollanma search`: asks the built site what a reader would ask it."""

from pathlib import Path
from typing import Any

import click

from gollanma.cli.build import SITE
from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.languages import Languages
from gollanma.report import dump
from gollanma.search import Answer, Engine, MissingIndexError, Query


@click.command()
@click.argument("query")
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="The site is here instead of in the folder `site`.",
)
@click.option("--limit", type=click.IntRange(1, 1000), default=10, help="So many results at most.")
@click.option("--alone", is_flag=True, help="Search in the language of --lang alone.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
def search(  # noqa: PLR0913 - one for each option
    desk: Desk, query: str, site_dir: Path | None, limit: int, form: str, *, alone: bool
) -> None:
    """List the pages that answer QUERY, typed in the language of --lang, the best first."""
    folder = site_dir or desk.root / SITE
    engine = Engine(_languages(desk), lambda address: _read(folder, address))
    try:
        answer = engine.search(Query(query, desk.language.code, across=not alone, limit=limit))
    except MissingIndexError:
        click.echo(desk.language.say("cli.search.none", folder=folder.name), err=True)
        raise click.exceptions.Exit(Exit.INPUT_OUTPUT) from None
    if answer.is_of_another_program:
        click.echo(desk.language.say("cli.search.mismatch"), err=True)
    if form == "json":
        click.echo(dump(_body(query, desk.language.code, answer)), nl=False)
        return
    for each in answer.results:
        click.echo(f"{each.hit.ref}  {each.hit.title}  {each.url}")
    click.echo(desk.language.say("cli.search.count", n=answer.total))


def _languages(desk: Desk) -> Languages:
    """Give the languages of the site; a query is typed in one of them."""
    codes = desk.library.project.languages.all
    if desk.language.code not in codes:
        raise click.UsageError(desk.language.say("cli.search.language", codes=", ".join(codes)))
    return desk.languages.only(codes)


def _read(folder: Path, address: str) -> str:
    try:
        return (folder / address).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise MissingIndexError(address) from None


def _body(query: str, lang: str, answer: Answer) -> dict[str, Any]:
    understood = answer.understood
    return {
        "schema_version": 1,
        "query": query,
        "lang": lang,
        "total": answer.total,
        "readings": list(understood.readings),
        "suggestion": understood.suggestion,
        "results": [
            {
                "ref": each.hit.ref,
                "title": each.hit.title,
                "url": each.url,
                "score": each.score,
                "why": list(each.why),
            }
            for each in answer.results
        ],
    }
