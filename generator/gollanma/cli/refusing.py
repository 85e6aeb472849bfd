"""How a command ends that was handed something it refuses: a sentence, what to do, and a code."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

import click

from gollanma.bundle.errors import BundleError, MissingLibraryError, Refusal
from gollanma.cli.desk import Desk
from gollanma.cli.exits import Exit
from gollanma.languages import Language

P = ParamSpec("P")
ASKED = frozenset(
    {
        "differs", "has-roots", "inside", "key", "no-role", "no-roots", "no-target", "office",
        "passphrase", "pending", "recall-versions", "root-field", "short", "there", "twice",
        "unknown", "word", "words",
    }
)  # fmt: skip
"""Refusals of what was asked for, not of what was handed over: the command is used otherwise."""


def refusing(
    command: Callable[Concatenate[Desk, P], None],
) -> Callable[Concatenate[Desk, P], None]:
    """Let a command end with a sentence where a bundle, a patch or a key is refused."""

    @wraps(command)
    def told(desk: Desk, /, *args: P.args, **options: P.kwargs) -> None:
        try:
            command(desk, *args, **options)
        except BundleError as error:
            for line in said(error.refusal, desk.language):
                click.echo(line, err=True)
            code = Exit.USAGE if error.code in ASKED else Exit.INTEGRITY
            raise click.exceptions.Exit(code) from None
        except MissingLibraryError:
            click.echo(desk.language.say("bundle.library"), err=True)
            raise click.exceptions.Exit(Exit.ENVIRONMENT) from None

    return told


def said(refusal: Refusal, language: Language, table: str = "refused") -> tuple[str, str]:
    """Give the line that says what is wrong with which file, and the line that says what to do."""
    word = language.say("cli.verify.error" if table == "refused" else "cli.verify.note")
    place = f"{refusal.name}: " if refusal.name else ""
    message, remedy = sentences(refusal, language, table)
    hint = language.say("cli.verify.hint")
    return f"{place}{word}[{refusal.code}] {message}", f"  {hint}: {remedy}"


def sentences(refusal: Refusal, language: Language, table: str) -> tuple[str, str]:
    """Give what is wrong, and what to do about it."""
    key = f"bundle.{table}.{refusal.code}"
    return language.say(f"{key}.says", **refusal.values), language.say(f"{key}.remedy")


def row(refusal: Refusal, language: Language, table: str = "refused") -> dict[str, str | None]:
    """Give what is wrong, or noted, as JSON says it."""
    message, remedy = sentences(refusal, language, table)
    return {
        "code": refusal.code,
        "path": refusal.name or None,
        "message": message,
        "hint": remedy,
    }
