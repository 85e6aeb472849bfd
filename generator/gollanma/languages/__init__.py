"""What the generator knows of languages, all of it data in packs.

A pack holds the alphabet, numbers, units, citations, endings and sentences of one language; this
package interprets packs and names no language itself.
"""

from gollanma.languages.amending import Amending
from gollanma.languages.analyser import Analyser, Token
from gollanma.languages.catalogue import MissingSentenceError, Value
from gollanma.languages.citation_reader import Citation, CitedUnit
from gollanma.languages.citations import THIS, CitedAct
from gollanma.languages.inflection import UnknownCaseError, UnknownWordError
from gollanma.languages.keyboards import Keyboards
from gollanma.languages.language import Language
from gollanma.languages.law_form import LawForm, Opening, number_value
from gollanma.languages.loading import Languages, load
from gollanma.languages.number_reader import Number
from gollanma.languages.numerals import arabic, lowered, raised, roman
from gollanma.languages.ordinal_slips import OrdinalSlip
from gollanma.languages.packs import UnknownLanguageError, known_codes
from gollanma.languages.parity import (
    Difference,
    dates_agree,
    money_agrees,
    numbers_agree,
    numbers_said,
    units_agree,
)
from gollanma.languages.people import is_whole_day
from gollanma.languages.tables import BrokenPackError, filled
from gollanma.languages.words import MixedWord, mixed_script_words, script_of

UnknownLanguage = UnknownLanguageError
MissingSentence = MissingSentenceError

__all__ = [
    "THIS",
    "Amending",
    "Analyser",
    "BrokenPackError",
    "Citation",
    "CitedAct",
    "CitedUnit",
    "Difference",
    "Keyboards",
    "Language",
    "Languages",
    "LawForm",
    "MissingSentence",
    "MissingSentenceError",
    "MixedWord",
    "Number",
    "Opening",
    "OrdinalSlip",
    "Token",
    "UnknownCaseError",
    "UnknownLanguage",
    "UnknownLanguageError",
    "UnknownWordError",
    "Value",
    "arabic",
    "dates_agree",
    "filled",
    "is_whole_day",
    "known_codes",
    "load",
    "lowered",
    "mixed_script_words",
    "money_agrees",
    "number_value",
    "numbers_agree",
    "numbers_said",
    "raised",
    "roman",
    "script_of",
    "units_agree",
]
