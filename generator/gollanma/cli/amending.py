"""`gollanma export amending`: the draft of the act that makes new editions of old ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.exchange.amending import amended_of
from gollanma.languages import Language
from gollanma.law.amending import (
    Amended,
    Draft,
    InexpressibleError,
    Instruction,
    UnreadableLineError,
    differing,
    draft,
    expressible,
)
from gollanma.model import Library, cut
from gollanma.model.kinds import Act
from gollanma.model.project import ActKind
from gollanma.report.amending import draft_as_json

COLONS = 2


@dataclass(frozen=True, slots=True)
class Wish:
    """An act between two of its editions, as it was asked for."""

    act: str
    kind: ActKind
    editions: tuple[str, str]


@click.command("amending")
@click.argument("changes", nargs=-1, required=True, metavar="ACT:FROM:TO…")
@click.option("--kind", help="Kind of the amending act; else what amends the first act named.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write this file.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@click.option("--verify", is_flag=True, help="Say that the text, played back, makes the editions.")
@at_desk
def export_amending(  # noqa: PLR0913 - its options
    desk: Desk,
    changes: tuple[str, ...],
    kind: str | None,
    out: Path | None,
    form: str,
    *,
    verify: bool,
) -> None:
    """Draft the act that amends each ACT so that its edition FROM becomes TO.

    The text is read back and played onto the older editions; one that does not make the newer
    ones is not written.
    """
    public = cut(desk.library)
    wishes = [_wish(desk, public, each) for each in changes]
    _refuse_twice(desk, wishes)
    own = _kind(desk, kind) if kind else desk.library.project.amending(wishes[0].kind)
    made = drafted(desk, public, wishes, own, desk.language)
    editions = [each.editions for each in wishes]
    written = draft_as_json(made, editions) if form == "json" else made.text()
    if out is None:
        click.echo(written, nl=False)
    else:
        out.write_text(written, encoding="utf-8", newline="\n")
    if verify:
        click.echo(desk.language.say("cli.amending.equal"), err=True)


def _wish(desk: Desk, library: Library, written: str) -> Wish:
    if written.count(":") != COLONS:
        _end(desk, Exit.USAGE, "cli.amending.unreadable", value=written)
    named, old, new = written.split(":")
    key = named if named.startswith(f"{Act.kind}/") else f"{Act.kind}/{named}"
    record = library.records.get(key)
    if not isinstance(record, Act):
        _end(desk, Exit.USAGE, "cli.diff.no-act", act=named)
    known = [each.partition("@")[2] for each, _ in library.editions(key)]
    for edition in (old, new):
        if edition not in known:
            values = {"edition": edition, "act": key, "known": ", ".join(known)}
            _end(desk, Exit.USAGE, "cli.diff.no-edition", **values)
    return Wish(key, _kind(desk, record.act_kind or ""), (old, new))


def _kind(desk: Desk, name: str) -> ActKind:
    found = desk.library.project.act_kind(name)
    if found is None:
        known = ", ".join(each.id for each in desk.library.project.act_kinds)
        _end(desk, Exit.USAGE, "cli.amending.no-kind", kind=name, known=known)
    return found


def _refuse_twice(desk: Desk, wishes: Sequence[Wish]) -> None:
    named = [each.act for each in wishes]
    for act in named:
        if named.count(act) > 1:
            _end(desk, Exit.USAGE, "cli.amending.twice", act=act)


def drafted(
    desk: Desk, library: Library, wishes: Sequence[Wish], kind: ActKind, language: Language
) -> Draft:
    """Give the draft in a language, proven by playing it back; end the command where it fails."""
    languages = tuple(_languages(desk))
    if language.code not in {each.code for each in languages}:
        _end(desk, Exit.FINDINGS, "cli.amending.no-language", lang=language.code)
    try:
        acts = [_ordered(desk, library, each, languages) for each in wishes]
        made = draft(acts, language, [each.code for each in languages], kind)
    except InexpressibleError as error:
        values = {"act": error.act, "place": error.place, "lang": error.language}
        _end(desk, Exit.FINDINGS, f"cli.amending.{error.key}", **values)
    _refuse_unequal(desk, made, acts, languages, (language, kind))
    return made


def _languages(desk: Desk) -> Sequence[Language]:
    """Give the languages of the texts that have words for amending acts."""
    all_ = (desk.languages[code] for code in desk.library.project.languages.all)
    return [each for each in all_ if each.amending.sentences]


def _ordered(
    desk: Desk, library: Library, wish: Wish, languages: Sequence[Language]
) -> tuple[Amended, tuple[Instruction, ...]]:
    amended = amended_of(library, desk.languages, wish.act, wish.kind, wish.editions)
    return amended, expressible(amended, languages)


def _refuse_unequal(
    desk: Desk,
    made: Draft,
    acts: Sequence[tuple[Amended, Sequence[Instruction]]],
    languages: Sequence[Language],
    meant: tuple[Language, ActKind],
) -> None:
    codes = [each.code for each in languages]
    try:
        wrong = differing(made.text(), acts, meant[0], codes, meant[1])
    except UnreadableLineError as error:
        wrong = (error.line,)
    if wrong:
        _end(desk, Exit.INTEGRITY, "cli.amending.different", acts=", ".join(wrong))


def _end(desk: Desk, code: Exit, key: str, **values: str) -> NoReturn:
    click.echo(desk.language.say(key, **values), err=True)
    raise click.exceptions.Exit(code)
