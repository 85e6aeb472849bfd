"""Putting a new version in the place of an installed one, which opens whatever happens meanwhile.

What is new is written beside the old, flushed, read back and judged; only then it takes the name,
by rename. The version before stays, under the same name with `previous` in it. A program that is
killed, or a stick that is pulled out, leaves the old or the new version under the name. (On disks
that cannot exchange two folders there is one moment in which the old one stands under `previous`
alone.) Whoever comes next sets right first what was left half-way.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from gollanma.bundle import disk
from gollanma.bundle.errors import BundleError
from gollanma.bundle.lists import NAME
from gollanma.bundle.manifest import Manifest
from gollanma.site.lock import locked
from gollanma.site.swap import exchanged

PREVIOUS = "previous"
READY, LEAVING = ".ready", ".leaving"
Judge = Callable[[Path], object]
"""Looks at what was written, as it stands on the disk; raises where it is not as it should be."""


def previous_of(target: Path) -> Path:
    """Give the place of the version before: `handbook.previous.zip` beside `handbook.zip`."""
    ending = "" if target.is_dir() else target.suffix
    return target.with_name(f"{target.name.removesuffix(ending)}.{PREVIOUS}{ending}")


@contextmanager
def installing(target: Path) -> Iterator[None]:
    """Hold the place of a bundle for one process, and leave and find it in order.

    Raises LockedError where another process holds it.
    """
    with locked(target.with_name(f".{target.name}.lock")):
        _set_right(target)
        try:
            yield
        finally:
            with suppress(OSError):  # whoever comes next does it
                _set_right(target)


def left_in(folder: Path) -> Iterator[Path]:
    """Yield the places in a folder where an installation was interrupted at the switch."""
    for each in sorted(folder.glob(f".*{READY}")):
        yield each.with_name(each.name[1:].removesuffix(READY))


def put_file(target: Path, new: bytes, old: bytes, judge: Judge) -> None:
    """Let a file be the new one and keep the old one; call it within `installing`."""
    with disk.beside(target) as written:
        disk.write(written, new)
        judge(written)
        disk.put(previous_of(target), old)
        disk.rename(written, target)


def put_folder(target: Path, files: Mapping[str, bytes], judge: Judge) -> None:
    """Let a folder be one with these files and keep the old one; call it within `installing`."""
    with disk.beside(target) as written:
        disk.write_folder(written, files)
        judge(written)
        disk.rename(written, _ready(target))
    if exchanged(_ready(target), target):
        disk.flush(target.parent)
        _keep(_ready(target), target)
    else:
        _keep(target, target)
        disk.rename(_ready(target), target)
    disk.remove(_leaving(target))


def _set_right(target: Path) -> None:
    """Finish or undo what was left half-way."""
    ready = _ready(target)
    if ready.is_dir():
        if not target.exists():
            disk.rename(ready, target)
        elif _version(ready) < _version(target):  # the names were exchanged already
            _keep(ready, target)
    for left in (ready, _leaving(target)):
        disk.remove(left)
    for each in (target, previous_of(target)):
        with disk.beside(each):
            pass


def _keep(old: Path, target: Path) -> None:
    """Let a folder be the version before; the one before it leaves."""
    previous = target.with_name(f"{target.name}.{PREVIOUS}")
    if previous.exists():
        disk.remove(_leaving(target))
        disk.rename(previous, _leaving(target))
    disk.rename(old, previous)


def _ready(target: Path) -> Path:
    """Give the name of a folder that is whole: the new one, or after an exchange the old one."""
    return target.with_name(f".{target.name}{READY}")


def _leaving(target: Path) -> Path:
    return target.with_name(f".{target.name}{LEAVING}")


def _version(folder: Path) -> int:
    """Give the version of an unpacked bundle; 0 where it is not a whole one."""
    try:
        return Manifest.read((folder / NAME).read_bytes()).version
    except (BundleError, OSError):
        return 0
