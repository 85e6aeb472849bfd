"""The bad and the good example of each code: the handbook's examples and the checks' tests.

An example is one file that holds several, each under a line `#: path`. They are laid over a small
project that has nothing wrong in it. Where a finding is expected, the line ends with `#! CODE`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

HEAD = re.compile(r"^#: (?P<path>\S+)\n", re.MULTILINE)
EXPECTED = re.compile(r"#! (?P<codes>[A-Z0-9]+(?: [A-Z0-9]+)*)\s*$")
KINDS = ("bad", "good")
BASE = "base"


@dataclass(frozen=True, slots=True)
class Example:
    """A small project, and the places at which a code is expected."""

    files: Mapping[str, str]
    expected: frozenset[tuple[str, int, str]]
    """Path, line and code."""


def folder() -> Traversable:
    """Give the folder of the examples."""
    return files("gollanma.checks") / "cases"


def read(text: str) -> Example:
    """Read an example from its text."""
    heads = list(HEAD.finditer(text))
    ends = [each.start() for each in heads[1:]] + [len(text)]
    parts = {head["path"]: text[head.end() : end] for head, end in zip(heads, ends, strict=True)}
    expected = {
        (path, number, code)
        for path, part in parts.items()
        for number, line in enumerate(part.splitlines(), 1)
        if (match := EXPECTED.search(line))
        for code in match["codes"].split()
    }
    return Example(parts, frozenset(expected))


def base() -> Mapping[str, str]:
    """Give the files of the small project that has nothing wrong in it."""
    return read(_text(folder() / f"{BASE}.yml")).files


def example(code: str, kind: str) -> Example:
    """Give an example of a code laid over the small project."""
    own = read(_text(folder() / code / f"{kind}.yml"))
    return Example({**base(), **own.files}, own.expected)


def examples(code: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each example that a code has, as the handbook prints it."""
    for kind in KINDS:
        path = folder() / code / f"{kind}.yml"
        if path.is_file():
            yield kind, _text(path)


def _text(path: Traversable) -> str:
    return path.read_text(encoding="utf-8")
