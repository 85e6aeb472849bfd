"""Rules of the command line."""

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from gollanma.cli import COMMANDS, gollanma


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for sub_name in command.list_commands(context):
            sub_command = command.get_command(context, sub_name)
            assert sub_command is not None, sub_name
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


def test_commands_are_listed_in_their_order_and_no_other_name_is_one() -> None:
    assert list(COMMANDS) == sorted(COMMANDS)
    assert gollanma.get_command(click.Context(gollanma), "desk") is None


@pytest.mark.parametrize("module", ["impact", "keys", "verify"])
def test_a_question_loads_no_site_and_no_word_file(module: str) -> None:
    code = f"import sys, gollanma.cli.{module}; print(*sorted(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert {"mkdocs", "docx", "jinja2"} & set(found.stdout.split()) == set()
