"""One language: all that the other stages ask of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gollanma.languages.alphabets import Alphabet, SortKey, read_alphabet
from gollanma.languages.amending import Amending, read_amending
from gollanma.languages.analyser import Analyser, read_analyser
from gollanma.languages.catalogue import Catalogue, Value, read_catalogue
from gollanma.languages.citation_reader import Citation, CitationReader, read_citation_reader
from gollanma.languages.citations import Citations, CitedAct, Units, read_citations
from gollanma.languages.folding import Folding, read_folding
from gollanma.languages.formats import Formats, read_formats
from gollanma.languages.inflection import Cases
from gollanma.languages.law_form import LawForm, read_law_form
from gollanma.languages.marks import Marks, read_marks
from gollanma.languages.number_reader import Number
from gollanma.languages.numerals import Ordinals, read_ordinals, read_spoken
from gollanma.languages.ordinal_slips import OrdinalSlip, ordinal_slips
from gollanma.languages.packs import Pack
from gollanma.languages.people import People, read_people
from gollanma.languages.plain import Plain, read_plain
from gollanma.languages.plurals import plural_form
from gollanma.languages.quotes import Quotes, read_quotes
from gollanma.languages.reading import NumbersIn, read_number_reader
from gollanma.languages.senses import Senses, read_senses
from gollanma.languages.tongue import Tongue, read_tongue
from gollanma.languages.units import Units as MeasuredUnits
from gollanma.languages.words import forms, words


@dataclass(frozen=True, slots=True)
class Language:
    """A language of a project, made from its pack."""

    code: str
    name: str
    """As its own speakers call it, for the language switch."""
    alpha3: str
    """Its code of three letters, as addresses of laws write it; else the code of the pack."""
    script: str
    """The Unicode name of its script."""
    cases: tuple[str, ...]
    catalogue: Catalogue
    alphabet: Alphabet
    folding: Folding
    quotes: Quotes
    ordinals: Ordinals
    formats: Formats
    citations: Citations
    law_form: LawForm
    """How the lines of acts begin in print."""
    amending: Amending
    analyser: Analyser
    short_units: Mapping[str, str]
    """How people shorten the units of an act."""
    citation_reader: CitationReader
    keyboard: str
    """What its keyboard writes, key by key; empty where the pack does not say."""
    marks: Marks
    people: People
    plain: Plain
    senses: Senses
    tongue: Tongue
    every_number_in: NumbersIn
    """Gives the numbers and days of a text, with words that are often no number."""

    # --- sentences

    def say(self, key: str, /, **values: Value) -> str:
        """Give a sentence of the catalogue; `n` chooses its plural form."""
        return self.catalogue.say(key, values)

    def says(self, key: str) -> bool:
        """Say whether the catalogue holds a sentence."""
        return key in self.catalogue

    def message(self, code: str, key: str, values: Mapping[str, Value]) -> str:
        """Give what a check found, in a sentence."""
        return self.catalogue.say(f"{code}.says.{key}.message", values)

    def hint(self, code: str, key: str, values: Mapping[str, Value]) -> str:
        """Give what to do about it."""
        return self.catalogue.say(f"{code}.says.{key}.hint", values)

    def check_title(self, code: str) -> str:
        """Give the short name of a check."""
        return self.catalogue.say(f"{code}.title", {})

    def check_why(self, code: str) -> str:
        """Give why a check matters to a person."""
        return self.catalogue.say(f"{code}.why", {})

    # --- letters and words

    @property
    def letters(self) -> tuple[str, ...]:
        """The capitals of the alphabet, as an A–Z lists them."""
        return self.alphabet.letters

    def sort_key(self, text: str) -> SortKey:
        """Give what sorts a text in the order of the alphabet."""
        return self.alphabet.sort_key(text)

    def first_letter(self, text: str) -> str:
        """Give the letter under which an A–Z lists a text, `#` if it has none."""
        return self.alphabet.first_letter(text)

    def fold(self, text: str) -> str:
        """Give a text small and without signs on letters; for search, never for display."""
        return self.folding.fold(text)

    def analyse(self, word: str) -> str:
        """Give the folded stem of a word: two forms of one word give the same."""
        return self.analyser.analyse(word)

    def words(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Give each word of running text with its start and its end."""
        return words(text)

    def stems(self, text: str) -> list[str]:
        """Give the folded stem of each word of running text."""
        return self.analyser.keys(forms(text))

    def quote(self, text: str) -> str:
        """Put a text in quotation marks."""
        return self.quotes.around(text)

    # --- numbers, amounts, days

    def ordinal(self, n: int | str, case: str = "nom") -> str:
        """Give an ordinal in figures; a number may be raised, as in `12^1`."""
        return self.ordinals.figures(str(n), case)

    def number(self, value: Decimal | int) -> str:
        """Write a number."""
        return self.formats.number(value)

    def quantity(self, value: Decimal | int, unit: str, case: str = "nom") -> str:
        """Write an amount with its unit."""
        return self.formats.quantity(value, unit, case)

    def within(self, value: Decimal | int, unit: str) -> str:
        """Write a time limit: within so much."""
        return self.formats.within(value, unit)

    def weekday(self, day: date) -> str:
        """Give what a day of the week is called; nothing where the pack does not say."""
        names = self.formats.weekdays
        return names[day.weekday()] if names else ""

    def date(self, day: date, case: str = "nom") -> str:
        """Write a day of the calendar."""
        return self.formats.date(day, case)

    def month(self, number: int) -> str:
        """Give the name of a month, January being 1."""
        return self.formats.month(number)

    def month_of_day(self, number: int) -> str:
        """Give a month as it stands in a day of the calendar, January being 1."""
        return self.formats.cases.pick(self.formats.months[number - 1], self.cases[0])

    def numbers_in(self, text: str) -> tuple[Number, ...]:
        """Give the numbers and days that a text surely holds."""
        return tuple(each for each in self.every_number_in(text) if each.sure)

    def dates_in(self, text: str) -> tuple[Number, ...]:
        """Give the days of a text; the value of each is YYYYMMDD."""
        return tuple(each for each in self.every_number_in(text) if each.kind == "date")

    def ordinal_slips(self, text: str) -> tuple[OrdinalSlip, ...]:
        """Give the ordinals of a text whose ending does not follow the number."""
        return tuple(ordinal_slips(self.ordinals, text))

    # --- citations

    def cite(
        self, units: Units, case: str = "nom", act: CitedAct | None = None, *, owned: bool = False
    ) -> str:
        """Cite a unit, the outermost given first; a number may be `5..9` or `5,7`.

        What is `owned` belongs to a unit that was named before.
        """
        return self.citations.cite(units, case, act, owned=owned)

    def citations_in(self, text: str, units: Collection[str]) -> tuple[Citation, ...]:
        """Give the citations that somebody typed, of these units."""
        return self.citation_reader.citations_in(text, units)

    def relative_in(self, text: str, units: Collection[str]) -> Iterator[tuple[int, int]]:
        """Yield the places that say this article or the following part, of these units."""
        return self.citation_reader.relative_in(text, units)

    def named(self, kind: str, title: str, case: str = "nom") -> str:
        """Give a record by its declined kind word and its uninflected, quoted title."""
        return self.citations.act(CitedAct(kind, title), case)

    def kind_word(self, kind: str, case: str = "nom", *, plural: bool = False) -> str:
        """Give the word for a kind of record."""
        return self.citations.kind_word(kind, case, plural=plural, possessive=False)

    def unit_word(
        self, unit: str, case: str = "nom", *, possessive: bool = False, plural: bool = False
    ) -> str:
        """Give the word for a unit of an act or of another record."""
        return self.citations.unit_word(unit, case, plural=plural, possessive=possessive)


def read_language(pack: Pack, lenders: Sequence[Pack] = ()) -> Language:
    """Make a language from its pack; the lenders say the sentences that it lacks."""
    table = pack.grammar
    cases = Cases(table.texts("cases"))
    plural = table.table("plural").text("rule")
    alphabet = read_alphabet(table.table("alphabet"))
    folding = read_folding(table.table("fold"), table.table("transliteration"), alphabet.letters)
    quotes = read_quotes(table.table("quotes"))
    spoken = read_spoken(table.table("spoken"))
    ordinals = read_ordinals(cases, spoken, table.table("ordinal"))
    formats = read_formats(cases, ordinals, plural, table)
    analyser = read_analyser(table, folding)
    citations = read_citations(cases, ordinals, quotes, table)
    short = table.table("short_units").strings()
    return Language(
        code=pack.code,
        name=table.text("endonym"),
        alpha3=table.text("alpha3", pack.code),
        script=table.text("script"),
        cases=cases.names,
        catalogue=read_catalogue(pack, lambda n: plural_form(plural, n), *lenders),
        alphabet=alphabet,
        folding=folding,
        quotes=quotes,
        ordinals=ordinals,
        formats=formats,
        citations=citations,
        law_form=read_law_form(citations, ordinals, table),
        amending=read_amending(cases, table.table("amending")),
        analyser=analyser,
        short_units=short,
        citation_reader=read_citation_reader(citations, ordinals, short, table.table("citation")),
        keyboard="".join(table.texts("keyboard")),
        marks=read_marks(table.table("marks")),
        people=read_people(table),
        plain=read_plain(table.table("plain")),
        senses=read_senses(table.table("senses")),
        tongue=read_tongue(
            pack.code, table.text("script"), analyser.frequent, table.table("tongue")
        ),
        every_number_in=read_number_reader(
            table.table("reading"),
            MeasuredUnits(formats.measures, analyser.analyse),
            ordinals,
            formats.decimal,
        ),
    )
