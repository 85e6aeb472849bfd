"""What an office proposes, as it is written down beside the records for a person to decide on."""

from collections.abc import Mapping

from gollanma.model import Part, Ref, Text
from gollanma.model.kinds.acts import ChangeKind, Provision
from gollanma.model.scalars import Flag, Fragment, LanguageCode, Slug, Words

FOLDER = "proposals"
"""Where proposals are kept beside the records: they are none, a person decides on each."""


class Proposal(Part):
    """A change that an office proposes to an edition.

    A new provision has the fields of one from `id` to `contains`, ready to be put into the edition.
    """

    kind: ChangeKind
    at: Words | None = None
    """File and line that change, or behind which something new is put; absent without a file."""
    target: Words | None = None
    """The id of the provision; absent for a new one."""
    parent: Words | None = None
    """Of what is new: the id of what holds it; absent for the outermost."""
    after: Words | None = None
    """Of what is new or moved: the id before it; absent where it comes first or stays."""
    id: Fragment | None = None
    """Of what is new: a suggestion that no provision of the act has had."""
    unit: Slug | None = None
    """Of what is new: the unit of what stands there, for a person to look at."""
    number: Words | None = None
    heading: Text | None = None
    text: Text | None = None
    variants: Mapping[Slug, Text] | None = None
    """The wordings that would change, by their ids."""
    contains: tuple[Provision, ...] = ()
    """Of what is new: what it holds."""
    without: tuple[Slug, ...] = ()
    """What would go while the provision stays: its heading, its text."""


class Proposals(Part):
    """What an office proposes to an edition, in the language of its file."""

    on: Ref
    office: Ref
    language: LanguageCode
    sample: Flag = False
    """What it changes is no official text."""
    changes: tuple[Proposal, ...] = ()
