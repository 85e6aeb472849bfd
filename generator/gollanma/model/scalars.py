"""The single values of a record: days, whole numbers, amounts, flags, slugs, words.

YAML gives a plain scalar as it was written; the field's type decides here what it means. A quoted
number is text, `010` is no number, `2025-02-29` is no day. Nothing is guessed.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainSerializer,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from gollanma.source import Ambiguous

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
AMOUNT = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?")
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
FRAGMENT_PATTERN = r"^[a-z0-9]+([.-][a-z0-9]+)*$"
VERSION_PATTERN = r"^(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})$"
WORDS_PATTERN = r"\S"
COUNTRY_PATTERN = r"^[a-z]{2}$"
SITE_PATTERN = r"^https?://[a-z0-9.-]+(:[0-9]{1,5})?/([A-Za-z0-9._~-]+/)*$"


def written(value: object) -> str | None:
    """Give the letters of a plain scalar; None for anything else."""
    return value.text if isinstance(value, Ambiguous) else None


def read_day(value: object) -> object:
    """Give the day of a scalar `YYYY-MM-DD`, quoted or not; refuse any other shape."""
    if isinstance(value, date):
        return value
    text = written(value) or value
    if not isinstance(text, str) or not DAY.fullmatch(text):
        raise PydanticCustomError("day_shape", "a day is written YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("day_unknown", "no calendar has this day") from None


def read_whole(value: object) -> object:
    """Give a whole number of at most 15 digits; refuse quotes, leading zeros, underscores."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = written(value)
    if text is None or not WHOLE.fullmatch(text):
        raise PydanticCustomError("whole_shape", "a whole number has digits alone")
    return int(text)


def read_amount(value: object) -> object:
    """Give a decimal amount; refuse exponents, `.nan`, quotes and leading zeros."""
    if isinstance(value, Decimal):
        return value
    text = written(value)
    if text is None or not AMOUNT.fullmatch(text):
        raise PydanticCustomError("amount_shape", "an amount has digits and at most one point")
    return Decimal(text)


def read_flag(value: object) -> object:
    """Give `true` or `false`; refuse `yes`, `no`, `on`, `off` and quotes."""
    if isinstance(value, bool):
        return value
    text = written(value)
    if text not in {"true", "false"}:
        raise PydanticCustomError("flag_shape", "a flag is true or false")
    return text == "true"


def known_language(code: str, info: ValidationInfo) -> str:
    """Give a code of one of the project's languages; refuse any other.

    The languages come with the context `{"languages": …}`; without it every code passes.
    """
    known = (info.context or {}).get("languages")
    if known is not None and code not in known:
        raise PydanticCustomError("language_unknown", "the project has no such language")
    return code


def as_number(value: Decimal) -> int | float:
    """Give an amount as JSON writes it."""
    return int(value) if value == value.to_integral_value() else float(value)


Day = Annotated[
    date,
    BeforeValidator(read_day),
    WithJsonSchema({"type": "string", "format": "date"}),
]
Whole = Annotated[int, BeforeValidator(read_whole), WithJsonSchema({"type": "integer"})]
Amount = Annotated[
    Decimal,
    BeforeValidator(read_amount),
    PlainSerializer(as_number, return_type=Any),
    WithJsonSchema({"type": "number"}),
]
Flag = Annotated[bool, BeforeValidator(read_flag), WithJsonSchema({"type": "boolean"})]
Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=40)]
Fragment = Annotated[str, StringConstraints(pattern=FRAGMENT_PATTERN, max_length=80)]
Version = Annotated[str, StringConstraints(pattern=VERSION_PATTERN)]
CountryCode = Annotated[str, StringConstraints(pattern=COUNTRY_PATTERN)]
SiteAddress = Annotated[str, StringConstraints(pattern=SITE_PATTERN)]
Words = Annotated[str, StringConstraints(pattern=WORDS_PATTERN)]
LanguageCode = Annotated[
    str,
    AfterValidator(known_language),
    WithJsonSchema({"type": "string", "x-gollanma": "language"}),
]
