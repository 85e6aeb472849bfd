"""`gollanma init`: a new handbook, ready for its first record."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import click

from gollanma.cli.desk import Desk, day_of, ended, write_new
from gollanma.cli.exits import Exit
from gollanma.cli.options import placed
from gollanma.edit import beginning, first_pages
from gollanma.exchange.records import part_as_yaml
from gollanma.languages import Languages, UnknownLanguage, known_codes
from gollanma.languages import load as load_languages
from gollanma.model.load import PACKS, PROJECT_FILE
from gollanma.model.places import RECORDS, SCHEMAS
from gollanma.model.schema import schemas
from gollanma.site.build import CONFIGURATION
from gollanma.site.configuration import configuration

IGNORED = "/build/\n/dist/\n/site/\n"
"""What is made anew each time, and kept nowhere."""


@click.command()
@click.argument("where", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--languages",
    "codes",
    default=",".join(known_codes()),
    show_default=True,
    help="Languages of the handbook, the default one first.",
)
@click.option("--name", help="What the handbook is called, in every language.")
@placed
def init(  # noqa: PLR0913 - one for each option
    folder: Path,
    today: datetime | None,
    lang: str | None,
    *,
    where: Path,
    codes: str,
    name: str | None,
) -> None:
    """Begin a new handbook in DIR: everything that `check` and `build` need, and no record."""
    wanted, folder = tuple(dict.fromkeys(map(str.strip, codes.split(",")))), folder / where
    desk = Desk(folder, day_of(today), lang or wanted[0])
    with ended():
        say = desk.language.say
        if (folder / PROJECT_FILE).exists():
            click.echo(say("begin.there", folder=folder.name), err=True)
            raise click.exceptions.Exit(Exit.USAGE)
        write_new(desk, folder, _files(_languages(folder, wanted), name))
        click.echo(say("begin.next"), err=True)


def _languages(folder: Path, codes: Sequence[str]) -> Languages:
    """Give the languages of a handbook; packs that stand in its folder already are its own."""
    packs = folder / PACKS
    try:
        return load_languages(codes, packs if packs.is_dir() else None)
    except UnknownLanguage as error:
        raise click.UsageError(str(error)) from None


def _files(languages: Languages, name: str | None) -> Mapping[str, str]:
    """Give all files of a new handbook, by their paths."""
    project, codes = beginning(languages, name), languages.codes
    where = f"{RECORDS}/{SCHEMAS}"
    comment = languages.default.say("begin.comment", path=f"{where}/project.json")
    return {
        PROJECT_FILE: f"# {comment}\n{part_as_yaml(project, codes)}",
        CONFIGURATION: configuration(languages, project.site.name[codes[0]]),
        ".gitignore": IGNORED,
        **first_pages(languages),
        **{f"{where}/{each}": text for each, text in schemas(codes)},
    }
