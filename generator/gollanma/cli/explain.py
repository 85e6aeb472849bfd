"""`gollanma explain`: what a code means, why it matters, a bad and a good example."""

import click

from gollanma.checks import Entry, entries
from gollanma.checks.examples import examples
from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.report import dump


@click.command()
@click.argument("code", required=False)
@click.option("--list", "listed", is_flag=True, help="List every code.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
def explain(desk: Desk, code: str | None, form: str, *, listed: bool) -> None:
    """Explain a code of the checks."""
    if listed or code is None:
        _list(desk, form)
        return
    entry = next((each for each in entries() if each.code == code.upper()), None)
    if entry is None:
        click.echo(desk.language.say("cli.explain.unknown", code=code), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    if form == "json":
        _dump([_row(desk, entry) | _page(desk, entry)])
    else:
        _show(desk, entry)


def _show(desk: Desk, entry: Entry) -> None:
    language, page = desk.language, _page(desk, entry)
    click.echo(f"{entry.code} · {language.say(f'severity.{entry.severity}')}")
    click.echo(f"{language.check_title(entry.code)}\n")
    click.echo(f"{page['why']}\n")
    for name, text in examples(entry.code):
        click.echo(f"{language.say(f'cli.explain.{name}')}:\n")
        click.echo("".join(f"    {line}\n" for line in text.splitlines()))


def _page(desk: Desk, entry: Entry) -> dict[str, object]:
    why = desk.language.check_why(entry.code)
    return {"why": why, "examples": dict(examples(entry.code))}


def _row(desk: Desk, entry: Entry) -> dict[str, object]:
    return {
        "code": entry.code,
        "name": entry.name,
        "severity": str(entry.severity),
        "title": desk.language.check_title(entry.code),
    }


def _list(desk: Desk, form: str) -> None:
    rows = [_row(desk, each) for each in entries()]
    if form == "json":
        _dump(rows)
        return
    for row in rows:
        click.echo(f"{row['code']:8} {row['severity']:8} {row['title']}")


def _dump(rows: list[dict[str, object]]) -> None:
    click.echo(dump({"schema_version": 1, "checks": rows}), nl=False)
