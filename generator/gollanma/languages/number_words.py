"""Numbers written in words: which words there are, and which of them make one number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gollanma.languages.numerals import Ordinals, Spoken
from gollanma.languages.tables import Table

_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of numbers of a language, in all their forms."""

    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    doubtful: frozenset[str]
    """Words that alone are often no number."""
    never: frozenset[str]
    """Words that alone are no number at all."""
    inside: frozenset[str]
    """Words that may stand inside a number: two hundred and five."""
    prefixes: Mapping[str, int]
    """Number words that grow together with a unit."""
    same: Mapping[int, str]
    """Letters that are written one for the other."""
    spoken: Spoken

    def plain(self, word: str) -> str:
        """Give a word as the tables hold it."""
        return word.lower().translate(self.same)

    def begins_with(self, word: str) -> bool:
        """Say whether a word alone can begin a number."""
        return word in self.cardinals or word in self.ordinals

    def may_begin(self, word: str) -> bool:
        """Say whether a word can begin a number or hold one: five, пятидневный."""
        return self.begins_with(word) or word.startswith(tuple(self.prefixes))

    def is_scale(self, word: str) -> bool:
        """Say whether a word multiplies figures before it: 5 million."""
        return self.cardinals.get(word, 0) >= _THOUSAND

    def read(self, words: Sequence[str]) -> "WordNumber":
        """Read the longest number that begins with the first of the words, which begins one."""
        number = WordNumber(0, 0, is_ordinal=False)
        part = total = 0
        for count, word in enumerate(words, start=1):
            if word in self.inside and total + part >= _HUNDRED:
                continue
            value = self._value(word, part)
            if value is None or number.is_ordinal:
                break
            part = self._grown(part, value)
            if value >= _THOUSAND:
                total, part = total + part, 0
            number = WordNumber(total + part, count, is_ordinal=word in self.ordinals)
        return number

    def is_sure(self, words: Sequence[str]) -> bool:
        """Say whether words that were read as a number are surely one."""
        return len(words) > 1 or words[0] not in self.doubtful

    def _value(self, word: str, part: int) -> int | None:
        value = self.cardinals.get(word, self.ordinals.get(word))
        return value if value is not None and self._fits(part, value) else None

    def _fits(self, part: int, value: int) -> bool:
        if part == 0 or value >= _THOUSAND:
            return True
        if value in self.spoken.counted:
            return part < _TEN
        if value < _TEN and part % _HUNDRED == _TEN and _TEN + 1 in self.spoken.words:
            return False
        return value > 0 and part % _TEN ** len(str(value)) == 0

    def _grown(self, part: int, value: int) -> int:
        multiplies = value >= _THOUSAND or value in self.spoken.counted
        return max(part, 1) * value if multiplies else part + value


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number read from words."""

    value: int
    words: int
    """How many words it took."""
    is_ordinal: bool

    @property
    def decimal(self) -> Decimal:
        """The number as a decimal."""
        return Decimal(self.value)


def read_number_words(spoken: Spoken, ordinals: Ordinals, table: Table) -> NumberWords:
    """Read the number words of a pack."""
    same = str.maketrans(table.pairs("same"))
    return NumberWords(
        {form.translate(same): value for form, value in _cardinals(spoken, table.table("words"))},
        {form.translate(same): value for value in ordinals.words for form in ordinals.forms(value)},
        frozenset(table.text("doubtful", "").translate(same).split()),
        frozenset(table.text("never", "").translate(same).split()),
        frozenset(table.text("inside", "").translate(same).split()),
        {form.translate(same): value for form, value in _values(table.table("prefixes"))},
        same,
        spoken,
    )


def _cardinals(spoken: Spoken, further: Table) -> Iterator[tuple[str, int]]:
    yield from ((word, value) for value, word in spoken.words.items())
    yield from _values(further)


def _values(table: Table) -> Iterator[tuple[str, int]]:
    for value, forms in table.strings().items():
        yield from ((form, int(value)) for form in forms.split())
