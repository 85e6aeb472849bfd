"""Rules of the command line."""

from collections.abc import Iterator

import click

from gollanma.cli import gollanma


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for sub_name, sub_command in sorted(command.commands.items()):
            yield from commands(sub_command, f"{name} {sub_name}")


def test_every_command_says_what_it_does() -> None:
    assert [name for name, each in commands(gollanma, "gollanma") if not each.help] == []


def test_every_option_says_what_it_is_for() -> None:
    silent = [
        f"{name} {parameter.opts[-1]}"
        for name, command in commands(gollanma, "gollanma")
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert silent == []


def test_every_command_works_in_another_folder() -> None:
    leaves = {
        name: {option for parameter in each.params for option in parameter.opts}
        for name, each in commands(gollanma, "gollanma")
        if not isinstance(each, click.Group)
    }
    assert [name for name, options in leaves.items() if "-C" not in options] == []
