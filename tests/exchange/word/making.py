"""Editions in a few words, and what stands in a Word file."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import _Element as Element

from gollanma.model import Text
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision


def everywhere(words: str) -> Text:
    return Text(dict.fromkeys(("tk", "ru", "en"), words))


def edition(*provisions: Provision, day: date = date(2024, 5, 1), **head: Any) -> Edition:
    return Edition(body=provisions, day=day, **head)


def part(number: str, words: str, **more: Any) -> Provision:
    own = f"a1.{number.replace('^', '-')}"
    return Provision(id=own, unit="part", number=number, text=everywhere(words), **more)


def article(*parts: Provision, number: str = "12^1", **more: Any) -> Provision:
    heading = Text({"tk": "Kömek", "ru": "Помощь", "en": "Help"})
    head = {"id": "a1", "unit": "article", "number": number, "heading": heading}
    return Provision(**(head | {"contains": parts} | more))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body_of(data: bytes) -> Element:
    body: Element = Document(io.BytesIO(data)).element.body
    return body


def named(body: Element, *tags: str) -> list[Element]:
    return list(body.iter(*(qn(f"w:{tag}") for tag in tags)))


def said(element: Element) -> str:
    return "".join(each.text or "" for each in named(element, "t", "delText"))


def repacked(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Give a Word file with other words in some of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in {**parts_of(data), **parts}.items():
            archive.writestr(name, inside)
    return made.getvalue()


def worked_on(data: bytes, work: Callable[[Docx], object]) -> bytes:
    """Give a Word file as somebody leaves it who has worked on it."""
    paper, kept = Document(io.BytesIO(data)), io.BytesIO()
    work(paper)
    paper.save(kept)
    return kept.getvalue()


def paragraph(paper: Docx, words: str) -> Paragraph:
    """Give the one paragraph that says these words."""
    (found,) = (each for each in paper.paragraphs if words in each.text)
    return found
