"""Which findings concern what somebody has changed since a commit of git: `check --changed`."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gollanma.diagnostics import Diagnostic
from gollanma.graph import Graph
from gollanma.model.places import Place, place_of

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


@dataclass(frozen=True, slots=True)
class Concerned:
    """Findings of a run, in two heaps."""

    here: tuple[Diagnostic, ...]
    """In what was changed, beside it, or in a record that refers to it."""
    elsewhere: int
    """How many there are besides."""


def concerned(graph: Graph, findings: Iterable[Diagnostic], changed: frozenset[str]) -> Concerned:
    """Tell the findings that a change may have caused from those that it did not."""
    every, near = tuple(findings), changed | _leading_to(graph, changed)
    here = tuple(
        each
        for each in every
        if each.span.path in near or any(one.span.path in changed for one in each.related)
    )
    return Concerned(here, len(every) - len(here))


def _leading_to(graph: Graph, changed: frozenset[str]) -> frozenset[str]:
    """Give the files of records that refer to one in a changed file, were it deleted too."""
    places = map(place_of, sorted(changed))
    keys = {each.key.partition("@")[0] for each in places if isinstance(each, Place)}
    documents = graph.library.documents
    keys |= {
        key.partition("@")[0]
        for key, each in documents.items()
        if any(one.path in changed for one in each.files)
    }
    return frozenset(
        each.path
        for source, links in graph.links.items()
        if any(link.ref is not None and link.ref.record in keys for link in links)
        for each in documents[source].files
    )
