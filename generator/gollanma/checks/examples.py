"""The bad and the good example of each code: the handbook's examples and the checks' tests.

An example is one file that holds several, laid over a small project that has nothing wrong in it.
Under a line `#: path` stands a whole file; under `#+ path` stand fields that take the place of
those of the small project's file. Where a finding is expected, the line ends with `#! CODE`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

HEAD = re.compile(r"^#(?P<how>[:+]) (?P<path>\S+)\n", re.MULTILINE)
FIELD = re.compile(r"^(?P<name>\w+):", re.MULTILINE)
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


def read(text: str, under: Mapping[str, str] | None = None) -> Example:
    """Read an example from its text, laid over the files of another."""
    heads = list(HEAD.finditer(text))
    ends = [each.start() for each in heads[1:]] + [len(text)]
    laid = dict(under or {})
    for head, end in zip(heads, ends, strict=True):
        part, path = text[head.end() : end], head["path"]
        laid[path] = part if head["how"] == ":" else over(laid[path], part)
    return Example(laid, frozenset(_expected(laid)))


def over(text: str, part: str) -> str:
    """Give a file with some of its fields replaced, in their order, and others added."""
    fields = {**_fields(text), **_fields(part)}
    return "".join(fields.values())


def _fields(text: str) -> dict[str, str]:
    """Give the fields at the top of a file with all their lines."""
    heads = list(FIELD.finditer(text))
    ends = [each.start() for each in heads[1:]] + [len(text)]
    return {head["name"]: text[head.start() : end] for head, end in zip(heads, ends, strict=True)}


def _expected(laid: Mapping[str, str]) -> Iterator[tuple[str, int, str]]:
    for path, part in laid.items():
        for number, line in enumerate(part.splitlines(), 1):
            match = EXPECTED.search(line)
            for code in match["codes"].split() if match else ():
                yield path, number, code


def base() -> Mapping[str, str]:
    """Give the files of the small project that has nothing wrong in it."""
    return read(_text(folder() / f"{BASE}.yml")).files


def example(code: str, kind: str) -> Example:
    """Give an example of a code laid over the small project."""
    return read(_text(folder() / code / f"{kind}.yml"), base())


def examples(code: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each example that a code has, as the handbook prints it."""
    for kind in KINDS:
        path = folder() / code / f"{kind}.yml"
        if path.is_file():
            yield kind, _text(path)


def _text(path: Traversable) -> str:
    return path.read_text(encoding="utf-8")
