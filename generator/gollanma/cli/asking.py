"""What is asked of `gollanma check`, and the answer: it can be kept for the next who asks."""

from dataclasses import asdict, dataclass
from typing import Self

FORMATS = ("text", "json", "html", "github", "gitlab", "sarif", "junit")
WATCHED = ("text", "json")
"""Forms of which one may follow another."""
MARK = 987654321.125
"""Stands in a kept answer for the seconds that a run takes: no run takes that long."""
TIMED = {"json": lambda seconds: f"{round(seconds, 3)}", "junit": lambda seconds: f"{seconds:.3f}"}
"""How the forms that tell the seconds of a run write them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How a run is told."""

    form: str
    strict: bool
    since: str | None
    """The commit since which something changed; absent: all findings are told."""
    every: bool
    """Tell them all, however many of one kind stand in a file."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run prints, and how it ends."""

    text: str
    aside: str
    """What is said beside the findings; empty where nothing is."""
    fails: bool

    def kept(self) -> dict[str, str | bool]:
        """Give the JSON form."""
        return asdict(self)

    @classmethod
    def of(cls, kept: object) -> Self | None:
        """Read the JSON form; give nothing where it is none."""
        match kept:
            case {"text": str(text), "aside": str(aside), "fails": bool(fails)}:
                return cls(text, aside, fails)
        return None

    def timed(self, asked: Asked, seconds: float) -> str:
        """Give what was kept with the seconds that this run took."""
        write = TIMED.get(asked.form)
        return self.text.replace(f"{MARK}", write(seconds)) if write else self.text

    def can_be_kept(self, asked: Asked) -> bool:
        """Say whether the seconds have one place in the text, or none where none are told."""
        return self.text.count(f"{MARK}") == (asked.form in TIMED)
