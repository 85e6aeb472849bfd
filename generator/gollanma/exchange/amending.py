"""Editions of the library as an amending act speaks of them: in the words that print has."""

from collections.abc import Sequence

from gollanma.exchange.lawtext.printing import in_print
from gollanma.languages import Languages
from gollanma.law.amending import Amended
from gollanma.model import Library, Text
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind


def amended_of(
    library: Library, languages: Languages, key: str, kind: ActKind, editions: tuple[str, str]
) -> Amended:
    """Give an act between two of its editions, named by their slugs.

    References stand as the words that print gives them: an amendment that renumbers a provision
    so changes the words of those that cite it.
    """
    act, (old, new) = library.records[key], (f"{key}@{each}" for each in editions)
    base, target = (_Printed(library, languages, each).edition() for each in (old, new))
    if not isinstance(act, Act):
        raise KeyError(key)
    return Amended(key, act, kind, base, target)


class _Printed:
    """The law text of an edition in the words of print."""

    def __init__(self, library: Library, languages: Languages, key: str) -> None:
        self.library, self.languages, self.key = library, languages, key

    def edition(self) -> Edition:
        edition = self.library.records[self.key]
        if not isinstance(edition, Edition):
            raise KeyError(self.key)
        words = {"preamble": self._text(edition.preamble), "body": self._all(edition.body)}
        return edition.model_copy(update=words)

    def _all(self, provisions: Sequence[Provision]) -> tuple[Provision, ...]:
        return tuple(
            each.model_copy(
                update={
                    "heading": self._text(each.heading),
                    "text": self._text(each.text),
                    "contains": self._all(each.contains),
                }
            )
            for each in provisions
        )

    def _text(self, text: Text | None) -> Text | None:
        if text is None:
            return None
        return Text({code: self._said(code, prose) for code, prose in text.items()})

    def _said(self, code: str, prose: str) -> str:
        return in_print(self.library, self.languages[code], self.key, prose)
