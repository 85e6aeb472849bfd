"""What is renamed, and what it is to be called: both are looked at before a file is."""

from dataclasses import dataclass

from gollanma.checks.flow import END, URGENT
from gollanma.edit.renaming.refused import Refused, refused
from gollanma.model import Library, Ref
from gollanma.model.kinds import Act, Sop
from gollanma.model.places import Misplaced, slug_fault
from gollanma.model.walk import Path, at

SHARED = ("deadline.", "event.")
"""Places whose names other records use to mean the same thing."""
WORDS = frozenset({END, URGENT})
"""What procedures write where else the id of a step stands."""


@dataclass(frozen=True, slots=True)
class Named:
    """A record or a place in it, with its old and its new name."""

    key: str
    fragment: str | None
    """The place; absent: the record itself."""
    prefix: str
    """What stands before the id of the place in its fragment."""
    path: Path
    old: str
    """The slug or the id."""
    new: str = ""

    @property
    def address(self) -> str:
        """The reference as it was."""
        return f"{self.key}#{self.fragment}" if self.fragment else self.key

    @property
    def renamed(self) -> str:
        """The reference as it will be."""
        kind = self.key.partition("/")[0]
        return f"{self.key}#{self.prefix}{self.new}" if self.fragment else f"{kind}/{self.new}"


def named(library: Library, ref: Ref) -> Named | Refused:
    """Give what a reference names, if it may have another name."""
    key = ref.record
    if key not in library.records:
        return refused("broken" if key in library.broken else "nowhere", value=str(ref))
    record = library.records[key]
    if ref.at or (ref.fragment and isinstance(record, Act)):
        return refused("lasting", value=str(ref))
    if ref.fragment is None:
        return Named(key, None, "", (), ref.slug)
    path = library.fragments_of(key).get(ref.fragment)
    if path is None:
        return refused("nowhere", value=str(ref))
    old = str(getattr(at(record, path), "id", ""))
    prefix = ref.fragment.removesuffix(old)
    if prefix in SHARED:
        return refused("shared", value=ref.fragment)
    return Named(key, ref.fragment, prefix, path, old)


def obstacle(library: Library, wanted: Named) -> Refused | None:
    """Say why a name cannot be given; None where it can."""
    fault = slug_fault(wanted.new)
    if fault:
        return _no_slug(fault)
    if wanted.new == wanted.old:
        return refused("same", value=wanted.new)
    if wanted.renamed in library.state.retired:
        return refused("retired", value=wanted.renamed)
    return refused("exists", value=wanted.renamed) if _is_taken(library, wanted) else None


def _no_slug(fault: Misplaced) -> Refused:
    values = {key: str(value) for key, value in fault.values.items()}
    return Refused(f"SCH004.says.{fault.key}.message", values)


def _is_taken(library: Library, wanted: Named) -> bool:
    if wanted.fragment is None:
        return wanted.renamed in library.documents
    is_word = isinstance(library.records[wanted.key], Sop) and not wanted.prefix
    is_place = f"{wanted.prefix}{wanted.new}" in library.fragments_of(wanted.key)
    return is_place or (is_word and wanted.new in WORDS)
