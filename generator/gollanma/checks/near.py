"""Which checks can judge a record by itself: an editor asks them first, while somebody types."""

from gollanma.checks.catalogue import CHECKS

FAR = frozenset(
    {
        "DIR002", "FACT003", "GLO003", "GLO004", "GLO007", "GLO008", "GLO010",
        "I18N010", "I18N019", "ID001", "IND001", "IND005", "LAW004", "LAW007", "LAW115",
        "LAW116", "LAW119", "REF006", "REF007", "REF008", "REF009", "SOP005", "SOP008", "SOP013",
        "SOP015", "SVC001", "SVC002", "SVC012", "TRN002",
    }
)  # fmt: skip
"""Codes for which the other records have to be gone through."""
NEAR = tuple(each for each in CHECKS if each.code not in FAR)
"""Checks that say the same of a record when they go through it alone and look up the others."""
