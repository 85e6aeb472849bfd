"""Kill a program and let its disk fail at each of its steps: `python -m tests.bundle.sweeping N`.

Prints as JSON how many cases there were of each kind of step, and what was lost. N cases are spread
evenly over all steps of all works; without it, each is taken.
"""

import json
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gollanma.bundle import disk, making
from gollanma.bundle.contents import Issue
from gollanma.bundle.making import Order, unsigned
from gollanma.bundle.opened import open_bundle
from gollanma.bundle.patch.applying import applied
from gollanma.bundle.patch.form import Patch
from gollanma.bundle.patch.renewing import as_file, patch_between
from gollanma.bundle.shared import shared_of
from gollanma.bundle.verify import Anchor, verified
from gollanma.site.content import judge, public_of
from tests.support import signing
from tests.support.breaking import COUNT, FAIL, KILL, Steps, counted, forked
from tests.support.patching import DAY, NEW, NEW_ONE, OLD, OLD_ONE, OLDER, bytes_of
from tests.support.sticks import country

PATCH = patch_between(OLD, NEW, signing.ring(1, 2))
PATCH_ONE = patch_between(OLD_ONE, NEW_ONE, signing.ring(1, 2))
Tree = Mapping[str, bytes]
ANCHOR = Anchor(known=OLD.trust)
ISSUE = Issue(date(2026, 11, 22), date(2027, 5, 22), 1, "demo")


@dataclass(frozen=True, slots=True)
class Work:
    """Something that writes, and what may stand on the disk before, meanwhile and afterwards."""

    name: str
    before: Tree
    run: Callable[[Path], None]
    after: Tree
    meanwhile: Sequence[Mapping[str, Tree | None]]
    """By the name of each bundle, what it may be after a fault; None: not there."""


def renew(name: str, patch: Patch, system: str = sys.platform) -> Callable[[Path], None]:
    """Give the work of renewing a copy, on a system that can exchange folders or cannot."""

    def run(folder: Path) -> None:
        sys.platform = system
        applied(folder / name, patch, DAY)

    return run


def verify(name: str) -> Callable[[Path], None]:
    """Give the work of verifying a copy."""

    def run(folder: Path) -> None:
        verified(open_bundle(folder / name), DAY, ANCHOR)

    return run


def hand_out(files: Tree) -> Callable[[Path], None]:
    """Give the work of putting files into a folder to hand out."""

    def run(folder: Path) -> None:
        for name, data in files.items():
            disk.put(folder / name, data)

    return run


def bundle(project: Path) -> tuple[Callable[[Path], None], Tree]:
    """Give the work of `gollanma bundle` from where its bundles are made, and what it leaves."""
    judged = judge(project, ISSUE.made)
    codes = frozenset(judged.library.project.languages.all)
    shared = shared_of(project, public_of(judged), judged.languages, codes)
    orders = [Order(f"territory/{name}", ISSUE) for name in ("east", "north")]
    made = [making.made_of(shared, judged.languages, each) for each in orders]

    def run(folder: Path) -> None:
        making.made_by = lambda *_: enumerate(made)
        making.make(shared, orders, folder)

    files = (making.files_of(shared, each, unsigned) for each in made)
    return run, {name: data for each in files for name, data in each.items()}


def within(name: str, files: Tree) -> dict[str, bytes]:
    """Give files below a folder."""
    return {f"{name}/{path}": data for path, data in files.items()}


def works() -> Iterator[Work]:
    """Yield all works."""
    old, new, older = bytes_of(OLD), as_file(NEW, OLD), bytes_of(OLDER)
    for kept in ({}, {"x.previous.zip": older}):
        yield Work(
            "apply to a zip",
            {"x.zip": old, **kept},
            renew("x.zip", PATCH),
            {"x.zip": new, "x.previous.zip": old},
            _states("x.zip", "x.previous.zip", {"": old}, {"": new}, {"": older} if kept else None),
        )
    yield Work(
        "apply to one file",
        {"x.html": OLD_ONE.data},
        renew("x.html", PATCH_ONE),
        {"x.html": NEW_ONE.data, "x.previous.html": OLD_ONE.data},
        _states("x.html", "x.previous.html", {"": OLD_ONE.data}, {"": NEW_ONE.data}, None),
    )
    for system, called in (("linux", "exchanging"), ("darwin", "renaming twice")):
        for kept in ({}, within("x.previous", OLDER.files)):
            states = _states("x", "x.previous", OLD.files, NEW.files, OLDER.files if kept else None)
            gone = {"x": None, "x.previous": OLD.files}
            yield Work(
                f"apply to a folder, {called}",
                {**within("x", OLD.files), **kept},
                renew("x", PATCH, system),
                {**within("x", NEW.files), **within("x.previous", OLD.files)},
                states if system == "linux" else [*states, gone],
            )
    for name, files in (("x.zip", {"x.zip": old}), ("x", within("x", OLD.files))):
        states = [{name: {"": old} if name == "x.zip" else OLD.files}]
        yield Work(f"verify {name}", files, verify(name), files, states)
    with tempfile.TemporaryDirectory() as project:
        run, after = bundle(country(Path(project)))
    yield Work(
        "bundle",
        dict.fromkeys(after, old),
        run,
        after,
        [
            {
                name: {"": data if number < count else old}
                for number, (name, data) in enumerate(after.items())
            }
            for count in range(len(after) + 1)
        ],
    )
    handed = {"a.zip": new, "a-1-2.gpatch": PATCH.written()}
    yield Work(
        "hand out",
        {"a.zip": old},
        hand_out(handed),
        handed,
        [
            {"a.zip": {"": data}, "a-1-2.gpatch": patch}
            for data in (old, new)
            for patch in (None, {"": PATCH.written()})
        ],
    )


def _states(
    name: str, previous: str, old: Tree, new: Tree, older: Tree | None
) -> list[Mapping[str, Tree | None]]:
    """Give what may stand under the two names: the old one whole, or the new one with the old."""
    kept = (older, old, None)
    return [{name: each, previous: beside} for each in (old, new) for beside in kept]


def main(words: Sequence[str]) -> None:
    """Take the cases, and print what came of them."""
    every = [each for work in works() for each in _cases(work)]
    wanted = int(words[0]) if words else len(every)
    chosen = [every[number * len(every) // wanted] for number in range(min(wanted, len(every)))]
    hits: Counter[str] = Counter()
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for work, how, last, step in chosen:
            hits[f"{work.name}: {how} at {step}"] += 1
            found += lost(
                work, Steps(how, last), Path(folder) / "stick", f"{work.name}, {how} {last} {step}"
            )
    sys.stdout.write(json.dumps({"steps": len(every) // 2, "cases": len(chosen), "hits": dict(sorted(hits.items())), "lost": found}))  # fmt: skip


def _cases(work: Work) -> Iterator[tuple[Work, str, int, str]]:
    """Yield a kill and a failure at each step of a work."""
    with tempfile.TemporaryDirectory() as folder:
        _lay(Path(folder) / "stick", work.before)
        steps = _steps_of(work, Path(folder) / "stick")
    for number, step in enumerate(steps):
        for how in (KILL, FAIL):
            yield work, how, number, step


def _steps_of(work: Work, folder: Path) -> list[str]:
    steps = Steps(COUNT)
    system = sys.platform
    with counted(steps):
        work.run(folder)
    sys.platform = system
    return steps.seen


def lost(work: Work, steps: Steps, folder: Path, name: str) -> Iterator[str]:
    """Yield what was lost when a work was broken off, and then done again."""
    _lay(folder, work.before)
    end = forked(lambda: work.run(folder), steps)
    expected = (signal.SIGKILL,) if steps.how == KILL else (0, 4)
    if (end.signal or end.code) not in expected:
        yield f"{name}: ended by {end}"
    there = {each: _found(folder / each) for each in work.meanwhile[0]}
    if there not in work.meanwhile:
        yield f"{name}: neither the old version nor the new one is whole"
    end = forked(lambda: work.run(folder), Steps(COUNT))
    if end.code:
        yield f"{name}: the second run ended by {end}"
    if _found(folder) != work.after:
        yield f"{name}: after the second run there is {sorted(_found(folder) or {})}"


def _lay(folder: Path, files: Tree) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _found(place: Path) -> Tree | None:
    """Give what stands at a place: files by their paths, or one by none."""
    if place.is_file():
        return {"": place.read_bytes()}
    if not place.exists():
        return None
    return {
        each.relative_to(place).as_posix(): each.read_bytes()
        for each in sorted(place.rglob("*"))
        if each.is_file()
    }


if __name__ == "__main__":
    main(sys.argv[1:])
