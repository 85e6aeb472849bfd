"""Options that every command has; reading them loads nothing else."""

from collections.abc import Callable
from pathlib import Path

import click


def placed(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options `-C`, `--today` and `--lang`."""
    folder = click.option(
        "-C",
        "folder",
        type=click.Path(file_okay=False, exists=True, path_type=Path),
        default=Path(),
        help="Work in this folder, which holds gollanma.yml.",
    )
    today = click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Judge as on this day.")
    lang = click.option("--lang", envvar="GOLLANMA_LANG", help="Language of what you read.")
    return folder(today(lang(command)))
