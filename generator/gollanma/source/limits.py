"""How much one project may ask of the reader."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that a person writing by hand never meets, and a hostile file does."""

    size: int = 1_000_000
    """Bytes of one file."""
    depth: int = 40
    """Lists and maps inside each other."""
    files: int = 20_000
    """Files under all folders together."""


LIMITS = Limits()
