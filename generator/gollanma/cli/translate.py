"""`gollanma translate`: what is to be translated, to translators and back."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

import click

from gollanma.cli.desk import Desk, at_desk, write
from gollanma.cli.exits import Exit
from gollanma.diagnostics import Diagnostic
from gollanma.edit import translated
from gollanma.exchange.markup import LARGEST
from gollanma.exchange.translation import (
    Laid,
    Need,
    Returned,
    Standing,
    document,
    laid,
    passages,
    read,
    standings,
)
from gollanma.model import stamp
from gollanma.model.base import Sensitivity, Translation
from gollanma.report import dump, findings_as_text, put_into_words


@click.group("translate")
def translate() -> None:
    """Give words to translators, and take them back."""


@translate.command("status")
@click.option("--to", "only", help="Tell of this language alone.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
def status(desk: Desk, only: str | None, form: str) -> None:
    """Say how far each language has come, and which records lack words or have old ones."""
    codes = (_known(desk, only),) if only else desk.library.project.languages.all
    every = list(standings(desk.library, codes))
    open_ = [each for each in every if not each.is_whole]
    if form == "json":
        body = {
            "schema_version": 1,
            "languages": [_sums(code, every) for code in codes],
            "records": [_row(each) for each in open_],
        }
        click.echo(dump(body), nl=False)
        return
    say = desk.language.say
    for code in codes:
        values = _sums(code, every)
        click.echo(say("cli.translate.language", n=values.pop("passages"), **values))
    for each in open_:
        values = {"key": each.key, "language": each.language}
        counts = {"missing": each.missing, "behind": each.behind}
        click.echo(say("cli.translate.record", **values, **counts))


def _sums(code: str, every: Sequence[Standing]) -> dict[str, str | int]:
    """Give the sums of a language: of passages, and of records by how far people looked."""
    own = [each for each in every if each.language == code]
    return {
        "language": code,
        "passages": sum(each.passages for each in own),
        "missing": sum(each.missing for each in own),
        "behind": sum(each.behind for each in own),
        **{state.value: sum(each.state is state for each in own) for state in Translation},
    }


def _row(each: Standing) -> dict[str, str | int]:
    return {
        "ref": each.key,
        "language": each.language,
        "state": each.state.value,
        "missing": each.missing,
        "behind": each.behind,
    }


def _known(desk: Desk, code: str) -> str:
    """Give a language of the project; refuse another one."""
    codes = desk.library.project.languages.all
    if code not in codes:
        raise click.UsageError(desk.language.say("cli.search.language", codes=", ".join(codes)))
    return code


@translate.command("export")
@click.argument("references", nargs=-1)
@click.option("--to", "code", required=True, help="Translate into this language.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Write this file, such as to-translate.xlf.",
)
@click.option("--every", is_flag=True, help="Give what is translated already, too.")
@click.option(
    "--sensitivity",
    type=click.Choice([each.value for each in Sensitivity]),
    default=Sensitivity.PUBLIC.value,
    show_default=True,
    help="Give no more than what such readers may have.",
)
@at_desk
def export(  # noqa: PLR0913 - one for each option
    desk: Desk, references: tuple[str, ...], code: str, out: Path, sensitivity: str, *, every: bool
) -> None:
    """Write as XLIFF 1.2 what REFERENCES, or all records, lack in a language or have too old.

    The terms of the glossary stand beside each passage. `translate import` takes it back.
    """
    library, limit = desk.library, Sensitivity(sensitivity)
    for key in references:
        if key not in library.records:
            click.echo(desk.language.say("cli.translate.no-record", key=key), err=True)
            raise click.exceptions.Exit(Exit.USAGE)
    code = _known(desk, code)
    wanted = [
        each
        for key in sorted(references or library.records)
        for each in passages(library, key, code, limit)
        if every or each.need is not Need.DONE
    ]
    if not wanted:
        click.echo(desk.language.say("cli.translate.nothing", language=code), err=True)
        return
    write(out.parent, {out.name: document(desk.graph, code, wanted).decode()})
    values = {"path": out.as_posix()}
    click.echo(desk.language.say("cli.translate.exported", n=len(wanted), **values))


@translate.command("import")
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option("--diff", "shows", is_flag=True, help="Show the change, and make none.")
@at_desk
def import_(desk: Desk, file: Path, *, shows: bool) -> None:
    """Lay the translations of FILE, as XLIFF 1.2, in the files of their records.

    A passage whose original has changed since waits for a person. A translation that people had
    looked at is a draft again where its words change.
    """
    with file.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    returned, found = read(desk.library, file.as_posix(), data)
    done = laid(desk.library, returned)
    _tell(desk, (*found, *done.left))
    if shows:
        click.echo("".join(_differing(desk, done.files)), nl=False)
    else:
        write(desk.root, {**done.files, **dict(_stamped(desk, done.returned))})
        _say(desk, done)
    if found or done.left:
        raise click.exceptions.Exit(Exit.FINDINGS)


def _say(desk: Desk, done: Laid) -> None:
    say = desk.language.say
    for path in sorted(done.files):
        click.echo(path)
    click.echo(say("cli.translate.imported", n=len(done.returned)), err=True)
    if done.files:
        click.echo(say("cli.translate.check"), err=True)


def _stamped(desk: Desk, returned: Sequence[Returned]) -> Iterator[tuple[str, str]]:
    """Yield the files that say from which words the new translations were made."""
    for key, group in groupby(returned, key=lambda each: each.passage.key):
        marks = {
            place: dict(each) for place, each in desk.library.state.translated.get(key, {}).items()
        }
        for each in group:
            marks.setdefault(each.passage.place, {})[each.language] = stamp(each.passage.source)
        yield from translated(key, marks).items()


def _differing(desk: Desk, files: Mapping[str, str]) -> Iterator[str]:
    for path, text in sorted(files.items()):
        old = (desk.root / path).read_text(encoding="utf-8").splitlines(keepends=True)
        yield from unified_diff(old, text.splitlines(keepends=True), f"a/{path}", f"b/{path}")


def _tell(desk: Desk, found: Sequence[Diagnostic]) -> None:
    """Say on stderr what was found in the document."""
    reports = [put_into_words(each, desk.language, desk.library) for each in found]
    for line in findings_as_text(reports, desk.language, desk.library):
        click.echo(line, err=True)
