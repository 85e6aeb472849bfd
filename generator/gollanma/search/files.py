"""The files of an index: classic scripts that hand over one value each, loaded on demand.

A page opened from a folder may load scripts and nothing else; so each file is one call with data.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

FOLDER = "assets/search"
CALL = "gollanmaSearch.take"
HASH = 12

SAFE = {"</": "<\\/", "<!--": "\\u003c!--", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What may not stand in a script as it is, and how it is written there."""

Value = object
"""What JSON can say."""


def canonical(value: Value) -> str:
    """Write a value so that equal values have equal texts, safe inside a script."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for each, safe in SAFE.items():
        written = written.replace(each, safe)
    return written


def hash_of(texts: Iterable[str]) -> str:
    """Give a short name of what some texts say."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:HASH]


def scripts(bodies: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield the address and bytes of each file; each carries the name of what it says.

    So a file that says the same is the same, whatever else has changed.
    """
    for place, body in bodies.items():
        call = f'{CALL}("{place}","{hash_of([body])}",{body});\n'
        yield f"{FOLDER}/{place}.js", call.encode()


def value_of(script: str) -> tuple[str, Value]:
    """Give the name of a file and the value that it hands over."""
    inside = script[script.index("(") + 1 : script.rindex(")")]
    _, name, value = json.loads(f"[{inside}]")
    return str(name), value
