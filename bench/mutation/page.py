"""The page of the handbook that says how many planted mistakes the checks find.

It is made from the figures that were kept last, in every language, and holds no day and no time.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from string import Template

from bench.mutation.mutators import NOT_COVERED
from bench.mutation.scoring import Score, total
from gollanma.checks import entries
from gollanma.languages import Language, load

HERE = Path(__file__).parent
KEPT = HERE / "kept.json"
"""The figures of the last whole run, as they are committed."""
DOCS = HERE.parents[1] / "docs"
NAME = "planted"
LANGUAGES = ("tk", "ru", "en")


def kept() -> list[Score]:
    """Give the figures that are kept, by code."""
    return [Score(**each) for each in json.loads(KEPT.read_text(encoding="utf-8"))["codes"]]


def keep(scores: Sequence[Score]) -> None:
    """Keep figures, and make the pages anew."""
    rows = [asdict(each) for each in sorted(scores, key=lambda one: one.code)]
    text = json.dumps({"schema_version": 1, "codes": rows}, ensure_ascii=False, indent=1)
    KEPT.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    for path, page in pages(scores).items():
        (DOCS / path).write_text(page, encoding="utf-8", newline="\n")


def pages(scores: Sequence[Score]) -> Mapping[str, str]:
    """Give the page in each language by the name of its file."""
    packs = load(LANGUAGES)
    return {f"{NAME}.{code}.md": _page(packs[code], scores) for code in LANGUAGES}


def _page(language: Language, scores: Sequence[Score]) -> str:
    text = Template((HERE / f"page.{language.code}.md").read_text(encoding="utf-8"))
    whole = total(scores)
    return text.substitute(
        codes=len(scores),
        mutants=whole.mutants,
        found=whole.found,
        extra=whole.extra,
        rows="\n".join(_rows(language, scores)),
        missing="\n".join(_missing(language)),
    )


def _rows(language: Language, scores: Sequence[Score]) -> Iterator[str]:
    for each in scores:
        yield _row(each.code, language.check_title(each.code), each)
    yield _row("Σ", "", total(scores))


def _row(code: str, title: str, each: Score) -> str:
    shares = f"{each.recall:.1%} | {each.precision:.1%}"
    return f"| {code} | {title} | {each.mutants} | {shares} | {each.extra} |"


def _missing(language: Language) -> Iterator[str]:
    """Yield the codes that nothing plants."""
    for each in entries():
        if each.code in NOT_COVERED:
            yield f"- {each.code}: {language.check_title(each.code)}"
