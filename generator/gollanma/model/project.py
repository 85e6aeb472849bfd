"""The project file `gollanma.yml`: everything of one country and one ministry that is no record."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from gollanma.model.base import Gap, Part, Status
from gollanma.model.budgets import Budgets
from gollanma.model.counting import Counting
from gollanma.model.refs import Ref, towards
from gollanma.model.scalars import (
    CountryCode,
    Day,
    Flag,
    LanguageCode,
    SiteAddress,
    Slug,
    Words,
)
from gollanma.model.text import Text


class Named(Part):
    """An entry of one of the project's lists."""

    id: Slug
    name: Text
    plural: Text | None = None
    """Absent where a list is never counted or headed."""


class Dimension(Named):
    """Something by which people are told apart when they are counted."""

    mandated: Flag = False
    """Every indicator must be broken down by it."""


class Site(Part):
    """What the site is called and where it stands."""

    name: Text
    purpose: Text
    """What it is, in about ten words."""
    lead: Text | None = None
    address: SiteAddress | None = None
    """`https://…/`; absent: no sitemap and no QR codes."""
    report: Words | Gap | None = None
    """The e-mail address to which mistakes are reported."""


class LanguageRules(Part):
    """The languages, the default first, and which of them a status demands."""

    all: Annotated[tuple[LanguageCode, ...], Field(min_length=1)]
    required: Mapping[Status, tuple[LanguageCode, ...]] = Field(default_factory=dict)
    """From this status on; a status that is not named takes the nearest one below it."""

    @property
    def default(self) -> str:
        """The language of the addresses without a prefix."""
        return self.all[0]

    def required_at(self, status: Status) -> tuple[str, ...]:
        """Give the languages that a record of this status must have."""
        below = [each for each in Status if each.rank <= status.rank and each in self.required]
        return self.required[below[-1]] if below else ()


class Numbering(StrEnum):
    """How the units of an act are numbered in print."""

    ARABIC = "arabic"
    ROMAN = "roman"
    LETTER = "letter"
    WORDS = "words"
    NONE = "none"


class UnitRule(Part):
    """A unit of an act's kind, outermost first; its words stand in the language packs."""

    id: Slug
    numbering: Numbering = Numbering.ARABIC
    in_path: Flag = True
    """Its number belongs to a citation and to the ids below it."""


class Effect(StrEnum):
    """What a stage does to an act."""

    NONE = "none"
    ADOPTION = "adoption"
    SIGNATURE = "signature"
    PUBLICATION = "publication"
    REGISTRATION = "registration"
    COMMENCEMENT = "commencement"
    SUSPENSION = "suspension"
    END = "end"


class Solemn(StrEnum):
    """What stands around the provisions of an act in its official form."""

    TITLE = "title"
    PREAMBLE = "preamble"
    SIGNATURE = "signature"


class StageRule(Part):
    """A stage in the life of an act's kind, in the order of the law."""

    id: Slug
    name: Text
    effect: Effect = Effect.NONE
    is_draft: Flag = False
    from_: Annotated[Day | None, Field(alias="from")] = None
    """The day from which the stage exists; absent: always."""
    to: Day | None = None
    needs: tuple[Solemn, ...] = ()
    """What an edition at this stage must have around its provisions."""


class ActKind(Part):
    """A kind of normative legal act."""

    id: Slug
    name: Text
    plural: Text
    issued_as: Text | None = None
    """The words between kind and title in a citation, uninflected: Türkmenistanyň Kanuny."""
    amended_by: Slug | None = None
    """The kind of act that amends acts of this kind; absent: its own."""
    units: tuple[UnitRule, ...]
    stages: tuple[StageRule, ...]

    def unit(self, name: str) -> UnitRule | None:
        """Give the rule of a unit, or None when this kind does not have it."""
        return next((each for each in self.units if each.id == name), None)

    def stage(self, name: str) -> StageRule | None:
        """Give the rule of a stage, or None when this kind does not have it."""
        return next((each for each in self.stages if each.id == name), None)


class System(Part):
    """A system or document that the ministry's programme names; the coverage page shows it."""

    id: Slug
    name: Text


class EmergencyCall(Part):
    """Whom to call."""

    name: Text
    phone: Words | Gap
    sample: Flag = False


class Pointer(Part):
    """A link with words of its own."""

    text: Text
    to: Ref | Annotated[str, Field(pattern=r"^[a-z]+/$")]
    """A record, or an index such as `sop/`."""


class Emergency(Part):
    """The block "in danger now" of the home page and of urgent pages."""

    intro: Text
    calls: tuple[EmergencyCall, ...]
    links: tuple[Pointer, ...] = ()
    note: Text | None = None


class Door(Part):
    """A door of the home page: for whom, and where it leads."""

    id: Slug
    title: Text
    text: Text
    links: tuple[Pointer, ...]


class Home(Part):
    """What the home page offers."""

    tasks: tuple[Pointer, ...] = ()
    doors: tuple[Door, ...] = ()


class QuickExit(Part):
    """Where "leave this page" leads: a neutral page of the site itself."""

    title: Text
    text: Text


class Profile(StrEnum):
    """For what a site is built: to show the handbook, or to work by it."""

    DEMO = "demo"
    SERVICE = "service"


class Project(Part):
    """The whole project file."""

    schema_: Annotated[Literal["1"], Field(alias="schema")]
    site: Site
    country: CountryCode | None = None
    """Two letters, as in addresses of laws; absent: an act without an address gets none."""
    languages: LanguageRules
    profile: Profile = Profile.DEMO
    territory_levels: tuple[Named, ...]
    """From the top of the country down."""
    service_forms: tuple[Named, ...]
    organisation_types: tuple[Named, ...]
    document_kinds: tuple[Named, ...]
    dimensions: tuple[Dimension, ...]
    """By what indicators are broken down."""
    frequencies: tuple[Named, ...]
    training_methods: tuple[Named, ...] = ()
    """How a session is taught."""
    needs: tuple[Named, ...] = ()
    """What people come with, in words of their own; services name those that they meet."""
    first_service: Annotated[Ref | None, towards("service")] = None
    """The service at whose door one may always begin; absent: none is named."""
    act_kinds: tuple[ActKind, ...]
    systems: tuple[System, ...] = ()
    allowed_hosts: tuple[Words, ...] = ()
    budgets: Budgets = Budgets()
    emergency: Emergency | None = None
    quick_exit: QuickExit | None = None
    home: Home = Home()
    counting: Counting | None = None
    """Absent: no day is counted from a time limit."""
    do_not_translate: tuple[Words, ...] = ()
    """Words that are equal in all languages."""

    @property
    def lowest_level(self) -> str | None:
        """Give the level of the places at which people live, or None where no level is named."""
        return self.territory_levels[-1].id if self.territory_levels else None

    def act_kind(self, name: str | None) -> ActKind | None:
        """Give the rules of a kind of act, or None when the project has no such kind."""
        return next((each for each in self.act_kinds if each.id == name), None)

    def amending(self, kind: ActKind) -> ActKind:
        """Give the kind of act by which acts of a kind are amended."""
        return self.act_kind(kind.amended_by) or kind

    def lists(self) -> Iterator[tuple[str, tuple[Named, ...]]]:
        """Yield the named lists that records choose from."""
        yield "territory_levels", self.territory_levels
        yield "service_forms", self.service_forms
        yield "organisation_types", self.organisation_types
        yield "document_kinds", self.document_kinds
        yield "dimensions", self.dimensions
        yield "frequencies", self.frequencies
        yield "training_methods", self.training_methods
        yield "needs", self.needs
