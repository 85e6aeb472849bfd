"""Comparing the numbers, units, amounts of money and days that the languages of a text say."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from gollanma.languages.loading import Languages
from gollanma.languages.number_reader import Number

Key = tuple[Decimal, str]
Found = Mapping[str, tuple[Number, ...]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A number that the languages of a text do not all say equally often, or with one unit."""

    value: Decimal
    raised: str
    found: Found
    """Where each language says it; empty where it does not."""

    @property
    def absent(self) -> tuple[str, ...]:
        """The languages that do not say it at all."""
        return tuple(code for code, numbers in self.found.items() if not numbers)

    @property
    def units(self) -> Mapping[str, tuple[str, ...]]:
        """The units that each language gives it, sorted; unknown ones are left out."""
        return {code: _units(numbers) for code, numbers in self.found.items()}


def numbers_said(languages: Languages, texts: Mapping[str, str]) -> Found:
    """Give the numbers and days that each language of a text says, doubtful ones too."""
    return {code: languages[code].every_number_in(text) for code, text in texts.items()}


def numbers_agree(said: Found) -> tuple[Difference, ...]:
    """Give the numbers that some languages say and others do not; days have their own test."""
    found = _wanted(said, lambda each: each.kind != "date")
    return tuple(each for each in _by_value(found) if not _counts_agree(each.found))


def dates_agree(said: Found) -> tuple[Difference, ...]:
    """Give the days that some languages say and others do not."""
    found = _wanted(said, lambda each: each.kind == "date")
    return tuple(each for each in _by_value(found) if not _counts_agree(each.found))


def units_agree(said: Found) -> tuple[Difference, ...]:
    """Give the numbers that all languages say, but with different units; money apart."""
    found = _wanted(said, lambda each: each.kind in {"count", "ordinal", "percent"})
    return tuple(each for each in _by_value(found) if not _units_agree(each))


def money_agrees(said: Found) -> tuple[Difference, ...]:
    """Give the numbers that are money in some language and have another unit in one."""
    found = _wanted(said, lambda each: each.kind != "date")
    money = (each for each in _by_value(found) if _is_money(each))
    return tuple(each for each in money if not _units_agree(each))


def _wanted(said: Found, wanted: Callable[[Number], bool]) -> Found:
    return {code: tuple(filter(wanted, numbers)) for code, numbers in said.items()}


def _by_value(found: Found) -> Iterable[Difference]:
    keys = sorted({_key(each) for numbers in found.values() for each in numbers})
    return (
        Difference(
            *key,
            {code: tuple(n for n in numbers if _key(n) == key) for code, numbers in found.items()},
        )
        for key in keys
    )


def _key(number: Number) -> Key:
    return number.value, number.raised


def _counts_agree(found: Found) -> bool:
    least = max(sum(each.sure for each in numbers) for numbers in found.values())
    return least <= min(map(len, found.values()))


def _units_agree(difference: Difference) -> bool:
    known = [
        difference.units[code]
        for code, numbers in difference.found.items()
        if numbers and all(each.unit for each in numbers)
    ]
    counts = {len(each) for each in known}
    return len(counts) > 1 or len(set(known)) <= 1


def _units(numbers: tuple[Number, ...]) -> tuple[str, ...]:
    return tuple(sorted(each.unit for each in numbers if each.unit))


def _is_money(difference: Difference) -> bool:
    return any(each.kind == "money" for numbers in difference.found.values() for each in numbers)
