"""Sums of code and tests: they tell when what was found out by them holds no more."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

EVERY = ""
"""Among the stamps of test modules, that of all tests."""


def stamp(root: Path, names: Iterable[str]) -> str:
    """Sum up files and folders of a project, with their names."""
    total = hashlib.sha256()
    for path in _files(root, names):
        total.update(f"{path.relative_to(root).as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def of_tests(root: Path) -> Mapping[str, str]:
    """Give the stamp of each test module by its path, with all that any module may rest on."""
    files = [each.relative_to(root).as_posix() for each in _files(root, ["tests"])]
    modules = [each for each in files if Path(each).match("test_*.py")]
    shared = stamp(root, sorted({*files} - {*modules}))
    each = {name: f"{shared[:20]}-{stamp(root, [name])[:20]}" for name in modules}
    return {**each, EVERY: stamp(root, ["tests"])}


def _files(root: Path, names: Iterable[str]) -> Iterable[Path]:
    for top in names:
        for path in [root / top] if (root / top).is_file() else sorted((root / top).rglob("*")):
            if path.is_file() and "node_modules" not in path.parts and path.suffix != ".pyc":
                yield path
