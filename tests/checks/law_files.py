"""Files of a small act, its editions and what rests on it, for the tests of the checks of law."""

from gollanma.checks.examples import base, over
from gollanma.diagnostics import Diagnostic
from tests.support.projects import small

ACT = "normative/acts/help/act.yml"
EDITION = "normative/acts/help/editions/2020-02-01.yml"
DRAFT = "normative/acts/help/editions/draft-one.yml"
NEXT = "normative/acts/help/editions/draft-two.yml"
COMMENT = "normative/acts/help/comments/who-pays.yml"
CARE = "normative/services/care.yml"
VISIT = "normative/sops/visit.yml"
LEAD = "normative/roles/lead.yml"
REPORT = "normative/documents/report.yml"
TERM = "glossary/consent.yml"
FREE = ("Kömek mugt berilýär.", "Помощь оказывается бесплатно.", "Help is given free of charge.")
APPLY = ("Her kim arza berip bilýär.", "Каждый вправе подать заявление.", "Everyone may apply.")
ASKED = (
    "Adamyň razylygy hökman soralýar.",
    "Согласие человека спрашивают обязательно.",
    "The person must be asked for consent.",
)
Words = tuple[str, str, str]


def laid(path: str, fields: str) -> dict[str, str]:
    return {path: over(base()[path], fields)}


def text(words: Words) -> str:
    tk, ru, en = words
    return f'{{tk: "{tk}", ru: "{ru}", en: "{en}"}}'


def unit(place: str, number: str, words: Words, more: str = "", name: str = "") -> str:
    """Write a provision; its depth is that of its id."""
    depth = place.count(".")
    lines = [f"- id: {place}", f"  unit: {name or ('article', 'part', 'point')[depth]}"]
    lines += [f'  number: "{number}"'] if number else []
    lines += [f"  text: {text(words)}", *(f"  {line}" for line in more.splitlines())]
    return "".join(f"{'    ' * depth}  {line}\n" for line in lines)


def holding(parent: str, *inside: str) -> str:
    """Give a provision with what it holds."""
    indent = " " * (len(parent) - len(parent.lstrip()) + 2)
    return f"{parent}{indent}contains:\n{''.join(inside)}"


A1 = unit("a1", "1", FREE)
A2 = unit("a2", "2", ASKED, "modality: must")


def edition(*provisions: str, more: str = "") -> dict[str, str]:
    return laid(EDITION, f"{more}body:\n{''.join(provisions)}")


def draft(
    *provisions: str, more: str = 'based_on: "2020-02-01"\n', path: str = DRAFT
) -> dict[str, str]:
    return {path: f"sample: true\nstage: drafting\n{more}body:\n{''.join(provisions)}"}


def about(words: Words) -> dict[str, str]:
    return laid(REPORT, f"about: {text(words)}\n")


def every(words: str) -> Words:
    return words, words, words


def found(files: dict[str, str], *codes: str) -> list[str]:
    """Give the findings of some codes."""
    return [f"{each.code} {each.key}" for each in diagnosed(files, *codes)]


def diagnosed(files: dict[str, str], *codes: str) -> list[Diagnostic]:
    return [each for each in small(files).outcome().findings if each.code in codes]


def change(kind: str, target: str, more: str = "") -> str:
    return f"  - kind: {kind}\n    target: {target}\n{more}"
