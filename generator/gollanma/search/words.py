"""The words of texts as the index knows them: each form is analysed once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from gollanma.languages import Language


class Known(NamedTuple):
    """What is known of a form."""

    key: str
    """Its folded stem."""
    exact: str
    """Its stem with the signs of its letters."""
    is_stop: bool


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
        return Known(analyser.analyse(form), analyser.stem(form), analyser.is_stop(form))

    def aliases(self) -> Iterator[tuple[str, str]]:
        """Yield how forms are stemmed when they are typed without signs, where that differs."""
        analyser = self.language.analyser
        for form in sorted(self.forms):
            known, bare = self.forms[form], analyser.bare(analyser.fold(form))
            if bare != known.key and not known.is_stop:
                yield bare, known.key
