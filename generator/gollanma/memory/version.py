"""The program that runs, as one hash: another one may judge otherwise."""

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
READ = (".py", ".toml")
"""Suffixes of files that say how something is judged, and in which words it is told."""


@cache
def program() -> str:
    """Give the hash of our code and packs, of Python, and of what is installed beside us."""
    digest = hashlib.sha256(f"{sys.version}\0{sys.platform}\0".encode())
    for each in sorted(_installed()):
        digest.update(f"{each}\0".encode())
    for path in sorted(_ours()):
        digest.update(f"{path}\0".encode())
        digest.update(hashlib.sha256((PACKAGE / path).read_bytes()).digest())
    return digest.hexdigest()


def _ours() -> set[str]:
    found = set()
    for folder, _, names in os.walk(PACKAGE):
        inner = Path(folder).relative_to(PACKAGE).as_posix()
        found |= {f"{inner}/{name}" for name in names if name.endswith(READ)}
    return found


def _installed() -> set[str]:
    """Give the packages with their versions, by the folders that installers leave."""
    folders = filter(Path.is_dir, map(Path, sys.path))
    return {found.name for each in folders for found in each.glob("*.dist-info")}
