"""The forms that stand in a text: words, codes such as SP-10, numbers such as 12-nji or 12¹.

Letters are given by their ranges, not by a property of Unicode: the browser's interpreter must
find the very same forms, and its regular expressions know no such property.
"""

import re

LETTER = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af"
    "\u0370-\u037d\u037f-\u0481\u048a-\u1fff\u2c00-\u2dff\u3040-\ua4ff\ua640-\ud7ff\uf900-\ufdcf"
)
SIGN = "\u0300-\u036f\u0483-\u0489"
"""Combining signs; they never begin a word."""
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
APOSTROPHES = "'’\u02bc\u00ad"
"""They stand inside words; the last one is the soft hyphen."""

CODE = f"[{LETTER}]{{1,4}}-?[0-9]{{1,6}}(?![0-9{LETTER}])"
NUMBER = f"[0-9]+(?:\\^[0-9]+|[{RAISED}]+)?(?:-?[{LETTER}][{LETTER}{SIGN}]*)?"
WORD = f"[{LETTER}][{LETTER}{SIGN}0-9]*(?:[{APOSTROPHES}]+[{LETTER}][{LETTER}{SIGN}0-9]*)*"
FORM = re.compile(f"{CODE}|{NUMBER}|{WORD}")
"""In this order: a code is no word with a number behind it."""

_NUMBER = re.compile(f"([0-9]+)(?:\\^([0-9]+)|([{RAISED}]+))?")
_CODE = re.compile(f"([{LETTER}]{{1,4}})-?0*([0-9]{{1,6}})")


def number_of(form: str) -> str | None:
    """Give the number that a form holds: "12-nji" is "12", "12¹" is "12^1"; None for others."""
    match = _NUMBER.match(form)
    if match is None:
        return None
    raised = match[2] or "".join(str(RAISED.index(each)) for each in match[3] or "")
    return f"{match[1]}^{raised}" if raised else match[1]


def code_of(form: str) -> tuple[str, str] | None:
    """Give the letters and the figures of a code: "SP-07", "sp7"; None for others."""
    match = _CODE.fullmatch(form)
    return (match[1], match[2]) if match else None
