"""What a file of a bundle may be called, so that it opens on every disk and in every browser.

Parts of small letters, digits and hyphens, one or more endings, `/` between: nothing that Windows,
a phone or an old archive program reads as something else.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator

LONGEST_PART = 64
"""A slug of forty letters, and what says which page of its record it is: `--certificate.html`."""

LONGEST = 120
PART = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*")
DEVICES = frozenset(
    {"aux", "clock$", "con", "conin$", "conout$", "nul", "prn"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in (*"0123456789", *"¹²³")}
)
"""Names that Windows gives to devices, with any ending (learn.microsoft.com, Naming Files)."""


def check(path: str) -> str | None:
    """Give the code of what is wrong with a path, or None; the most dangerous first."""
    return next((code for code, is_wrong in FAULTS if is_wrong(path)), None)


def _is_absolute(path: str) -> bool:
    return not path or path.startswith("/") or re.match(r"[A-Za-z]:", path) is not None


def _is_device(path: str) -> bool:
    stems = (part.split(".")[0].rstrip(" ").casefold() for part in path.split("/"))
    return not DEVICES.isdisjoint(stems)


def _is_trailing(path: str) -> bool:
    return any(part != part.rstrip(". ") for part in path.split("/"))


def _is_long(path: str) -> bool:
    return len(path) > LONGEST or any(len(part) > LONGEST_PART for part in path.split("/"))


FAULTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("absolute", _is_absolute),
    ("backslash", lambda path: "\\" in path),
    ("climbs", lambda path: ".." in path.split("/")),
    ("device", _is_device),
    ("trailing", _is_trailing),
    ("normal", lambda path: not unicodedata.is_normalized("NFC", path)),
    ("letters", lambda path: not all(PART.fullmatch(part) for part in path.split("/"))),
    ("long", _is_long),
)
"""What can be wrong with a path, in the order of being looked for."""


def clashes(paths: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the code and the path of each that some disk takes for another one of them."""
    same = Counter(paths)
    folded = Counter(_folded(path) for path in same)
    folders = {_folded(path)[:at] for path in same for at in _slashes(path)}
    for path in sorted(same):
        if same[path] > 1:
            yield "duplicate", path
        elif folded[_folded(path)] > 1:
            yield "alike", path
        elif _folded(path) in folders:
            yield "folder-and-file", path


def _folded(path: str) -> str:
    """Give a path as a disk sees it that knows neither case nor how letters are composed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _slashes(path: str) -> Iterator[int]:
    return (at for at, letter in enumerate(_folded(path)) if letter == "/")
