"""`gollanma doctor`: what this machine lacks, and what to do about it."""

import importlib.util
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from gollanma.cli.desk import PROJECT_FILE, Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.report import dump

OLDEST = (3, 11)
PACKAGES = ("click", "jinja2", "markdown-it-py", "mkdocs", "mkdocs-material",
            "mkdocs-static-i18n", "pydantic", "pyyaml")  # fmt: skip


@click.command()
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
def doctor(desk: Desk, form: str) -> None:
    """Say what this machine has and lacks."""
    rows = [*_rows(desk)]
    if form == "json":
        checks = [{"name": name, "fine": fine, "found": found} for name, fine, found in rows]
        click.echo(dump({"schema_version": 1, "checks": checks}), nl=False)
    else:
        for name, fine, found in rows:
            word = desk.language.say("cli.doctor.fine" if fine else "cli.doctor.missing")
            click.echo(f"{word:>8}  {name}  {found}")
    if not all(fine for _, fine, _ in rows):
        raise click.exceptions.Exit(Exit.ENVIRONMENT)


def _rows(desk: Desk) -> Iterator[tuple[str, bool, str]]:
    running = sys.version_info[:3]
    yield "Python", running >= OLDEST, ".".join(map(str, running))
    yield "libyaml", importlib.util.find_spec("yaml._yaml") is not None, ""
    for name in PACKAGES:
        found = _version(name)
        yield name, bool(found), found
    yield PROJECT_FILE, (desk.root / PROJECT_FILE).is_file(), ""
    yield "mkdocs.yml", (desk.root / "mkdocs.yml").is_file(), ""
    yield desk.language.say("cli.doctor.writable"), _is_writable(desk.root), ""


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
