"""`gollanma analyse`: how words are read for search and the glossary."""

import io
import sys
from collections.abc import Iterable, Iterator

import click

from gollanma.cli.desk import Desk, at_desk
from gollanma.report import dump


@click.command()
@click.argument("words", nargs=-1)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
def analyse(desk: Desk, words: tuple[str, ...], form: str) -> None:
    """Give the stem of each of WORDS, written in the language of --lang, one a line.

    Without words they are read from the standard input.
    """
    analyser = desk.language.analyser
    given = _split(words or _typed())
    rows = ((word, analyser.analyse(word)) for word in given)
    if form == "text":
        for word, stem in rows:
            click.echo(f"{word}\t{stem}")
        return
    body = [{"word": word, "stem": stem} for word, stem in rows]
    click.echo(dump({"schema_version": 1, "lang": desk.language.code, "words": body}), nl=False)


def _typed() -> Iterable[str]:
    """Give the lines of the standard input: UTF-8, whatever the system thinks."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    return sys.stdin


def _split(lines: Iterable[str]) -> Iterator[str]:
    """Yield the words of lines: whatever stands between blanks."""
    return (word for line in lines for word in line.split())
