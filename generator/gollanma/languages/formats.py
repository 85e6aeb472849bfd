"""Numbers, amounts, time limits and days as a language writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gollanma.languages.inflection import Cases, UnknownWordError
from gollanma.languages.numerals import Ordinals
from gollanma.languages.plurals import CATEGORIES, plural_form
from gollanma.languages.tables import BrokenPackError, Table, filled

_GROUP = 3
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of amounts, with its forms after a number."""

    forms: Mapping[str, tuple[str, ...]]
    """By plural category, then by case."""
    kind: str
    """What is measured: `money`, `percent`, or empty."""
    signs: tuple[str, ...]
    """Short signs such as %, read before or behind a number."""
    read: tuple[str, ...]
    """Further words that mean the same in a text."""
    like: str
    """The unit as which it counts when texts are compared; empty if it is its own."""


@dataclass(frozen=True, slots=True)
class Formats:
    """How a language writes numbers, amounts and days."""

    cases: Cases
    ordinals: Ordinals
    plural: str
    group: str
    decimal: str
    measures: Mapping[str, Measure]
    quantity_pattern: str
    within_pattern: str
    within_case: str
    date_pattern: str
    months: tuple[tuple[str, ...], ...]
    month_names: tuple[str, ...]
    weekdays: tuple[str, ...]
    """From Monday on; empty where the pack does not say."""

    def number(self, value: Decimal | int) -> str:
        """Write a number with the figures that it has, in groups of three."""
        whole, _, fraction = f"{abs(Decimal(value)):f}".partition(".")
        head = len(whole) % _GROUP
        groups = [whole[start : start + _GROUP] for start in range(head, len(whole), _GROUP)]
        written = self.group.join([whole[:head], *groups] if head else groups)
        sign = "−" if value < 0 else ""
        return sign + written + (self.decimal + fraction if fraction else "")

    def quantity(self, value: Decimal | int, unit: str, case: str) -> str:
        """Write an amount: the number governs its unit as the language wants."""
        return filled(
            self.quantity_pattern,
            {"number": self.number(value), "unit": self.measure_word(value, unit, case)},
        )

    def measure_word(self, value: Decimal | int, unit: str, case: str) -> str:
        """Give the word of a unit as it stands after a number."""
        if unit not in self.measures:
            raise UnknownWordError(f"no unit of amounts `{unit}`")
        forms = self.measures[unit].forms
        category = plural_form(self.plural, Decimal(value))
        return self.cases.pick(forms.get(category, forms["other"]), case)

    def within(self, value: Decimal | int, unit: str) -> str:
        """Write a time limit."""
        quantity = self.quantity(value, unit, self.within_case)
        return filled(self.within_pattern, {"quantity": quantity})

    def date(self, day: date, case: str) -> str:
        """Write a day of the calendar."""
        return filled(
            self.date_pattern,
            {
                "day": str(day.day),
                "day_ordinal": self.ordinals.figures(str(day.day), self.cases.first),
                "month": self.cases.pick(self.months[day.month - 1], case),
                "year": str(day.year),
                "year_ordinal": self.ordinals.figures(str(day.year), self.cases.first),
            },
        )

    def month(self, number: int) -> str:
        """Give the name of a month as it stands alone."""
        return self.month_names[number - 1]


def read_formats(cases: Cases, ordinals: Ordinals, plural: str, pack: Table) -> Formats:
    """Read the tables of numbers, measures and dates of a pack."""
    number, within, day = pack.table("number"), pack.table("within"), pack.table("date")
    return Formats(
        cases,
        ordinals,
        plural,
        number.text("group"),
        number.text("decimal"),
        {name: _measure(cases, each) for name, each in pack.table("measure").tables()},
        pack.table("quantity").text("pattern"),
        within.text("pattern"),
        within.text("case", cases.first),
        day.text("pattern"),
        _months(cases, day),
        day.texts("names"),
        day.texts("weekdays"),
    )


def _measure(cases: Cases, table: Table) -> Measure:
    forms = {each: cases.forms(table, each) for each in sorted(CATEGORIES) if each in table}
    if "other" not in forms:
        raise BrokenPackError(f"`{table.name}` needs the form `other`")
    return Measure(
        forms,
        table.text("kind", ""),
        table.texts("sign"),
        table.texts("read"),
        table.text("like", ""),
    )


def _months(cases: Cases, table: Table) -> tuple[tuple[str, ...], ...]:
    names = table.table("months")
    return tuple(cases.forms(names, str(number)) for number in range(1, _MONTHS + 1))
