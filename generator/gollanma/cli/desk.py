"""What every command needs: the folder, the day, the languages, and how it ends."""

import errno
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, wraps
from pathlib import Path

import click

from gollanma.cli.exits import Exit
from gollanma.cli.options import placed
from gollanma.graph import Graph
from gollanma.languages import (
    BrokenPackError,
    Language,
    Languages,
    UnknownLanguage,
    known_codes,
)
from gollanma.languages import load as load_languages
from gollanma.memory.day import day_of_run
from gollanma.model import Library
from gollanma.model.load import PACKS, PROJECT_FILE, Loaded, load, read_project
from gollanma.report import findings_as_text, put_into_words
from gollanma.source import NOTHING_KEPT, Kept, MissingLibyaml


@dataclass(frozen=True)
class Desk:
    """The project that a command works on."""

    root: Path
    today: date
    wanted: str | None
    """The language of messages that was asked for; absent: the project's default."""

    readings: Kept = NOTHING_KEPT
    """What the files said when they were read before."""

    @cached_property
    def loaded(self) -> Loaded:
        """The project as read, with what was wrong in it."""
        return load(self.root, self.today, readings=self.readings)

    @cached_property
    def languages(self) -> Languages:
        """The packs of the project's languages, and of the messages'."""
        project, _, _ = read_project(self.root)  # without the records: what is said needs none
        codes = project.languages.all if project else known_codes()[:1]
        extra = [self.wanted] if self.wanted and self.wanted not in codes else []
        packs = self.root / PACKS
        try:
            return load_languages((*codes, *extra), packs if packs.is_dir() else None)
        except UnknownLanguage as error:
            raise click.UsageError(str(error)) from None

    @property
    def code(self) -> str:
        """The code of the language of messages."""
        known = self.languages  # refuses a code without a pack
        return self.wanted or known.codes[0]

    @property
    def language(self) -> Language:
        """The language of messages."""
        return self.languages[self.code]

    @property
    def library(self) -> Library:
        """The library; where the project file cannot be read, ends the command with the reason."""
        if self.loaded.library is None:
            reports = [put_into_words(each, self.language) for each in self.loaded.diagnostics]
            for line in findings_as_text(reports, self.language, None):
                click.echo(line, err=True)
            raise click.exceptions.Exit(Exit.FINDINGS)
        return self.loaded.library

    @cached_property
    def graph(self) -> Graph:
        """The library with its links."""
        return Graph(self.library, self.languages)


def day_of(option: datetime | None) -> date:
    """Give the day of a run: the one asked for, that of SOURCE_DATE_EPOCH, or the clock's."""
    try:
        return day_of_run(option.date() if option else None)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


@contextmanager
def ended() -> Iterator[None]:
    """End a command as we promise, whatever befalls it."""
    try:
        yield
    except MissingLibyaml as error:
        click.echo(str(error) or MissingLibyaml.__doc__, err=True)
        raise click.exceptions.Exit(Exit.ENVIRONMENT) from None
    except BrokenPackError as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(Exit.FINDINGS) from None
    except OSError as error:
        if error.errno == errno.ENOMEM:
            raise MemoryError from error
        click.echo(f"{error.strerror}: {error.filename or ''}".rstrip(": "), err=True)
        raise click.exceptions.Exit(Exit.INPUT_OUTPUT) from None


def seated(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command its desk in a folder; it ends as we promise, whatever befalls it."""

    @wraps(command)
    def with_desk(
        folder: Path, today: datetime | None, lang: str | None, **options: object
    ) -> None:
        desk = Desk(folder, day_of(today), lang)
        with ended():
            command(desk, **options)

    return with_desk


def at_desk(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command its desk from the options `-C`, `--today` and `--lang`."""
    return placed(seated(command))


def write(root: Path, files: Mapping[str, str], removed: Iterable[str] = ()) -> None:
    """Write files of a project, by their paths; those that say the same already stay untouched.

    Each is written beside its place and then moved there: none is ever half a file. `removed` are
    files whose words stand in others now; they go last.
    """
    put({root / path: text.encode() for path, text in files.items()})
    for path in removed:
        (root / path).unlink()


def put(files: Mapping[Path, bytes]) -> None:
    """Write files all or, where there is no room for one, none; what says the same stays.

    Raises OSError. A file keeps the rights that it had.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for target, data in sorted(files.items()):
            target.parent.mkdir(parents=True, exist_ok=True)
            is_there = target.is_file()
            if not is_there or target.read_bytes() != data:
                beside = target.with_name(f".{target.name}.new")
                staged.append((beside, target))
                beside.write_bytes(data)
                if is_there:
                    shutil.copymode(target, beside)
        for beside, target in staged:
            beside.replace(target)
    finally:
        for beside, _ in staged:
            beside.unlink(missing_ok=True)


def write_new(desk: Desk, out: Path, files: Mapping[str, str]) -> None:
    """Write new files below a folder and name them; none, where one would take another's place."""
    for path, text in sorted(files.items()):
        there = out / path
        if there.exists() and there.read_bytes() != text.encode():
            click.echo(desk.language.say("cli.import.exists", path=there.as_posix()), err=True)
            raise click.exceptions.Exit(Exit.USAGE)
    write(out, files)
    for path in sorted(files):
        click.echo((out / path).as_posix())


__all__ = ["PROJECT_FILE", "Desk", "Exit", "at_desk", "day_of", "put", "write", "write_new"]
