"""The words of texts as the index knows them: each form is analysed once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import permutations
from typing import NamedTuple

from gollanma.languages import Language


class Known(NamedTuple):
    """What is known of a form."""

    key: str
    """Its folded stem."""
    exact: str
    """Its stem with the signs of its letters."""
    is_stop: bool
    bare: str
    """Its letters without signs, where these do not lead to its stem; else empty."""

    @property
    def name(self) -> tuple[str, str]:
        """Give what the index calls it."""
        return self.key, self.exact


@dataclass(frozen=True)
class Words:
    """The words of one language that were met so far."""

    language: Language
    forms: dict[str, Known] = field(default_factory=dict)

    def of(self, text: str) -> list[Known]:
        """Give what is known of each word of a text, in its order."""
        forms, found = self.forms, []
        for form in self.language.analyser.forms(text):
            known = forms.get(form)
            if known is None:
                known = forms[form] = self._analysed(form)
            found.append(known)
        return found

    def _analysed(self, form: str) -> Known:
        analyser = self.language.analyser
        key, is_stop = analyser.analyse(form), analyser.is_stop(form)
        bare = analyser.bare(analyser.fold(form)) if analyser.hears_signs and not is_stop else key
        return Known(key, analyser.stem(form), is_stop, bare if bare != key else "")

    def code(self, text: str) -> str:
        """Give a code as it is looked for: SP-07 however it is written, 45-Ö letter by letter."""
        return self.language.analyser.code(text)

    def alike(self) -> Iterator[tuple[str, str]]:
        """Yield what else a stem may lead to: that of a form which the language calls like it."""
        analyser = self.language.analyser
        for group in analyser.alike:
            keys = sorted({analyser.analyse(form) for form in group})
            yield from permutations(keys, 2)
