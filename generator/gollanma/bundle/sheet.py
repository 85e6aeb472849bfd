"""The sheet of paper that goes with a stick: what is on it, how to open it, how to know it genuine.

A sheet is handed over apart from the stick. It names no telephone number: the office that hands it
over writes one by hand, so that whoever exchanges the stick does not choose who answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from gollanma.bundle.onefile.blocks import Code, policy
from gollanma.languages import Languages
from gollanma.site.parts import part

GROUP = 8
"""Letters of a hash between two spaces."""


@dataclass(frozen=True, slots=True)
class OnStick:
    """A file on the stick."""

    name: str
    sha256: str
    """Of the whole file, in 64 letters, as `certutil` prints it."""

    @property
    def groups(self) -> str:
        """Give the hash as people compare it, eight letters at a time."""
        places = range(0, len(self.sha256), GROUP)
        return " ".join(self.sha256[place : place + GROUP] for place in places)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sheet says of one issue."""

    site: str
    """What the handbook is called."""
    names: Mapping[str, str]
    """Whose handbook it is, per language: the territory, or the whole country."""
    version: int
    made: date
    review_by: date
    is_demo: bool
    files: tuple[OnStick, ...]
    words: tuple[str, ...] = ()
    """The fingerprint of the root of trust, in words; empty: the copy is not signed."""
    signers: tuple[str, ...] = ()
    """The short names of the keys that signed."""


def sheet(facts: Facts, languages: Languages) -> bytes:
    """Give the sheet as HTML for two sides of A4, in all languages of a bundle, without script."""
    style = Code((files("gollanma.bundle") / "sheet.css").read_text(encoding="utf-8"))
    return part(
        "paper",
        first=languages.default.code,
        facts=facts,
        site=facts.site,
        names=facts.names,
        policy=policy((style,), ()),
        style=style,
        says=[(code, each.say) for code, each in languages.items()],
        made={code: each.date(facts.made) for code, each in languages.items()},
        review_by={code: each.date(facts.review_by) for code, each in languages.items()},
    ).encode()
