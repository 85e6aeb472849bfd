"""Keyboards: what the same keys write when another layout is on than the typist believes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keyboards:
    """The layouts of the languages of a project."""

    rows: Mapping[str, str]
    """What the keys write, in one order for all layouts."""

    def readings(self, text: str) -> tuple[str, ...]:
        """Give what else the keys of a text write: each text once, none that is the text itself."""
        small = text.lower()
        found = dict.fromkeys(self._readings(small))
        return tuple(each for each in found if each != small)

    def _readings(self, text: str) -> Iterator[str]:
        for typed in self.rows.values():
            if all(each in typed or not each.strip() for each in text):
                for meant in self.rows.values():
                    keys = dict(zip(typed, meant, strict=True))
                    yield "".join(keys.get(each, each) for each in text)
