"""The program that searches in the browser: its scripts as one, with the tables they work by."""

from collections.abc import Mapping
from importlib.resources import files

from gollanma.languages import Languages
from gollanma.search.bare import bare_script
from gollanma.search.files import Value, canonical

SCRIPTS = (
    "endings",
    "steps",
    "analyser",
    "keyboards",
    "coding",
    "reader",
    "completing",
    "loading",
    "slots",
    "typos",
    "understanding",
    "ranking",
    "snippets",
    "engine",
)
"""In the order in which they lean on each other."""
BESIDE, INSIDE = "loading", "unpacking"
"""Where the files of the index come from: from beside the program, or from blocks of the page."""
AT_ONCE = "//# allFunctionsCalledOnLoad\n"
"""Asks Chromium, from 136 on, to compile all functions while the script is still coming in, beside
the page: one after the other on its thread they cost a cold search a tenth of its time."""
BEGIN = {
    BESIDE: 'gollanmaSearch.begin(document.currentScript.src.replace(/[^\\/]*$/, ""), {tables});\n',
    INSIDE: 'gollanmaSearch.begin("", {tables});\n',
}


def program(languages: Languages, source: str = BESIDE) -> str:
    """Give the script that a page loads when somebody is about to search."""
    folder = files("gollanma.search.scripts")
    names = [source if name == BESIDE else name for name in SCRIPTS]
    parts = [bare_script((folder / f"{name}.js").read_text(encoding="utf-8")) for name in names]
    begin = BEGIN[source].replace("{tables}", canonical(tables(languages)))
    return AT_ONCE + "\n".join(parts) + begin


def tables(languages: Languages) -> Mapping[str, Value]:
    """Give what the analysers of all languages are made of, and the keyboards."""
    return {
        "analysers": {
            code: {**each.analyser.table, "hash": each.analyser.hash}
            for code, each in languages.items()
        },
        "keyboards": languages.keyboards.rows,
    }
