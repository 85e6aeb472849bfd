"""What files say: in the editor, where they are open there, else on the disk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gollanma.source import Lines
from gollanma.source.encodings import decode


@dataclass(frozen=True, slots=True)
class Texts:
    """The files of a project as somebody sees them now."""

    root: Path
    unsaved: Mapping[str, str] = field(default_factory=dict)
    """What open files say, by their paths."""

    def lines(self, path: str) -> Lines:
        """Give the lines of a file; of one that is gone or cannot be read, none."""
        held = self.unsaved.get(path)
        return Lines(path, self._on_disk(path) if held is None else held)

    def _on_disk(self, path: str) -> str:
        try:
            text = decode((self.root / path).read_bytes())
        except OSError:
            return ""
        return text if isinstance(text, str) else ""
