"""A release: the copy of a record as people are trained by it, kept for ever.

Copies are only ever added. A record that changed since its version was released needs a new one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gollanma.model import Library, Record, stamp
from gollanma.model.kinds import Act, Comment, Edition
from gollanma.model.state import FOLDER

INDEX = f"{FOLDER}/released.yml"


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that cannot be released, and the key of the sentence that says why."""

    key: str
    why: str


@dataclass(frozen=True, slots=True)
class Release:
    """What a release writes."""

    files: Mapping[str, str]
    """Paths with their text."""
    versions: tuple[str, ...]
    """The keys that became versions, such as `sop/intake@1.0`."""
    refused: tuple[Refused, ...]


def release(library: Library, keys: Iterable[str]) -> Release:
    """Give the files that release these records; those released unchanged are left alone."""
    files: dict[str, str] = {}
    stamps = dict(library.state.stamps)
    versions: list[str] = []
    refused: list[Refused] = []
    for key in sorted(set(keys)):
        why = _obstacle(library, key)
        version = f"{key}@{library.records[key].version}" if key in library.records else key
        if why:
            refused.append(Refused(key, why))
        elif version not in stamps:
            text = _copy(library, key)
            files[path_of(version)] = text
            stamps[version] = stamp(text)
            versions.append(version)
    if files:
        files[INDEX] = _index(stamps)
    return Release(files, tuple(versions), tuple(refused))


def releasable(record: Record) -> bool:
    """Say whether records of this kind have versions; acts have editions instead."""
    return not isinstance(record, Act | Edition | Comment)


def path_of(version: str) -> str:
    """Give the file that holds a released version."""
    key, _, number = version.partition("@")
    return f"{FOLDER}/released/{key}/{number}.yml"


def _obstacle(library: Library, key: str) -> str | None:
    record = library.records.get(key)
    if record is None:
        return "no-record"
    if not releasable(record):
        return "no-versions"
    if record.version is None:
        return "no-version"
    version = f"{key}@{record.version}"
    old = library.state.released.get(version)
    return "changed" if old is not None and stamp(old) != stamp(record) else None


def _copy(library: Library, key: str) -> str:
    """Give the text of a record without what an editor alone needs, with plain ends of line."""
    lines = library.documents[key].text.replace("\r\n", "\n").splitlines()
    kept = [each for each in lines if not each.startswith("# yaml-language-server:")]
    return "\n".join(kept).strip("\n") + "\n"


def _index(stamps: Mapping[str, str]) -> str:
    rows = "".join(f"  {key}: {mark}\n" for key, mark in sorted(stamps.items()))
    return f"# Written by `gollanma release`; never by hand.\nreleased:\n{rows}"
