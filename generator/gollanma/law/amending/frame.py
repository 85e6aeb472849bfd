"""What stands around the items of an amending act: title, acts with their gazettes, the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gollanma.languages import CitedAct, Language
from gollanma.law.amending.express import Amended
from gollanma.law.amending.lawtext import said
from gollanma.law.amending.patterns import Hole, fill
from gollanma.model.kinds import Act
from gollanma.model.project import ActKind, Effect

DATED = (Effect.SIGNATURE, Effect.ADOPTION)
"""The event whose day stands in the name of an act, the first that there is."""


@dataclass(frozen=True)
class Frame:
    """The words around the items in one language."""

    language: Language
    kind: ActKind
    """Of the amending act."""

    @property
    def name(self) -> str:
        """What kind of act it is, and whose."""
        return _capital(self.language.citations.act(self._cited(self.kind, ""), self._case))

    @property
    def draft(self) -> str:
        """That it is no law yet."""
        return self._of["draft"]

    def title(self, acts: Sequence[Amended]) -> str:
        """Give the title: of one act by its name, of several in general."""
        return self._one_or_many("title", acts)

    def opening(self, acts: Sequence[Amended]) -> str:
        """Give the sentence before the items."""
        return self._one_or_many("opening", acts)

    def act(self, amended: Amended) -> str:
        """Name an act with its day, its number and its gazettes."""
        named = self._fill("act", amended, {})
        if self._day(amended):
            named = self._fill("dated", amended, {"act": named})
        published = self._of["between"].join(self._published(amended.act))
        return (
            self._fill("published", amended, {"act": named, "published": published})
            if published
            else named
        )

    def cited_act(self, amended: Amended) -> CitedAct:
        """Give an act as citations name it: by kind, issuer and title."""
        title = said(amended.act.title, self.language.code) or amended.key
        return self._cited(amended.kind, title)

    def _one_or_many(self, key: str, acts: Sequence[Amended]) -> str:
        if len(acts) == 1:
            return self._fill(f"{key}-one", acts[0], {"act": self.act(acts[0])})
        return fill(self._of[f"{key}-many"], self.say_kind)

    def _fill(self, key: str, amended: Amended, words: Mapping[str, str]) -> str:
        def say(hole: Hole) -> str:
            if hole.name in words and not hole.case:
                return words[hole.name]
            if hole.name == "act":
                return self.language.citations.act(self.cited_act(amended), hole.case)
            day = self._day(amended)
            return self.language.date(day, hole.case) if day else ""

        return fill(self._of[key], say)

    def _published(self, act: Act) -> list[str]:
        """Give the number of an act and the gazettes that printed it."""
        numbers = [fill(self._of["number"], lambda _: act.number or "")] if act.number else []
        gazettes = [said(each.text, self.language.code) for each in act.gazette]
        return [*numbers, *filter(None, gazettes)]

    @staticmethod
    def _day(amended: Amended) -> date | None:
        days = {
            stage.effect: each.day
            for each in amended.act.lifecycle
            if (stage := amended.kind.stage(each.stage))
        }
        return next((days[effect] for effect in DATED if effect in days), None)

    def say_kind(self, hole: Hole) -> str:
        """Give what a hole holds that asks for the kind of the amending act."""
        match hole.name:
            case "issuer":
                return said(self.kind.issued_as, self.language.code)
            case "kind":
                return self._kind_word(hole.case)
            case _:
                gender = self.language.citations.kinds[self.kind.id].gender
                return self.language.amending.agreeing[hole.name][gender]

    def _kind_word(self, case: str) -> str:
        word = self.language.kind_word(self.kind.id, case)
        is_capital = self.kind.id in self.language.citations.capital
        return _capital(word) if is_capital else word

    def _cited(self, kind: ActKind, title: str) -> CitedAct:
        return CitedAct(kind.id, title, said(kind.issued_as, self.language.code))

    @property
    def _case(self) -> str:
        return self.language.cases[0]

    @property
    def _of(self) -> Mapping[str, str]:
        return self.language.amending.act


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
