"""All records to look up, some of them to go through: what one changed file is judged by."""

from collections.abc import Iterable, Iterator, Mapping

from gollanma.model.base import Record


class Passing(Mapping[str, Record]):
    """A map that knows every record and passes through a few."""

    def __init__(self, records: Mapping[str, Record], keys: Iterable[str]) -> None:
        """Keep the records, and the keys to go through, of those that are there."""
        self._records = records
        self._keys = tuple(key for key in keys if key in records)

    def __getitem__(self, key: str) -> Record:
        """Give any record; raise KeyError where there is none."""
        return self._records[key]

    def __contains__(self, key: object) -> bool:
        """Say whether there is a record, to go through or not."""
        return key in self._records

    def __iter__(self) -> Iterator[str]:
        """Yield the keys to go through."""
        return iter(self._keys)

    def __len__(self) -> int:
        """Count the records to go through."""
        return len(self._keys)
