"""Plain words of a law inside prose that is Markdown: signs that would mean something else.

A law's asterisk is an asterisk. What is escaped here is given back by `plain`, sign by sign.
"""

import re

_MEANT = re.compile(
    r"""  (?P<sign> [\\*`\[\]<] )                          # anywhere
        | (?P<edge> (?<![^\W_]) _ | _ (?![^\W_]) )       # at the edge of a word
        | (?P<entity> & (?= \#?[0-9A-Za-z]+; ) )
        | (?P<line> ^ [ ]* (?: [\#>+=~|] | - (?=[\s-]|$) ) ) # what opens a block
        | ^ [ ]* [0-9]{1,9} (?P<list> [.)] ) (?=\s|$)      # a numbered list
    """,
    re.VERBOSE | re.MULTILINE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def escaped(words: str) -> str:
    """Give plain words as Markdown that shows these very words."""
    return _MEANT.sub(_with_backslash, words)


def plain(prose: str) -> str:
    """Give the plain words of Markdown that `escaped` has written."""
    return _ESCAPED.sub(r"\1", prose)


def _with_backslash(found: re.Match[str]) -> str:
    text = found[0]
    return f"{text[:-1]}\\{text[-1]}"
