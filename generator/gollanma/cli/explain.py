"""`gollanma explain`: what a code means, why it matters, a bad and a good example."""

import click

from gollanma.checks import entries
from gollanma.checks.examples import examples
from gollanma.cli.desk import Desk, Exit, at_desk
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
    known = {each.code: each for each in entries()}
    entry = known.get(code.upper())
    if entry is None:
        click.echo(desk.language.say("cli.explain.unknown", code=code), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    language = desk.language
    click.echo(f"{entry.code} · {language.say(f'severity.{entry.severity}')}")
    click.echo(f"{language.check_title(entry.code)}\n")
    click.echo(f"{language.check_why(entry.code)}\n")
    for name, text in examples(entry.code):
        click.echo(f"{language.say(f'cli.explain.{name}')}:\n")
        click.echo("".join(f"    {line}\n" for line in text.splitlines()))


def _list(desk: Desk, form: str) -> None:
    checks = [
        {
            "code": each.code,
            "name": each.name,
            "severity": str(each.severity),
            "title": desk.language.check_title(each.code),
        }
        for each in entries()
    ]
    if form == "json":
        click.echo(dump({"schema_version": 1, "checks": checks}), nl=False)
        return
    for row in checks:
        click.echo(f"{row['code']:8} {row['severity']:8} {row['title']}")
