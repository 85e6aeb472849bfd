"""What is exported: one edition of an act, in one language."""

from dataclasses import dataclass
from functools import cached_property

from gollanma.law.frbr import Addresses
from gollanma.model import Text
from gollanma.model.kinds import Act, Edition
from gollanma.model.project import ActKind
from gollanma.views.voice import Voice


@dataclass(frozen=True)
class Subject:
    """An edition with its act, and the voice of the language in which it is written out."""

    voice: Voice
    key: str
    act: Act
    edition: Edition

    @property
    def act_key(self) -> str:
        """The key of the act."""
        return self.key.partition("@")[0]

    @property
    def name(self) -> str:
        """The name of the edition."""
        return self.key.partition("@")[2]

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.voice.code

    @property
    def original(self) -> str:
        """The language whose words decide."""
        own = self.edition.authoritative or self.act.authoritative
        return own or self.voice.project.languages.default

    @property
    def is_sample(self) -> bool:
        """Say whether the text is no official one."""
        return self.act.sample or self.edition.sample

    @cached_property
    def kind(self) -> ActKind | None:
        """The rules of the act's kind."""
        return self.voice.project.act_kind(self.act.act_kind)

    @cached_property
    def addresses(self) -> Addresses:
        """Who gives addresses."""
        return Addresses(self.voice.library, self.voice.graph.languages)

    @property
    def work(self) -> str:
        """The address of the act, or of the bill."""
        return self.addresses.work(self.act_key, self.edition) or ""

    def expression(self, language: str) -> str:
        """Give the address of the edition in a language."""
        return self.addresses.expression(self.act_key, self.name, self.edition, language)

    def words(self, text: Text | None) -> str:
        """Give the words of a text in this language alone; empty where it has none."""
        return text.get(self.language, "") if text else ""
