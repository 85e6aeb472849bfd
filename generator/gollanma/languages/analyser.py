"""The analyser of a language: the forms of a text, and what all forms of a word share.

It works by one table, made from a pack; the browser's interpreter is given the same table and
gives the same answers.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from gollanma.languages.digraphs import spellings
from gollanma.languages.ending_tables import endings_table
from gollanma.languages.endings import Endings
from gollanma.languages.folding import Folding
from gollanma.languages.forms import FORM, code_of, number_of
from gollanma.languages.steps import Steps, steps_table
from gollanma.languages.tables import BrokenPackError, Table

INTERPRETER = 1
"""Raised when the interpreters give other answers for the same table."""
HASH = 12


class Token(NamedTuple):
    """A form and where it stands."""

    start: int
    end: int
    text: str


class Stemmer(NamedTuple):
    """How words are stemmed."""

    typed: Callable[[str], str]
    """Of a word as it is written."""
    plain: Callable[[str], str]
    """Of a word that was typed without the signs of its letters."""


@dataclass(frozen=True)
class Analyser:
    """What search and the glossary ask of the words of a language."""

    folding: Folding
    table: Mapping[str, Any]
    """Its JSON form."""
    alike: tuple[tuple[str, ...], ...] = ()
    """Groups of forms that no rule joins: child and children."""
    _known: dict[str, tuple[str, str]] = field(default_factory=dict, compare=False)
    _bare: dict[str, str] = field(default_factory=dict, compare=False)
    """The stem and the key of each form that was met."""

    @cached_property
    def hash(self) -> str:
        """A name of the table and its interpreter; an index made with another one misses words."""
        written = json.dumps(self.table, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(f"{INTERPRETER} {written}".encode()).hexdigest()[:HASH]

    def forms(self, text: str) -> list[str]:
        """Give the words, codes and numbers of a text."""
        return FORM.findall(text)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Give the forms of a text with their places."""
        return tuple(Token(each.start(), each.end(), each[0]) for each in FORM.finditer(text))

    def today(self, form: str) -> str:
        """Give a form small, in today's alphabet, its signs kept."""
        return self.folding.today(form)

    def fold(self, form: str) -> str:
        """Give a form small, in today's alphabet, without signs."""
        return self.folding.fold(form)

    def analyse(self, form: str) -> str:
        """Give the key of a form: its folded stem, its number, or its code as it is written."""
        return self._of(form)[1]

    def keys(self, forms: Iterable[str]) -> list[str]:
        """Give the keys of the words of a text, most of which were met before."""
        known = self._known
        return [(known.get(form) or self._of(form))[1] for form in forms]

    def stem(self, form: str) -> str:
        """Give the stem of a form with its signs; a number and a code are their own."""
        return self._of(form)[0]

    def _of(self, form: str) -> tuple[str, str]:
        known = self._known.get(form)
        if known is None:
            exact = self._exact(form)
            stem = exact or self._stemmer.typed(self.today(form))
            known = self._known[form] = stem, exact or self.fold(stem)
        return known

    @property
    def met(self) -> Mapping[str, tuple[str, str]]:
        """The stem and the key of each form that was asked for."""
        return self._known

    def learn(self, met: Mapping[str, tuple[str, str]]) -> None:
        """Take the stems and keys of forms that an analyser of the same hash has met."""
        self._known.update(met)

    @property
    def hears_signs(self) -> bool:
        """Whether the signs of letters help to find a stem: then a plain form may have another."""
        return bool(self.table["rule"] == "endings")

    def bare(self, form: str) -> str:
        """Give the key of a form that was typed without signs: ä may be meant by a."""
        known = self._bare.get(form)
        if known is None:
            known = self._bare[form] = self._exact(form) or self._stemmer.plain(self.fold(form))
        return known

    def code(self, form: str) -> str:
        """Give a code as it is looked for: SP-07 however it is written, 45-Ö letter by letter."""
        return self.fold(form) if number_of(form) else self._exact(form) or self.fold(form)

    def spellings(self, form: str) -> list[str]:
        """Give how else a form may be meant where two typed letters stand for one; often nothing.

        A form of these is small and in today's alphabet: "Shikayat" may be "şikayat".
        """
        return spellings(self.today(form), self.table["typed"])

    def is_stop(self, form: str) -> bool:
        """Tell whether a form says nothing of what a text is about."""
        return self.fold(form) in self._stops

    def is_faint(self, form: str) -> bool:
        """Tell whether a form says little of what somebody asks for: want, find, somebody."""
        return self.fold(form) in self._faint

    @property
    def frequent(self) -> tuple[str, ...]:
        """The words that say nothing of what a text is about, as they are written."""
        return tuple(self.table["stops"])

    @cached_property
    def _faint(self) -> frozenset[str]:
        return frozenset(self.fold(each) for each in self.table["faint"])

    @cached_property
    def _stops(self) -> frozenset[str]:
        return frozenset(self.fold(each) for each in self.table["stops"])

    def _exact(self, form: str) -> str:
        """Give the key of a number or a code; nothing for a word."""
        number = number_of(form)
        if number is not None:
            return number
        code = code_of(form)
        return f"{self.fold(code[0])}-{code[1]}" if code else ""

    @cached_property
    def _stemmer(self) -> Stemmer:
        match self.table["rule"]:
            case "steps":
                steps = Steps(self.table["stems"])

                def stem(word: str) -> str:
                    return steps.stem(self.fold(word))

                return Stemmer(stem, stem)
            case "endings":
                typed = Endings.of(self.table["stems"])
                return Stemmer(typed.stem, lambda word: self.fold(self._plain.plain(word)))
            case _:
                return Stemmer(str, str)

    @cached_property
    def _plain(self) -> Endings:
        """The endings of words that were typed without signs: only a search asks for them."""
        return Endings.of(self.table["stems"], self._blurred)

    def _blurred(self, text: str) -> str:
        """Give a text as it is typed without signs; glides alone keep theirs."""
        kept = self.table["stems"]["glides"].values()
        return "".join(letter if letter in kept else self.fold(letter) for letter in text)


def read_analyser(pack: Table, folding: Folding) -> Analyser:
    """Make the analyser that a pack describes."""
    rule = pack.table("analyser").text("rule", "none")
    stems = pack.table("stems")
    match rule:
        case "steps":
            described = steps_table(stems)
        case "endings":
            described = endings_table(stems)
        case "none":
            described = {}
        case unknown:
            raise BrokenPackError(f"`{pack.name}.analyser.rule` names no analyser: `{unknown}`")
    table = {
        "rule": rule,
        "stops": pack.table("analyser").text("stops", "").split(),
        "faint": pack.table("analyser").text("faint", "").split(),
        "fold": folding.table,
        "typed": pack.table("typed").pairs("digraphs"),
        "stems": described,
    }
    forms = pack.table("alike").text("forms", "").splitlines()
    return Analyser(folding, table, tuple(tuple(line.split()) for line in forms if line))


__all__ = ["Analyser", "Token", "read_analyser"]
