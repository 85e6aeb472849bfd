"""The last line of the one-file form: manifest, signatures and roots, in a comment of HTML.

    <!-- gollanma-manifest BASE64 -->

and a line end. In base64 stands the canonical JSON of `{"manifest": {…}, "roots": [{"root": {…},
"signatures": {KEYID: ARMOUR}}, …], "signatures": {KEYID: ARMOUR}}`, the first root first. What the
manifest hashes is all before that line.
"""

import base64
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gollanma.bundle import canonical
from gollanma.bundle.canonical import Fields
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys.root import KEYID
from gollanma.bundle.keys.trust import Signed
from gollanma.bundle.manifest import ONE_FILE

BEGIN, END = b"<!-- gollanma-manifest ", b" -->\n"
LONGEST = 1024 * 1024
ARMOUR = re.compile(r"[\n -~]{1,4096}")


@dataclass(frozen=True, slots=True)
class Trailer:
    """What the last line holds, and what stands before it."""

    body: bytes
    manifest: bytes
    signatures: Mapping[str, str]
    """The armour by the key's short name."""
    chain: tuple[Signed, ...]


def written(manifest: bytes, signatures: Mapping[str, str], chain: Sequence[Signed]) -> bytes:
    """Give the last line; it follows a body that ends with a line end."""
    content = {
        "manifest": json.loads(manifest),
        "signatures": dict(signatures),
        "roots": [
            {"root": json.loads(each.data), "signatures": dict(each.signatures)} for each in chain
        ],
    }
    return BEGIN + base64.b64encode(canonical.written(content)) + END


def read(data: bytes) -> Trailer:
    """Take a one-file bundle apart; refuses with `no-manifest` where there is no such line."""
    start = data.rfind(b"\n", 0, -1) + 1
    line = data[start:]
    if not start or not (line.startswith(BEGIN) and line.endswith(END)):
        raise BundleError("no-manifest")
    content = _fields(line[len(BEGIN) : -len(END)])
    return Trailer(
        body=data[:start],
        manifest=_written(content, "manifest"),
        signatures=_signatures(content),
        chain=tuple(_signed(each) for each in content.rows("roots")),
    )


def _fields(text: bytes) -> Fields:
    if len(text) > LONGEST:
        raise BundleError("too-large", ONE_FILE, limit=LONGEST)
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise BundleError("no-manifest") from None
    if base64.b64encode(data) != text:
        raise BundleError("canonical", ONE_FILE)
    content = canonical.read(data, ONE_FILE)
    if not isinstance(content, dict):
        raise BundleError("json", ONE_FILE)
    found = Fields(content, ONE_FILE)
    found.only("manifest", "signatures", "roots")
    return found


def _signed(row: Fields) -> Signed:
    row.only("root", "signatures")
    return Signed(_written(row, "root"), _signatures(row))


def _written(row: Fields, key: str) -> bytes:
    """Give the bytes of an inner object: canonical JSON within canonical JSON is its own."""
    return canonical.written(row.fields(key).content)


def _signatures(row: Fields) -> dict[str, str]:
    inner = row.fields("signatures")
    for keyid in inner.content:
        if not KEYID.fullmatch(keyid):
            raise inner.refused(keyid)
    return {keyid: inner.text(keyid, ARMOUR) for keyid in inner.content}
