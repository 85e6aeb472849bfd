"""The practice case: an invented family, walked through the decisions of a procedure."""

from typing import Annotated, ClassVar

from gollanma.model.base import DRAFT, Part, Record
from gollanma.model.refs import Ref, towards
from gollanma.model.scalars import Flag, Slug, Version
from gollanma.model.text import Text


class Outcome(Part):
    """What follows for this family from one answer to the question of a step."""

    text: Annotated[Text | None, DRAFT] = None
    right: Flag = False
    """The procedure leads here, as things stand with this family."""


class Scene(Part):
    """What happens at a step of the procedure."""

    anchor: ClassVar[str | None] = "scene."
    id: Slug
    """The step of the procedure."""
    text: Annotated[Text | None, DRAFT] = None
    outcomes: tuple[Outcome, ...] = ()
    """One for each branch of the step's decision, in the order of the procedure."""


class Practice(Record):
    """A practice case: nobody in it exists."""

    kind: ClassVar[str] = "practice"
    folder: ClassVar[str] = "practices"

    sop: Annotated[Ref | None, towards("sop"), DRAFT] = None
    written_for: Annotated[Version | None, DRAFT] = None
    """The version of the procedure; a change since then is shown to whoever uses the case."""
    family: Annotated[Text | None, DRAFT] = None
    """Who they are: the mother, the boy of six; never a name."""
    scenes: Annotated[tuple[Scene, ...], DRAFT] = ()
    """The case begins with the first of them."""
    closing: Text | None = None
    """What to talk about afterwards."""
