"""The page of the handbook that says how many of the planted mistakes other tools find.

It is made from the figures that were kept last, in every language, and holds no day and no time.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template

from bench.mutation.page import DOCS, LANGUAGES
from bench.mutation.peers import figures
from bench.mutation.peers.figures import MOST, Figures
from gollanma.languages import Language, load

HERE = Path(__file__).parent
NAME = "beside"


def keep(tools: Sequence[Figures]) -> None:
    """Keep figures, and make the pages anew."""
    figures.write(tools)
    for path, page in pages(tools).items():
        (DOCS / path).write_text(page, encoding="utf-8", newline="\n")


def pages(tools: Sequence[Figures]) -> Mapping[str, str]:
    """Give the page in each language by the name of its file."""
    packs = load(LANGUAGES)
    return {f"{NAME}.{code}.md": _page(packs[code], tools) for code in LANGUAGES}


def _page(language: Language, tools: Sequence[Figures]) -> str:
    text = Template((HERE / f"page.{language.code}.md").read_text(encoding="utf-8"))
    rows = (
        f"| {code} | {language.check_title(code)} | {' | '.join(figures.row(code, tools))} |"
        for code in figures.codes(tools)
    )
    columns = {name: " | ".join(cells) for name, cells in _columns(tools).items()}
    return text.substitute(columns, most=MOST, peers="\n".join(rows))


def _columns(tools: Sequence[Figures]) -> Mapping[str, Sequence[str]]:
    """Give the cells of the rows that are not of one code."""
    return {
        "tools": [f"{each.name} {each.version}".rstrip() for each in tools],
        "marks": ["--:"] * len(tools),
        "once": [str(each.at_once) for each in tools],
        "file": [f"{each.with_file}/{each.found}" for each in tools],
        "line": [f"{each.with_line}/{each.found}" for each in tools],
        "advice": [f"{each.with_advice}/{each.found}" for each in tools],
        "clean": [str(each.clean) for each in tools],
    }
