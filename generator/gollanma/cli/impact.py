"""`gollanma impact`: what would have to be looked at if a record or a place in it changed."""

from typing import Any

import click

from gollanma.cli.desk import Desk, Exit, at_desk
from gollanma.graph import Problem, Target, dependents, resolve, standing_in
from gollanma.model import Ref
from gollanma.report import dump


@click.command()
@click.argument("reference")
@click.option("--edition", help="Of an act, when another is meant than the one in force.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
def impact(desk: Desk, reference: str, edition: str | None, form: str) -> None:
    """List what depends on REFERENCE, such as act/social-services#a8 or form/consent."""
    ref = Ref.parse(reference)
    if ref is None or ref.is_local:
        click.echo(desk.language.say("cli.impact.unreadable", value=reference), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    pinned = Ref(ref.kind, ref.slug, edition or ref.at, ref.fragment)
    target = resolve(desk.library, pinned, "")
    if not isinstance(target, Target):
        click.echo(_nowhere(desk, pinned, target), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    rows = [
        _row(desk, each.key, each.via) for each in dependents(desk.graph, target.key, ref.fragment)
    ]
    if form == "json":
        held = target.holder.partition("@")[2] or None
        body = {"schema_version": 1, "ref": str(ref), "edition": held, "dependents": rows}
        click.echo(dump(body), nl=False)
        return
    for row in sorted(rows, key=lambda each: (str(each["kind"]), str(each["ref"]))):
        click.echo(f"{row['ref']}  {row['title']}  ← {' ← '.join(row['via'])}")
    click.echo(desk.language.say("cli.impact.count", n=len(rows)))


def _nowhere(desk: Desk, ref: Ref, problem: Problem) -> str:
    """Say that a reference leads nowhere, and in which other editions its place stands."""
    is_place = problem is Problem.NO_PLACE
    there = list(map(str, standing_in(desk.library, ref))) if is_place else []
    if not there:
        return desk.language.say("cli.impact.nowhere", value=str(ref))
    held = desk.library.edition_for(ref) or str(ref)
    where = "`, `".join(there)
    return desk.language.say("cli.impact.elsewhere", value=str(ref), held=held, where=where)


def _row(desk: Desk, key: str, via: tuple[str, ...]) -> dict[str, Any]:
    record = desk.library.records[key]
    name = desk.library.name(key)
    title = name.get(desk.language.code) or next(iter(name.values()), key)
    return {
        "ref": key,
        "kind": record.kind,
        "title": title,
        "owner": str(record.owner) if record.owner else None,
        "next_review": record.next_review.isoformat() if record.next_review else None,
        "via": list(via),
    }
