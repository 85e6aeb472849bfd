"""`gollanma check`: every finding of the project, in words or for a machine."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff

import click

from gollanma import __version__
from gollanma.checks import CHECKS, abreast, run
from gollanma.cli.changed import (
    LAST,
    Concerned,
    NoCommitError,
    NoGitError,
    concerned,
    files_changed,
)
from gollanma.cli.desk import Desk, at_desk, write
from gollanma.cli.exits import Exit
from gollanma.cli.watching import State, changes, state_of
from gollanma.diagnostics import Diagnostic, Outcome, in_order
from gollanma.edit import mended
from gollanma.edit.baseline import PATH as BASELINE
from gollanma.edit.baseline import baseline
from gollanma.report import (
    MOST_OF_ONE_CODE,
    Run,
    as_github,
    as_gitlab,
    as_json,
    as_junit,
    as_page,
    as_sarif,
    as_text,
    put_into_words,
    summarise,
)

ROUNDS = 9
FORMATS = ("text", "json", "html", "github", "gitlab", "sarif", "junit")
WATCHED = ("text", "json")
"""Forms of which one may follow another."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How a run is told."""

    form: str
    strict: bool
    since: str | None
    """The commit since which something changed; absent: all findings are told."""
    every: bool
    """Tell them all, however many of one kind stand in a file."""


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="For whom.")
@click.option("--strict", is_flag=True, help="Let a warning fail the run too.")
@click.option(
    "--changed",
    "since",
    is_flag=False,
    flag_value=LAST,
    metavar="[COMMIT]",
    help="Tell only what concerns files that differ from the last commit of git, or from COMMIT.",
)
@click.option("--all", "every", is_flag=True, help="Tell each of many alike in one file.")
@click.option("--watch", "watches", is_flag=True, help="Check again when a file changes.")
@click.option(
    "--baseline",
    "keeps",
    is_flag=True,
    help="Accept all that stands now: only what is new is told.",
)
@click.option("--fix", is_flag=True, help="Mend first what has one right answer.")
@click.option("--diff", "shows", is_flag=True, help="With --fix: show the change, and make none.")
@at_desk
def check(  # noqa: PLR0913 - one for each option
    desk: Desk,
    form: str,
    *,
    strict: bool,
    since: str | None,
    every: bool,
    watches: bool,
    keeps: bool,
    fix: bool,
    shows: bool,
) -> None:
    """Check every record, and say where, why and how to mend it."""
    _refuse("--diff", {"--fix": shows and not fix})
    _refuse(
        "--watch", {"--fix": watches and fix, f"--format {form}": watches and form not in WATCHED}
    )
    others = {"--fix": fix, "--watch": watches, "--changed": since is not None}
    _refuse("--baseline", {name: keeps and is_given for name, is_given in others.items()})
    if shows and desk.loaded.library is not None:
        _show(desk)
        return
    if keeps:
        _keep(desk)
        return
    before = state_of(desk.root) if watches else {}
    asked = Asked(form, strict, since, every)
    fails = _told(desk, asked, fix=fix)
    if watches:
        _watch(desk, asked, before)
    if fails:
        raise click.exceptions.Exit(Exit.FINDINGS)


def _refuse(option: str, against: Mapping[str, bool]) -> None:
    """End as wrong use where something stands against an option."""
    for other, is_so in against.items():
        if is_so:
            raise click.UsageError(f"{option}: {other}")


def _keep(desk: Desk) -> None:
    """Keep what is found now as what stood before; what no baseline accepts is told and fails."""
    if desk.loaded.library is not None:
        write(desk.root, {BASELINE: baseline(judge(desk))})
        desk = Desk(desk.root, desk.today, desk.wanted)
    if _told(desk, Asked("text", strict=False, since=None, every=False)):
        raise click.exceptions.Exit(Exit.FINDINGS)


def _watch(desk: Desk, asked: Asked, before: State) -> None:
    """Check again whenever a file changes, until somebody stops it."""
    click.echo(desk.language.say("cli.check.watching"), err=True)
    for paths in changes(desk.root, before):
        desk = Desk(desk.root, desk.today, desk.wanted)
        for path in paths:
            click.echo(desk.language.say("cli.check.saved", path=path), err=True)
        _told(desk, asked)


def _told(desk: Desk, asked: Asked, *, fix: bool = False) -> bool:
    """Check, print the findings, and give whether the run fails by them."""
    started = time.perf_counter()
    if fix:
        desk = _mended(desk)
    changed = _changed(desk, asked.since)
    outcome = judge(desk)
    found = _asked_for(desk, outcome, changed)
    seconds = round(time.perf_counter() - started, 3)
    library = desk.loaded.library
    summary = summarise(
        found.here,
        records=len(library.records) if library else 0,
        languages=library.project.languages.all if library else (),
        allowed=len(outcome.allowed),
        baseline=len(outcome.standing),
        seconds=seconds,
    )
    reports = [put_into_words(each, desk.language, library) for each in found.here]
    told = Run(outcome, found.here, tuple(reports), summary, desk.today)
    click.echo(_written(asked, told, desk), nl=False)
    if found.elsewhere:
        click.echo(desk.language.say("cli.check.elsewhere", n=found.elsewhere), err=True)
    return bool(summary.errors or (asked.strict and summary.warnings))


def _changed(desk: Desk, since: str | None) -> frozenset[str] | None:
    """Give the files that differ from a commit; nothing where nobody asked for it."""
    if since is None:
        return None
    try:
        return files_changed(desk.root, since)
    except NoGitError:
        click.echo(desk.language.say("cli.check.no-git"), err=True)
        raise click.exceptions.Exit(Exit.ENVIRONMENT) from None
    except NoCommitError:
        message = desk.language.say("cli.check.no-commit", value=since)
        raise click.UsageError(message) from None


def _asked_for(desk: Desk, outcome: Outcome, changed: frozenset[str] | None) -> Concerned:
    """Give the findings to be told, and how many are not."""
    if changed is None or desk.loaded.library is None:
        return Concerned(outcome.findings, 0)
    return concerned(desk.graph, outcome.findings, changed)


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
        return Outcome(in_order(before))
    return run(desk.graph, CHECKS, before, abreast)


def _written(asked: Asked, told: Run, desk: Desk) -> str:
    reports, library = told.reports, desk.loaded.library
    most = None if asked.every else MOST_OF_ONE_CODE
    titles = {each.code: desk.language.check_title(each.code) for each in reports}
    writers: Mapping[str, Callable[[], str]] = {
        "text": lambda: "".join(
            f"{line}\n" for line in as_text(reports, told.summary, desk.language, library, most)
        ),
        "json": lambda: as_json(reports, told.summary),
        "html": lambda: as_page(told, desk.language, library),
        "github": lambda: as_github(reports),
        "gitlab": lambda: as_gitlab(reports),
        "sarif": lambda: as_sarif(reports, titles, __version__),
        "junit": lambda: as_junit(reports, told.summary),
    }
    return writers[asked.form]()
