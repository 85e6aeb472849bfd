"""`gollanma doctor`: what this machine lacks, and what to do about it."""

import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from gollanma.cli.desk import PROJECT_FILE, Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.report import dump

OLDEST = (3, 11)
PACKAGES = ("click", "jinja2", "lxml", "markdown-it-py", "mkdocs", "mkdocs-material",
            "mkdocs-static-i18n", "pydantic", "python-docx", "pyyaml", "segno")  # fmt: skip
"""All that `pyproject.toml` says the package needs."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is needed."""

    name: str
    fine: bool
    found: str
    hint: str
    """The key of the sentence that says what to do where it is missing."""


@click.command()
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
def doctor(desk: Desk, form: str) -> None:
    """Say what this machine has and lacks."""
    rows = [*_rows(desk)]
    if form == "json":
        checks = [
            {
                "name": each.name,
                "fine": each.fine,
                "found": each.found,
                "hint": "" if each.fine else desk.language.say(each.hint),
            }
            for each in rows
        ]
        click.echo(dump({"schema_version": 1, "checks": checks}), nl=False)
    else:
        for each in rows:
            word = desk.language.say("cli.doctor.fine" if each.fine else "cli.doctor.missing")
            click.echo(f"{word:>8}  {each.name}  {each.found}")
        for hint in dict.fromkeys(each.hint for each in rows if not each.fine):
            click.echo(f"{desk.language.say('report.hint')}: {desk.language.say(hint)}")
    if not all(each.fine for each in rows):
        raise click.exceptions.Exit(Exit.ENVIRONMENT)


def _rows(desk: Desk) -> Iterator[Row]:
    running, packages = sys.version_info[:3], "cli.doctor.install"
    version_ = ".".join(map(str, running))
    yield Row("Python", running >= OLDEST, version_, "cli.doctor.python")
    yield Row("libyaml", importlib.util.find_spec("yaml._yaml") is not None, "", packages)
    for name in PACKAGES:
        found = _version(name)
        yield Row(name, bool(found), found, packages)
    for name in (PROJECT_FILE, "mkdocs.yml"):
        yield Row(name, (desk.root / name).is_file(), "", "cli.doctor.folder")
    can_write = _is_writable(desk.root)
    yield Row(desk.language.say("cli.doctor.writable"), can_write, "", "cli.doctor.rights")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _is_writable(folder: Path) -> bool:
    """Try by writing: what a system says about rights is not always so."""
    probe = folder / ".gollanma-doctor"
    try:
        probe.write_text("", encoding="utf-8")
        probe.unlink()
    except OSError:
        return False
    return True
