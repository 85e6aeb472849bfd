"""Who answers for what stands in a file."""

from collections.abc import Mapping

from gollanma.model import Library
from gollanma.model.kinds import Act


def records_by_file(library: Library) -> Mapping[str, str]:
    """Give the record of each file of a library."""
    documents = library.documents.items()
    return {file.path: key for key, document in documents for file in document.files}


def owners_of(library: Library, key: str | None) -> tuple[str, ...]:
    """Give the offices or roles that answer for a record, an edition's being its act's.

    Where nobody does, or there is no such record, it is one empty text.
    """
    record = library.records.get((key or "").partition("@")[0])
    own = (record.owner,) if record and record.owner else ()
    owners = record.owners if isinstance(record, Act) and record.owners else own
    return tuple(each.record for each in owners) or ("",)
