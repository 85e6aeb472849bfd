"""`gollanma check`: every finding of the project, in words or for a machine."""

import time
from collections.abc import Sequence
from difflib import unified_diff

import click

from gollanma import __version__
from gollanma.checks import CHECKS, Outcome, run
from gollanma.cli.desk import Desk, at_desk, write
from gollanma.cli.exits import Exit
from gollanma.diagnostics import Diagnostic, in_order
from gollanma.edit import mended
from gollanma.report import (
    Report,
    Summary,
    as_github,
    as_gitlab,
    as_json,
    as_junit,
    as_sarif,
    as_text,
    put_into_words,
    summarise,
)

ROUNDS = 9
FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="For whom.")
@click.option("--strict", is_flag=True, help="Let a warning fail the run too.")
@click.option("--fix", is_flag=True, help="Mend first what has one right answer.")
@click.option("--diff", "shows", is_flag=True, help="With --fix: show the change, and make none.")
@at_desk
def check(desk: Desk, form: str, *, strict: bool, fix: bool, shows: bool) -> None:
    """Check every record, and say where, why and how to mend it."""
    if shows and not fix:
        raise click.UsageError("--diff: --fix")
    if shows and desk.loaded.library is not None:
        _show(desk)
        return
    started = time.perf_counter()
    if fix:
        desk = _mended(desk)
    outcome = judge(desk)
    seconds = round(time.perf_counter() - started, 3)
    library = desk.loaded.library
    summary = summarise(
        outcome.findings,
        records=len(library.records) if library else 0,
        languages=library.project.languages.all if library else (),
        allowed=len(outcome.allowed),
        baseline=outcome.baseline,
        seconds=seconds,
    )
    reports = [put_into_words(each, desk.language, library) for each in outcome.findings]
    click.echo(_written(form, reports, summary, desk), nl=False)
    if summary.errors or (strict and summary.warnings):
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


def judge(desk: Desk) -> Outcome:
    """Run every check; where the project file is broken, give what reading it found."""
    before: Sequence[Diagnostic] = desk.loaded.diagnostics
    if desk.loaded.library is None:
        return Outcome(in_order(before), (), 0)
    return run(desk.graph, CHECKS, before)


def _written(form: str, reports: Sequence[Report], summary: Summary, desk: Desk) -> str:
    match form:
        case "json":
            return as_json(reports, summary)
        case "github":
            return as_github(reports)
        case "gitlab":
            return as_gitlab(reports)
        case "sarif":
            titles = {each.code: desk.language.check_title(each.code) for each in reports}
            return as_sarif(reports, titles, __version__)
        case "junit":
            return as_junit(reports, summary)
        case _:
            lines = as_text(reports, summary, desk.language, desk.loaded.library)
            return "".join(f"{line}\n" for line in lines)
