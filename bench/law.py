"""Two editions of a large act: how long their difference takes, and what its pages weigh."""

import sys
from collections.abc import Iterator
from datetime import date
from functools import cache

from bench.measure import Measure, best_of
from gollanma.exchange.lawtext.files import read_file
from gollanma.exchange.lawtext.recognise import recognise
from gollanma.exchange.lawtext.written import made_of
from gollanma.graph import Graph
from gollanma.languages import load
from gollanma.law import compare
from gollanma.model import Library, assemble
from gollanma.model.kinds import Edition
from gollanma.model.load import PROJECT_FILE, decode_project
from gollanma.render import content
from gollanma.source import read_text
from gollanma.views.editions.redlines import redline_pages
from gollanma.views.voice import Voice

ARTICLES, PARTS, IMPORTED = 500, 2, 200
LANGUAGES = ("tk", "ru", "en")
DAY = date(2026, 11, 22)
KIB = 1024
FOLDER = "normative/acts/large"
PROJECT = """\
schema: "1"
site:
  name: {tk: Nusga, ru: Образец, en: Example}
  purpose: {tk: Nusga, ru: Образец, en: Example}
languages:
  all: [tk, ru, en]
territory_levels: []
service_forms: []
organisation_types: []
document_kinds: []
dimensions: []
frequencies: []
act_kinds:
  - id: law
    name: {tk: kanun, ru: закон, en: law}
    plural: {tk: Kanunlar, ru: Законы, en: Laws}
    units:
      - id: article
      - id: part
    stages: []
"""
ACT = "title: {tk: Uly, ru: Большой, en: Large}\nact_kind: law\n"
SENTENCE = {
    "tk": "Üpjün ediji arza gelip gowşan gününden {n} iş gününiň dowamynda zerurlyklara baha "
    "berýär we netijesini arza berene ýazmaça habar berýär.",
    "ru": "Поставщик услуг в течение {n} рабочих дней со дня поступления заявления проводит оценку "
    "потребностей и письменно сообщает заявителю её результат.",
    "en": "Within {n} working days of receiving the application the provider assesses needs and "
    "tells the applicant the result in writing.",
}


def edition(head: str, shift: int) -> str:
    """Write an edition; `shift` changes a number in a third of its parts."""
    lines = ["sample: true", head, "body:"]
    for article in range(1, ARTICLES + 1):
        lines += [f"  - id: a{article}", "    unit: article", f'    number: "{article}"']
        lines.append("    contains:")
        for part in range(1, PARTS + 1):
            number = 10 + article % 7 + (shift if (article + part) % 3 == 0 else 0)
            lines += [f"      - id: a{article}.{part}", "        unit: part"]
            lines += [f'        number: "{part}"', "        text:"]
            lines += [
                f"          {code}: >-\n            {words.format(n=number)}"
                for code, words in SENTENCE.items()
            ]
    return "\n".join(lines) + "\n"


def files() -> dict[str, str]:
    """Give the project of two editions by path."""
    return {
        PROJECT_FILE: PROJECT,
        f"{FOLDER}/act.yml": ACT,
        f"{FOLDER}/editions/2020-01-01.yml": edition("in_force: {from: 2020-01-01}", 0),
        f"{FOLDER}/editions/draft-next.yml": edition('based_on: "2020-01-01"', 1),
    }


def read() -> Library:
    """Read the project."""
    documents = {path: read_text(path, text.encode()) for path, text in files().items()}
    project, wrong = decode_project(documents.pop(PROJECT_FILE))
    if project is None:
        raise ValueError(wrong)
    return assemble(documents.values(), project, DAY)[0]


@cache
def library() -> Library:
    """Give the project, read once."""
    return read()


def editions() -> tuple[Edition, Edition]:
    """Give the two editions."""
    (_, old), (_, new) = library().editions("act/large")
    return old, new


def difference() -> int:
    """Compare the two and give the number of provisions that differ."""
    return len(compare(*editions(), LANGUAGES))


def official() -> bytes:
    """Give a law of IMPORTED articles as it is printed, in the first language."""
    language, words = load(LANGUAGES)[LANGUAGES[0]], SENTENCE[LANGUAGES[0]]
    lines = ["TÜRKMENISTANYŇ KANUNY", "", "Uly", ""]
    for article in range(1, IMPORTED + 1):
        lines.append(language.law_form.opening("article", str(article)) + " Uly")
        lines += [f"{part}. {words.format(n=10 + part)}" for part in range(1, 7)]
    return "\n".join(lines).encode()


def importing(text: bytes) -> None:
    """Read the printed text into an edition."""
    project, languages = library().project, load(LANGUAGES)
    made = recognise(read_file("law.txt", text), languages[LANGUAGES[0]], project)
    if not made.is_fine:
        raise ValueError(made.diagnostics)
    made_of([made], "2031-01-01")


def measures() -> Iterator[Measure]:
    """Yield the time of reading and of comparing, and the weight of the pages."""
    library()
    reading, comparing = best_of(3, (read, difference))
    name = f"{ARTICLES} articles in {len(LANGUAGES)} languages"
    yield Measure(f"two editions of {name}: reading", reading, "s")
    yield Measure("  their difference, word by word", comparing, "s")
    yield Measure("  times of reading", comparing / reading, "")
    yield Measure("  provisions that differ", difference(), "")
    languages = load(LANGUAGES)
    voice = Voice(Graph(library(), languages), languages["ru"])
    pages = tuple(redline_pages(voice))
    sizes = [len(content(each, languages).encode()) for each in pages]
    yield Measure("  pages of the redline", len(pages), "")
    yield Measure("  the heaviest of them, without its frame", max(sizes) / KIB, "KiB")
    text = official()
    (taken,) = best_of(3, (lambda: importing(text),))
    yield Measure(f"a law of {IMPORTED} articles, as it is printed: reading", taken, "s")


if __name__ == "__main__":
    for row in measures():
        print(f"{row.name:<58}{row.value:>12,.2f} {row.unit}")
    sys.exit(0)
