"""Renewing an installed copy where it lies, so that it opens whatever happens meanwhile."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gollanma.bundle import install
from gollanma.bundle.errors import BundleError, Refusal
from gollanma.bundle.manifest import Manifest
from gollanma.bundle.opened import FOLDER, Opened, open_bundle
from gollanma.bundle.patch.form import Patch, Sum
from gollanma.bundle.patch.renewing import as_file, renewed, whole

DONE = "patch-done"


@dataclass(frozen=True, slots=True)
class Applied:
    """How a copy stands after a patch."""

    manifest: Manifest
    notes: tuple[Refusal, ...]
    previous: Path | None
    """Where the version before is kept; absent where the copy was of the new version already."""


def applied(place: Path, patch: Patch, day: date, *, unsigned_demo: bool = False) -> Applied:
    """Renew a copy: an unpacked folder, a zip or a one-file handbook.

    Raises BundleError where the patch is refused, LockedError where another process is at it,
    OSError where the disk fails; the copy is the old one then, or the new one, whole.
    """
    with install.installing(place):
        installed = open_bundle(place, only_listed=True)
        try:
            new, notes = renewed(installed, patch, day, unsigned_demo=unsigned_demo)
        except BundleError as error:
            if error.code != DONE:
                raise
            return _done(installed, patch)
        _put(place, new, installed)
        return Applied(new.manifest, notes, install.previous_of(place))


def _done(installed: Opened, patch: Patch) -> Applied:
    if Sum.of(whole(installed)) != patch.header.after.sum:
        raise BundleError("patch-changed")
    return Applied(installed.manifest, (), None)


def _put(place: Path, new: Opened, old: Opened) -> None:
    def judge(written: Path) -> None:
        """Read back what was written: a worn stick gives other bytes than it was given."""
        try:
            is_same = whole(open_bundle(written)) == whole(new)
        except BundleError:
            is_same = False
        if not is_same:
            raise BundleError("disk", place.name)

    if new.kind == FOLDER:
        install.put_folder(place, new.files, judge)
    else:
        install.put_file(place, as_file(new, old), place.read_bytes(), judge)
