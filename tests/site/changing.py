"""Change a file in the moment in which a build opens it: `python -m tests.site.changing N`.

Each file of the small project is once gone, once broken and once another. Prints as JSON how many
cases there are, how many were tried, how they ended, and what was not as it must be. N cases are
spread evenly over all; without it, each is tried, in a process of its own, forked from this one.
"""

import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

from gollanma.site import build
from tests.site import fakes
from tests.support.folders import command, small_folder

GONE, BROKEN, OTHER, FOLDER = "gone", "broken", "other words", "a folder now"


def a_folder(path: Path) -> None:
    """Put a folder in the place of a file."""
    path.unlink()
    path.mkdir()


CHANGES: Mapping[str, Callable[[Path], object]] = {
    GONE: Path.unlink,
    BROKEN: lambda path: path.write_bytes(b"\xff: [\n"),
    OTHER: lambda path: path.write_bytes(path.read_bytes() + b"# more\n"),
    FOLDER: a_folder,
}
ENDS = {0, 1, 4}
"""A site of what was found, findings, or what could not be read."""
RAISED = 99


class Case:
    """A project with an old site."""

    def __init__(self, folder: Path) -> None:
        self.root, self.kept = folder / "p", folder / "kept"
        fakes.project(small_folder(self.kept))
        self.paths = sorted(fakes.files(self.kept))
        build(self.kept, self.kept / "site", fakes.content())
        self.old = fakes.files(self.kept / "site")

    def lost(self, path: str, change: str) -> Iterator[str]:
        """Yield what is not as it must be after a build during which a file changed."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self.kept, self.root)
        self.code = self._ended(self.root / path, CHANGES[change])
        name, site = f"{path}, {change}", fakes.files(self.root / "site")
        if self.code not in ENDS:
            yield f"{name}: ended by {self.code}"
        if self.code and site != self.old:
            yield f"{name}: ended by {self.code}, and the old site is not whole"
        if not self.code and (site == self.old or "sop/visit.html" not in site):
            yield f"{name}: no site was built"
        if list(self.root.glob(".*")):
            yield f"{name}: something stayed behind"

    def _ended(self, path: Path, change: Callable[[Path], object]) -> int:
        """Build in a process of its own, and give the code with which the command ends."""
        child = os.fork()
        if not child:
            code = RAISED
            try:
                sys.addaudithook(once(path, change))
                result = command(self.root, "build")
                if isinstance(result.exception, SystemExit | None) and result.output:
                    code = result.exit_code
            finally:
                os._exit(code)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def once(path: Path, change: Callable[[Path], object]) -> Callable[[str, tuple[object, ...]], None]:
    """Give what changes a file when it is about to be opened for the first time."""
    waiting = [path]

    def heard(event: str, arguments: tuple[object, ...]) -> None:
        opened = arguments[0] if event == "open" else None
        if waiting and isinstance(opened, str | bytes) and Path(os.fsdecode(opened)) == path:
            change(waiting.pop())

    return heard


def main(words: Sequence[str]) -> None:
    """Try the cases, and print what came of them."""
    ends: Counter[str] = Counter()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        case = Case(Path(folder))
        every = list(product(case.paths, CHANGES))
        wanted = int(words[0]) if words else len(every)
        chosen = [every[number * len(every) // wanted] for number in range(wanted)]
        for path, change in chosen:
            wrong += case.lost(path, change)
            ends[f"{change}: {case.code}"] += 1
    found = {
        "cases": len(every),
        "tried": len(chosen),
        "ends": dict(sorted(ends.items())),
        "wrong": wrong,
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])
