"""The program that searches in the browser: its scripts as one, with the tables they work by."""

from collections.abc import Mapping
from importlib.resources import files

from gollanma.languages import Languages
from gollanma.search.files import Value, canonical

SCRIPTS = (
    "endings",
    "steps",
    "analyser",
    "keyboards",
    "coding",
    "reader",
    "loading",
    "slots",
    "typos",
    "understanding",
    "ranking",
    "snippets",
    "engine",
)
"""In the order in which they lean on each other."""
BEGIN = 'gollanmaSearch.begin(document.currentScript.src.replace(/[^\\/]*$/, ""), {tables});\n'
"""The index stands beside the program."""


def program(languages: Languages) -> str:
    """Give the script that a page loads when somebody is about to search."""
    folder = files("gollanma.search.scripts")
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    return "\n".join(parts) + BEGIN.replace("{tables}", canonical(tables(languages)))


def tables(languages: Languages) -> Mapping[str, Value]:
    """Give what the analysers of all languages are made of, and the keyboards."""
    return {
        "analysers": {
            code: {**each.analyser.table, "hash": each.analyser.hash}
            for code, each in languages.items()
        },
        "keyboards": languages.keyboards.rows,
    }
