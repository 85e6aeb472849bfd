"""Why a bundle, a patch or a key is refused: a code, the name of what is at fault, its values.

What comes on a stick is anybody's: readers here turn every fault of it into one of these. The
sentences for people stand in the catalogues under `bundle.refused.<code>`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gollanma.diagnostics import Value

LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that is wrong with what was handed over."""

    code: str
    name: str = ""
    """The file it is about, fit to be shown; empty where it is the whole."""
    values: Mapping[str, Value] = field(default_factory=dict)


class BundleError(Exception):
    """Something handed over is refused."""

    def __init__(self, code: str, name: str = "", **values: Value) -> None:
        super().__init__(code, name)
        self.refusal = refusal(code, name, **values)

    @classmethod
    def of(cls, refusal: Refusal) -> "BundleError":
        """Give the exception of a refusal that was found."""
        return cls(refusal.code, refusal.name, **refusal.values)

    @property
    def code(self) -> str:
        """What is wrong, as a word for machines."""
        return self.refusal.code

    @property
    def name(self) -> str:
        """The file that is at fault; empty where it is the whole."""
        return self.refusal.name


class MissingLibraryError(Exception):
    """Bundles need the libraries `cryptography` and `deflate`, which are not installed here."""


def refusal(code: str, name: str = "", **values: Value) -> Refusal:
    """Give a refusal of a name as it may be shown."""
    return Refusal(code, shown(name), values)


def shown(name: str) -> str:
    r"""Give a name as it may be shown to a person: `\u202e` and the like turn no line around."""
    safe = "".join(
        each if each.isprintable() else each.encode("unicode_escape", "backslashreplace").decode()
        for each in name
    )
    return safe if len(safe) <= LONGEST_SHOWN else f"{safe[: LONGEST_SHOWN - 1]}…"
