"""Why something is not renamed: the key of a sentence, and its values."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refused:
    """A name that is not given; nothing is written then."""

    sentence: str
    """Its key in the catalogue."""
    values: Mapping[str, str | int] = field(default_factory=dict)


def refused(key: str, **values: str | int) -> Refused:
    """Give a refusal of renaming itself."""
    return Refused(f"cli.rename.{key}", values)
