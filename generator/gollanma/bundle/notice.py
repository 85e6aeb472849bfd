r"""A notice of recall: that a page of copies already handed out must no longer be followed.

It is short enough for one message of a telephone (160 letters) and for a QR code, and is read out
or typed off paper where there is nothing else: the word `GOLLANMA`, a blank, and 144 letters of
Crockford's base 32 (digits and capitals without I, L, O and U). Small letters count like capitals,
blanks and hyphens not at all, I and L are 1, O is 0. The letters are 90 bytes, whole numbers with
the most significant first:

    1   form of the notice, 1
    8   mark of the page's address (`views/marks.py`)
    4   the oldest version of a bundle that is meant
    4   the newest version
    2   the day of the recall, in days since 2020-01-01
    4   the first half of the short name of the key that signed
    64  its signature
    3   the first bytes of the SHA-256 of all before them: a slip of the hand is found, and no more

The signature is the one inside an SSHSIG of namespace `gollanma-recall` over the first 19 bytes.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from struct import Struct

from gollanma.bundle import sshsig
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import Ring, Trust
from gollanma.bundle.keys.root import NAMESPACES, RECALL

WORD = "GOLLANMA"
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE = str.maketrans("ILO", "110")
BETWEEN = re.compile(r"[\s-]+")
BITS = 5
GROUP, GROUPS = 4, 6
"""How many letters stand together on paper, and how many groups in a line."""
FORM = 1
FORMED = Struct(">B8sLLH")
KEY, SIGNATURE, SUM = 4, 64, 3
SIZE = FORMED.size + KEY + SIGNATURE + SUM
LENGTH = SIZE * 8 // BITS
EPOCH = date(2020, 1, 1)
LAST_DAY = EPOCH + timedelta(days=2**16 - 1)
LARGEST = 2**32 - 1
(NAMESPACE,) = NAMESPACES[RECALL]


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice says."""

    mark: int
    first: int
    last: int
    day: date

    @property
    def message(self) -> bytes:
        """The bytes that are signed; raises ValueError where a value finds no room."""
        if not EPOCH <= self.day <= LAST_DAY or not 0 <= self.first <= self.last <= LARGEST:
            raise ValueError(f"a notice cannot say {self}")
        mark = self.mark.to_bytes(8, "big")
        return FORMED.pack(FORM, mark, self.first, self.last, (self.day - EPOCH).days)

    @classmethod
    def of(cls, message: bytes) -> "Notice":
        """Read the bytes that are signed; codes `recall-form` and `recall-newer`."""
        form, mark, first, last, days = FORMED.unpack(message)
        if form != FORM:
            raise BundleError("recall-newer" if form > FORM else "recall-form")
        if first > last:
            raise BundleError("recall-form")
        return cls(int.from_bytes(mark, "big"), first, last, EPOCH + timedelta(days=days))


def signed(notice: Notice, ring: Ring, keyid: str) -> str:
    """Give the letters of a notice, signed by a key of the ring."""
    armour = ring.sign(NAMESPACE, notice.message)[keyid]
    body = notice.message + bytes.fromhex(keyid)[:KEY] + (sshsig.signature_in(armour) or b"")
    return f"{WORD} {letters(body + _sum(body))}"


def read(text: str, trust: Trust) -> Notice:
    """Read the letters of a notice, however they were typed, and prove who signed it.

    Codes: `recall-letters` with what is no letter of a notice, `recall-length` with how many there
    are, `recall-slip` where a letter is another one, `recall-form`, `recall-newer`, `signatures`.
    """
    body = _body(text)
    message, rest = body[: FORMED.size], body[FORMED.size :]
    notice = Notice.of(message)
    found = {
        keyid: sshsig.armoured(key.public, NAMESPACE, rest[KEY : KEY + SIGNATURE])
        for keyid, key in trust.root.keys.items()
        if bytes.fromhex(keyid)[:KEY] == rest[:KEY]
    }
    trust.require(NAMESPACE, message, found)
    return notice


def in_groups(text: str) -> Iterator[str]:
    """Yield a notice in lines of small groups, to be read out and typed off."""
    word, _, rest = text.partition(" ")
    yield word
    for at in range(0, len(rest), GROUP * GROUPS):
        line = rest[at : at + GROUP * GROUPS]
        yield " ".join(line[place : place + GROUP] for place in range(0, len(line), GROUP))


def _body(text: str) -> bytes:
    letters = BETWEEN.sub("", text.upper()).removeprefix(WORD).translate(ALIKE)
    strange = next((each for each in letters if each not in LETTERS), "")
    if strange:
        raise BundleError("recall-letters", letter=strange)
    if len(letters) != LENGTH:
        raise BundleError("recall-length", n=len(letters), enough=LENGTH)
    number = 0
    for each in letters:
        number = number << BITS | LETTERS.index(each)
    data = number.to_bytes(SIZE, "big")
    if _sum(data[:-SUM]) != data[-SUM:]:
        raise BundleError("recall-slip")
    return data[:-SUM]


def letters(data: bytes) -> str:
    """Write bytes in the letters of a notice."""
    number = int.from_bytes(data, "big")
    places = range((LENGTH - 1) * BITS, -1, -BITS)
    return "".join(LETTERS[number >> place & (2**BITS - 1)] for place in places)


def _sum(body: bytes) -> bytes:
    return hashlib.sha256(body).digest()[:SUM]
