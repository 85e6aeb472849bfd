"""`gollanma check`: every finding of the project, in words or for a machine.

What an earlier run answered of the same files is told at once: here neither the records nor the
checks are loaded; `checking` does that.
"""

import time
from collections.abc import Mapping
from contextlib import nullcontext
from datetime import datetime
from importlib import import_module
from pathlib import Path

import click

from gollanma.cli.asking import FORMATS, WATCHED, Asked
from gollanma.cli.committed import LAST
from gollanma.cli.exits import Exit
from gollanma.cli.options import placed
from gollanma.cli.remembering import question


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
@click.option(
    "--no-cache", "anew", is_flag=True, help="Judge all anew, and keep nothing for the next time."
)
@placed
def check(  # noqa: PLR0913 - one for each option
    folder: Path,
    today: datetime | None,
    lang: str | None,
    form: str,
    *,
    strict: bool,
    since: str | None,
    every: bool,
    watches: bool,
    keeps: bool,
    fix: bool,
    shows: bool,
    anew: bool,
) -> None:
    """Check every record, and say where, why and how to mend it."""
    started = time.perf_counter()
    _refuse("--diff", {"--fix": shows and not fix})
    _refuse(
        "--watch", {"--fix": watches and fix, f"--format {form}": watches and form not in WATCHED}
    )
    others = {"--fix": fix, "--watch": watches, "--changed": since is not None}
    _refuse("--baseline", {name: keeps and is_given for name, is_given in others.items()})
    asked = Asked(form, strict, since, every)
    place = {"folder": folder, "today": today, "lang": lang}
    if fix or keeps:
        mending = import_module("gollanma.cli.mending")
        mending.check(**place, asked=asked, keeps=keeps, shows=shows)
        return
    known = None if watches or anew else question(folder, (today, lang), asked)
    answer = known.answer() if known else None
    if answer is None:
        place["today"] = known.today if known else today
        with nullcontext() if watches else import_module("gollanma.source").no_search_for_garbage():
            checking = import_module("gollanma.cli.checking")
            checking.check(**place, asked=asked, known=known, watches=watches)
        return
    click.echo(answer.timed(asked, time.perf_counter() - started), nl=False)
    click.echo(answer.aside, nl=False, err=True)
    if answer.fails:
        raise click.exceptions.Exit(Exit.FINDINGS)


def _refuse(option: str, against: Mapping[str, bool]) -> None:
    """End as wrong use where something stands against an option."""
    for other, is_so in against.items():
        if is_so:
            raise click.UsageError(f"{option}: {other}")
