"""What the files of a project said when an earlier run read them, by their bytes."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gollanma.memory import Rows, Store, name_of, program
from gollanma.source import Kept, Reading
from gollanma.source.kept import read, written

KIND = "readings"


@dataclass(frozen=True, slots=True)
class Readings:
    """What is known of files, in rows."""

    rows: Rows

    def get(self, data: bytes) -> Reading | None:
        """Give what a file of these bytes says; nothing where nobody knows."""
        row = self.rows.get(_name(data))
        return read(row) if row else None

    def put(self, data: bytes, reading: Reading) -> None:
        """Keep what a file of these bytes says."""
        self.rows.add(_name(data), written(reading))


def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextmanager
def remembering_readings(store: Store, root: Path) -> Iterator[Kept]:
    """Give what earlier runs read in a project, and keep what this one reads besides."""
    rows = store.rows(KIND, name_of(program(), str(root.resolve())))
    yield Readings(rows)
    rows.close()
