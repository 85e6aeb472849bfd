"""JSON that is written in one way only, so that a signature over its bytes means its content.

Keys sorted, separators `,` and `:`, letters as they are in NFC, whole numbers below 2^53, one line
and a final line end. What was read must be exactly what would be written: no second reading of
the same bytes is possible, by any reader of JSON.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from gollanma.bundle.errors import BundleError, shown

SAFE = 2**53
"""From here on JavaScript no longer tells whole numbers apart."""
LONGEST = 16 * 1024 * 1024
DIGITS = len(str(SAFE))
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
HASH = re.compile(r"[0-9a-f]{64}")

Value = TypeVar("Value")


def written(value: object) -> bytes:
    """Write a value; raises ValueError for a text that is not in NFC or that no UTF-8 can hold."""
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    if not unicodedata.is_normalized("NFC", text):
        raise ValueError("a text of canonical JSON is in NFC")
    return f"{text}\n".encode()


def read(data: bytes, name: str, longest: int = LONGEST) -> object:
    """Read a value that was written by `written`; refuses every other spelling.

    `name` is the file that a refusal names: codes `json` and `canonical`.
    """
    if len(data) > longest:
        raise BundleError("too-large", name, limit=longest)
    try:
        value = json.loads(
            data.decode("utf-8", "strict"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_refused,
            parse_constant=_refused,
        )
    except (ValueError, RecursionError):
        raise BundleError("json", name) from None
    if _spelled_otherwise(value, data):
        raise BundleError("canonical", name)
    return value


def _spelled_otherwise(value: object, data: bytes) -> bool:
    try:
        return written(value) != data
    except ValueError:
        return True


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _integer(text: str) -> int:
    if len(text) > DIGITS + 1 or not -SAFE < int(text) < SAFE:
        raise ValueError("a number is beyond 2^53")
    return int(text)


def _refused(text: str) -> object:
    raise ValueError(f"only whole numbers are written, not {text}")


@dataclass(frozen=True, slots=True)
class Fields:
    """An object that was read, asked field by field; what is not as it should be is refused.

    Code `field`: `name` is the file, the value `place` the field.
    """

    content: Mapping[str, object]
    name: str
    place: str = ""

    def only(self, *known: str) -> None:
        """Refuse other fields than these, and the lack of one of them."""
        for key in sorted({*self.content} ^ {*known}):
            raise self.refused(key)

    def integer(self, key: str, least: int = 0) -> int:
        """Give a whole number."""
        value = self.content.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise self.refused(key)
        return value

    def text(self, key: str, pattern: re.Pattern[str]) -> str:
        """Give a text that a pattern matches whole."""
        return self._text(key, self.content.get(key), pattern)

    def texts(self, key: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """Give a list of texts, none of them twice."""
        found = tuple(self._text(key, each, pattern) for each in self._list(key))
        if len(set(found)) != len(found):
            raise self.refused(key)
        return found

    def day(self, key: str) -> date:
        """Give a day of the calendar."""
        try:
            return date.fromisoformat(self.text(key, DAY))
        except ValueError:
            raise self.refused(key) from None

    def optional(self, key: str, asked: Callable[[str], Value]) -> Value | None:
        """Give what is asked for, or None where null stands."""
        return None if key in self.content and self.content[key] is None else asked(key)

    def fields(self, key: str) -> "Fields":
        """Give the object under a key."""
        return self._fields(self._at(key), self.content.get(key))

    def entries(self) -> Iterator[tuple[str, "Fields"]]:
        """Give all keys with the objects under them."""
        return ((key, self.fields(key)) for key in self.content)

    def rows(self, key: str) -> Iterator["Fields"]:
        """Give the objects of a list."""
        for number, each in enumerate(self._list(key)):
            yield self._fields(f"{self._at(key)}[{number}]", each)

    def refused(self, key: str) -> BundleError:
        """Give the refusal of a field."""
        return BundleError("field", self.name, place=shown(self._at(key)))

    def _list(self, key: str) -> Sequence[object]:
        value = self.content.get(key)
        if not isinstance(value, list):
            raise self.refused(key)
        return value

    def _text(self, key: str, value: object, pattern: re.Pattern[str]) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise self.refused(key)
        return value

    def _fields(self, place: str, value: object) -> "Fields":
        if not isinstance(value, dict):
            raise BundleError("field", self.name, place=shown(place))
        return Fields(value, self.name, place)

    def _at(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key


def fields(data: bytes, name: str, schema: int, longest: int = LONGEST) -> Fields:
    """Read an object whose field `schema` says how it is written; refuses what is newer."""
    content = read(data, name, longest)
    if not isinstance(content, dict):
        raise BundleError("json", name)
    found = Fields(content, name)
    if found.integer("schema", 1) > schema:
        raise BundleError("newer", name)
    return found
