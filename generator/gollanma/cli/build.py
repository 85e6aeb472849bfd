"""`gollanma build` and `gollanma serve`: the site."""

from pathlib import Path

import click

from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.model import Profile
from gollanma.report import as_text, put_into_words, summarise
from gollanma.site import RefusedError, SiteError, content_of, in_words
from gollanma.site import build as build_site
from gollanma.site.serving import serve as serve_site

SITE = "site"


@click.command()
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Put the site here instead of in the folder `site`.",
)
@click.option(
    "--profile",
    type=click.Choice([str(each) for each in Profile]),
    help="Build for showing or for work, whatever gollanma.yml says.",
)
@at_desk
def build(desk: Desk, site_dir: Path | None, profile: str | None) -> None:
    """Build the site; the old one stays until the new one is whole."""
    try:
        wanted = Profile(profile) if profile else None
        content = content_of(desk.root, desk.today, wanted)
        built = build_site(desk.root, site_dir or desk.root / SITE, content)
    except RefusedError as error:
        show_refusal(desk, error)
        raise click.exceptions.Exit(Exit.FINDINGS) from None
    except SiteError as error:
        click.echo(in_words(error, desk.language), err=True)
        raise click.exceptions.Exit(error.exit_code) from None
    size = round(built.size / 1024)
    click.echo(
        desk.language.say("cli.build.done", folder=built.folder.name, n=built.pages, size=size)
    )


def show_refusal(desk: Desk, error: RefusedError) -> None:
    """Say on stderr what stands against publishing."""
    library = desk.loaded.library
    reports = [put_into_words(each, desk.language, library) for each in error.diagnostics]
    codes = library.project.languages.all if library else ()
    records = len(library.records) if library else 0
    summary = summarise(error.diagnostics, records=records, languages=codes)
    for line in as_text(reports, summary, desk.language, library):
        click.echo(line, err=True)


@click.command()
@click.option("--address", default="127.0.0.1:8000", help="Serve at this address.")
@at_desk
def serve(desk: Desk, address: str) -> None:
    """Show the site while you write; it is built again when a record changes."""
    serve_site(desk.root, address)
