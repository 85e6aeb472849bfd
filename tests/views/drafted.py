"""A small project with two drafts, a comment, and provisions with days of their own."""

from functools import cache
from typing import Any

from gollanma.graph import Graph
from gollanma.views import Page, pages
from tests.support.projects import small

FOLDER = "normative/acts/help"
HEAD = """\
    heading: {tk: Kömek, ru: Помощь, en: Help}
    contains:
      - id: a1.1
        unit: part
        number: "1"
        text: {tk: Kömek mugt berilýär., ru: Помощь оказывается бесплатно., en: Help is given free of charge.}
        modality: is
"""
FIRST = f"""\
status: draft
sample: true
stage: drafting
day: 2026-05-01
based_on: "2020-02-01"
preamble: {{tk: Kömek hakynda., ru: О помощи людям., en: On helping people.}}
explanatory_note: {{tk: Kömek giňeldilýär., ru: Помощь расширяется., en: Help is widened.}}
inclusion:
  gender: {{tk: Zenanlar üçin., ru: Для женщин., en: For women.}}
treaties:
  - treaty: document/report
    place: Article 5
    why: {{tk: Ýardam., ru: Содействие., en: Support.}}
consequences:
  - act: act/help
    text: {{tk: Üýtgetmeli., ru: Изменить., en: To be changed.}}
signature:
  office: {{tk: Başlyk, ru: Председатель, en: The Chair}}
  place: {{tk: Şäher, ru: Город, en: The City}}
body:
  - id: a1
    unit: article
    number: "1"
{HEAD}\
      - id: a1.2-1
        unit: part
        number: "2"
        text: {{tk: Gijä galdyrylmaýar., ru: Помощь не откладывают., en: Help is not put off.}}
        modality: must
        by_laws:
          - text: {{tk: Möhletleriň tertibi, ru: Порядок сроков, en: Rules on time}}
        variants:
          - id: a
            text: {{tk: Şol gün., ru: В тот же день., en: On the same day.}}
            reason: {{tk: Çalt., ru: Быстро., en: Quick.}}
      - id: a1.2
        unit: part
        number: "3"
        text: {{tk: Her kim arza berip bilýär., ru: Каждый вправе подать заявление., en: Everyone may apply.}}
        modality: may
  - id: a2
    unit: article
    number: "2"
    heading: {{tk: Razylyk, ru: Согласие, en: Consent}}
    text: {{tk: Adamyň razylygy ýazmaça soralýar., ru: Согласие человека спрашивают обязательно., en: The person must be asked for consent.}}
    modality: must
changes:
  - {{kind: insert, target: a1.2-1, reason: {{tk: Garaşmak howply., ru: Ждать опасно., en: Waiting is dangerous.}}}}
  - {{kind: renumber, target: a1.2}}
  - kind: words
    target: a2
    reason: {{tk: Takyk., ru: Точнее., en: More exact.}}
    applied: {{tk: true, ru: false, en: false}}
"""
SECOND = FIRST.replace(
    'day: 2026-05-01\nbased_on: "2020-02-01"', "day: 2026-06-01\nbased_on: draft-first"
)
SECOND = SECOND[: SECOND.index("changes:")].replace(
    "Help is not put off.", "Help is never put off."
)
COMMENT = """\
status: draft
sample: true
office: organisation/office
on: act/help@draft-first#a2
day: 2026-05-10
text: {tk: Ýazmaça kyn., ru: Письменно трудно., en: In writing is hard.}
proposal: {tk: Dilden., ru: Устно., en: Orally.}
"""
ANSWERED = COMMENT.replace("#a2", "").replace("2026-05-10", "2026-05-02") + (
    "answer: {tk: Kabul edildi., ru: Принято., en: Accepted.}\n"
)
FILES = {
    f"{FOLDER}/editions/draft-first.yml": FIRST,
    f"{FOLDER}/editions/draft-second.yml": SECOND,
    f"{FOLDER}/comments/hard.yml": COMMENT,
    f"{FOLDER}/comments/whole.yml": ANSWERED,
}


OPEN = FIRST[FIRST.index("        variants:") : FIRST.index("      - id: a1.2\n")]
DECIDED = {**FILES, f"{FOLDER}/editions/draft-first.yml": FIRST.replace(OPEN, "")}
"""The same with nothing left to choose in the first draft."""


@cache
def graph() -> Graph:
    found = small(FILES)
    assert not found.found, found.found
    return found.graph


@cache
def by_address() -> dict[tuple[str, str], Page]:
    return {(each.lang, each.address): each for each in pages(graph())}


def view(address: str, lang: str = "en") -> Any:
    """Give what a page prints; its class is the test's to know."""
    return by_address()[lang, f"act/help/{address}"].view
