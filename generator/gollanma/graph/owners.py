"""Who answers for what was found."""

from collections import Counter
from collections.abc import Iterable, Mapping

from gollanma.diagnostics import Diagnostic, Severity
from gollanma.model import Library
from gollanma.model.kinds import Act


def record_of(found: Diagnostic) -> str:
    """Give the record in which something was found; nothing where a file could not be read."""
    return found.where[0] if found.where else ""


def _owners_of(library: Library, key: str) -> tuple[str, ...]:
    """Give the offices or roles that answer for a record, an edition's being its act's.

    Where nobody does, or there is no such record, it is one empty text.
    """
    record = library.records.get(key.partition("@")[0])
    own = (record.owner,) if record and record.owner else ()
    owners = record.owners if isinstance(record, Act) and record.owners else own
    return tuple(each.record for each in owners) or ("",)


def by_owner(library: Library, findings: Iterable[Diagnostic]) -> Mapping[str, Counter[Severity]]:
    """Count findings by who answers for them and by weight: who has the most first, then nobody."""
    numbers: dict[str, Counter[Severity]] = {}
    for each in findings:
        for owner in _owners_of(library, record_of(each)):
            numbers.setdefault(owner, Counter())[each.severity] += 1
    in_turn = sorted(numbers, key=lambda one: (not one, -numbers[one].total(), one))
    return {owner: numbers[owner] for owner in in_turn}
