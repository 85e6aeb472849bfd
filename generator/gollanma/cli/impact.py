"""`gollanma impact`: what would have to be looked at if a record or a place in it changed."""

from collections.abc import Iterator
from typing import Any

import click

from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.graph import Dependent, Problem, Target, dependents, resolve, standing_in
from gollanma.model import Library, Ref, Text
from gollanma.model.base import Sensitivity
from gollanma.model.kinds.acts import Provision
from gollanma.model.walk import at
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
    found = dependents(desk.graph, target.key, ref.fragment, target.holder)
    rows = [_row(desk, each) for each in found]
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


def _row(desk: Desk, each: Dependent) -> dict[str, Any]:
    record = desk.library.records[each.key]
    return {
        "ref": each.ref,
        "kind": record.kind,
        "title": _title(desk, each),
        "owner": str(record.owner) if record.owner else None,
        "next_review": record.next_review.isoformat() if record.next_review else None,
        "via": list(each.via),
        "public": record.sensitivity is Sensitivity.PUBLIC,
    }


def _title(desk: Desk, each: Dependent) -> str:
    """Give what a record is called, or the heading of the provision or of what holds it."""
    names = [*_headings(desk.library, each), desk.library.name(each.key)]
    spoken = (name.get(desk.code) or next(iter(name.values()), "") for name in names)
    return next(filter(None, spoken), each.key)


def _headings(library: Library, each: Dependent) -> Iterator[Text]:
    """Yield the headings around a provision, the innermost first."""
    ref = Ref.parse(each.ref)
    target = resolve(library, ref, "") if ref and each.place else None
    if isinstance(target, Target):
        for length in range(len(target.path), 0, -1):
            provision = at(library.records[target.holder], target.path[:length])
            if isinstance(provision, Provision) and provision.heading:
                yield provision.heading
