"""FRBR addresses: of an act, of an edition in a language, and of a place in either."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gollanma.languages import Languages
from gollanma.model import Library, Ref
from gollanma.model.kinds import Act, Edition
from gollanma.model.project import ActKind, Effect

ACT = "act"
BILL = "bill"
"""The document of a draft."""
UNKNOWN = date.max
"""The schema wants a day even where nobody knows one; this is the convention's last day."""
NOT_IN_NAMES = re.compile(r"[^a-z0-9.]+")
BIRTHS = (Effect.ADOPTION, Effect.SIGNATURE, Effect.PUBLICATION, Effect.COMMENCEMENT)
"""What dates an act, the best first."""


@dataclass(frozen=True)
class Addresses:
    """Gives the addresses of one edition's act."""

    library: Library
    languages: Languages

    def work(self, act: str, edition: Edition | None = None) -> str | None:
        """Give the address of an act, or of the bill that an edition is.

        Nothing where it can only be built and the project does not say its country.
        """
        record = self.library.records[act]
        given = record.frbr if isinstance(record, Act) else None
        address = given.rstrip("/") if given else self._built(act)
        is_bill = edition is not None and self.document(act, edition) == BILL
        return address.replace(f"/{ACT}/", f"/{BILL}/", 1) if address and is_bill else address

    def expression(self, act: str, name: str, edition: Edition, language: str) -> str:
        """Give the address of an edition in a language."""
        return f"{self.work(act, edition)}/{self.language(language)}@{self.version(name, edition)}"

    def language(self, code: str) -> str:
        """Give the code of three letters that the naming convention wants."""
        return self.languages[code].alpha3

    def version(self, name: str, edition: Edition) -> str:
        """Give what stands for an edition: its day, or its name where it has none."""
        first = edition.in_force.from_ if edition.in_force else None
        day = first or edition.day
        return day.isoformat() if day else name

    def document(self, act: str, edition: Edition) -> str:
        """Say whether an edition is an act or a bill."""
        rules = self._rules(act)
        stage = rules.stage(edition.stage) if rules and edition.stage else None
        return BILL if stage and stage.is_draft else ACT

    def day(self, act: str) -> date | None:
        """Give the day of an act: of its adoption, or the next best that is known."""
        record = self.library.records[act]
        if not isinstance(record, Act):
            return None
        return next(self._days(record), None)

    def _days(self, act: Act) -> Iterator[date]:
        rules = self.library.project.act_kind(act.act_kind)
        for effect in BIRTHS if rules else ():
            for happening in act.lifecycle:
                stage = rules.stage(happening.stage) if rules else None
                if stage and stage.effect is effect:
                    yield happening.day

    def _rules(self, act: str) -> ActKind | None:
        record = self.library.records[act]
        return self.library.project.act_kind(record.act_kind) if isinstance(record, Act) else None

    def _built(self, act: str) -> str | None:
        record, country = self.library.records[act], self.library.project.country
        if country is None or not isinstance(record, Act):
            return None
        slug = act.partition("/")[2]
        day = (self.day(act) or UNKNOWN).isoformat()
        kind = f"/{record.act_kind}" if record.act_kind else ""
        return f"/akn/{country}/{ACT}{kind}/{day}/{plain(record.number) or slug}"

    # --- places

    def concept(self, ref: Ref) -> str:
        """Give the address of a record that is no act."""
        place = f"#{ref.fragment}" if ref.fragment else ""
        country = self.library.project.country
        within = f"/{country}" if country else ""
        return f"/akn/ontology/{ref.kind}{within}/{ref.slug}{place}"


def plain(number: str | None) -> str:
    """Give a number as an address holds it; nothing where letters would be lost."""
    bare = unicodedata.normalize("NFKD", number or "").casefold()
    letters = "".join(each for each in bare if not unicodedata.combining(each))
    if any(each.isalnum() and not each.isascii() for each in letters):
        return ""
    return NOT_IN_NAMES.sub("-", letters).strip("-")
