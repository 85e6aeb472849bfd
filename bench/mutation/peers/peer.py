"""What a peer is: how a project of its kind is written, and what it says of one."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.mutation.peers.content import Content, Pair, Record, Term

LOCK = Path(__file__).parent / "requirements.txt"
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)", re.MULTILINE)
SPENT = ("superseded", "repealed", "withdrawn")
"""Statuses of what nobody may lean on any more."""
CHOSEN = frozenset({"modality", "level", "frequency", "unit"})
"""Fields with a list of values, of which the records hold all that matter."""
FREE = {"form": "supersedes"}
"""Fields that link records of one kind, and that no record needs today."""
STATUSES = ("idea", "draft", "consultation", "pilot", "approved", "in-force", "suspended", *SPENT)


class ClashError(Exception):
    """What the format of a peer cannot express, as two things that would stand in one place."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a peer, and the place that it gives."""

    words: str
    path: str = ""
    line: int = 0
    """Absent, as 0, where it gives none."""


@dataclass(frozen=True)
class Rules:
    """What the clean records keep to: a peer that can be told so is told."""

    clean: Content

    @cached_property
    def fields(self) -> Mapping[str, tuple[str, ...]]:
        """The fields of each kind, in one order for all."""
        return {kind: tuple(sorted(each)) for kind, each in self._fields().items()}

    @cached_property
    def required(self) -> Mapping[str, frozenset[str]]:
        """The fields that every record of a kind has."""
        found: dict[str, frozenset[str]] = {}
        for each in self.clean.records:
            own = frozenset(each.fields)
            found[each.kind] = found.get(each.kind, own) & own
        return found

    @cached_property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """The fields whose values come from a list, and the list."""
        found: dict[str, set[str]] = {}
        for each in self.clean.records:
            for name in CHOSEN & each.fields.keys():
                found.setdefault(name, set()).add(each.fields[name])
        seen = {name: tuple(sorted(each)) for name, each in sorted(found.items())}
        return {**seen, "status": STATUSES}

    @cached_property
    def targets(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """By kind, the fields that link, and the kinds to which they lead."""
        kinds = {each.name: each.kind for each in self.clean.records}
        found = {kind: {name: {kind}} for kind, name in FREE.items()}
        for each in self.clean.records:
            for name, linked in each.links.items():
                known = found.setdefault(each.kind, {}).setdefault(name, set())
                known.update(kinds[one] for one in linked)
        return {
            kind: {name: tuple(sorted(each)) for name, each in sorted(names.items())}
            for kind, names in found.items()
        }

    def _fields(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for each in self.clean.records:
            found.setdefault(each.kind, set()).update(each.fields)
        return found


Part = Record | Term | Pair
Write = Callable[[Content, Rules], Iterable[tuple[str, str]]]
Ask = Callable[[Path, Path], Iterable[Said]]


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool that is given the same mistakes."""

    name: str
    package: str
    """That is installed for it."""
    codes: tuple[str, ...]
    """The kinds of mistakes that are tried: those that its projects could hold."""
    folders: tuple[str, ...]
    """Where what it is told is kept with us."""
    write: Write
    """Yields the files of a project."""
    ask: Ask
    """Runs it, given the folder of its programs and that of a project."""
    parts: Callable[[Content], Sequence[Part]]
    """Gives what it is told of the corpus."""
    home: Callable[[Part], str]
    """Gives the file in which a part stands."""
    has_one_home: bool = True
    """Whether a file holds one record and its steps, so that naming the file names them."""
    twice: re.Pattern[str] | None = None
    """A line which, written a second time, is one key with two values."""

    def files(self, content: Content, rules: Rules) -> dict[str, bytes]:
        """Give the files of a project; refuse two of one name."""
        found: dict[str, bytes] = {}
        for path, text in self.write(content, rules):
            if path in found:
                raise ClashError(path)
            found[path] = text.encode()
        return found

    @property
    def version(self) -> str:
        """The version that is locked."""
        pins = {each["name"]: each["version"] for each in PIN.finditer(LOCK.read_text("utf-8"))}
        return pins[self.package]


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a project into a folder that holds nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def output(command: Sequence[str | Path], folder: Path) -> str:
    """Give all that a program says in a folder, whether it ends well or not."""
    environment = {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "4000"}
    done = subprocess.run(
        command,
        check=False,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    words = done.stdout.decode("utf-8", errors="replace")
    return words.replace(f"{folder.as_posix()}/", "")


def install(folder: Path) -> Path:
    """Install what the lock names into an environment of its own; give its programs' folder.

    Each package is proven by its hash. None of them comes near the project's own environment.
    """
    uv = Path(sys.executable).parent / "uv"
    if not folder.is_dir():
        subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, folder], check=True)
    words = ("--quiet", "--require-hashes", "--python")
    subprocess.run([uv, "pip", "sync", *words, folder, LOCK], check=True)
    return folder / ("Scripts" if os.name == "nt" else "bin")


def lines(text: str, place: re.Pattern[str]) -> Iterator[Said]:
    """Yield the lines of what a program said, with the places that a pattern finds in them."""
    for each in text.splitlines():
        match = place.search(each)
        if match:
            words = f"{each[: match.start()]}{each[match.end() :]}".strip()
            yield Said(words, match["path"], int(match["line"] or 0))
        elif each.strip():
            yield Said(each.strip())
