"""How far a check looks for what it finds in a record: what has to be as it was for it to stand.

A finding of these checks follows from its record, the project file, the packs and the state of the
project, and from what its reach names; from nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gollanma.model import Record
from gollanma.model.kinds import Act, Edition, Fact, Organisation, Term, Territory


@dataclass(frozen=True, slots=True)
class Reach:
    """What counts besides the record itself; by default nothing."""

    kinds: tuple[type[Record], ...] = ()
    """Every record of these kinds."""
    named: bool = False
    """The records that it names, and which records there are."""
    by_day: bool = False
    """The day of the run."""


ALONE = frozenset(
    {
        "FACT001", "GLO001", "GLO002", "GLO011", "I18N003", "I18N004", "I18N005", "I18N006",
        "I18N007", "I18N009", "I18N011", "I18N012", "I18N013", "I18N014", "I18N015", "I18N016",
        "I18N017", "IND002", "PUB001", "PUB003", "PUB009", "REF011", "SCH003", "SOP002",
        "SOP003", "SOP004", "SOP006", "SOP007", "SOP010", "SOP016", "SVC005", "SVC006", "SVC007",
        "SVC008", "SVC009", "TRN003", "TXT001", "TXT003", "TXT004", "TXT005", "TXT006", "TXT007",
    }
)  # fmt: skip
BY_DAY = frozenset({"DIR004", "PUB002", "PUB007"})
BY_NAMES = frozenset({"FACT004", "GLO012", "I18N008"})
BY_TERMS = frozenset({"GLO003", "GLO004", "GLO005", "GLO006", "GLO007"})
BY_ACTS = frozenset(
    {
        "I18N001", "LAW007", "LAW101", "LAW102", "LAW105", "LAW106", "LAW108", "LAW109", "LAW111",
        "LAW112", "LAW113", "LAW114", "LAW117", "SCH002",
    }
)  # fmt: skip
NAMING = frozenset(
    {
        "DIR001", "FACT002", "GLO009", "IND003", "LAW001", "LAW002", "LAW003", "LAW005", "LAW006",
        "LAW008", "LAW103", "LAW104", "LAW110", "REF002", "REF003", "REF004", "REF005", "REF010",
        "SOP001", "SOP009", "SOP011", "SOP017", "SOP018", "SVC003", "SVC010", "SVC011", "TRN001",
        "TRN004", "TXT002",
    }
)  # fmt: skip
LAW = (Act, Edition)
REACHES: Mapping[Reach, frozenset[str]] = {
    Reach(): ALONE,
    Reach(by_day=True): BY_DAY,
    Reach(LAW): BY_ACTS,
    Reach(LAW, by_day=True): frozenset({"LAW004"}),
    Reach((Term,)): BY_TERMS,
    Reach((*LAW, Term)): frozenset({"LAW107"}),
    Reach((Fact, Organisation, Term, Territory)): BY_NAMES,
    Reach(LAW, named=True, by_day=True): NAMING,
    Reach((*LAW, Term), named=True, by_day=True): frozenset({"SOP014"}),
}
"""Codes by their reach; all others look wherever they like."""
