"""`gollanma check`, where nothing is known yet: reading, judging, telling."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import click

from gollanma import __version__
from gollanma.checks import CHECKS, run
from gollanma.cli.asking import MARK, Answer, Asked
from gollanma.cli.changed import Concerned, concerned
from gollanma.cli.committed import NoCommitError, NoGitError, files_changed
from gollanma.cli.desk import Desk, seated
from gollanma.cli.exits import Exit
from gollanma.cli.past import remembering
from gollanma.cli.readings import remembering_readings
from gollanma.cli.remembering import Question
from gollanma.cli.stems import remembering_stems
from gollanma.cli.watching import State, changes, state_of
from gollanma.diagnostics import Diagnostic, Outcome, in_order
from gollanma.memory import Store
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


@seated
def check(desk: Desk, asked: Asked, known: Question | None, *, watches: bool) -> None:
    """Check a project, once or at every save; `known` keeps the answer for who asks the same."""
    before = state_of(desk.root) if watches else {}
    fails = told(desk, asked, known)
    if watches:
        _watch(desk, asked, before)
    if fails:
        raise click.exceptions.Exit(Exit.FINDINGS)


def _read(desk: Desk, known: Question | None) -> Desk:
    """Give the desk of a project that is read with the help of what earlier runs read."""
    if known is None:
        return desk
    with remembering_readings(known.store, desk.root) as readings:
        desk = replace(desk, readings=readings)
        _ = desk.loaded
    return desk


def _watch(desk: Desk, asked: Asked, before: State) -> None:
    """Check again whenever a file changes, until somebody stops it."""
    click.echo(desk.language.say("cli.check.watching"), err=True)
    for paths in changes(desk.root, before):
        desk = Desk(desk.root, desk.today, desk.wanted)
        for path in paths:
            click.echo(desk.language.say("cli.check.saved", path=path), err=True)
        told(desk, asked)


def told(desk: Desk, asked: Asked, known: Question | None = None) -> bool:
    """Check, print the findings, and give whether the run fails by them."""
    started = time.perf_counter()
    changed = known.changed if known else _changed(desk, asked.since)
    desk = _read(desk, known)
    store = known.store if known else None
    with remembering_stems(store, desk.languages):
        outcome = judge(desk, store)
    found = _asked_for(desk, outcome, changed)
    ran = _run(desk, outcome, found)
    elsewhere = desk.language.say("cli.check.elsewhere", n=found.elsewhere)
    aside = f"{elsewhere}\n" if found.elsewhere else ""
    fails = bool(ran.summary.errors or (asked.strict and ran.summary.warnings))
    answer = Answer(_written(asked, ran, desk), aside, fails)
    click.echo(_timed(answer, asked, ran, desk, time.perf_counter() - started), nl=False)
    click.echo(aside, nl=False, err=True)
    if known and answer.can_be_kept(asked):
        known.keep(answer)
    return fails


def _timed(answer: Answer, asked: Asked, ran: Run, desk: Desk, seconds: float) -> str:
    """Give the text of an answer with the seconds of the run."""
    if answer.can_be_kept(asked):
        return answer.timed(asked, seconds)
    summary = replace(ran.summary, seconds=round(seconds, 3))
    return _written(asked, replace(ran, summary=summary), desk)


def _run(desk: Desk, outcome: Outcome, found: Concerned) -> Run:
    """Put what is told of a run into words, without its seconds."""
    library = desk.loaded.library
    summary = summarise(
        found.here,
        records=len(library.records) if library else 0,
        languages=library.project.languages.all if library else (),
        allowed=len(outcome.allowed),
        baseline=len(outcome.standing),
        seconds=MARK,
    )
    reports = tuple(put_into_words(each, desk.language, library) for each in found.here)
    return Run(outcome, found.here, reports, summary, desk.today)


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


def judge(desk: Desk, store: Store | None = None) -> Outcome:
    """Run every check, those of words on what no earlier run has judged, if it was kept.

    Where the project file is broken, give what reading it found.
    """
    before: Sequence[Diagnostic] = desk.loaded.diagnostics
    if desk.loaded.library is None:
        return Outcome(in_order(before))
    with remembering(store, desk) as (graph, judging):
        return run(graph, CHECKS, before, judging)


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
