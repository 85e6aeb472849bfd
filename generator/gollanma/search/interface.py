"""The part of the search script that people see: its sentences, the box, the results."""

from importlib.resources import files

from gollanma.languages import Language, Languages
from gollanma.search.bare import bare_script
from gollanma.search.files import canonical
from gollanma.views.status import TONES

SAID = "found."
"""Under this name a catalogue holds what the script says of the results."""
BORROWED = {"sample": "status.sample", "exit": "frame.exit"}
"""Words that stand on other pages too."""
SCRIPTS = ("page.js", "stage.js", "address.js", "results.js", "box.js")
"""In the order in which they lean on each other; the engine comes before them."""


def interface(languages: Languages) -> str:
    """Give the script of the box and the results, with its sentences in every language."""
    return "\n".join((sentences(languages), *map(script, SCRIPTS)))


def sentences(languages: Languages) -> str:
    """Give the sentences of the script by language, and the tone of each status."""
    said = {
        "words": {code: words(language) for code, language in languages.items()},
        "tones": {status.value: tone for status, tone in TONES.items()},
    }
    return f"window.gollanmaSentences = {canonical(said)};"


def words(language: Language) -> dict[str, str]:
    """Give what the script says in a language; it fills the holes itself."""
    every = language.catalogue.sentences
    own = {key.removeprefix(SAID): every[key]["other"] for key in every if key.startswith(SAID)}
    return own | {name: every[key]["other"] for name, key in BORROWED.items()}


def script(name: str) -> str:
    """Read a script of the package."""
    return bare_script((files("gollanma.search.scripts") / name).read_text(encoding="utf-8"))
