"""How far a check looks for what it finds in a record: what has to be as it was for it to stand.

A finding of these checks follows from its record, the project file, the packs and the state of the
project, and from all records of the kinds that its reach names; from no other record, and not from
the day.
"""

from collections.abc import Mapping

from gollanma.model import Record
from gollanma.model.kinds import Act, Edition, Fact, Organisation, Term, Territory

Reach = tuple[type[Record], ...]
"""The kinds of which every record counts; none where a record is judged by itself alone."""
ALONE = frozenset(
    {
        "FACT001", "GLO001", "GLO002", "GLO011", "I18N003", "I18N004", "I18N005", "I18N006",
        "I18N007", "I18N009", "I18N011", "I18N012", "I18N013", "I18N014", "I18N015", "I18N016",
        "I18N017", "I18N018", "IND002", "PUB001", "PUB003", "PUB009", "REF011", "SCH003", "SOP002",
        "SOP003", "SOP004", "SOP006", "SOP007", "SOP010", "SOP016", "SVC005", "SVC007", "SVC008",
        "SVC009", "TRN003", "TXT001", "TXT003", "TXT004", "TXT005", "TXT006", "TXT007",
    }
)  # fmt: skip
BY_NAMES = frozenset({"FACT004", "GLO012", "I18N008"})
BY_ACTS = frozenset(
    {
        "LAW101", "LAW102", "LAW105", "LAW106", "LAW108", "LAW109", "LAW111", "LAW112", "LAW113",
        "LAW114", "LAW117",
    }
)  # fmt: skip
REACHES: Mapping[Reach, frozenset[str]] = {
    (): ALONE,
    (Act, Edition): BY_ACTS,
    (Fact, Organisation, Term, Territory): BY_NAMES,
}
"""Codes by their reach; all others look wherever they like."""
