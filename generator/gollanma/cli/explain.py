"""`gollanma explain`: what a code means, or what may be written at a place of a record."""

import re
from typing import NoReturn

import click

from gollanma.checks import Entry, entries
from gollanma.checks.examples import examples
from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.edit import Field, Guide, guide, kinds
from gollanma.languages import Language
from gollanma.report import dump

CODE = re.compile(r"[a-z0-9]+[0-9]{3}", re.IGNORECASE)


@click.command()
@click.argument("what", metavar="CODE|PLACE", required=False)
@click.option("--list", "listed", is_flag=True, help="List every code.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
def explain(desk: Desk, what: str | None, form: str, *, listed: bool) -> None:
    """Explain a code of the checks, such as REF001, or a place of a record: sop, sop.steps.say."""
    if listed or what is None:
        _list(desk, form)
        return
    if not CODE.fullmatch(what):
        _place(desk, what, form)
        return
    entry = next((each for each in entries() if each.code == what.upper()), None)
    if entry is None:
        _refuse(desk.language.say("cli.explain.unknown", code=what))
    if form == "json":
        _dump([_row(desk, entry) | _page(desk, entry)])
    else:
        _show(desk, entry)


def _refuse(words: str) -> NoReturn:
    click.echo(words, err=True)
    raise click.exceptions.Exit(Exit.USAGE)


# --- a code


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


# --- a place


def _place(desk: Desk, place: str, form: str) -> None:
    found = guide(place, desk.library)
    if found is None:
        known = ", ".join(kinds())
        _refuse(desk.language.say("cli.explain.no-place", place=place, kinds=known))
    if form == "json":
        body = {"place": found.place, "itself": _told(desk, found.itself)}
        fields = [_told(desk, each) for each in found.fields]
        click.echo(dump({"schema_version": 1, **body, "fields": fields}), nl=False)
        return
    _show_place(desk.language, found)


def _told(desk: Desk, field: Field) -> dict[str, object]:
    return {
        "key": field.key,
        "label": _label(desk.language, field),
        "sort": field.sort,
        "list": field.is_list,
        "words": list(field.words),
        "kinds": list(field.kinds),
        "needed_from": field.needed_from,
        "always_needed": field.is_needed,
    }


def _show_place(language: Language, found: Guide) -> None:
    label = _label(language, found.itself)
    click.echo(f"{found.place} · {label}" if label else found.place)
    if "." in found.place:
        click.echo(_said(language, found.itself, found.place))
    rows = [(each.key, _label(language, each), _said(language, each)) for each in found.fields]
    if rows:
        click.echo()
    wide = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    for key, label, said in rows:
        click.echo(f"  {key:{wide[0]}}  {label:{wide[1]}}  {said}".rstrip())
    if any(each.has_fields for each in found.fields):
        click.echo(f"\n{language.say('cli.explain.further', place=found.place)}")
    if found.example:
        place = f"{found.example.path}:{found.example.line}"
        click.echo(f"\n{language.say('cli.explain.example', place=place)}\n")
        click.echo("".join(f"    {line}\n" for line in found.example.text.splitlines()), nl=False)


def _label(language: Language, field: Field) -> str:
    """Give what a field is called in messages; empty for what has no name of its own."""
    key = f"field.{field.key}"
    return language.say(key) if language.says(key) else ""


def _said(language: Language, field: Field, place: str = "") -> str:
    """Say what is written in a field, and when it is needed; of a place, its fields follow."""
    words, of = ", ".join(field.words), ", ".join(field.kinds)
    sort = language.say(f"cli.explain.sort.{field.sort}", words=words, kinds=of)
    if field.has_fields and not place:
        sort = f"{sort} …"
    if field.is_list:
        sort = language.say("cli.explain.list", of=sort)
    if field.is_needed:
        return f"{sort} · {language.say('cli.explain.always')}"
    if field.needed_from is None:
        return sort
    status = language.say(f"status.{field.needed_from}")
    return f"{sort} · {language.say('cli.explain.from', status=status)}"
