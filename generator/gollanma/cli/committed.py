"""What differs from a commit of git."""

import os
import shutil
import subprocess
from pathlib import Path

LAST = "HEAD"
"""The commit that everything is compared with, where none is named."""


class NoGitError(Exception):
    """There is no git on this machine, or the folder is in no repository of it."""


class NoCommitError(Exception):
    """There is no such commit."""


def files_changed(root: Path, since: str) -> frozenset[str]:
    """Give the files of a folder that differ from a commit, and those that git does not know.

    Paths lead from the folder, with `/`, as those of findings; deleted files are among them.
    """
    git = shutil.which("git")
    if git is None:
        raise NoGitError
    if _said(git, root, "rev-parse", "--is-inside-work-tree") is None:
        raise NoGitError
    read = ("rev-parse", "--verify", "--quiet", f"{since}^{{commit}}")
    found = None if since.startswith("-") else _said(git, root, *read)
    if not found:
        raise NoCommitError
    commit = found.decode().strip()
    different = ("diff", "--name-only", "--no-renames", "--relative", "-z", commit, "--", ".")
    unknown = ("ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    listed = (_said(git, root, *each) or b"" for each in (different, unknown))
    return frozenset(os.fsdecode(path) for each in listed for path in each.split(b"\0") if path)


def _said(git: str, root: Path, *words: str) -> bytes | None:
    """Give what git answers; nothing where it refuses."""
    command = [git, "-C", str(root), *words]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell, and every word of it is ours or was read as a commit
    return done.stdout if done.returncode == 0 else None
