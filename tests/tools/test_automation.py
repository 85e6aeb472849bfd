"""What runs our commands elsewhere, GitHub's workflow and pre-commit's hooks, names real ones."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from gollanma.cli import gollanma

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github/workflows/check.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
COMMAND = re.compile(r"^(?:\.venv/bin/)?gollanma (?P<words>.*)$")


def commands() -> Iterator[str]:
    """Yield our commands, without what a shell does with their output."""
    jobs = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"].values()
    written = [step.get("run", "") for job in jobs for step in job["steps"]]
    written += [hook["entry"] for hook in yaml.safe_load(HOOKS.read_text("utf-8"))]
    for each in written:
        if found := COMMAND.match(each):
            yield re.split(r" > | \|\| ", found["words"])[0].replace("$(date -u +%F)", "2026-11-22")


@pytest.mark.parametrize("words", sorted(commands()))
def test_each_command_is_one_with_these_options(words: str) -> None:
    name, *options = shlex.split(words)
    command = gollanma.get_command(click.Context(gollanma), name)
    assert command is not None
    context = command.make_context(name, options)
    assert context.args == []


def test_there_are_some() -> None:
    assert {each.split()[0] for each in commands()} == {"bundle", "check", "fmt"}


@pytest.mark.parametrize(
    ("path", "checked"),
    [
        ("normative/sops/intake.yml", True),
        ("glossary/consent.yml", True),
        ("gollanma.yml", True),
        ("languages/uz/pack.toml", True),
        ("docs/about.tk.md", False),
        ("generator/gollanma/checks/cases/base.yml", False),
    ],
)
def test_the_hook_looks_at_records(path: str, *, checked: bool) -> None:
    hooks = yaml.safe_load(HOOKS.read_text("utf-8"))
    pattern = next(each["files"] for each in hooks if each["id"] == "gollanma-check")
    assert bool(re.search(pattern, path)) is checked
