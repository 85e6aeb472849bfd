"""Citations: where a provision or a step stands, said from data in the language's order and cases.

The tables of a pack say which unit takes which number, in which order units follow each other and
which case the outer one takes. Nothing here knows a language.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gollanma.languages.inflection import Cases, Noun, UnknownWordError, read_noun, read_nouns
from gollanma.languages.numerals import Ordinals, raised, roman
from gollanma.languages.quotes import Quotes
from gollanma.languages.tables import Table, filled

Units = Sequence[tuple[str, str]]
"""Unit and number from the outermost in: `(("article", "12"), ("part", "3"))`."""

_RANGE = ".."
THIS = "this"
"""The number of the unit in which the citation stands itself: this article."""


@dataclass(frozen=True, slots=True)
class CitedAct:
    """A record as the outermost part of a citation, in the words of one language."""

    kind: str
    """The kind whose word is declined: a law, an order, a procedure."""
    title: str = ""
    """Stands uninflected in quotation marks; empty when the kind's word says all."""
    issuer: str = ""
    """Whose act it is, as it stands beside the kind's word, in the case that it needs there."""
    is_this: bool = False
    """The citation stands in the act itself, which needs no name there: this law."""


@dataclass(frozen=True, slots=True)
class Unit:
    """How one unit is cited."""

    noun: Noun
    numbering: str
    pattern: str
    joiner: str
    """Stands between it and the unit around it."""
    outer_case: str
    """The case that it asks of the unit around it."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language builds a citation."""

    innermost_first: bool
    possessed: bool
    """What belongs to something outer takes its possessive form."""
    range: str
    list: str
    last: str
    owner: str
    """How an act stands around its units."""
    act: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citations:
    """All that a language needs to cite."""

    cases: Cases
    ordinals: Ordinals
    quotes: Quotes
    grammar: Grammar
    units: Mapping[str, Unit]
    kinds: Mapping[str, Noun]
    capital: frozenset[str]
    """Kinds whose word takes a capital letter in the name of an act."""
    capital_inside: frozenset[str]
    """Further ones where the act speaks of itself."""
    this: Mapping[str, tuple[str, ...]]
    """The word for this before a noun, by the form that the noun takes."""

    def cite(
        self, units: Units, case: str, act: CitedAct | None = None, *, owned: bool = False
    ) -> str:
        """Give the citation of a unit, in a case, with all that is around it.

        What is `owned` belongs to a unit that was named before.
        """
        asked = [*(self._unit(name).outer_case for name, _ in units), case]
        said = self.act(act, asked[0]) if act else ""
        for (name, number), inner in zip(units, asked[1:], strict=True):
            is_named = act is not None and not act.is_this
            owner = filled(self.grammar.owner, {"act": said}) if is_named and said else said
            said = self._around(self._unit(name), number, inner, owner, owned=owned)
            act = None
        return said

    def act(self, act: CitedAct, case: str) -> str:
        """Give the name of an act or another record: its kind declined, its title quoted."""
        if act.is_this:
            return f"{self._this(self.kinds.get(act.kind), case)} {self._act_kind(act, case)}"
        words = {
            "kind": self._act_kind(act, case),
            "issuer": act.issuer,
            "title": self.quotes.around(act.title) if act.title else "",
        }
        return " ".join(words[part] for part in self.grammar.act if words[part])

    def numbers(self, unit: str, number: str, case: str) -> str:
        """Give the numbers of a unit as its citation says them, without its word."""
        return self._numbers(self._unit(unit), number, case)

    def kind_word(self, kind: str, case: str, *, plural: bool, possessive: bool) -> str:
        """Give the word for a kind of record or act."""
        if kind not in self.kinds:
            raise UnknownWordError(f"no kind `{kind}`")
        forms = self.kinds[kind].of(plural=plural, possessive=possessive)
        return self.cases.pick(forms, case)

    def unit_word(self, unit: str, case: str, *, plural: bool, possessive: bool) -> str:
        """Give the word for a unit."""
        return self.cases.pick(self._unit(unit).noun.of(plural=plural, possessive=possessive), case)

    def _unit(self, name: str) -> Unit:
        if name not in self.units:
            raise UnknownWordError(f"no unit `{name}`")
        return self.units[name]

    def _act_kind(self, act: CitedAct, case: str) -> str:
        named, possessive = (
            act.is_this or bool(act.title or act.issuer),
            not act.is_this and bool(act.issuer) and self.grammar.possessed,
        )
        word = self.kind_word(act.kind, case, plural=False, possessive=possessive)
        capital = self.capital | self.capital_inside if act.is_this else self.capital
        return word[0].upper() + word[1:] if act.kind in capital and named else word

    def _this(self, noun: Noun | None, case: str) -> str:
        forms = self.this.get(noun.this) if noun else None
        if forms is None:
            raise UnknownWordError("no word for what something stands in")
        return self.cases.pick(forms, case)

    def _around(self, unit: Unit, number: str, case: str, outer: str, *, owned: bool) -> str:
        possessive = (bool(outer) or owned) and self.grammar.possessed
        inner = self._numbered(unit, number, case, possessive=possessive)
        parts = (inner, outer) if self.grammar.innermost_first else (outer, inner)
        return unit.joiner.join(parts) if outer else inner

    def _numbered(self, unit: Unit, number: str, case: str, *, possessive: bool) -> str:
        many = "," in number or _RANGE in number
        word = self.cases.pick(unit.noun.of(plural=many, possessive=possessive), case)
        if number == THIS:
            return f"{self._this(unit.noun, case)} {word}"
        if not number or unit.numbering == "none":
            return word
        said = self._numbers(unit, number, case)
        return filled(unit.pattern, {"number": said, "word": word})

    def _numbers(self, unit: Unit, number: str, case: str) -> str:
        said = [self._range(unit, each.strip(), case) for each in number.split(",")]
        most, last = said[:-1], said[-1]
        return self.grammar.list.join(most) + self.grammar.last + last if most else last

    def _range(self, unit: Unit, number: str, case: str) -> str:
        first, between, last = number.rpartition(_RANGE)
        said = self._number(unit, last, case)
        if not between:
            return said
        start = raised(first) if unit.numbering == "ordinal-figures" else None
        return (start or self._number(unit, first, case)) + self.grammar.range + said

    def _number(self, unit: Unit, number: str, case: str) -> str:
        match unit.numbering:
            case "ordinal-figures":
                return self.ordinals.figures(number, case, unit.noun.gender)
            case "ordinal-words":
                return self.ordinals.said(number, case, unit.noun.gender)
            case "roman":
                return roman(number)
            case _:
                return raised(number)


def read_citations(cases: Cases, ordinals: Ordinals, quotes: Quotes, pack: Table) -> Citations:
    """Read the citation tables of a pack."""
    rules, kinds = pack.table("citation"), pack.table("kind")
    return Citations(
        cases,
        ordinals,
        quotes,
        _grammar(rules),
        dict(_units(cases, rules, pack.table("unit"))),
        read_nouns(cases, kinds),
        _flagged(kinds, "capital"),
        _flagged(kinds, "capital_inside"),
        {name: cases.forms(rules.table("this"), name) for name in rules.table("this").content},
    )


def _flagged(kinds: Table, flag: str) -> frozenset[str]:
    return frozenset(kind for kind, each in kinds.tables() if each.flag(flag))


def _grammar(rules: Table) -> Grammar:
    return Grammar(
        innermost_first=rules.text("order") == "innermost-first",
        possessed=rules.flag("possessed"),
        range=rules.text("range"),
        list=rules.text("list"),
        last=rules.text("last"),
        owner=rules.text("owner", "{act}"),
        act=rules.texts("act"),
    )


def _units(cases: Cases, rules: Table, units: Table) -> Iterator[tuple[str, Unit]]:
    for name, each in units.tables():
        yield (
            name,
            Unit(
                read_noun(cases, each),
                each.text("number"),
                each.text("pattern", rules.text("pattern")),
                each.text("joiner", rules.text("joiner")),
                each.text("outer_case", rules.text("outer_case", cases.first)),
            ),
        )
