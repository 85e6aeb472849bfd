"""What README and CONTRIBUTING tell people to type and write is there, and works."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from gollanma.cli import COMMANDS
from gollanma.model import Record
from gollanma.model.decode import decode
from gollanma.model.kinds import Edition, Service
from gollanma.source import read_text

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md")
BLOCK = re.compile(r"^(?P<indent> *)```yaml\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"^ *```\w*\n(?P<block>.*?)^ *```$|`(?P<span>[^`\n]+)`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?P<file>[^)#:]+)(?:#[^)]*)?\)")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code(name: str) -> str:
    """Give all that a document sets as code, line by line."""
    return "\n".join(found["block"] or found["span"] or "" for found in CODE.finditer(text(name)))


def examples() -> list[str]:
    return [dedent(found["text"]) for found in BLOCK.finditer(text("README.md"))]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_target_of_make_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    asked = set(re.findall(r"^make ([a-z-]+)", code(name), re.MULTILINE))
    assert asked
    assert sorted(asked - targets) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_exists(name: str) -> None:
    asked = set(re.findall(r"\bgollanma ([a-z][a-z-]*)", code(name)))
    assert sorted(asked - set(COMMANDS)) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_linked_file_exists(name: str) -> None:
    linked = [found["file"] for found in LINK.finditer(text(name))]
    assert [file for file in linked if not (ROOT / file).exists()] == []


@pytest.mark.parametrize(
    ("kind", "example"),
    [
        pytest.param(Service, "".join(examples()[:2]), id="a service"),
        pytest.param(Edition, examples()[2], id="an article"),
    ],
)
def test_an_example_can_be_copied(kind: type[Record], example: str) -> None:
    document = read_text("example.yml", example.encode())
    record, findings = decode(kind, document, ("tk", "ru", "en"))
    assert record is not None
    assert (*document.diagnostics, *findings) == ()
