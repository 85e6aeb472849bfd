"""What the tests of law text share: a project with every kind of act, and a text read in it."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from gollanma.exchange.lawtext.files import read_file
from gollanma.exchange.lawtext.nodes import Node
from gollanma.exchange.lawtext.recognise import Recognised, recognise
from gollanma.languages import Languages
from gollanma.model import Project
from tests.support.projects import packs, whole

ROOT = Path(__file__).resolve().parents[3]
TEXTS = Path(__file__).parent / "texts"
CODES = ("tk", "ru", "en")


def languages() -> Languages:
    return packs(CODES)


@cache
def project() -> Project:
    text = (ROOT / "gollanma.yml").read_text(encoding="utf-8")
    return whole({"gollanma.yml": text}).library.project


def official(name: str) -> str:
    return (TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def read(text: str | bytes, lang: str = "tk", kind: str | None = None) -> Recognised:
    data = text if isinstance(text, bytes) else text.encode()
    reading = read_file("law.txt", data)
    return recognise(reading, languages()[lang], project(), project().act_kind(kind))


def body(text: str, lang: str = "tk", kind: str = "law") -> Recognised:
    """Read provisions alone, without a head."""
    return read(text, lang, kind)


def outline(nodes: Sequence[Node], depth: int = 0) -> Iterator[str]:
    """Write provisions down, one a line: id, unit and words, set in by depth."""
    for each in nodes:
        words = " / ".join(filter(None, (each.heading, each.text)))
        yield f"{'  ' * depth}{each.id} {each.unit} {words}".rstrip()
        yield from outline(each.contains, depth + 1)


def found(text: Recognised) -> list[tuple[int, str, str]]:
    """Give line, code and sentence of each finding."""
    return [(each.span.line, each.code, each.key) for each in text.diagnostics]
