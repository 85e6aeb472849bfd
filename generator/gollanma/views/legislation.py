"""What machines are told of an act: its facts in the words of schema.org, which follow ELI.

Nothing is told of a sample, or of what a reader in danger may have open.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from gollanma.law.frbr import Addresses
from gollanma.law.number_paths import eids
from gollanma.model import Status, Text
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind, Effect
from gollanma.model.walk import Path
from gollanma.views.outline import Placed, tops_of, unit_title
from gollanma.views.status import status_of
from gollanma.views.voice import Voice

Facts = Mapping[str, object]
"""Names of schema.org with their values, as JSON holds them."""
VOCABULARY = "https://schema.org"
NAME = "Legislation"
FORCE = {True: f"{VOCABULARY}/InForce", False: f"{VOCABULARY}/NotInForce"}
TRANSLATION = f"{VOCABULARY}/UnofficialLegalValue"
"""What a text is worth in a language whose words do not decide."""


@dataclass(frozen=True)
class Legislation:
    """Tells of one edition of an act in one language."""

    voice: Voice
    key: str
    act: Act
    edition: Edition

    def facts(self) -> Facts | None:
        """Give what is told of the whole edition; nothing of a sample."""
        if self._is_withheld(tuple(tops_of(self.edition))):
            return None
        return dict(self._facts())

    def article(self, placed: Placed) -> Facts | None:
        """Give what is told of one article; nothing where any word of it is a sample."""
        if self._is_withheld((*placed.above, placed)) or _holds_sample(placed.provision):
            return None
        whole = {"@type": NAME, **dict(self._identity())}
        facts: dict[str, object] = {"@type": NAME, "isPartOf": whole, **dict(self._language())}
        facts["name"] = unit_title(self.voice, self.edition, placed.provision)
        path = self._paths.get(placed.path)
        work = self._addresses.work(self._act_key, self.edition)
        if work and path:
            facts["legislationIdentifier"] = f"{work}/~{path}"
        binds = self._binds and not placed.provision.repealed
        facts["legislationLegalForce"] = FORCE[binds]
        return facts

    # --- what may be told

    def _is_withheld(self, around: tuple[Placed, ...]) -> bool:
        if self.act.quick_exit or self.act.sample or self.edition.sample:
            return True
        return any(each.provision.sample for each in around)

    # --- what there is to tell

    @property
    def _act_key(self) -> str:
        return self.key.partition("@")[0]

    @property
    def _addresses(self) -> Addresses:
        return Addresses(self.voice.library, self.voice.graph.languages)

    @property
    def _rules(self) -> ActKind | None:
        return self.voice.project.act_kind(self.act.act_kind)

    @cached_property
    def _paths(self) -> Mapping[Path, str]:
        return eids(self.edition, self._rules)

    @property
    def _binds(self) -> bool:
        return status_of(self.voice.library, self.key) is Status.IN_FORCE

    def _facts(self) -> Iterator[tuple[str, object]]:
        yield "@type", NAME
        yield from self._identity()
        yield from self._language()
        if self._rules:
            yield "legislationType", self.voice.plain(self._rules.name)
        yield from self._days()
        issuer = self.act.issuer
        if issuer and issuer.record in self.voice.library.records:
            title = self.voice.title(issuer.record).words
            yield "legislationPassedBy", {"@type": "Organization", "name": title}
        yield "legislationLegalForce", FORCE[self._binds]
        yield from self._before()

    def _identity(self) -> Iterator[tuple[str, object]]:
        work = self._addresses.work(self._act_key, self.edition)
        if work:
            yield "legislationIdentifier", work
        yield "name", self._words(self.act.title)
        if self.act.short_title:
            yield "alternateName", self._words(self.act.short_title)

    def _words(self, text: Text | None) -> str:
        return self.voice.plain(text)

    def _language(self) -> Iterator[tuple[str, object]]:
        yield "inLanguage", self.voice.code
        original = self.edition.authoritative or self.act.authoritative
        if self.voice.code != (original or self.voice.project.languages.default):
            yield "legislationLegalValue", TRANSLATION

    def _days(self) -> Iterator[tuple[str, object]]:
        """Yield the days that are known: of adoption, of publication, of this version."""
        period = self.edition.in_force
        for name, day in (
            ("legislationDate", self._addresses.day(self._act_key)),
            ("datePublished", self._published()),
            ("legislationDateVersion", period.from_ if period else self.edition.day),
        ):
            if day:
                yield name, day.isoformat()

    def _published(self) -> date | None:
        for each in self.act.lifecycle:
            stage = self._rules.stage(each.stage) if self._rules else None
            if stage and stage.effect is Effect.PUBLICATION:
                return each.day
        return next((each.day for each in self.act.gazette if each.day), None)

    def _before(self) -> Iterator[tuple[str, object]]:
        """Yield what a draft would change, and which edition it is based on."""
        if self.edition.based_on is None:
            return
        before = self.voice.library.records.get(f"{self._act_key}@{self.edition.based_on}")
        if not isinstance(before, Edition) or not self._addresses.work(self._act_key):
            return
        name = self.edition.based_on
        address = self._addresses.expression(self._act_key, name, before, self.voice.code)
        based = {"@type": NAME, "legislationIdentifier": address}
        yield "isBasedOn", based
        if self.edition.in_force is None:
            yield "legislationChanges", based


def _holds_sample(provision: Provision) -> bool:
    return provision.sample or any(map(_holds_sample, provision.contains))
