"""From bytes to text: UTF-8, or a word about what the bytes look like instead.

Old machines save Russian text as Windows-1251 and Turkic text as Windows-1254, and letters drawn
over the codes of Windows-1250 are still about. We name what we recognise and read none of it:
a wrong guess would enter a law as other letters.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

BOM = b"\xef\xbb\xbf"
SAMPLE_LENGTH = 24
HIGH = re.compile(rb"[\x80-\xff]+")


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Bytes that are not UTF-8, described for the person who saved them."""

    key: str
    values: dict[str, str | int]
    line: int = 1
    column: int = 1


class _Guess(NamedTuple):
    codec: str
    name: str
    letters: str
    """The letters that its writers use most; small ones are commoner than capitals."""


_IN_RUNS = (
    _Guess("cp1251", "Windows-1251", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    _Guess("koi8_r", "KOI8-R", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    _Guess("cp866", "CP866", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
)
"""Scripts without Latin letters: bytes over 127 stand side by side."""

_WORD = 3
"""Bytes over 127 side by side that make a word of such a script."""

_SCATTERED = (
    _Guess("cp1254", "Windows-1254", "çğıöşüâîû"),
    _Guess("cp1250", "Windows-1250", "äçňöşüýžáčéíłřśšůź"),
)
"""Latin letters with signs: bytes over 127 stand alone between others."""


def decode(data: bytes) -> str | Undecodable:
    """Give the text of UTF-8 bytes without the mark at its start, or say what they are."""
    wide = _wide(data)
    if wide:
        return Undecodable("utf-16", {"name": wide})
    try:
        return data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        return _describe(data.removeprefix(BOM), error.start)


def _wide(data: bytes) -> str | None:
    """Name the encoding of two or four bytes a character, with or without a mark."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    head = data[:200]
    even, odd = head[::2].count(0), head[1::2].count(0)
    return "UTF-16" if max(even, odd) > len(head) // 4 and not min(even, odd) else None


def _describe(data: bytes, at: int) -> Undecodable:
    """Say where the bytes leave UTF-8, and which old encoding would read them."""
    start = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", 0, at)) + 1
    line = len(re.findall(rb"\r\n|\r|\n", data[:start])) + 1
    column = len(data[start:at].decode("utf-8")) + 1
    guess = None if _is_mostly_utf8(data) else _guess(data)
    if guess is None:
        return Undecodable("not-utf-8", {"byte": f"0x{data[at]:02X}"}, line, column)
    values = {"name": guess.name, "codec": guess.codec, "sample": _sample(data, guess.codec)}
    return Undecodable("encoding", {**values}, line, column)


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell a damaged file from one in another encoding."""
    text = data.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= each <= "\udcff" for each in text)
    good = sum(each > "\x7f" for each in text) - bad
    return good > bad


def _guess(data: bytes) -> _Guess | None:
    runs = [len(each) for each in HIGH.findall(data)]
    in_runs = sum(each for each in runs if each >= _WORD) * 2 > sum(runs)
    best = max(_IN_RUNS if in_runs else _SCATTERED, key=lambda each: _score(data, each))
    return best if _score(data, best) > 0 else None


def _score(data: bytes, guess: _Guess) -> int:
    """Weigh how much of a text an encoding turns into letters that people write."""
    signs = Counter(each for each in data.decode(guess.codec, "replace") if each > "\x7f")
    return sum(number * _weight(sign, guess.letters) for sign, number in signs.items())


def _weight(sign: str, letters: str) -> int:
    if sign in letters:
        return 2
    return 1 if sign.lower() in letters else -2


def _sample(data: bytes, codec: str) -> str:
    """Give the first words that the encoding makes readable, so that a person can judge."""
    first = HIGH.search(data)
    start = first.start() if first else 0
    word = max(data.rfind(sign, 0, start) for sign in (b" ", b"\n", b"\r", b"\t", b'"')) + 1
    text = data[word : word + 4 * SAMPLE_LENGTH].decode(codec, "replace")
    words = " ".join(text.splitlines()[0].split())
    shown = "".join(each for each in words if each.isprintable())
    return shown if len(shown) <= SAMPLE_LENGTH else shown[:SAMPLE_LENGTH].rstrip() + "…"
