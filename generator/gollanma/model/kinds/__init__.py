"""All kinds of record, in the order in which readers meet them."""

from gollanma.model.base import Record
from gollanma.model.kinds.acts import Act, Comment, Edition
from gollanma.model.kinds.learning import Indicator, Training
from gollanma.model.kinds.people import Group, Organisation, Role, Territory
from gollanma.model.kinds.practices import Practice
from gollanma.model.kinds.records import Calendar, Document, Fact, Form
from gollanma.model.kinds.services import Service
from gollanma.model.kinds.sops import Sop
from gollanma.model.kinds.terms import Term

KINDS: tuple[type[Record], ...] = (
    Service,
    Sop,
    Act,
    Edition,
    Comment,
    Term,
    Form,
    Role,
    Organisation,
    Territory,
    Group,
    Training,
    Practice,
    Indicator,
    Document,
    Fact,
    Calendar,
)
BY_NAME: dict[str, type[Record]] = {each.kind: each for each in KINDS}
BY_FOLDER: dict[str, type[Record]] = {
    each.folder: each for each in KINDS if each not in {Edition, Comment}
}

__all__ = [
    "BY_FOLDER",
    "BY_NAME",
    "KINDS",
    "Act",
    "Calendar",
    "Comment",
    "Document",
    "Edition",
    "Fact",
    "Form",
    "Group",
    "Indicator",
    "Organisation",
    "Practice",
    "Role",
    "Service",
    "Sop",
    "Term",
    "Territory",
    "Training",
]
