"""How a command ends that found its place held by another process."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

import click

from gollanma.cli.desk import Desk
from gollanma.site.errors import LockedError, in_words

P = ParamSpec("P")


def holding(
    command: Callable[Concatenate[Desk, P], None],
) -> Callable[Concatenate[Desk, P], None]:
    """Let a command end with a sentence where another process holds what it would write."""

    @wraps(command)
    def told(desk: Desk, /, *args: P.args, **options: P.kwargs) -> None:
        try:
            command(desk, *args, **options)
        except LockedError as error:
            click.echo(in_words(error, desk.language), err=True)
            raise click.exceptions.Exit(error.exit_code) from None

    return told
