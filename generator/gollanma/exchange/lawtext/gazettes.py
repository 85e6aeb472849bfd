"""Where an act says that it was published."""

import re

from gollanma.exchange.lawtext.lines import Line
from gollanma.languages import Language

_BRACKETS = re.compile(r"[(\[](?P<words>.*)[)\]]\.?")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_MOST = 25
"""Words of such a line."""


def gazette_in(language: Language, line: Line) -> str:
    """Give what a line says of the gazette; empty for a line that says something else.

    In brackets it is enough that the gazette is named; else year and number are asked for too.
    """
    form = language.law_form
    if not form.says("gazette", line.text) or form.says("amended", line.text):
        return ""
    brackets = _BRACKETS.fullmatch(line.text)
    if brackets:
        return brackets["words"].strip()
    is_whole = bool(_YEAR.search(line.text)) and form.says("number_signs", line.text)
    is_short = len(line.text.split()) <= _MOST and not line.text.endswith((":", ";", ","))
    return line.text if is_whole and is_short else ""
