"""The command line. Results go to stdout, progress to stderr on a terminal only."""

import gc
from importlib import import_module

import click

from gollanma import __version__
from gollanma.cli.exits import Exit
from gollanma.cli.streams import speak_utf8

COMMANDS = (
    "analyse",
    "apply",
    "build",
    "bundle",
    "check",
    "decide",
    "diff",
    "doctor",
    "explain",
    "export",
    "fmt",
    "impact",
    "import",
    "init",
    "keys",
    "lsp",
    "new",
    "patch",
    "recall",
    "release",
    "rename",
    "review",
    "schema",
    "search",
    "serve",
    "stats",
    "translate",
    "verify",
)
MODULES = {"serve": ("build", "serve"), "import": ("import_", "import_")}
"""Where a command stands that is not called as its module."""
NO_MEMORY = "ýat ýetmeýär · не хватает памяти · not enough memory"
"""Said without a catalogue: there may be no room to read one."""


class Commands(click.Group):
    """Commands that are read when they are asked for: most need no site and no Word file."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click gives it
        """Give the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Give a command, or None where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = MODULES.get(cmd_name, (cmd_name, cmd_name))
        command: click.Command = getattr(import_module(f"gollanma.cli.{module}"), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; it may be stopped, and lack memory, already while it is read."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise click.exceptions.Exit(Exit.INTERRUPTED) from None
        except (MemoryError, SystemError):  # the second where an error itself found no room
            click.echo(NO_MEMORY, err=True)
            raise click.exceptions.Exit(Exit.ENVIRONMENT) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(version)s")
def gollanma() -> None:
    """Turn laws, services and procedures written as YAML into a site in several languages."""


def main() -> None:
    """Run the command line."""
    speak_utf8()
    try:
        gollanma()
    finally:
        gc.freeze()  # all that is left goes with the process: nobody need search it before


if __name__ == "__main__":
    main()
