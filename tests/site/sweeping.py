"""Let the disk be full at each write of a build: `python -m tests.site.sweeping CONTENT N`.

CONTENT is `records`, the small project as `gollanma build` reads it, or `pages`, few and of nobody.
Prints as JSON how many writes there are, how many were tried, and what was not as it must be. N
writes are spread evenly over all, up to the last one; without it, each is tried. Each case runs in a process of its own,
forked from this one: with a disk that stays full, and with one that has room again.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import cycle, product
from pathlib import Path

from gollanma.memory.day import day_of_run
from gollanma.site import SiteError, build
from gollanma.site.content import content_of
from gollanma.site.settings import Content
from tests.site import fakes
from tests.support.folders import small_folder
from tests.support.writing import Disk, counted

FULL, ROOM = 10**9, 1
"""How many writes fail: all that follow, or one."""
FINE, BROKEN, NO_ROOM = 0, 1, 4
"""A build may be fine all the same: a folder that is there need not be made."""


class Sweep:
    """A project with an old site and the content of a new one."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.root = fakes.project(small_folder(folder / "p"))
        self.content: Content = (
            content_of(self.root, day_of_run()) if kind == "records" else fakes.content()
        )
        self.site, self.kept = folder / "out/site", folder / "kept"
        self.old = fakes.files(
            build(self.root, self.kept, fakes.content(fakes.library("long"))).folder
        )
        with counted(disk := Disk()):
            self.new = fakes.files(build(self.root, self.site, self.content).folder)
        self.writes = len(disk.seen)

    def lost(self, last: int, lasts: int) -> Iterator[str]:
        """Yield what is not as it must be after a build that had no room from a write on."""
        name = f"write {last} of {self.writes}, {lasts} fail"
        self._lay()
        code = self._ended(Disk(last, lasts))
        if code not in {FINE, NO_ROOM}:
            yield f"{name}: ended by {code}"
        whole = (self.new,) if code == FINE else (self.old, self.new)
        if fakes.files(self.site) not in whole:
            yield f"{name}: ended by {code}, and no site is whole"
        beside = {each.name for each in self.site.parent.iterdir()} - {self.site.name}
        if beside:
            yield f"{name}: {sorted(beside)} stayed behind"

    def _lay(self) -> None:
        if not self.site.exists() or fakes.files(self.site) != self.old:
            shutil.rmtree(self.site.parent)
            shutil.copytree(self.kept, self.site)

    def _ended(self, disk: Disk) -> int:
        """Build in a process of its own, and give the code with which `gollanma build` ends."""
        child = os.fork()
        if not child:
            code = BROKEN
            try:
                with counted(disk):
                    build(self.root, self.site, self.content)
                code = FINE
            except SiteError as error:
                code = error.exit_code
            finally:
                os._exit(code)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(words: Sequence[str]) -> None:
    """Try the writes, and print what came of them."""
    with tempfile.TemporaryDirectory() as folder:
        sweep = Sweep(Path(folder), words[0])
        cases = list(product(range(sweep.writes), (FULL, ROOM)))
        if words[1:]:
            wanted = int(words[1])
            spread = ((number + 1) * sweep.writes // wanted - 1 for number in range(wanted))
            cases = list(zip(spread, cycle((FULL, ROOM)), strict=False))
        wrong = [each for case in cases for each in sweep.lost(*case)]
    found = {"writes": sweep.writes, "tried": len(cases), "wrong": wrong}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])
